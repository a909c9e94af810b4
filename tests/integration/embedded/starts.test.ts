import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LONG } from '../../support/fault-scale.ts';
import { startLeaProcess, type LeaProcess } from '../../support/lea-process.ts';
import { alive, processTree, type SeenProcess } from '../../support/process-tree.ts';
import { eventually } from '../../support/running-lea.ts';
import { scratchFolder } from '../../support/scratch-folder.ts';

const PATIENCE_MS = 240_000;
let dataDir: string;
const started: LeaProcess[] = [];
beforeEach(() => {
  dataDir = scratchFolder('starts');
});
afterEach(async () => {
  for (const lea of started.splice(0)) await lea.stop();
  rmSync(dataDir, { recursive: true, force: true });
}, PATIENCE_MS);

async function start(byNpm = false): Promise<LeaProcess> {
  const lea = await startLeaProcess({ DATA_DIR: dataDir, DEMO_DATA: 'false' }, { byNpm });
  started.push(lea);
  return lea;
}
/** What a start says that fails. */
const refusal = (): Promise<string> =>
  start().then(
    () => 'It started.',
    (error: unknown) => (error as Error).message.replace('Ended while starting:', ''),
  );
const find = (tree: readonly SeenProcess[], word: string): number =>
  tree.find(({ arguments: words }) => words.includes(word))!.pid;
const gone = (tree: readonly SeenProcess[]) =>
  eventually(
    () => alive(tree.map(({ pid }) => pid)).length === 0,
    'the end of every process',
    PATIENCE_MS,
  );
const ready = (url: string) =>
  eventually(
    () =>
      fetch(`${url}/readyz`).then(
        ({ ok }) => ok,
        () => false,
      ),
    'readiness',
    PATIENCE_MS,
  );

describe('two starts on one folder', { timeout: PATIENCE_MS }, () => {
  it('that is fresh: one starts, the other says so in a sentence, and nothing is broken', async () => {
    const both = await Promise.allSettled([start(), start()]);
    const errors = both.flatMap((one) =>
      one.status === 'rejected' ? [(one.reason as Error).message] : [],
    );
    expect(errors).toEqual([
      expect.stringMatching(/\n {2}Another Léa is running on \S+: stop it first, [^\n]+\n/),
    ]);
    expect(errors.join()).not.toMatch(/^\s+at /m);
    await ready(started[0]!.url);
  });

  it('one after the other: the second takes over as soon as the first has ended', async () => {
    const first = await start();
    const second = start();
    await first.stop();
    await ready((await second).url);
  });
});

describe.runIf(process.platform === 'linux')('npm start', { timeout: PATIENCE_MS }, () => {
  it.each(LONG ? (['SIGTERM', 'SIGINT', 'SIGHUP', 'SIGKILL'] as const) : (['SIGTERM'] as const))(
    'leaves no process behind on %s, and starts again',
    async (signal) => {
      const lea = await start(true);
      const tree = await processTree(lea.pid);
      // npm, the server, the keeper, PostgreSQL and what it starts.
      expect(tree.length).toBeGreaterThan(6);
      lea.signal(signal);
      await gone(tree);
      await ready((await start()).url);
    },
  );
});

describe.runIf(process.platform === 'linux')(
  'the database comes back',
  { timeout: PATIENCE_MS },
  () => {
    it.each(['keeper.ts', 'listen_addresses='])(
      'when its process (%s) was killed',
      async (word) => {
        const lea = await start();
        await ready(lea.url);
        const before = await processTree(lea.pid);
        process.kill(find(before, word), 'SIGKILL');
        await eventually(
          async () => {
            const now = await processTree(lea.pid);
            const words = now.map(({ arguments: one }) => one).join('\n');
            return (
              words.includes('listen_addresses=') &&
              !now.some(({ pid }) => pid === find(before, word))
            );
          },
          'another one',
          PATIENCE_MS,
        );
        await ready(lea.url);
        const after = await processTree(lea.pid);
        expect(await lea.stop()).toBe(0);
        await gone([...before, ...after]);
      },
    );
  },
);

describe('a data folder', { timeout: PATIENCE_MS }, () => {
  it('whose file of secrets is lost or another one’s is not started, and nothing is changed', async () => {
    await (await start()).stop();
    const file = path.join(dataDir, 'secrets.json');
    const own = readFileSync(file, 'utf8');
    const cases: readonly (readonly [string | null, RegExp])[] = [
      [null, /secrets\.json is missing beside a database/],
      ['', /it is empty/],
      [own.slice(0, 40), /no whole JSON/],
      [
        own.replace(/"database": "..../, '"database": "XXXX'),
        /secrets\.json does not belong to the database in/,
      ],
    ];
    for (const [content, sentence] of cases) {
      if (content === null) rmSync(file);
      else writeFileSync(file, content);
      const said = (await refusal())
        .split('\n')
        .filter((line) => line.trim() !== '' && !line.includes(' … '));
      expect(said).toEqual([expect.stringMatching(sentence)]);
      expect(existsSync(file) ? readFileSync(file, 'utf8') : null).toBe(content);
    }
    writeFileSync(file, own);
    await ready((await start()).url);
  });
});
