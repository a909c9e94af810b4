import { describe, expect, it } from 'vitest';
import { aProduct } from '../../support/builders.ts';
import { createHarness, say, type Harness } from '../../support/harness.ts';

const PHONE = '+24174000001';
const CREAM = aProduct();
const QUESTION = 'je cherche une crème hydratante visage';

async function consented(): Promise<Harness> {
  const lea = createHarness({ products: [CREAM] });
  await say(lea, PHONE, 'Bonjour');
  await say(lea, PHONE, 'OUI');
  return lea;
}
const orders = (lea: Harness) => lea.store.orders.all();

describe('the same again within a minute of its answer', () => {
  it.each([QUESTION, QUESTION.toUpperCase(), `*${QUESTION}* ?`, `${QUESTION}  🙏`])(
    'gets no second offer (%s)',
    async (again) => {
      const lea = await consented();
      expect((await say(lea, PHONE, QUESTION)).join()).toContain(CREAM.name);
      expect(await say(lea, PHONE, again)).toEqual([]);
    },
  );

  it('a third time is told where to look, without another offer, and a fourth time nothing', async () => {
    const lea = await consented();
    await say(lea, PHONE, QUESTION);
    await say(lea, PHONE, QUESTION);
    const [shown] = await say(lea, PHONE, QUESTION);
    expect(shown).toContain('juste au-dessus');
    expect(shown).not.toContain(CREAM.name);
    expect(await say(lea, PHONE, QUESTION)).toEqual([]);
    // The numbers of the offer still hold.
    await say(lea, PHONE, '1');
    expect(orders(lea)).toHaveLength(1);
  });

  it('is a question like any other a minute later', async () => {
    const lea = await consented();
    await say(lea, PHONE, QUESTION);
    lea.pass(61_000);
    expect((await say(lea, PHONE, QUESTION)).join()).toContain(CREAM.name);
  });

  it('is a question like any other after something else was said', async () => {
    const lea = await consented();
    await say(lea, PHONE, QUESTION);
    await say(lea, PHONE, 'vous livrez ?');
    expect((await say(lea, PHONE, QUESTION)).join()).toContain(CREAM.name);
  });

  it.each(['?', '??', 'allo', 'Allo ?', 'vous êtes là ?', 'svp'])(
    '"%s" is impatience, not repetition',
    async (impatience) => {
      const lea = await consented();
      await say(lea, PHONE, QUESTION);
      expect(await say(lea, PHONE, impatience)).not.toEqual([]);
      expect(await say(lea, PHONE, impatience)).not.toEqual([]);
    },
  );

  it('"moins cher" means something else each time', async () => {
    const lea = await consented();
    await say(lea, PHONE, QUESTION);
    expect(await say(lea, PHONE, 'moins cher')).not.toEqual([]);
    lea.pass(5_000);
    expect(await say(lea, PHONE, 'moins cher')).not.toEqual([]);
  });

  it('an emergency is answered every time', async () => {
    const lea = await consented();
    for (let time = 0; time < 3; time += 1)
      expect((await say(lea, PHONE, 'mon bébé ne respire plus')).join()).toContain('1300');
  });

  it('the first question is not held twice, nor asked about twice', async () => {
    const lea = createHarness({ products: [CREAM] });
    expect(await say(lea, PHONE, QUESTION)).toHaveLength(1);
    expect(await say(lea, PHONE, QUESTION)).toEqual([]);
    expect(lea.store.conversations.all()[0]!.dialogue.held).toHaveLength(1);
  });
});

describe('a choice made twice', () => {
  const TAP = { text: 'Commander 1', button: `order:${CREAM.id}` };
  it.each([
    ['two taps', TAP, TAP],
    ['the number twice', { text: '1' }, { text: '1' }],
    ['the number and a tap', { text: '1' }, TAP],
    ['a tap and the title', TAP, { text: 'commander 1' }],
    ['a tap and the number', TAP, { text: '1' }],
  ])('orders once (%s)', async (_, first, second) => {
    const lea = await consented();
    await say(lea, PHONE, QUESTION);
    await say(lea, PHONE, '', first);
    await say(lea, PHONE, '', second);
    expect(orders(lea)).toHaveLength(1);
  });

  it('orders twice when it is meant so, minutes apart', async () => {
    const lea = await consented();
    await say(lea, PHONE, '', TAP);
    lea.pass(120_000);
    await say(lea, PHONE, '', TAP);
    expect(orders(lea)).toHaveLength(2);
  });

  it('answers no other question with the number that ordered', async () => {
    const lea = await consented();
    await say(lea, PHONE, QUESTION);
    await say(lea, PHONE, '1');
    await say(lea, PHONE, '1');
    expect(lea.store.customers.all()[0]!.marketingConsent).toBeNull();
  });
});
