import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { lockFile } from '../../../src/adapters/persistence/embedded/file-lock.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'lea-lock-'));
  file = path.join(folder, 'data', 'one.lock');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const MODULE = new URL('../../../src/adapters/persistence/embedded/file-lock.ts', import.meta.url);
/** Another process that holds it until it is killed. */
async function holder() {
  const child = spawn(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      `const { lockFile } = await import(${JSON.stringify(MODULE.href)}); await lockFile(${JSON.stringify(file)}, { waitMs: 0, refusal: 'held' }); console.log('mine'); setInterval(() => {}, 1000);`,
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  await once(child.stdout, 'data');
  return child;
}
const take = (waitMs: number, onWait?: () => void) =>
  lockFile(file, { waitMs, refusal: 'It is held.', ...(onWait ? { onWait } : {}) });

it('is held by one, and nobody else may even read it', async () => {
  const release = await take(0);
  await expect(take(0)).rejects.toThrow('It is held.');
  expect(statSync(file).mode & 0o777).toBe(0o600);
  release();
  (await take(0))();
  expect(readdirSync(path.dirname(file))).toEqual(['one.lock']);
});

it('is free again when its holder was killed', async () => {
  const child = await holder();
  await expect(take(0)).rejects.toThrow('It is held.');
  let waited = 0;
  const mine = take(60_000, () => (waited += 1));
  child.kill('SIGKILL');
  (await mine)();
  expect(waited).toBeLessThanOrEqual(1);
});

it('goes to exactly one of many that ask at once', async () => {
  const asked = await Promise.allSettled(Array.from({ length: 20 }, () => take(0)));
  expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

it('says in a sentence that a folder cannot be used', async () => {
  writeFileSync(path.join(folder, 'data'), '');
  await expect(take(0)).rejects.toThrow(/data cannot be used for Léa's data: [^\n]+$/);
});
