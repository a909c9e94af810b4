/** The folders tell the architecture; these rules keep them honest. */
const adapterFamilies = [
  'http',
  'worker',
  'messaging',
  'llm',
  'notifier',
  'mail',
  'images',
  'persistence',
  'identity',
  'storage',
  'cart',
  'system',
  'network',
];

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'domain-is-pure',
      severity: 'error',
      from: { path: '^src/domain' },
      to: { pathNot: '^src/domain' },
    },
    {
      name: 'ports-know-only-domain',
      severity: 'error',
      from: { path: '^src/ports' },
      to: { pathNot: '^src/(ports|domain)' },
    },
    {
      name: 'application-knows-ports-and-domain',
      severity: 'error',
      from: { path: '^src/application' },
      to: { pathNot: '^src/(application|ports|domain)' },
    },
    {
      name: 'inversify-only-in-container',
      severity: 'error',
      from: { path: '^src', pathNot: '^src/container\\.ts$' },
      to: { path: 'node_modules/inversify' },
    },
    {
      name: 'config-is-read-at-the-edge',
      severity: 'error',
      from: { path: '^src/(domain|ports|application)' },
      to: { path: '^src/(config|container|main)' },
    },
    { name: 'no-cycles', severity: 'error', from: { path: '^src' }, to: { circular: true } },
    ...adapterFamilies.map((family) => ({
      name: `adapters-stand-alone-${family}`,
      severity: 'error',
      from: { path: `^src/adapters/${family}/` },
      // Which addresses we connect to is one rule, whoever connects.
      to: { path: '^src/adapters/', pathNot: `^src/adapters/(${family}|network)/` },
    })),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.js', '.json'],
    },
  },
};
