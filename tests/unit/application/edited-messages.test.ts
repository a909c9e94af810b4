import { describe, expect, it } from 'vitest';
import { SERVICE } from '../../../src/domain/shared/actor.ts';
import { aProduct } from '../../support/builders.ts';
import { createHarness, say, type Harness } from '../../support/harness.ts';

const PHONE = '+24174000001';
const CREAM = aProduct();
const QUESTION = 'je cherche une crème hydratante visage';
const ID = 'wamid.edited';

async function consented(): Promise<Harness> {
  const lea = createHarness({ products: [CREAM] });
  await say(lea, PHONE, 'Bonjour');
  await say(lea, PHONE, 'OUI', { id: 'wamid.yes' });
  return lea;
}
const receive = (
  lea: Harness,
  ...events: Parameters<ReturnType<typeof receiver>['execute']>[0]['events']
) => receiver(lea).execute({ events });
const receiver = (lea: Harness) => lea.parts.handleInboundMessage;

/** What is shown because a message was edited. */
async function edit(lea: Harness, text: string, providerId = ID): Promise<readonly string[]> {
  const before = lea.shownTo(PHONE).length;
  await receive(lea, { type: 'edit', providerId, text });
  await lea.settle();
  return lea
    .shownTo(PHONE)
    .slice(before)
    .map((shown) => shown.text);
}
const customer = (lea: Harness) => lea.store.customers.all()[0]!;
const open = (lea: Harness) => lea.store.conversations.all()[0]!;
const takeOver = (lea: Harness) =>
  lea.parts.takeOver.execute({ actor: SERVICE, conversationId: open(lea).id });

describe('a message that is edited before it is answered', () => {
  it('is answered as it reads now', async () => {
    const lea = await consented();
    await lea.receive({ phone: PHONE, text: 'vous livrez ?', id: ID });
    expect((await edit(lea, QUESTION)).join()).toContain(CREAM.name);
  });

  it('is answered as it reads at the end of a turn that had read it before', async () => {
    const lea = await consented();
    await lea.receive({ phone: PHONE, text: 'vous livrez ?', id: ID });
    lea.pass(2_000);
    const [lease] = await lea.adapters.queue.claim('test', 1, 60_000);
    const model = lea.parts.answerConversation;
    const { uow } = lea.adapters;
    // The edit comes in right after the turn has read the message.
    const run = uow.run.bind(uow);
    let times = 0;
    uow.run = async (actor, work) => {
      const result = await run(actor, work);
      if ((times += 1) === 1) {
        uow.run = run;
        await receive(lea, { type: 'edit', providerId: ID, text: QUESTION });
      }
      return result;
    };
    expect(await model.execute(lease!)).toBe('overtaken');
    await lea.adapters.queue.release(lease!);
    await lea.settle();
    expect(lea.shownTo(PHONE).at(-1)!.text + lea.shownTo(PHONE).at(-2)!.text).toContain(CREAM.name);
  });

  it('is held and answered after OUI as it reads then', async () => {
    const lea = createHarness({ products: [CREAM] });
    await say(lea, PHONE, 'vous livrez ?', { id: ID });
    expect(await edit(lea, QUESTION)).toEqual([]);
    expect((await say(lea, PHONE, 'oui')).join()).toContain(CREAM.name);
  });
});

describe('a message that is edited after it was answered', () => {
  it.each(['merci', 'bonjour', QUESTION])(
    'from "%s" into an emergency raises the alarm',
    async (text) => {
      const lea = await consented();
      await say(lea, PHONE, text, { id: ID });
      expect((await edit(lea, 'mon bébé ne respire plus')).join()).toContain('1300');
      expect(lea.store.alerts.all()).toMatchObject([{ severity: 'emergency' }]);
      // A redelivery of the edit is none.
      expect(await edit(lea, 'mon bébé ne respire plus')).toEqual([]);
    },
  );

  it('raises the alarm before consent, after a refusal, and beside an advisor', async () => {
    const fresh = createHarness();
    await say(fresh, PHONE, 'salut', { id: ID });
    expect((await edit(fresh, 'mon bébé ne respire plus')).join()).toContain('1300');

    const refused = createHarness();
    await say(refused, PHONE, 'salut', { id: ID });
    await say(refused, PHONE, 'non');
    expect((await edit(refused, 'mon bébé ne respire plus')).join()).toContain('1300');

    const human = await consented();
    await say(human, PHONE, 'merci', { id: ID });
    await takeOver(human);
    expect((await edit(human, 'mon bébé ne respire plus')).join()).toContain('1300');
  });

  it('the caption of a picture is read as well', async () => {
    const lea = createHarness();
    await say(lea, PHONE, 'pour mon bébé', { image: true, id: ID });
    expect((await edit(lea, 'mon bébé ne respire plus')).join()).toContain('1300');
  });

  it('an urgent sign reaches a person', async () => {
    const lea = await consented();
    await say(lea, PHONE, 'merci', { id: ID });
    await edit(lea, 'je suis enceinte, puis-je prendre du rétinol ?');
    expect(open(lea).mode).toBe('waiting');
  });

  it('is answered anew for nothing else', async () => {
    const lea = await consented();
    await say(lea, PHONE, 'vous livrez ?', { id: ID });
    expect(await edit(lea, QUESTION)).toEqual([]);
    expect(lea.store.messages.all().find(({ providerId }) => providerId === ID)!.content).toBe(
      QUESTION,
    );
  });

  it.each([
    ['STOP', (lea: Harness) => customer(lea).marketingConsent === false],
    ['supprimer', (lea: Harness) => lea.store.customers.all().length === 0],
    ['conseiller', (lea: Harness) => open(lea).mode === 'waiting'],
  ])('into the keyword %s does what it says', async (keyword, isDone) => {
    const lea = await consented();
    await say(lea, PHONE, 'merci', { id: ID });
    await edit(lea, keyword);
    expect(isDone(lea)).toBe(true);
  });

  it('is not kept of somebody who refused', async () => {
    const lea = createHarness();
    await say(lea, PHONE, 'salut', { id: ID });
    await say(lea, PHONE, 'non');
    await edit(lea, 'mon grand secret');
    expect(JSON.stringify(lea.store.messages.all())).not.toContain('secret');
  });
});

describe('the answer to a consent request that is edited', () => {
  const given = (lea: Harness) =>
    lea.store.consents.all().map((entry) => `${entry.purpose} ${entry.given}`);

  it('from yes to no withdraws it', async () => {
    const lea = await consented();
    expect((await edit(lea, 'non', 'wamid.yes')).join()).toContain('retiré');
    expect(customer(lea).serviceConsent).toBe(false);
    expect(given(lea)).toEqual(['service true', 'service false']);
  });

  it('from no to yes gives it, whoever has the conversation', async () => {
    const lea = createHarness();
    await say(lea, PHONE, 'salut');
    await say(lea, PHONE, 'non', { id: ID });
    await takeOver(lea);
    expect(await edit(lea, 'Oui')).toEqual(['Merci !']);
    expect(customer(lea).serviceConsent).toBe(true);
    expect(given(lea)).toEqual(['service false', 'service true']);
  });

  it('to the same in other words changes nothing', async () => {
    const lea = await consented();
    expect(await edit(lea, "oui d'accord", 'wamid.yes')).toEqual([]);
    expect(await edit(lea, 'oui mais pourquoi ?', 'wamid.yes')).toEqual([]);
    expect(given(lea)).toEqual(['service true']);
  });

  it('a slip of the pen that becomes a yes is one', async () => {
    const lea = createHarness();
    await say(lea, PHONE, 'salut');
    await say(lea, PHONE, 'iou', { id: ID });
    await edit(lea, 'oui');
    expect(customer(lea).serviceConsent).toBe(true);
  });

  it('for offers counts too', async () => {
    const lea = await consented();
    await say(lea, PHONE, '', { button: `order:${CREAM.id}` });
    await say(lea, PHONE, 'oui', { id: ID });
    expect(customer(lea).marketingConsent).toBe(true);
    await edit(lea, 'non merci');
    expect(customer(lea).marketingConsent).toBe(false);
  });
});

describe('a message that is taken back', () => {
  it('before it was answered is not answered', async () => {
    const lea = await consented();
    await lea.receive({ phone: PHONE, text: QUESTION, id: ID });
    await receive(lea, { type: 'deletion', providerId: ID });
    const before = lea.shownTo(PHONE).length;
    await lea.settle();
    expect(lea.shownTo(PHONE)).toHaveLength(before);
  });

  it('before consent is not answered after OUI', async () => {
    const lea = createHarness({ products: [CREAM] });
    await say(lea, PHONE, QUESTION, { id: ID });
    await receive(lea, { type: 'deletion', providerId: ID });
    const shown = (await say(lea, PHONE, 'oui')).join();
    expect(shown).toContain('Comment puis-je vous aider');
    expect(shown).not.toContain(CREAM.name);
  });
});
