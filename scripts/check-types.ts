/** Every part of the tree with the compiler settings that are its own, by the native compiler. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const PROJECTS = [
  'tsconfig.json',
  'tsconfig.core.json',
  'tests/browser/tsconfig.json',
  'dashboard/tsconfig.json',
  'dashboard/service-worker/tsconfig.json',
];
const module = (name: string): string =>
  fileURLToPath(new URL(`../node_modules/${name}/bin/tsc`, import.meta.url));
const native = module('typescript-7');
const isInstalled = existsSync(native);
if (!isInstalled)
  console.warn('The native compiler is not installed (npm ci): this takes a while.');

for (const project of PROJECTS) {
  const tsc = isInstalled ? native : module('typescript');
  if (spawnSync('node', [tsc, '-p', project], { stdio: 'inherit' }).status !== 0)
    process.exitCode = 1;
}
