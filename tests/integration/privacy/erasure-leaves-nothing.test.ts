import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../../../src/adapters/persistence/knex/database.ts';
import { installJobs, JobRunner } from '../../../src/adapters/persistence/knex/job-runner.ts';
import { KnexUnitOfWork } from '../../../src/adapters/persistence/knex/knex-unit-of-work.ts';
import { SERVICE } from '../../../src/domain/shared/actor.ts';
import { RecordingLog } from '../../support/recording-log.ts';
import { createTestDatabase } from '../../support/test-database.ts';
import { eventually, SERVICE_KEY, startRealLea, type RealLea } from '../../support/running-lea.ts';

const VOICE = Buffer.concat([
  Buffer.from('OggS\0\x02', 'latin1'),
  Buffer.alloc(21, 1),
  Buffer.from('\x13OpusHead', 'latin1'),
  Buffer.alloc(4_000, 7),
]);
/**
 * Ids that stay: who did what to whom is never changed, and which conversation screens were told of fades in ten
 * minutes.
 */
const staysByDesign = (person: { readonly id: string; readonly conversation: string }) =>
  new Set([
    `${person.id} in public.audit_logs`,
    `${person.conversation} in public.audit_logs`,
    `${person.conversation} in public.live_changes`,
  ]);

let lea: RealLea;
let owner: pg.Client;

beforeAll(async () => {
  lea = await startRealLea();
  const advise = lea.openai.respond;
  lea.openai.respond = (request) =>
    request.body === null
      ? { kind: 'transcript', text: 'Je cherche un savon pour peau sèche.' }
      : JSON.stringify(request.body).includes('"score"')
        ? { kind: 'json', value: { delta: 0, reason: '' } }
        : advise(request);
  owner = new pg.Client({ connectionString: lea.database.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await lea.stop();
});

const query = async <T extends pg.QueryResultRow>(sql: string, values: unknown[] = []) =>
  (await owner.query<T>(sql, values)).rows;
const said = (phone: string, part: string) =>
  eventually(
    () => JSON.stringify(lea.whapi.sent(`${phone}@s.whatsapp.net`)).includes(part),
    `"${part}" to ${phone}`,
    60_000,
  );
const post = (name: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(`${lea.url}/functions/${name}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${SERVICE_KEY}`,
      'content-type': 'application/json',
      ...headers,
    },
    body: JSON.stringify(body),
  });

/** Where in the whole database, the job queue included, any of these words stands. */
async function places(needles: readonly string[]): Promise<readonly string[]> {
  const tables = await query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname not like 'pg_t%'`,
  );
  expect(tables.length).toBeGreaterThan(40);
  const found: string[] = [];
  for (const { name } of tables) {
    const rows = await query<{ row: string }>(`select t::text as row from ${name} t`);
    for (const needle of needles)
      if (rows.some(({ row }) => row.toLowerCase().includes(needle.toLowerCase())))
        found.push(`${needle} in ${name}`);
  }
  return found;
}

const filesUnder = (directory: string): readonly string[] =>
  (existsSync(directory) ? readdirSync(directory, { recursive: true, encoding: 'utf8' }) : [])
    .map((name) => path.join(directory, name))
    .filter((name) => statSync(name).isFile());
const mediaFolder = (): string => path.join(lea.environment['DATA_DIR']!, 'media');

const jobsDone = () =>
  eventually(
    async () =>
      (
        await query(
          `select from pgboss.job where state in ('created', 'active', 'retry') and data is not null`,
        )
      ).length === 0,
    'every job to be done',
    90_000,
  );

/** A person of whom something stands wherever something can. */
async function aKnownPerson(phone: string) {
  const words = `canari${phone.slice(-5)}`;
  const name = `Zénobie${phone.slice(-5)}`;
  await lea.write(phone, `Bonjour, ${words}`, { from_name: name });
  await said(phone, 'SUPPRIMER');
  await lea.write(phone, 'oui');
  await said(phone, 'Merci');
  lea.whapi.addMedia(`oga-${phone}`, { bytes: VOICE, contentType: 'audio/ogg; codecs=opus' });
  await lea.write(phone, '', {
    type: 'voice',
    text: undefined,
    voice: { id: `oga-${phone}`, mime_type: 'audio/ogg', file_size: VOICE.length, seconds: 3 },
  });
  const [person] = await eventually(async () => {
    const rows = await query<{ id: string; conversation: string }>(
      `select a.user_id as id, c.id as conversation from customer_aliases a join conversations c using (user_id) where a.alias = $1`,
      [`+${phone}`],
    );
    return rows.length > 0 ? rows : null;
  });
  await eventually(
    () => filesUnder(mediaFolder()).some((name) => name.includes(person!.id)),
    'the voice note to be kept',
  );
  await lea.write(phone, 'CONSEILLER');
  await eventually(
    async () => (await query('select from slack_messages')).length > 0,
    'the alert in Slack',
    60_000,
  );
  await post(
    'send-message',
    { conversation_id: person!.conversation, content: `Bonjour, ${words} !` },
    { 'idempotency-key': `reply-to-${phone}` },
  );
  await post(
    'generate-coupon',
    { user_id: person!.id },
    { 'idempotency-key': `coupon-${person!.id}` },
  );
  await said(phone, `${words} !`);
  await lea.write(phone, 'MES DONNEES');
  await said(phone, 'mes-donnees');
  await query(`insert into quarantined_events (channel, reason, raw) values ('whapi', 'x', $1)`, [
    JSON.stringify({ from: phone, text: words }),
  ]);
  return { ...person!, words, needles: [person!.id, person!.conversation, phone, words, name] };
}

describe('a job that fails', () => {
  it('keeps the kind of the error, not its words', async () => {
    const database = await createTestDatabase();
    const jobs = new JobRunner({
      serverUrl: database.serverUrl,
      log: new RecordingLog(),
      runs: true,
    });
    const client = new pg.Client({ connectionString: database.ownerUrl });
    await client.connect();
    await jobs.start();
    const failing = () => Promise.reject(new TypeError('ENOENT: customers/canari/photo'));
    await jobs.work({
      'deliver-alert': failing,
      'alert-taken': failing,
      'confirm-erasure': failing,
      'purge-media': failing,
      'purge-picture': failing,
      'order-settled': failing,
    });
    const db = openDatabase(database.serverUrl, 2);
    await new KnexUnitOfWork(db, jobs).run(SERVICE, (repositories) =>
      repositories.jobs.enqueue({ name: 'purge-picture', data: { key: 'x' } }),
    );
    const output = await eventually(
      async () => {
        const { rows } = await client.query<{ output: unknown }>(
          `select output from pgboss.job where name = 'purge-picture' and output is not null`,
        );
        return rows.length > 0 ? JSON.stringify(rows) : null;
      },
      'the failure',
      30_000,
    );
    expect(output).toContain('TypeError');
    expect(output).not.toContain('canari');
    await jobs.stop();
    await db.destroy();
    await client.end();
    await database.drop();
  }, 60_000);
});

describe('a queue of an older version', () => {
  it('no longer names people: what waits is still done, what is done is gone', async () => {
    const database = await createTestDatabase();
    const client = new pg.Client({ connectionString: database.ownerUrl });
    await client.connect();
    const [done, waiting] = [randomUUID(), randomUUID()];
    await client.query(
      `insert into pgboss.job (name, data, state) values ('purge-media', $1, 'completed'), ('purge-media', $2, 'retry')`,
      [{ userId: done }, { userId: waiting }],
    );
    await installJobs(database.ownerUrl);
    const { rows } = await client.query<{ data: { purgeId: string } }>(
      `select data from pgboss.job where name = 'purge-media'`,
    );
    const owed = await client.query('select id, folders from media_purges');
    expect(owed.rows).toEqual([{ id: rows[0]!.data.purgeId, folders: [`customers/${waiting}/`] }]);
    expect(rows).toHaveLength(1);
    await client.end();
    await database.drop();
  });
});

describe('after an erasure and its jobs', () => {
  it('SUPPRIMER: nothing of the person is anywhere in the database, the job queue or the files', async () => {
    const phone = '24174355101';
    const person = await aKnownPerson(phone);
    const before = await places(person.needles);
    for (const table of [
      'public.users',
      'public.messages',
      'public.customer_aliases',
      'public.idempotency_keys',
    ])
      expect(
        before.some((place) => place.endsWith(table)),
        table,
      ).toBe(true);
    await lea.write(phone, 'SUPPRIMER');
    await said(phone, 'effacées');
    await jobsDone();
    expect(
      await query(`select name from pgboss.job where name = 'purge-media' and state = 'completed'`),
    ).not.toEqual([]);
    expect(
      (await places(person.needles)).filter((place) => !staysByDesign(person).has(place)),
    ).toEqual([]);
    for (const file of filesUnder(mediaFolder())) expect(file).not.toContain(person.id);
  }, 240_000);

  it('staff erase: the same, and a job that fails keeps nothing of what failed', async () => {
    const phone = '24174355102';
    const person = await aKnownPerson(phone);
    const error = { code: 500, message: `no such chat: ${phone}@s.whatsapp.net` };
    lea.whapi.script({ on: '/messages/text', status: 500, body: { error } });
    const { status } = await lea.call('delete-user-data', { user_id: person.id }, 'DELETE');
    expect(status).toBe(200);
    await said(phone, 'effacées');
    await jobsDone();
    expect(
      (await places(person.needles)).filter((place) => !staysByDesign(person).has(place)),
    ).toEqual([]);
    for (const file of filesUnder(mediaFolder())) {
      expect(file).not.toContain(person.id);
      expect(readFileSync(file).includes(person.words)).toBe(false);
    }
  }, 240_000);
});
