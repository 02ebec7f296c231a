import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** The walls of ARCHITECTURE.md. In flat config a later `no-restricted-imports` replaces an earlier one, so two rule names share the work. */
const IO = ['node:*', 'fs', 'fs/*', 'path', 'os', 'child_process', 'worker_threads', 'net', 'http', 'https'];
const wall = (message, ...group) => ({ group, message });
const pure = [
  wall('pure code: no editor, no connection, no I/O', 'vscode', 'vscode-languageserver', 'vscode-languageserver/*', 'vscode-languageclient*', ...IO),
  wall('the edge may import the core, never the reverse', '**/server', '**/main', '**/cli', '**/cli/**', '**/machine/**', '!**/machine/facts'),
];
const layer = (files, ...above) => ({
  files,
  rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns: [...pure, ...(above.length ? [wall('a layer does not know the layers above it', ...above)] : [])] }] },
});

export default defineConfig(
  { ignores: ['dist/', 'out/', 'node_modules/', 'test/editor/host/', 'client/assembly/', '**/*.mjs', '.vscode-test/'] },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    },
  },
  { files: ['client/src/**/*.ts'], rules: { 'no-restricted-imports': ['error', { patterns: [wall('one world must not know the other', '**/webview/**', '**/server/**')] }] } },
  layer(['server/src/documents/**/*.ts'], '**/model/**', '**/rules/**', '**/features/**', '**/stack/**', '**/knowledge/**'),
  layer(['server/src/knowledge/**/*.ts'], '**/model/**', '**/rules/**', '**/features/**', '**/stack/**'),
  layer(['server/src/model/**/*.ts'], '**/rules/**', '**/features/**', '**/stack/**'),
  layer(['server/src/stack/**/*.ts'], '**/rules/**', '**/features/**'),
  layer(['server/src/rules/**/*.ts'], '**/features/**'),
  layer(['server/src/features/**/*.ts', 'server/src/languageService.ts']),
  { files: ['client/src/logEngine/**/*.ts'], ignores: ['client/src/logEngine/fileReader.ts', 'client/src/logEngine/folderReader.ts', 'client/src/logEngine/gzipReader.ts', 'client/src/logEngine/worker.ts', 'client/src/logEngine/workerPool.ts'], rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns: [wall('the engine knows no editor and no I/O', 'vscode', 'vscode-*', ...IO)] }] } },
  { files: ['server/src/**/*.ts'], rules: { 'no-restricted-imports': ['error', { patterns: [wall('the server has no editor', 'vscode', '**/client/**')] }] } },
  { files: ['client/webview/**/*.ts'], rules: { 'no-restricted-imports': ['error', { patterns: [{ regex: '/src/(?!(?:logViewer|clusterView)/protocol$)', message: 'a page shares its protocol.ts only' }] }] } },
  { files: ['test/**/*.ts'], rules: { '@typescript-eslint/no-non-null-assertion': 'off', '@typescript-eslint/explicit-module-boundary-types': 'off' } },
  { files: ['test/webview/**/*.ts'], rules: { 'no-restricted-imports': 'off' } },
);
