import { beforeEach, describe, expect, it } from 'vitest';
import { simulatorMessage } from '../../../src/adapters/messaging/fake/simulator-message.ts';
import type { ChannelEvent } from '../../../src/ports/inbound-channel.ts';
import { createHarness, type Harness } from '../../support/harness.ts';

const [AWA, MOUSSA] = ['+24174000001', '+24174000002'] as const;

let lea: Harness;
beforeEach(() => {
  lea = createHarness();
});

const written = (phone: string, text: string, id: string) =>
  simulatorMessage({ phone, text, id }, { now: () => lea.adapters.clock.now() });
const handle = (...events: ChannelEvent[]) => lea.parts.handleInboundMessage.execute({ events });
const contents = () => lea.store.messages.all().map(({ content }) => content);
/** When Léa turns to a conversation, in milliseconds from now. */
const dueIn = (): number =>
  lea.store.conversations.all()[0]!.dueAt!.getTime() - lea.adapters.clock.now().getTime();

describe('what the channel reports', () => {
  it('is kept once, however often it is delivered, in one call or several', async () => {
    const message = written(AWA, 'Bonjour', 'wamid.1');
    expect(await handle(message, message)).toEqual({ stored: 1 });
    expect(await handle(message)).toEqual({ stored: 0 });
    expect(contents()).toEqual(['Bonjour']);
  });

  it('makes one person and one conversation a number, whoever writes meanwhile', async () => {
    await handle(
      written(AWA, 'un', 'wamid.1'),
      written(MOUSSA, 'deux', 'wamid.2'),
      written(AWA, 'trois', 'wamid.3'),
    );
    expect(lea.store.customers.all().map(({ phone }) => phone)).toEqual([AWA, MOUSSA]);
    expect(lea.store.conversations.all()).toHaveLength(2);
    expect(contents()).toEqual(['un', 'deux', 'trois']);
  });

  it('is kept whole or not at all', async () => {
    const broken = { ...written(AWA, 'deux', 'wamid.2') };
    Object.defineProperty(broken, 'message', {
      get: () => {
        throw new Error('cut off');
      },
    });
    await expect(handle(written(AWA, 'un', 'wamid.1'), broken)).rejects.toThrow('cut off');
    expect(contents()).toEqual([]);
    expect(lea.store.customers.all()).toEqual([]);
  });

  it('that fits no schema is set aside, and the rest is kept', async () => {
    await handle(written(AWA, 'Bonjour', 'wamid.1'), {
      type: 'quarantined',
      reason: 'text.body: a string is expected',
      raw: { id: 'wamid.2' },
    });
    expect(contents()).toEqual(['Bonjour']);
    expect(lea.store.quarantine.all()).toMatchObject([
      { channel: 'fake', reason: 'text.body: a string is expected', raw: { id: 'wamid.2' } },
    ]);
  });

  it('that concerns nobody leaves nothing', async () => {
    expect(await handle({ type: 'ignored', reason: 'group' })).toEqual({ stored: 0 });
    expect(lea.store.quarantine.all()).toEqual([]);
  });
});

describe('a turn is due', () => {
  it('after the quiet period that gathers a burst', async () => {
    await handle(written(AWA, 'je cherche', 'wamid.1'));
    expect(dueIn()).toBe(1_200);
  });

  it.each(['SUPPRIMER', 'oui', 'mon bébé ne respire plus'])('at once for "%s"', async (text) => {
    await handle(written(AWA, text, 'wamid.1'));
    expect(dueIn()).toBe(0);
  });

  it('at the latest five seconds after the first message of a burst that does not end', async () => {
    for (let count = 0; count < 8; count += 1) {
      await handle(written(AWA, `mot ${count}`, `wamid.${count}`));
      lea.pass(1_000);
    }
    expect(dueIn()).toBeLessThanOrEqual(0);
  });
});
