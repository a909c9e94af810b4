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

/** What needs no types; the rules that do are oxlint's (.oxlintrc.json), which asks the native compiler. */
export default tseslint.config(
  {
    ignores: [
      '**/dist/**',
      '.lea/**',
      '.stryker/**',
      'artifacts/**',
      'coverage/**',
      'tests/fixtures/deliberate-leak/**',
      'tests/fixtures/slow-regexes/**',
      'tests/fixtures/typed-mistakes/**',
    ],
  },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      'no-console': 'error',
      // What is longer today is counted file by file in eslint-suppressions.json, which may only shrink.
      'max-len': ['error', { code: 120, ignoreUrls: true }],
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
    languageOptions: { globals: { module: 'writable' } },
  },
);
