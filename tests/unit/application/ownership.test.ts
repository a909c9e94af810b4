import { describe, expect, it } from 'vitest';
import type { UserId } from '../../../src/domain/customer/customer.ts';
import type { Actor } from '../../../src/domain/shared/actor.ts';
import { createHarness, say, type Harness } from '../../support/harness.ts';
import { fromShopPhone } from '../../support/shop-phone.ts';

const PHONE = '+24174000002';
const MINUTE = 60_000;
const awa = '0190a1b2-0000-7000-8000-0000000000a2' as UserId;
const ADVISOR: Actor = { kind: 'staff', userId: awa, role: 'support' };

const conversation = (lea: Harness) => lea.store.conversations.all()[0]!;
const openAlerts = (lea: Harness) =>
  lea.store.alerts.all().filter(({ handledAt }) => handledAt === null);

/** A customer whom Léa has handed over: an advisor is awaited. */
async function waiting(): Promise<Harness> {
  const lea = createHarness();
  for (const text of ['Bonjour', 'OUI', 'CONSEILLER']) await say(lea, PHONE, text);
  expect(conversation(lea)).toMatchObject({ mode: 'waiting', assignedTo: null });
  expect(openAlerts(lea)).toHaveLength(1);
  return lea;
}

describe('who has a conversation is the same thing whichever way it came about', () => {
  it('settles the alert when the shop answers from its phone, as a takeover does', async () => {
    const lea = await waiting();
    await fromShopPhone(lea, PHONE, 'Bonjour, ici Awa, je regarde cela pour vous.');
    expect(conversation(lea)).toMatchObject({ mode: 'human', assignedTo: null });
    expect(openAlerts(lea)).toEqual([]);
  });

  it('leaves an advisor in charge whose colleague answers from the phone', async () => {
    const lea = await waiting();
    await lea.parts.takeOver.execute({ actor: ADVISOR, conversationId: conversation(lea).id });
    await fromShopPhone(lea, PHONE, 'Bonjour, ici Serge, Awa arrive dans un instant.');
    expect(conversation(lea)).toMatchObject({ mode: 'human', assignedTo: awa });
  });

  it("is nobody's after a silence, as after a hand-back", async () => {
    const lea = await waiting();
    await lea.parts.takeOver.execute({ actor: ADVISOR, conversationId: conversation(lea).id });
    lea.pass(31 * MINUTE);
    await lea.parts.conversationHousekeeping.execute();
    expect(conversation(lea)).toMatchObject({ mode: 'assistant', assignedTo: null });
  });

  it("is Léa's and nobody's when it is closed for quiet", async () => {
    const lea = await waiting();
    await lea.parts.takeOver.execute({ actor: ADVISOR, conversationId: conversation(lea).id });
    lea.pass(25 * 60 * MINUTE);
    await lea.receive({ phone: PHONE, text: 'Bonjour' });
    const [old, fresh] = lea.store.conversations.all();
    expect(old).toMatchObject({ status: 'closed', mode: 'assistant', assignedTo: null });
    expect(fresh).toMatchObject({ status: 'open', mode: 'assistant' });
  });
});
