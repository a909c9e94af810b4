import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { Agent, request } from 'undici';
import { webhookBody, type BenchCustomer } from './customers.ts';
import type { Delivered, Gateway } from './gateway.ts';
import { WEBHOOK_SECRET } from './lea-process.ts';
import { until } from './wait.ts';

export interface Talk {
  readonly url: string;
  readonly gateway: Gateway;
  readonly people: readonly BenchCustomer[];
  readonly seconds: number;
  /** What a customer writes, and by what the end of the reply is known. */
  readonly question: Question;
}

export interface Question {
  readonly text: string;
  readonly isLast: (message: Delivered) => boolean;
}

/** Three product cards and then buttons. */
export const ADVICE: Question = {
  text: 'Je cherche une crème hydratante pour peau sèche, budget 15000',
  isLast: ({ type }) => type === 'interactive',
};
/** Answered with one line and without advice. */
export const THANKS: Question = { text: 'Merci beaucoup', isLast: () => true };

export interface TalkResult {
  readonly turns: number;
  readonly perSecond: number;
  /** From the post of each message until the last message of its reply was with the gateway, in milliseconds. */
  readonly latencies: readonly number[];
  /** From the post until it was acknowledged, in milliseconds. */
  readonly acks: readonly number[];
}

const agent = new Agent({ connections: 128, keepAliveTimeout: 30_000 });

/** Posts one message and answers when it was acknowledged (`Date.now()`). */
export async function post(url: string, person: BenchCustomer, text: string): Promise<number> {
  const { statusCode, body } = await request(`${url}/functions/whatsapp-webhook`, {
    method: 'POST',
    dispatcher: agent,
    headers: { 'content-type': 'application/json', 'x-webhook-secret': WEBHOOK_SECRET },
    body: webhookBody(person, text),
  });
  await body.dump();
  if (statusCode !== 200) throw new Error(`A message was refused with ${statusCode}.`);
  return Date.now();
}

async function turn(talk: Talk, person: BenchCustomer): Promise<{ ack: number; whole: number }> {
  const { url, gateway, question } = talk;
  const started = performance.now();
  const reply = gateway.reply(person.chatId, question.isLast);
  await post(url, person, question.text);
  const ack = performance.now() - started;
  return { ack, whole: (await reply) - started };
}

/** Everybody writes again as soon as they are answered. */
export async function talkWithoutPause(talk: Talk): Promise<TalkResult> {
  const started = performance.now();
  const deadline = started + talk.seconds * 1000;
  const done: { ack: number; whole: number }[] = [];
  await Promise.all(
    talk.people.map(async (person) => {
      while (performance.now() < deadline) done.push(await turn(talk, person));
    }),
  );
  return summary(done, performance.now() - started);
}

/** So many messages a second, whether answered or not, each from whoever has been silent longest. */
export async function talkAtRate(talk: Talk, rate: number): Promise<TalkResult> {
  const started = performance.now();
  const total = Math.round(rate * talk.seconds);
  const turns: Promise<{ ack: number; whole: number }>[] = [];
  while (turns.length < total) {
    const due = Math.min(total, Math.ceil(((performance.now() - started) / 1000) * rate));
    while (turns.length < due)
      turns.push(turn(talk, talk.people[turns.length % talk.people.length]!));
    await sleep(2);
  }
  const done = await Promise.all(turns);
  return summary(done, performance.now() - started);
}

const summary = (
  done: readonly { readonly ack: number; readonly whole: number }[],
  tookMs: number,
): TalkResult => ({
  turns: done.length,
  perSecond: done.length / (tookMs / 1000),
  latencies: done.map(({ whole }) => whole),
  acks: done.map(({ ack }) => ack),
});

/** How many were answered twice or not at all, by what the database and the gateway say once all is quiet. */
export async function notExactlyOnce(
  ownerUrl: string,
  gateway: Gateway,
  posted: number,
): Promise<number> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const bench = `c.chat_id like '2376%'`;
    await until(
      async () =>
        (
          await client.query(
            `select from conversations c where ${bench} and (due_at is not null or lease_owner is not null) limit 1`,
          )
        ).rowCount === 0,
      'rest after the load',
      60_000,
    );
    const { rows } = await client.query<{ turns: number; sent: number; ids: number }>(
      `select (select count(*)::int from turns t join conversations c on c.id = t.conversation_id where ${bench}) as turns,
              (select count(*)::int from messages m join conversations c on c.id = m.conversation_id where ${bench} and sender = 'assistant' and m.status = 'sent') as sent,
              (select count(distinct provider_id)::int from messages m join conversations c on c.id = m.conversation_id where ${bench} and sender = 'assistant') as ids`,
    );
    const { turns, sent, ids } = rows[0]!;
    return Math.abs(turns - posted) + Math.abs(sent - gateway.delivered) + Math.abs(sent - ids);
  } finally {
    await client.end();
  }
}
