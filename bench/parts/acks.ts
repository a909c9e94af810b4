import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { startGateway } from '../support/gateway.ts';
import { cpuMs } from '../support/cpu.ts';
import { addCustomers } from '../support/customers.ts';
import { asOwner } from '../support/database.ts';
import { freePort, production, startLea, type LeaProcess } from '../support/lea-process.ts';
import { CROWD, postMessages, type LoadResult } from '../support/load.ts';
import { atLeast, atMost, median, type Measurement } from '../support/measurement.ts';
import type { Deps, Part } from '../support/part.ts';
import { until } from '../support/wait.ts';

const FLOOR = fileURLToPath(new URL('../support/floor-server.ts', import.meta.url));
/** Nothing to advise on, so that a busy worker is busy with whole turns and not with long replies. */
const TEXT = 'Bonjour, avez-vous une crème pour peau sèche ?';

/** Acknowledgements that survive a crash, against a bare server that does one INSERT and commit a request. */
export const part: Part = async (deps) => {
  const database = await deps.postgres.create();
  const whapi = await startGateway();
  try {
    await asOwner(database.ownerUrl, async (client) => {
      await client.query(
        'create table floor_messages (id bigint generated always as identity primary key, provider_id text unique, body jsonb, at timestamptz default now())',
      );
      await addCustomers(client, CROWD);
    });
    const environment = production({ databaseUrl: database.ownerUrl, whapiUrl: whapi.url });
    const speed = await againstFloor(deps, database.ownerUrl, { ...environment, ROLE: 'web' });
    // A worker would find what the first part left: it begins with nothing due.
    await asOwner(database.ownerUrl, (client) =>
      client.query(
        `with done as (update messages set handled_at = now() where handled_at is null) update conversations set due_at = null`,
      ),
    );
    const busy = await withWorker(deps, environment, speed.perSecond / 2);
    return [...speed.measurements, busy];
  } finally {
    await whapi.close();
    await database.drop();
  }
};

async function againstFloor(
  deps: Deps,
  databaseUrl: string,
  environment: Readonly<Record<string, string>>,
): Promise<{ readonly perSecond: number; readonly measurements: readonly Measurement[] }> {
  const { quick, postgres, say } = deps;
  const seconds = quick ? 3 : 8;
  const floor = await startFloor(databaseUrl);
  let lea: LeaProcess | null = null;
  try {
    lea = await startLea(environment);
    const load = async (
      server: Pick<LeaProcess, 'url' | 'cpuMs'>,
      forSeconds: number,
      rate?: number,
    ) => {
      const used = (): number | null => {
        const [own, database] = [server.cpuMs(), postgres.cpuMs()];
        return own === null || database === null ? null : own + database;
      };
      const before = used();
      const result = await postMessages({
        url: server.url,
        seconds: forSeconds,
        people: CROWD,
        text: TEXT,
        ...(rate === undefined ? {} : { rate }),
      });
      const after = used();
      return {
        ...result,
        cpuEach: before === null || after === null ? null : (after - before) / result.accepted,
      };
    };
    say('warming up');
    await load(floor, 2);
    await load(lea, 3);
    const rounds: { readonly floor: Loaded; readonly lea: Loaded }[] = [];
    // In turns, so that whatever else the machine does falls on both.
    for (let round = 0; round < (quick ? 1 : 3); round += 1) {
      const both = { floor: await load(floor, seconds), lea: await load(lea, seconds) };
      rounds.push(both);
      say(`floor ${Math.round(both.floor.perSecond)}/s, Léa ${Math.round(both.lea.perSecond)}/s`);
    }
    const perSecond = median(rounds.map((round) => round.lea.perSecond));
    const half = await load(lea, seconds, perSecond / 2);
    const cpu = rounds.flatMap(({ floor: bare, lea: whole }) =>
      bare.cpuEach === null || whole.cpuEach === null
        ? []
        : [[bare.cpuEach, whole.cpuEach] as const],
    );
    return {
      perSecond,
      measurements: [
        {
          what: 'durable acks, 64 connections, ratio to the floor',
          value: median(rounds.map((round) => round.lea.perSecond / round.floor.perSecond)),
          unit: '×',
          target: atLeast(1),
        },
        {
          what: 'durable acks, 64 connections',
          value: perSecond,
          unit: '/s',
          target: null,
          floor: median(rounds.map((round) => round.floor.perSecond)),
        },
        ...(cpu.length === 0
          ? []
          : [
              {
                what: 'processor time of one ack, server and database',
                value: median(cpu.map(([, whole]) => whole)),
                unit: 'ms',
                target: null,
                floor: median(cpu.map(([bare]) => bare)),
              },
            ]),
        {
          what: 'ack p99 at half that load',
          value: half.p99,
          unit: 'ms',
          target: atMost(50),
          note: `${Math.round(half.perSecond)}/s`,
        },
      ],
    };
  } finally {
    await lea?.stop();
    floor.stop();
  }
}

interface Loaded extends LoadResult {
  readonly cpuEach: number | null;
}

async function withWorker(
  deps: Deps,
  environment: Readonly<Record<string, string>>,
  rate: number,
): Promise<Measurement> {
  const lea = await startLea({ ...environment, ROLE: 'all', BURST_WINDOW_MS: '0' });
  try {
    deps.say('with the worker busy in the same process');
    const result = await postMessages({
      url: lea.url,
      seconds: deps.quick ? 3 : 10,
      people: CROWD,
      text: TEXT,
      rate,
    });
    return {
      what: 'the same with the worker busy in the process',
      value: result.p99,
      unit: 'ms',
      target: atMost(100),
      note: `${Math.round(result.perSecond)}/s offered to 2,000 conversations, more than the worker can answer`,
    };
  } finally {
    await lea.stop();
  }
}

async function startFloor(databaseUrl: string) {
  const port = await freePort();
  const child = spawn(process.execPath, [FLOOR], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { FLOOR_DATABASE_URL: databaseUrl, PORT: String(port) },
  });
  const url = `http://127.0.0.1:${port}`;
  await until(
    () =>
      fetch(url).then(
        () => true,
        () => false,
      ),
    'the floor server',
    30_000,
  );
  return { url, cpuMs: () => cpuMs(child.pid!), stop: () => void child.kill('SIGTERM') };
}
