import fc from 'fast-check';
import { FakeMessaging } from '../../src/adapters/messaging/fake/fake-messaging.ts';
import { EscalateToAdvisor } from '../../src/application/escalate-to-advisor.ts';
import { SendOutbox } from '../../src/application/turn/send-outbox.ts';
import type { ConversationId } from '../../src/domain/conversation/conversation.ts';
import { SERVICE } from '../../src/domain/shared/actor.ts';
import { defaultSettings } from '../../src/domain/shop/shop-settings.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { ConversationQueue, Lease } from '../../src/ports/conversation-queue.ts';
import type { OutboundMessage } from '../../src/ports/messaging-gateway.ts';
import { ProviderError } from '../../src/ports/provider-error.ts';
import type { UnitOfWork } from '../../src/ports/unit-of-work.ts';
import { CryptoIdGenerator } from '../../src/adapters/system/crypto-id-generator.ts';
import { aConversationId, aPhone, aUserId, anInbound, anOutbound, chatOf } from './builders.ts';
import { NoMetrics } from './no-metrics.ts';
import { RecordingLog } from './recording-log.ts';

/** What a schedule is played on; `passTime` moves the store's clock. */
export interface Stage {
  readonly uow: UnitOfWork;
  readonly queue: ConversationQueue;
  readonly clock: Clock;
  passTime(ms: number): Promise<void>;
}

const LEASE_MS = 10_000;
const HOUR_MS = 3_600_000;
const WORKERS = 3;
const CONVERSATIONS = 3;

/** How the next send of a worker ends. */
const FATES = [
  'well',
  'refused',
  'answer lost',
  'killed before',
  'killed after',
  'stopped',
] as const;
type Fate = (typeof FATES)[number];

export type Step =
  | { readonly do: 'write'; readonly conversation: number }
  | { readonly do: 'redeliver' }
  | { readonly do: 'claim'; readonly worker: number }
  | { readonly do: 'claim suspect'; readonly worker: number }
  | { readonly do: 'turn'; readonly worker: number; readonly lease: number; readonly fate: Fate }
  | {
      readonly do: 'give back' | 'fail' | 'postpone' | 'renew' | 'die';
      readonly worker: number;
      readonly lease: number;
    }
  | { readonly do: 'pass time'; readonly ms: number }
  /** The machine's clock is set, forth or back. */
  | { readonly do: 'set the clock'; readonly ms: number };

const conversation = fc.nat(CONVERSATIONS - 1);
const worker = fc.nat(WORKERS - 1);
/** Which of those that a worker believes to hold, lost ones included. */
const lease = fc.nat(2);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('write' as const), conversation }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('redeliver' as const) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('claim' as const), worker }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('claim suspect' as const), worker }) },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('turn' as const),
      worker,
      lease,
      fate: fc.constantFrom(...FATES),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constantFrom('give back', 'fail', 'postpone', 'renew', 'die'),
      worker,
      lease,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('pass time' as const),
      ms: fc.constantFrom(1_000, LEASE_MS + 500),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('set the clock' as const),
      ms: fc.constantFrom(-HOUR_MS, HOUR_MS),
    }),
  },
);
export const schedule: fc.Arbitrary<readonly Step[]> = fc.array(step, {
  minLength: 5,
  maxLength: 40,
});

class Killed extends Error {}

/** A gateway that ends each send as it is told, and tells the truth about what it has. */
class FatefulMessaging extends FakeMessaging {
  fate: Fate = 'well';
  onStop: () => Promise<void> = async () => undefined;

  override async send(message: OutboundMessage) {
    const fate = this.fate;
    this.fate = 'well';
    if (fate === 'killed before') throw new Killed();
    if (fate === 'refused') throw new ProviderError('fake', 'rate_limited', 'Slow down.');
    const sent = await super.send(message);
    if (fate === 'killed after') throw new Killed();
    if (fate === 'stopped') await this.onStop();
    if (fate === 'answer lost')
      throw new ProviderError('fake', 'unavailable', 'No answer.', { mayHaveActed: true });
    return sent;
  }
}

/**
 * Plays a schedule and lets the world come to rest. Throws when a conversation was held twice, a lost lease
 * wrote, or what the customers read is not each question's answer once and in order.
 */
export async function play(stage: Stage, steps: readonly Step[]): Promise<void> {
  const { uow, queue, clock } = stage;
  /** WhatsApp's own clock, which nobody sets. */
  let channelMs = clock.now().getTime();
  const gateway = new FatefulMessaging({ now: () => new Date(channelMs) });
  const passTime = async (ms: number): Promise<void> => {
    channelMs += ms;
    await stage.passTime(ms);
  };
  const send = new SendOutbox({
    uow,
    gateway,
    clock,
    settings: { current: () => defaultSettings('GA') },
    log: new RecordingLog(),
    metrics: new NoMetrics(),
    escalateToAdvisor: new EscalateToAdvisor({
      uow,
      clock,
      ids: new CryptoIdGenerator(),
      notifierNames: [],
    }),
    publicUrl: 'https://lea.example',
  });
  const chats: { id: ConversationId; chatId: string; asked: string[] }[] = [];
  for (let index = 0; index < CONVERSATIONS; index += 1) chats.push(await open());
  const written: ReturnType<typeof anInbound>[] = [];
  /** What each worker believes to hold. */
  const held: Lease[][] = Array.from({ length: WORKERS }, () => []);
  /** Who really holds a conversation: whoever claimed it last. */
  const holder = new Map<ConversationId, number>();

  async function open() {
    const phone = aPhone();
    const chatId = chatOf(phone);
    const now = clock.now();
    return uow.run(SERVICE, async ({ customers, conversations }) => {
      const [userId] = await customers.resolve(
        [{ aliases: [phone], phone, name: null, newId: aUserId() }],
        now,
      );
      const [opened] = await conversations.ensureOpen(
        [{ userId: userId!, newId: aConversationId(), chatId }],
        now,
        new Date(now.getTime() - 86_400_000),
      );
      return { id: opened!.id, chatId, asked: [] as string[] };
    });
  }

  async function write(index: number): Promise<void> {
    const chat = chats[index]!;
    const content = `${index}.${chat.asked.length}`;
    const message = anInbound({
      conversationId: chat.id,
      content,
      timestamp: new Date(channelMs),
    });
    await uow.run(SERVICE, async ({ messages, conversations }) => {
      await messages.appendInbound([message]);
      await conversations.schedule(
        [{ id: chat.id, quietMs: 0, inbound: 1, lastInboundAt: clock.now() }],
        5_000,
      );
    });
    chat.asked.push(content);
    written.push(message);
  }

  /** Another copy of the same message. */
  async function redeliver(): Promise<void> {
    const last = written.at(-1);
    if (last === undefined) return;
    const copy = { ...anInbound({ conversationId: last.conversationId }), ...last };
    const stored = await uow.run(SERVICE, ({ messages }) =>
      messages.appendInbound([{ ...copy, id: anInbound().id }]),
    );
    if (stored.length > 0) throw new Error('a redelivered message was stored twice');
  }

  function take(who: number, lease: Lease): void {
    const before = holder.get(lease.conversationId);
    if (before !== undefined && before >= lease.fence) throw new Error('a fence went back');
    holder.set(lease.conversationId, lease.fence);
    held[who]!.push(lease);
  }

  const pick = (who: number, nth: number): Lease | null => held[who]!.at(nth) ?? null;
  const drop = (who: number, lease: Lease): void => {
    held[who] = held[who]!.filter((one) => one !== lease);
  };

  /** As `commitTurn` does it: one answer to each question, if the lease still holds. */
  async function answer(lease: Lease): Promise<void> {
    const wrote = await uow.run(SERVICE, async ({ conversations, messages }) => {
      if ((await conversations.lockHeld(lease)) === null) return false;
      const questions = await messages.unhandled(lease.conversationId);
      await messages.markHandled(
        questions.map(({ id }) => id),
        null,
        clock.now(),
      );
      await messages.appendOutbound(
        questions.map(({ content }) =>
          anOutbound({
            conversationId: lease.conversationId,
            status: 'queued',
            content,
            part: { kind: 'text', text: content },
            timestamp: clock.now(),
          }),
        ),
      );
      return true;
    });
    if (wrote && holder.get(lease.conversationId) !== lease.fence)
      throw new Error('a lost lease wrote');
  }

  async function turn(who: number, lease: Lease, fate: Fate): Promise<void> {
    gateway.fate = fate;
    // Past its lease, and somebody else goes on before it wakes up.
    gateway.onStop = async () => {
      await passTime(LEASE_MS + 500);
      const other = (who + 1) % WORKERS;
      for (const next of await queue.claim(`w${other}`, 10, LEASE_MS)) {
        take(other, next);
        await send.execute(next);
        await answer(next);
      }
    };
    try {
      await send.execute(lease);
      await answer(lease);
      await send.execute(lease);
    } catch (error) {
      if (error instanceof Killed) drop(who, lease);
      else if (error instanceof ProviderError) await queue.postpone(lease, 500);
      else throw error;
    } finally {
      gateway.fate = 'well';
    }
  }

  async function act(one: Step): Promise<void> {
    if (one.do === 'write') return write(one.conversation);
    if (one.do === 'redeliver') return redeliver();
    if (one.do === 'pass time') return passTime(one.ms);
    if (one.do === 'set the clock') return stage.passTime(one.ms);
    const { worker: who } = one;
    const name = `w${who}`;
    if (one.do === 'claim') {
      for (const lease of await queue.claim(name, 1, LEASE_MS)) take(who, lease);
      return;
    }
    if (one.do === 'claim suspect') {
      const lease = await queue.claimSuspect(name, LEASE_MS);
      if (lease !== null) take(who, lease);
      return;
    }
    const lease = pick(who, one.lease);
    if (lease === null) return;
    if (one.do === 'turn') return turn(who, lease, one.fate);
    if (one.do === 'renew') {
      const renewed = await queue.renew(lease, LEASE_MS);
      if (renewed && holder.get(lease.conversationId) !== lease.fence)
        throw new Error('a lost lease was renewed');
      return;
    }
    drop(who, lease);
    if (one.do === 'give back') return queue.release(lease);
    if (one.do === 'fail') return queue.fail(lease, 500);
    if (one.do === 'postpone') return queue.postpone(lease, 500);
  }

  for (const one of steps) await act(one);

  // Everybody else is gone: one worker, a gateway that works, and time.
  for (let quiet = 0; quiet < 2;) {
    await passTime(LEASE_MS + 500);
    await queue.straighten(LEASE_MS);
    const suspect = await queue.claimSuspect('last', LEASE_MS);
    const leases = [
      ...(await queue.claim('last', 10, LEASE_MS)),
      ...(suspect === null ? [] : [suspect]),
    ];
    quiet = leases.length === 0 ? quiet + 1 : 0;
    for (const lease of leases) {
      take(0, lease);
      await send.execute(lease);
      await answer(lease);
      await send.execute(lease);
      await queue.release(lease);
    }
  }
  for (const { chatId, asked } of chats) {
    const read = gateway.sentTo(chatId).map(({ shown }) => shown.text);
    if (read.join(' ') !== asked.join(' '))
      throw new Error(`asked "${asked.join(' ')}", was answered "${read.join(' ')}"`);
  }
}
