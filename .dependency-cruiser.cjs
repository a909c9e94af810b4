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

/** What the dashboard shares with the server: of each topic its contract, and the shape of all of them. */
const contracts = [
  '^src/adapters/http/[^/]+/[a-z-]*contract[.]ts$',
  '^src/adapters/http/core/(endpoint|shapes)[.]ts$',
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
      name: 'inversify-only-in-the-container',
      severity: 'error',
      from: { path: '^src', pathNot: '^src/composition/container\\.ts$' },
      to: { path: 'node_modules/inversify' },
    },
    {
      name: 'only-main-knows-the-composition',
      severity: 'error',
      from: { path: '^src', pathNot: '^src/(main\\.ts$|composition/)' },
      to: { path: '^src/(composition|main)' },
    },
    {
      name: 'config-knows-no-adapter',
      severity: 'error',
      from: { path: '^src/composition/config\\.ts$' },
      to: { path: '^src/(adapters|application|ports)' },
    },
    {
      name: 'the-product-needs-no-script-or-test',
      severity: 'error',
      from: { path: '^(src|dashboard/src)' },
      to: { path: '^(scripts|tests|bench|eval)/' },
    },
    {
      name: 'the-root-of-src-is-main',
      severity: 'error',
      from: {},
      to: { path: '^src/[^/]+\\.ts$', pathNot: '^src/main\\.ts$' },
    },
    {
      name: 'the-dashboard-knows-only-contracts',
      severity: 'error',
      from: { path: '^dashboard/' },
      to: { path: '^src/', pathNot: contracts },
    },
    {
      name: 'contracts-know-contracts-and-domain',
      severity: 'error',
      from: { path: contracts },
      to: { path: '^src/', pathNot: ['^src/(domain/|ports/shown-tables)', ...contracts] },
    },
    {
      name: 'topics-of-http-stand-alone',
      severity: 'error',
      from: { path: '^src/adapters/http/([^/]+)/' },
      to: { path: '^src/adapters/http/', pathNot: ['^src/adapters/http/($1|core)/', ...contracts] },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
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
