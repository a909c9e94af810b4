import { describe, expect, it } from 'vitest';
import { FakeMessaging } from '../../../src/adapters/messaging/fake/fake-messaging.ts';
import { CHANNEL_LIMITS } from '../../../src/domain/message/channel-limits.ts';
import { fitParts } from '../../../src/domain/message/fit-parts.ts';
import { splitText } from '../../../src/domain/message/split-text.ts';
import { SERVICE } from '../../../src/domain/shared/actor.ts';
import { simulatorChatId } from '../../../src/adapters/messaging/fake/simulator-message.ts';
import type { OutboundMessage } from '../../../src/ports/messaging-gateway.ts';
import { present } from '../../contract/persistence/given.ts';
import { anOutbound } from '../../support/builders.ts';
import { createHarness, say } from '../../support/harness.ts';

const PHONE = '+24174000000';
const LONG = Array.from({ length: 300 }, (_, index) => `Phrase numéro ${index} de la notice.`).join(
  ' ',
);

describe('an advisor’s text that is longer than a message', () => {
  it('arrives whole, in order, as several messages with ids of their own', async () => {
    const lea = createHarness();
    await say(lea, PHONE, 'bonjour');
    const [conversation] = lea.store.conversations.all();
    const before = lea.shownTo(PHONE).length;
    const { messageId } = await lea.parts.sendMessage.execute({
      actor: SERVICE,
      conversationId: conversation!.id,
      content: LONG,
      echoId: 'echo',
    });
    await lea.settle();
    const shown = lea
      .shownTo(PHONE)
      .slice(before)
      .map(({ text }) => text);
    expect(shown.length).toBe(3);
    expect(shown.join(' ')).toBe(LONG);
    const stored = lea.store.messages.all().filter(({ sender }) => sender === 'human');
    expect(stored.map(({ status }) => status)).toEqual(['sent', 'sent', 'sent']);
    expect(stored.map(({ echoId }) => echoId)).toEqual(['echo', null, null]);
    expect(stored[0]?.id).toBe(messageId);
    expect(new Set(stored.map(({ providerId }) => providerId)).size).toBe(3);
  });
});

/** The process dies at a call, before the channel has the message or right after. */
type Fate = 'well' | 'killed before' | 'killed after';
class MortalMessaging extends FakeMessaging {
  fates: Fate[] = [];

  override async send(message: OutboundMessage) {
    const fate = this.fates.shift() ?? 'well';
    if (fate === 'killed before') throw new Error('killed');
    const sent = await super.send(message);
    if (fate === 'killed after') throw new Error('killed');
    return sent;
  }
}

const KILLED: readonly Fate[] = ['killed before', 'killed after'];
/** Death at each call, by itself and with another of whoever goes on. */
const DEATHS: readonly (readonly Fate[])[] = [0, 1, 2].flatMap((well) =>
  KILLED.flatMap((first) =>
    // Once the last piece is out, nobody has anything to die of.
    [[], ...(well === 2 && first === 'killed after' ? [] : KILLED.map((next) => [next]))].map(
      (more) => [...Array.from({ length: well }, (): Fate => 'well'), first, ...more],
    ),
  ),
);
/** Its pieces begin with the same words, by which the channel is asked for them. */
const ALIKE = 'Toujours la même phrase. '.repeat(400).trim();

describe.each([
  ['an advisor’s long text', 'human', LONG],
  ['an advisor’s long text whose pieces are alike', 'human', ALIKE],
  ['a long text of Léa’s', 'assistant', LONG],
  ['a long text of Léa’s whose pieces are alike', 'assistant', ALIKE],
] as const)('%s', (_, sender, text) => {
  it.each(DEATHS.map((fates) => [fates.join(', '), fates] as const))(
    'arrives once and in order: %s',
    async (_fates, fates) => {
      const gateway = new MortalMessaging({ now: () => lea.adapters.clock.now() });
      const lea = createHarness({ adapters: { gateway } });
      await say(lea, PHONE, 'bonjour');
      const [conversation] = lea.store.conversations.all();
      const { id } = conversation!;
      const shown = () => gateway.sentTo(simulatorChatId(PHONE)).map((sent) => sent.shown.text);
      const all = () => lea.store.messages.by('conversationId', id);
      const [shownBefore, before] = [shown().length, new Set(all().map((message) => message.id))];
      if (sender === 'human')
        await lea.parts.sendMessage.execute({ actor: SERVICE, conversationId: id, content: text });
      else
        await lea.adapters.uow.run(SERVICE, async ({ messages, conversations }) => {
          await messages.appendOutbound(
            fitParts([{ kind: 'text', text }]).map((part) =>
              anOutbound({
                conversationId: id,
                content: part.kind === 'product' ? '' : part.text,
                part,
                timestamp: lea.adapters.clock.now(),
              }),
            ),
          );
          await conversations.schedule([{ id, quietMs: 0, inbound: 0, lastInboundAt: null }], 0);
        });
      gateway.fates = [...fates];
      let deaths = 0;
      const said = () => all().filter((message) => !before.has(message.id));
      while (said().some(({ status }) => status !== 'sent')) {
        lea.pass(70_000);
        // What two died of is taken up by itself.
        const { queue } = lea.adapters;
        const lease =
          (await queue.claim('next', 1, 60_000))[0] ?? (await queue.claimSuspect('next', 60_000));
        await lea.parts.sendOutbox.execute(present(lease)).catch((error: unknown) => {
          expect(error).toEqual(new Error('killed'));
          deaths += 1;
        });
      }
      expect(deaths).toBe(fates.filter((fate) => fate !== 'well').length);
      const pieces = splitText(text, CHANNEL_LIMITS.text);
      expect(pieces).toHaveLength(3);
      expect(shown().slice(shownBefore)).toEqual(pieces);
      expect(new Set(said().map(({ providerId }) => providerId)).size).toBe(3);
    },
  );
});
