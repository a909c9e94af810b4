import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runningCluster } from '../../../src/adapters/persistence/embedded/running-cluster.ts';
import { startLeaProcess, type LeaProcess } from '../../support/lea-process.ts';
import { processTree, type SeenProcess } from '../../support/process-tree.ts';
import { scratchFolder } from '../../support/scratch-folder.ts';

/** In the environment of the server only. */
const GIVEN = {
  WHAPI_WEBHOOK_SECRET: 'canary-of-the-webhook-0123456789-abc',
  CART_CALLBACK_SECRET: 'canary-of-the-cart-0123456789-abcdef',
  SLACK_SIGNING_SECRET: 'canary-of-slack-0123456789-abcdefgh',
  ADMIN_PASSWORD: 'canary of the administrator',
};
const NOBODY = 65_534;
const dataDir = scratchFolder('walls');
let lea: LeaProcess;
let owner: pg.Client;
let others: readonly SeenProcess[];
let kept: Record<string, string>;

beforeAll(async () => {
  lea = await startLeaProcess({ DATA_DIR: dataDir, DEMO_DATA: 'false', ...GIVEN });
  kept = JSON.parse(readFileSync(path.join(dataDir, 'secrets.json'), 'utf8')) as typeof kept;
  const url = await runningCluster(path.join(dataDir, 'postgres'), kept['database']!);
  owner = new pg.Client({ connectionString: url! });
  await owner.connect();
  others = (await processTree(lea.pid)).slice(1);
}, 240_000);
afterAll(async () => {
  await owner?.end();
  await lea?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

const settings = async (name: string): Promise<string> =>
  (await owner.query<{ value: string }>('select current_setting($1) as value', [name])).rows[0]!
    .value;

describe('the embedded PostgreSQL and its keeper', () => {
  it('show no secret in their arguments or environment', () => {
    // The keeper, the postmaster, and what it starts.
    expect(others.length).toBeGreaterThan(4);
    const shown = others.flatMap((one) => [one.arguments, ...one.environment]).join('\n');
    for (const secret of [...Object.values(GIVEN), ...Object.values(kept)])
      expect(shown).not.toContain(secret);
  });

  it('are handed nothing of the environment that they do not need', () => {
    const names = new Set(
      others.flatMap(({ environment }) => environment.map((one) => one.split('=')[0]!)),
    );
    const needed = ['PATH', 'LANG', 'LC_ALL', 'LC_MESSAGES', 'TZ', 'TMPDIR', 'NODE_COMPILE_CACHE'];
    // PostgreSQL sets some for itself.
    expect([...names].filter((name) => !needed.includes(name) && !name.startsWith('PG'))).toEqual(
      [],
    );
  });

  it('listen on a socket only, in a folder that its account alone enters', async () => {
    expect(await settings('listen_addresses')).toBe('');
    const folder = JSON.parse(await settings('unix_socket_directories')) as string;
    const { mode, uid } = statSync(folder);
    expect(mode & 0o777).toBe(0o700);
    const postmaster = others.find(({ arguments: words }) => words.includes('listen_addresses='))!;
    expect(uid).toBe(statSync(`/proc/${postmaster.pid}`).uid);
  });

  it('let nobody in without the password', async () => {
    const { rows } = await owner.query<{ type: string; auth_method: string }>(
      'select type, auth_method from pg_hba_file_rules',
    );
    expect(rows).toEqual([{ type: 'local', auth_method: 'scram-sha-256' }]);
  });

  it.runIf(process.getuid?.() === 0)('are out of reach for another account', async () => {
    const folder = JSON.parse(await settings('unix_socket_directories')) as string;
    const cluster = await settings('data_directory');
    const tried = spawnSync(
      process.execPath,
      [
        '-e',
        `const fs = require('fs'); const look = (f) => { try { return f(), 'in'; } catch (e) { return e.code; } };
         const done = (socket) => console.log(JSON.stringify([look(() => fs.readdirSync(${JSON.stringify(folder)})), look(() => fs.readdirSync(${JSON.stringify(cluster)})), look(() => fs.readFileSync(${JSON.stringify(path.join(dataDir, 'secrets.json'))})), socket]));
         require('net').connect(${JSON.stringify(`${folder}/.s.PGSQL.5432`)}).on('connect', () => done('in')).on('error', (e) => done(e.code))`,
      ],
      { uid: NOBODY, gid: NOBODY, env: {}, cwd: '/', encoding: 'utf8' },
    );
    expect(JSON.parse(tried.stdout)).toEqual(['EACCES', 'EACCES', 'EACCES', 'EACCES']);
  });
});
