import { describe, expect, it } from 'vitest';
import type { CampaignId } from '../../../src/domain/campaign/campaign.ts';
import { attribute, DEFAULT_ATTRIBUTION_RULES } from '../../../src/domain/order/attribution.ts';
import { SERVICE } from '../../../src/domain/shared/actor.ts';
import { aProduct, NOW } from '../../support/builders.ts';
import { createHarness, say, type Harness } from '../../support/harness.ts';

const PHONE = '+24174000001';
const HOUR = 3_600_000;
const before = (hours: number): Date => new Date(NOW.getTime() - hours * HOUR);
const campaignId = 'c' as CampaignId;

describe('who an order is owed to', () => {
  const owed = (touches: Partial<Parameters<typeof attribute>[0]>, rules = {}) =>
    attribute(
      { madeBy: 'assistant', answered: null, humanAt: null, ...touches },
      { ...DEFAULT_ATTRIBUTION_RULES, ...rules },
      NOW,
    );
  const answered = (hours: number) => ({ answered: { campaignId, sentAt: before(hours) } });

  it.each([
    ['nobody else', {}, 'assistant'],
    ['an advisor who made it', { madeBy: 'human' }, 'human'],
    ['an advisor who wrote a day ago at most', { humanAt: before(23) }, 'human'],
    ['an advisor who wrote longer ago', { humanAt: before(24) }, 'assistant'],
    ['a campaign of this week', answered(7 * 24 - 1), 'campaign'],
    ['a campaign of last week', answered(7 * 24), 'assistant'],
    [
      'a campaign that an advisor finished',
      { ...answered(1), madeBy: 'human', humanAt: before(1) },
      'campaign',
    ],
  ] as const)('%s', (_who, touches, source) => {
    expect(owed(touches)).toEqual({
      source,
      campaignId: source === 'campaign' ? campaignId : null,
    });
  });

  it('follows the windows of the shop', () => {
    expect(owed(answered(1), { campaignDays: 0 }).source).toBe('assistant');
    expect(owed({ humanAt: before(47) }, { humanHours: 48 }).source).toBe('human');
    expect(owed({ humanAt: before(0) }, { humanHours: 0 }).source).toBe('assistant');
  });
});

describe('an order in a conversation', () => {
  const CREAM = aProduct();
  const customer = async (options: Parameters<typeof createHarness>[0] = {}): Promise<Harness> => {
    const lea = createHarness({ products: [CREAM], ...options });
    await say(lea, PHONE, 'Bonjour');
    await say(lea, PHONE, 'OUI');
    return lea;
  };
  const order = async (lea: Harness) => {
    await say(lea, PHONE, '', { button: `order:${CREAM.id}` });
    return lea.store.orders.all().at(-1)!;
  };
  const advisorWrites = async (lea: Harness) => {
    const [conversation] = lea.store.conversations.all();
    const staff = { actor: SERVICE, conversationId: conversation!.id };
    await lea.parts.sendMessage.execute({ ...staff, content: 'La crème convient.' });
    await lea.settle();
    await lea.parts.handBack.execute(staff);
    return staff;
  };

  it('is Léa’s when only she spoke', async () => {
    expect(await order(await customer())).toMatchObject({ source: 'assistant', campaignId: null });
  });

  it('is the advisor’s after an advisor’s word, within the shop’s window', async () => {
    const lea = await customer();
    await advisorWrites(lea);
    expect(await order(lea)).toMatchObject({ source: 'human' });
    const patient = await customer({
      settings: { attribution: { campaignDays: 7, humanHours: 1 } },
    });
    await advisorWrites(patient);
    patient.pass(2 * HOUR);
    expect(await order(patient)).toMatchObject({ source: 'assistant' });
  });

  it('is the advisor’s with "Vendu"', async () => {
    const lea = await customer();
    const staff = await advisorWrites(lea);
    await lea.parts.markSold.execute({ ...staff, amountCfa: 9_000 });
    expect(lea.store.orders.all()).toMatchObject([{ source: 'human', amountCfa: 9_000 }]);
  });

  it('is the restock message’s that the customer answered', async () => {
    const lea = await customer();
    await lea.store.putProduct({ ...CREAM, stockQty: 0 });
    await say(lea, PHONE, '', { button: `order:${CREAM.id}` });
    await say(lea, PHONE, 'Me prévenir');
    lea.pass(HOUR);
    await lea.store.putProduct({ ...CREAM, stockQty: 4 });
    expect(await lea.parts.sendDueCampaignMessages.execute()).toEqual({ sent: 1 });
    lea.pass(60_000);
    expect(await order(lea)).toMatchObject({
      source: 'campaign',
      campaignId: lea.store.campaignMessages.all()[0]!.campaignId,
    });
  });
});
