import { execFileSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LONG, seen } from '../../support/fault-scale.ts';
import { startLeaProcess, textEvent, writeTo } from '../../support/lea-process.ts';
import {
  eventually,
  startRealLea,
  WEBHOOK_SECRET,
  type RealLea,
} from '../../support/running-lea.ts';
import { scratchFolder } from '../../support/scratch-folder.ts';

const PATIENCE_MS = 120_000;
const readiness = (url: string): Promise<number> =>
  fetch(`${url}/readyz`).then(
    ({ status }) => status,
    () => 0,
  );
const becomes = (url: string, status: number) =>
  eventually(async () => (await readiness(url)) === status, `readiness ${status}`, PATIENCE_MS);

describe('a database that takes no writes', { timeout: 400_000 }, () => {
  let lea: RealLea;
  let owner: pg.Client;
  beforeAll(async () => {
    lea = await startRealLea({ DEMO_DATA: 'false', LLM: 'stub', BURST_WINDOW_MS: '0' });
    owner = new pg.Client({ connectionString: lea.database.ownerUrl });
    await owner.connect();
  }, 240_000);
  afterAll(async () => {
    await owner.end();
    await lea.stop();
  });
  const database = (): string => new URL(lea.database.ownerUrl).pathname.slice(1);
  const cutOff = () =>
    owner.query(
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    );

  it.each(['53100', '53300', '58030', '25006', '57P03'])(
    'answers 503 to the gateway on %s, and stores what comes again',
    async (code) => {
      await owner.query(
        `create function refuse() returns trigger language plpgsql as $$ begin raise exception 'could not extend file "base/1/2": No space left on device' using errcode = '${code}'; end $$;
         create trigger refuse before insert on messages for each row execute function refuse()`,
      );
      const phone = `2417700${code.replace('P', '9')}`.slice(0, 11);
      const id = { id: `full.${code}` };
      expect(await lea.write(phone, 'Bonjour', id)).toBe(503);
      await owner.query('drop function refuse cascade');
      expect(await lea.write(phone, 'Bonjour', id)).toBe(200);
      await eventually(
        () => lea.whapi.sent(`${phone}@s.whatsapp.net`).length === 1,
        'an answer',
        PATIENCE_MS,
      );
    },
  );

  it('is not ready while it may only be read, signs nobody in with 500, and recovers', async () => {
    await becomes(lea.url, 200);
    await owner.query(`alter database ${database()} set default_transaction_read_only = on`);
    await cutOff();
    await becomes(lea.url, 503);
    expect(await eventually(() => lea.write('24177111111', 'Bonjour').catch(() => 0))).toBe(503);
    const signIn = await fetch(`${lea.url}/auth/sign-in/email`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: 'admin@lea.local', password: 'un mot de passe de test' }),
    });
    expect([signIn.status, await signIn.json()]).toMatchObject([
      503,
      { code: 'database_unavailable' },
    ]);
    await owner.query('set default_transaction_read_only = off');
    await owner.query(`alter database ${database()} reset default_transaction_read_only`);
    await cutOff();
    await becomes(lea.url, 200);
    expect(await lea.write('24177111111', 'Bonjour')).toBe(200);
  });

  it('is not ready while its disk takes nothing more, though everything can be read', async () => {
    // What does not fit the memory of a query goes to the disk, which is what this forbids.
    const role = new URL(lea.database.serverUrl).username;
    await owner.query(`alter role ${role} set temp_file_limit = 64`);
    await cutOff();
    await becomes(lea.url, 503);
    await owner.query(`alter role ${role} reset temp_file_limit`);
    await cutOff();
    await becomes(lea.url, 200);
  });
});

if (LONG && process.platform === 'linux' && process.getuid?.() === 0)
  it('a real full disk under the embedded database costs nothing that was acknowledged', async () => {
    const folder = scratchFolder('disk');
    const dataDir = path.join(folder, 'data');
    mkdirSync(dataDir, { mode: 0o755 });
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=400m,mode=755', 'tmpfs', dataDir]);
    let lea: Awaited<ReturnType<typeof startLeaProcess>> | null = null;
    try {
      lea = await startLeaProcess({
        DATA_DIR: dataDir,
        DEMO_DATA: 'false',
        BURST_WINDOW_MS: '0',
        WHAPI_WEBHOOK_SECRET: WEBHOOK_SECRET,
      });
      const { url } = lea;
      const filler = path.join(dataDir, 'filler');
      const long = 'Bonjour '.repeat(500);
      let acked = 0;
      const refused: number[] = [];
      for (let round = 0; round < 3; round += 1) {
        fill(filler, dataDir);
        await becomes(url, 503);
        await eventually(
          async () => {
            const status = await post(url, `disk.${round}.${acked}.${refused.length}`, long);
            if (status === 200) acked += 1;
            else refused.push(status);
            return refused.length >= 20 * (round + 1);
          },
          'refusals',
          PATIENCE_MS,
        );
        rmSync(filler);
        const since = performance.now();
        await becomes(url, 200);
        await eventually(() => writeTo(url, `disk.back.${round}`, '24177222222', 'Bonjour'));
        acked += 1;
        seen('full disk, room again', `ready after ${Math.round(performance.now() - since)} ms`);
      }
      expect(new Set(refused)).toEqual(new Set([503]));
      expect(await lea.stop()).toBe(0);
      seen(
        'full disk under the embedded database',
        `${refused.length} refused with 503, ${acked} acknowledged`,
      );
    } finally {
      await lea?.kill();
      execFileSync('umount', ['--lazy', dataDir]);
      rmSync(folder, { recursive: true, force: true });
    }
  }, 900_000);

function fill(file: string, folder: string): void {
  const { bavail, bsize } = statfsSync(folder);
  const handle = openSync(file, 'w');
  const chunk = Buffer.alloc(1_048_576);
  try {
    for (let left = bavail * bsize; left > 0; left -= chunk.length)
      writeSync(handle, chunk, 0, Math.min(chunk.length, left));
  } catch {
    // That is the point.
  }
  closeSync(handle);
}

const post = (url: string, id: string, text: string): Promise<number> =>
  fetch(`${url}/functions/whatsapp-webhook`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-webhook-secret': WEBHOOK_SECRET },
    body: JSON.stringify(textEvent(id, '24177222222', text)),
  }).then(async (response) => {
    await response.text();
    return response.status;
  });
