import { setTimeout as sleep } from 'node:timers/promises';
import { firstProducts, OpenAiPeer } from '../../tests/support/peers/openai-peer.ts';
import { customers } from '../support/customers.ts';
import {
  ADVICE,
  notExactlyOnce,
  post,
  talkAtRate,
  talkWithoutPause,
  THANKS,
  type Question,
} from '../support/converse.ts';
import { asOwner } from '../support/database.ts';
import { atLeast, atMost, percentile, type Measurement } from '../support/measurement.ts';
import type { Deps, Part } from '../support/part.ts';
import { inShop } from '../support/shop.ts';

const MODEL_MS = 1_000;
/** What the server takes by itself. */
const BURST_MS = 1_200;

export const part: Part = async (deps) => [
  ...(await asFastAsItGoes(deps, 'an advice in four messages', ADVICE, 300)),
  ...(await asFastAsItGoes(deps, 'a single line', THANKS, null)),
  ...(await wakeUp(deps)),
  ...(await withSlowModel(deps)),
];

/** 500 conversations that write again as soon as they are answered. */
async function asFastAsItGoes(
  deps: Deps,
  kind: string,
  question: Question,
  target: number | null,
): Promise<readonly Measurement[]> {
  deps.say(`500 conversations without a pause, each reply ${kind}`);
  const people = customers(500);
  return inShop(
    deps,
    people.length,
    { BURST_WINDOW_MS: '0' },
    async ({ database, gateway, lea }) => {
      const talk = { url: lea.url, gateway, people, question };
      const warm = await talkWithoutPause({ ...talk, seconds: 3 });
      const used = (): number =>
        (lea.cpuMs() ?? Number.NaN) + (deps.postgres.cpuMs() ?? Number.NaN);
      const before = used();
      const result = await talkWithoutPause({ ...talk, seconds: deps.quick ? 5 : 20 });
      const cpuEach = (used() - before) / result.turns;
      const odd = await notExactlyOnce(database.ownerUrl, gateway, warm.turns + result.turns);
      const told = { unit: 'ms', target: null };
      return [
        {
          what: `complete turns, stub model, 500 conversations, ${kind}`,
          value: result.perSecond,
          unit: '/s',
          target: target === null ? null : atLeast(target),
        },
        { what: '  not answered exactly once', value: odd, unit: '', target: atMost(0) },
        ...(Number.isNaN(cpuEach)
          ? []
          : [
              {
                what: '  processor time of one turn, server and database',
                value: cpuEach,
                ...told,
              },
            ]),
      ];
    },
  );
}

/** From the acknowledgement until the turn has begun, with nothing else to do. */
async function wakeUp(deps: Deps): Promise<readonly Measurement[]> {
  deps.say('idle wake-up');
  const people = customers(deps.quick ? 40 : 150);
  return inShop(
    deps,
    people.length,
    { BURST_WINDOW_MS: '0' },
    async ({ database, gateway, lea }) => {
      const acked: number[] = [];
      for (const person of people) {
        const reply = gateway.reply(person.chatId, THANKS.isLast);
        acked.push(await post(lea.url, person, THANKS.text));
        await reply;
        await sleep(30);
      }
      const begun = await asOwner(database.ownerUrl, async (client) => {
        const { rows } = await client.query<{ at: number }>(
          `select extract(epoch from t.started_at)::float8 * 1000 as at from turns t join conversations c on c.id = t.conversation_id
         where c.chat_id = any($1) order by array_position($1, c.chat_id)`,
          [people.map(({ chatId }) => chatId)],
        );
        return rows.map(({ at }) => at);
      });
      const waits = begun.map((at, index) => Math.max(0, at - acked[index]!)).slice(5);
      return [
        {
          what: 'idle wake-up, ack to the start of the turn, p95',
          value: percentile(waits, 0.95),
          unit: 'ms',
          target: atMost(15),
          note: `median ${Math.round(percentile(waits, 0.5))} ms`,
        },
      ];
    },
  );
}

/** Turns that mostly wait for their model. */
async function withSlowModel(deps: Deps): Promise<readonly Measurement[]> {
  const model = await new OpenAiPeer().start();
  model.respond = (request) => ({
    kind: 'slow',
    milliseconds: MODEL_MS,
    then: firstProducts(2)(request),
  });
  const environment = { LLM: 'openai', OPENAI_API_KEY: 'sk-bench', OPENAI_BASE_URL: model.baseUrl };
  try {
    const seconds = deps.quick ? 5 : 15;
    deps.say('200 turns a second with a model that takes one second');
    // Whoever writes again before the answer gets one for both, which is no turn of its own.
    const people = customers(200 * seconds);
    const many = await inShop(
      deps,
      people.length,
      environment,
      async ({ database, gateway, lea }) => {
        const talk = { url: lea.url, gateway, people, question: ADVICE };
        const warm = await talkAtRate({ ...talk, seconds: 3 }, 50);
        const result = await talkAtRate({ ...talk, seconds }, 200);
        const odd = await notExactlyOnce(database.ownerUrl, gateway, warm.turns + result.turns);
        return { ...result, odd };
      },
    );
    deps.say('200 sessions at once');
    const sessions = customers(200);
    const own = await inShop(deps, sessions.length, environment, async ({ gateway, lea }) => {
      const talk = { url: lea.url, gateway, people: sessions, question: ADVICE };
      await talkWithoutPause({ ...talk, seconds: 2 });
      return talkWithoutPause({ ...talk, seconds });
    });
    const slowest = percentile(many.latencies, 0.95);
    return [
      {
        what: 'turns with a model of 1 s, 200/s offered',
        value: many.perSecond,
        unit: '/s',
        // The last ones are still with the model when the offering ends.
        target: atLeast(
          Math.floor((200 * seconds) / (seconds + (MODEL_MS + BURST_MS + 150) / 1000)),
        ),
        note: `over ${seconds} s and the wait for the last reply`,
      },
      {
        what: '  p95 from webhook to the whole reply',
        value: slowest,
        unit: 'ms',
        target: atMost(MODEL_MS + BURST_MS + 150),
      },
      { what: '  not answered exactly once', value: many.odd, unit: '', target: atMost(0) },
      {
        what: "Léa's own share of a reply, 200 sessions at once, p95",
        value: percentile(own.latencies, 0.95) - MODEL_MS - BURST_MS,
        unit: 'ms',
        target: atMost(150),
        note: `${Math.round(own.perSecond)} turns/s`,
      },
    ];
  } finally {
    await model.stop();
  }
}
