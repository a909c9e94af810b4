import type { CampaignId } from '../campaign/campaign-id.ts';
import type { OrderSource } from './order.ts';

/** The shop's windows: how long something that was said counts as the cause of an order. */
export interface AttributionRules {
  /** Days after a campaign message that the customer answered; 0 credits no campaign. */
  readonly campaignDays: number;
  /** Hours after an advisor's message in the conversation; 0 credits only what an advisor made. */
  readonly humanHours: number;
}

export const DEFAULT_ATTRIBUTION_RULES: AttributionRules = { campaignDays: 7, humanHours: 24 };

/** What happened before an order. */
export interface Touches {
  /** Who made the link or noted the sale. */
  readonly madeBy: 'assistant' | 'human';
  /** The last message with an offer that the customer wrote after. */
  readonly answered: { readonly campaignId: CampaignId | null; readonly sentAt: Date } | null;
  /** When an advisor last wrote in the conversation. */
  readonly humanAt: Date | null;
}

export interface Attribution {
  readonly source: OrderSource;
  readonly campaignId: CampaignId | null;
}

const HOUR_MS = 3_600_000;

/**
 * Who an order is owed to, decided once, when it is made: a campaign that brought the customer back comes
 * before the advisor who served her, and an advisor before Léa.
 */
export function attribute(touches: Touches, rules: AttributionRules, now: Date): Attribution {
  const { madeBy, answered, humanAt } = touches;
  const within = (at: Date, hours: number): boolean =>
    now.getTime() - at.getTime() < hours * HOUR_MS;
  if (answered !== null && within(answered.sentAt, rules.campaignDays * 24))
    return { source: 'campaign', campaignId: answered.campaignId };
  const human = madeBy === 'human' || (humanAt !== null && within(humanAt, rules.humanHours));
  return { source: human ? 'human' : 'assistant', campaignId: null };
}
