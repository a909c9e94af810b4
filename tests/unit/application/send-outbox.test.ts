import { beforeEach, describe, expect, it } from 'vitest';
import { FakeMessaging } from '../../../src/adapters/messaging/fake/fake-messaging.ts';
import { simulatorChatId } from '../../../src/adapters/messaging/fake/simulator-message.ts';
import type { MessageId } from '../../../src/domain/message/message.ts';
import type { ReplyPart } from '../../../src/domain/message/reply-part.ts';
import { SERVICE } from '../../../src/domain/shared/actor.ts';
import type { Lease } from '../../../src/ports/conversation-queue.ts';
import type { OutboundMessage } from '../../../src/ports/messaging-gateway.ts';
import { ProviderError } from '../../../src/ports/provider-error.ts';
import { createHarness, type Harness } from '../../support/harness.ts';

const PHONE = '+24174000000';
const CHAT = simulatorChatId(PHONE);

/** A gateway that loses answers, or cannot be asked. */
class FlakyMessaging extends FakeMessaging {
  loseAnswers = 0;
  deaf: ProviderError | null = null;
  onSend: () => Promise<void> = async () => undefined;

  override async send(message: OutboundMessage) {
    await this.onSend();
    const sent = await super.send(message);
    if (this.loseAnswers === 0) return sent;
    this.loseAnswers -= 1;
    throw new ProviderError('fake', 'unavailable', 'No answer.', { mayHaveActed: true });
  }

  override async sentSince(...question: Parameters<FakeMessaging['sentSince']>) {
    if (this.deaf) throw this.deaf;
    return super.sentSince(...question);
  }
}

let lea: Harness;
let gateway: FlakyMessaging;
let now: () => Date;

beforeEach(async () => {
  gateway = new FlakyMessaging({ now: () => now() });
  lea = createHarness({ adapters: { gateway } });
  now = () => lea.adapters.clock.now();
});

const shown = (): readonly string[] => gateway.sentTo(CHAT).map((message) => message.shown.text);
const outbound = () => lea.store.messages.all().filter(({ sender }) => sender === 'assistant');
const claim = async (): Promise<Lease> => {
  lea.pass(70_000);
  const [lease] = await lea.adapters.queue.claim('test', 1, 60_000);
  if (!lease) throw new Error('nothing is due');
  return lease;
};
const send = (lease: Lease, mayStillSend?: () => boolean) =>
  lea.parts.sendOutbox.execute(lease, mayStillSend);
/** A turn whose reply is queued. */
const aQueuedReply = async (): Promise<Lease> => {
  await lea.receive({ phone: PHONE, text: 'Bonjour' });
  const lease = await claim();
  await lea.parts.answerConversation.execute(lease);
  expect(outbound().map(({ status }) => status)).toEqual(['queued']);
  return lease;
};
/** As a process leaves it that dies after its call was written, or before. */
const dieWhileSending = async (lease: Lease, reached: boolean): Promise<void> => {
  gateway.onSend = async () => {
    gateway.onSend = async () => undefined;
    if (reached)
      await gateway.send({
        chatId: CHAT,
        content: { kind: 'text', text: outbound()[0]!.content },
        idempotencyKey: 'x',
      });
    throw new Error('killed');
  };
  await expect(send(lease)).rejects.toThrow('killed');
  expect(outbound()[0]).toMatchObject({ status: 'sending', providerId: null });
};

describe('a message that was cut off while it was sent', () => {
  it('is not repeated when the channel has it, and gets its id', async () => {
    await dieWhileSending(await aQueuedReply(), true);
    await send(await claim());
    expect(shown()).toHaveLength(1);
    expect(outbound()[0]).toMatchObject({
      status: 'sent',
      providerId: gateway.sentTo(CHAT)[0]!.providerId,
    });
  });

  it('is sent when the channel does not have it', async () => {
    await dieWhileSending(await aQueuedReply(), false);
    await send(await claim());
    expect(shown()).toHaveLength(1);
    expect(outbound()[0]?.status).toBe('sent');
  });

  it('is not mistaken for an earlier message with the same words', async () => {
    const lease = await aQueuedReply();
    await send(lease);
    const [first] = outbound();
    lea.store.messages.insert({
      ...first!,
      id: lea.adapters.ids.uuid() as never,
      seq: first!.seq + 1,
      status: 'sending',
      providerId: null,
    });
    await lea.adapters.queue.release(lease);
    await send(await claim());
    expect(shown()).toHaveLength(2);
    expect(outbound().map(({ status }) => status)).toEqual(['sent', 'sent']);
  });

  it('is looked for after a lost answer too', async () => {
    const lease = await aQueuedReply();
    gateway.loseAnswers = 1;
    await expect(send(lease)).rejects.toThrow('No answer.');
    await send(lease);
    expect(shown()).toHaveLength(1);
    expect(outbound()[0]?.status).toBe('sent');
  });

  it('waits for a channel that is out of order, and is sent again after a minute without an answer', async () => {
    const lease = await aQueuedReply();
    gateway.loseAnswers = 1;
    gateway.deaf = new ProviderError('fake', 'unavailable', 'Out of order.');
    await expect(send(lease)).rejects.toThrow('No answer.');
    await expect(send(lease)).rejects.toThrow('Out of order.');
    expect(shown()).toHaveLength(1);
    lea.pass(60_000);
    await send(lease);
    expect(shown()).toHaveLength(2);
  });

  it('is sent again where the channel keeps no list: a duplicate is the lesser harm', async () => {
    const lease = await aQueuedReply();
    gateway.deaf = new ProviderError('fake', 'rejected', 'No such thing.');
    await dieWhileSending(lease, true);
    await send(await claim());
    expect(shown()).toHaveLength(2);
  });
});

describe('a lease that was lost', () => {
  it('records nothing: the next holder asks the channel', async () => {
    const stale = await aQueuedReply();
    let next: Lease | null = null;
    gateway.onSend = async () => {
      gateway.onSend = async () => undefined;
      next = await claim();
    };
    await send(stale);
    expect(shown()).toHaveLength(1);
    expect(outbound()[0]).toMatchObject({ status: 'sending', providerId: null });
    await send(next!);
    expect(shown()).toHaveLength(1);
    expect(outbound()[0]?.status).toBe('sent');
  });

  it('puts nothing back into the outbox either', async () => {
    const stale = await aQueuedReply();
    gateway.onSend = async () => {
      gateway.onSend = async () => undefined;
      await claim();
      throw new ProviderError('fake', 'rate_limited', 'Slow down.');
    };
    await expect(send(stale)).rejects.toThrow('Slow down.');
    expect(outbound()[0]?.status).toBe('sending');
  });

  it('is not sent with once its time is over by the holder’s own watch', async () => {
    const stale = await aQueuedReply();
    await send(stale, () => false);
    expect(shown()).toEqual([]);
    await send(await claim());
    expect(shown()).toHaveLength(1);
  });
});

it('leaves to an advisor what could not be sent for an hour', async () => {
  const lease = await aQueuedReply();
  gateway.failNext(new ProviderError('fake', 'unavailable', 'Out of order.'));
  await expect(send(lease)).rejects.toThrow('Out of order.');
  lea.pass(3_600_001);
  gateway.failNext(new ProviderError('fake', 'unavailable', 'Out of order.'));
  await send(lease);
  expect(outbound()[0]?.status).toBe('failed');
  expect(lea.store.alerts.all().map(({ category }) => category)).toEqual(['send_failed']);
});

describe('a reply of several messages', () => {
  /** Three more behind the greeting: one that is sent in any case, and two that are not. */
  const aLongReply = async (): Promise<Lease> => {
    const lease = await aQueuedReply();
    const { conversationId, timestamp, turnId } = lea.store.messages.get(outbound()[0]!.id)!;
    const parts: readonly ReplyPart[] = [
      { kind: 'text', text: 'Un' },
      { kind: 'text', text: 'Deux, en tout cas', always: true },
      { kind: 'text', text: 'Trois' },
    ];
    await lea.adapters.uow.run(SERVICE, ({ messages }) =>
      messages.appendOutbound(
        parts.map((part) => ({
          id: lea.adapters.ids.uuid() as MessageId,
          conversationId,
          sender: 'assistant' as const,
          authorId: null,
          kind: 'text' as const,
          content: '',
          buttonId: null,
          attachment: null,
          part,
          status: 'queued' as const,
          providerId: null,
          timestamp,
          turnId,
          echoId: null,
        })),
      ),
    );
    return lease;
  };
  const statuses = () => outbound().map(({ status }) => status);
  const afterTheFirst = (work: () => void): void => {
    gateway.onSend = async () => {
      gateway.onSend = async () => undefined;
      work();
    };
  };
  const change = (fields: Parameters<typeof lea.store.conversations.update>[1]): void => {
    const [conversation] = lea.store.conversations.all();
    lea.store.conversations.update(conversation!.id, fields);
  };

  it('goes out in order, each once, with the words that the thread then has', async () => {
    await send(await aLongReply());
    expect(shown().slice(1)).toEqual(['Un', 'Deux, en tout cas', 'Trois']);
    expect(statuses()).toEqual(['sent', 'sent', 'sent', 'sent']);
    expect(outbound().map(({ content }) => content)).toEqual(shown());
  });

  it('ends where a person takes over, but for what is sent in any case', async () => {
    const lease = await aLongReply();
    afterTheFirst(() => change({ mode: 'human' }));
    await send(lease);
    expect(shown().slice(1)).toEqual(['Deux, en tout cas']);
    expect(statuses()).toEqual(['sent', 'dropped', 'sent', 'dropped']);
  });

  it('leaves out what was dropped meanwhile, also when Léa has the conversation again', async () => {
    const lease = await aLongReply();
    afterTheFirst(() => lea.store.messages.update(outbound()[1]!.id, { status: 'dropped' }));
    await send(lease);
    expect(shown().slice(1)).toEqual(['Deux, en tout cas', 'Trois']);
    expect(statuses()).toEqual(['sent', 'dropped', 'sent', 'sent']);
  });

  it('ends, and records nothing, where the lease is lost in between', async () => {
    const lease = await aLongReply();
    afterTheFirst(() => change({ fence: lease.fence + 1, leaseOwner: 'another' }));
    await send(lease);
    expect(shown()).toHaveLength(1);
    expect(statuses()).toEqual(['sending', 'queued', 'queued', 'queued']);
  });

  it('is tried again from the message that the channel refused, and from no other', async () => {
    const lease = await aLongReply();
    afterTheFirst(() => gateway.failNext(new ProviderError('fake', 'rate_limited', 'Slow down.')));
    await expect(send(lease)).rejects.toThrow('Slow down.');
    expect(statuses()).toEqual(['queued', 'queued', 'queued', 'queued']);
    await send(lease);
    expect(statuses()).toEqual(['sent', 'sent', 'sent', 'sent']);
    expect(shown()).toHaveLength(4);
  });

  it('goes on behind a message that was cut off, found or not', async () => {
    const lease = await aLongReply();
    await dieWhileSending(lease, false);
    await send(await claim());
    expect(shown()).toHaveLength(4);
    expect(statuses()).toEqual(['sent', 'sent', 'sent', 'sent']);
  });
});
