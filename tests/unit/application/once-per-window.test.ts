import { beforeEach, expect, it } from 'vitest';
import { OncePerWindow } from '../../../src/application/audit/once-per-window.ts';

let now: number;
let done: string[];
let once: OncePerWindow;
beforeEach(() => {
  now = Date.parse('2026-11-24T09:00:00Z');
  done = [];
  once = new OncePerWindow({ now: () => new Date(now) }, 1_000);
});
const run = (key: string) => once.run(key, async () => void done.push(key));

it('does it once for each key until the window has passed', async () => {
  await run('a');
  now += 999;
  await run('a');
  await run('b');
  expect(done).toEqual(['a', 'b']);
  now += 1;
  await run('a');
  expect(done).toEqual(['a', 'b', 'a']);
});

it('lets whoever comes meanwhile wait for the same', async () => {
  let finish = (): void => undefined;
  const first = once.run('a', () => new Promise<void>((resolve) => (finish = resolve)));
  let waited = true;
  const second = run('a').then(() => (waited = false));
  await Promise.resolve();
  expect(waited).toBe(true);
  finish();
  await Promise.all([first, second]);
  expect(done).toEqual([]);
});

it('does again what failed, which everybody hears of who waited for it', async () => {
  const fail = () => once.run('a', () => Promise.reject(new Error('down')));
  await Promise.all([
    expect(fail()).rejects.toThrow('down'),
    expect(run('a')).rejects.toThrow('down'),
  ]);
  await run('a');
  expect(done).toEqual(['a']);
});

it('keeps what was done since, when an older run fails', async () => {
  let fail = (_: Error): void => undefined;
  const slow = once.run('a', () => new Promise<void>((_, reject) => (fail = reject)));
  now += 1_000;
  await run('a');
  fail(new Error('late'));
  await expect(slow).rejects.toThrow('late');
  await run('a');
  expect(done).toEqual(['a']);
});

it('forgets the oldest of more keys than a team reads', async () => {
  for (let key = 0; key <= 20_000; key += 1) await run(String(key));
  done = [];
  await run('20000');
  await run('1');
  expect(done).toEqual([]);
  await run('0');
  expect(done).toEqual(['0']);
});
