import type { Customer } from '../customer/customer.ts';
import type { CampaignType } from './campaign.ts';

/** What the shop decided about campaigns; the send governor's limits are not the shop's to loosen. */
export interface CampaignRules {
  /** Days between two campaign messages to one customer. */
  readonly capDays: number;
  /** Days after delivery at which satisfaction is asked. */
  readonly surveyAfterDays: number;
  /** Days after delivery at which the usage tips come. */
  readonly usageTipAfterDays: number;
}

export const DEFAULT_CAMPAIGN_RULES: CampaignRules = {
  capDays: 7,
  surveyAfterDays: 2,
  usageTipAfterDays: 1,
};

/** Days within which what a customer writes counts as an answer to a message. */
export const REPLY_DAYS = 7;
/** A follow-up that could not go out this long after its day is of no use any more. */
export const STALE_DAYS = 14;
/** Somebody who wrote this recently is in a conversation: no campaign breaks into it. */
export const LIVE_MINUTES = 30;

/**
 * Whether consent allows this message now. Follow-ups need the service consent and no STOP; advertising
 * needs a yes of its own. A refusal of advertising is read like STOP: when in doubt, nothing is sent.
 */
export function mayReceive(
  type: CampaignType,
  customer: Pick<Customer, 'serviceConsent' | 'marketingConsent'>,
): boolean {
  if (customer.serviceConsent !== true) return false;
  return type === 'reactivation'
    ? customer.marketingConsent === true
    : customer.marketingConsent !== false;
}

/** Whether the frequency cap binds: what a customer asked for, such as a restock, is never held back. */
export const isCapped = (type: CampaignType): boolean => type !== 'restock';
