import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import regexp from 'eslint-plugin-regexp';
import tseslint from 'typescript-eslint';

/** Whose regular expressions read what others write, and the file that is slow on purpose. */
const READERS = ['{src,scripts,dashboard}/**/*.{ts,tsx}', 'tests/fixtures/slow-regexes/*.ts'];
const BUILT_LATE = {
  selector: ":function :matches(NewExpression, CallExpression)[callee.name='RegExp']",
  message: 'Build it at the top of the module, where scripts/check-regexes.ts attacks it.',
};
const CORE = ['src/domain/**/*.ts', 'src/ports/**/*.ts', 'src/application/**/*.ts'];

export default tseslint.config(
  {
    ignores: [
      '**/dist/**',
      '.lea/**',
      'artifacts/**',
      'coverage/**',
      'tests/fixtures/deliberate-leak/**',
      'tests/fixtures/slow-regexes/**',
    ],
  },
  js.configs.recommended,
  ...tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['*.cjs'] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      // knex builders are thenables: an un-awaited one silently does nothing.
      '@typescript-eslint/no-floating-promises': ['error', { checkThenables: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/require-await': 'off',
      'no-console': 'error',
    },
  },
  {
    files: READERS,
    plugins: { regexp },
    rules: {
      'regexp/no-super-linear-backtracking': ['error', { report: 'certain' }],
      'regexp/no-super-linear-move': ['error', { report: 'certain' }],
      'no-restricted-syntax': ['error', BUILT_LATE],
    },
  },
  {
    files: CORE,
    rules: {
      'no-restricted-syntax': [
        'error',
        BUILT_LATE,
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: 'Take the time from the Clock port.',
        },
        {
          selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
          message: 'Take the time from the Clock port.',
        },
        {
          selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
          message: 'Take ids and chance from a port.',
        },
      ],
    },
  },
  { files: ['dashboard/src/**/*.{ts,tsx}'], ...reactHooks.configs.flat.recommended },
  { files: ['scripts/**/*.ts', 'bench/**/*.ts', 'eval/**/*.ts'], rules: { 'no-console': 'off' } },
  {
    files: ['**/*.cjs', '**/*.js'],
    ...tseslint.configs.disableTypeChecked,
    languageOptions: { globals: { module: 'writable' } },
  },
);
