import type { Conversation } from '../../domain/conversation/conversation.ts';
import { LeaError } from '../../domain/shared/errors.ts';
import { consentVersionOf } from '../../domain/shop/consent-text.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Repositories } from '../../ports/unit-of-work.ts';
import { recordSurvey } from '../campaigns/record-survey.ts';
import { takeBack } from '../orders/take-back.ts';
import { placeOrder, type OrderDeps } from '../place-order.ts';
import type { Effect } from './effect.ts';
import type { TurnContext } from './turn-context.ts';

export interface EffectDeps extends OrderDeps {
  readonly clock: Clock;
}

/** What the turn worded is not so any more: it is decided anew. */
export class NoLongerHolds extends Error {}

type Write = (
  repositories: Repositories,
  deps: EffectDeps,
  context: TurnContext,
  conversation: Conversation,
  effects: readonly Effect[],
) => Promise<void>;

/** What comes before the reply: what is read, refused, forgotten and ordered. */
export const writeBefore: Write = async (repositories, deps, context, conversation, effects) => {
  for (const effect of effects) {
    switch (effect.kind) {
      case 'file':
        await repositories.messages.setAttachment(
          effect.messageId,
          effect.attachment,
          effect.content,
        );
        break;
      case 'drop':
        await repositories.messages.dropContents(effect.messages);
        break;
      case 'forget':
        await repositories.messages.forgetSaid(context.customer.id, effect.since);
        break;
      case 'cancel_order':
        await takeBack(
          repositories,
          effect.orderId,
          { via: 'assistant', actorId: null, reason: effect.reason },
          context.now,
        );
        break;
      case 'order':
        await order(repositories, deps, context, conversation, effect);
        break;
      case 'consent':
        await repositories.customers.appendConsent({
          id: deps.ids.uuid(),
          userId: context.customer.id,
          purpose: effect.purpose,
          given: effect.given,
          messageId: effect.messageId,
          version: consentVersionOf(effect.purpose, context.shop, context.recipients),
          at: context.now,
        });
        break;
      case 'export_link':
        await repositories.erasure.addExportLink({
          tokenHash: effect.tokenHash,
          expiresAt: effect.expiresAt,
          userId: context.customer.id,
        });
        break;
      default:
    }
  }
};

/** What comes after it: wishes that are kept, notes, and whom to tell. */
export const writeAfter: Write = async (repositories, deps, context, conversation, effects) => {
  const { now, customer } = context;
  for (const effect of effects) {
    switch (effect.kind) {
      case 'unmet': {
        const { query, needKey, category, reason, productId } = effect;
        await repositories.unmetDemand.record({
          query,
          needKey,
          category,
          reason,
          productId,
          id: deps.ids.uuid(),
          conversationId: conversation.id,
          at: now,
        });
        break;
      }
      case 'restock':
        await repositories.campaigns.requestRestock(customer.id, effect.productId, now);
        break;
      case 'survey':
        await recordSurvey(repositories, deps.ids, conversation.id, effect.reply);
        break;
      case 'alert': {
        const { category, severity, reason } = effect;
        await deps.escalateToAdvisor.within(
          repositories,
          { conversationId: conversation.id, category, severity, reason },
          now,
        );
        break;
      }
      default:
    }
  }
};

async function order(
  repositories: Repositories,
  deps: EffectDeps,
  { shop, today, now }: TurnContext,
  conversation: Conversation,
  { code, lines }: Extract<Effect, { kind: 'order' }>,
): Promise<void> {
  try {
    const { items } = await placeOrder(
      repositories,
      deps,
      { conversation, items: lines, madeBy: 'assistant', code },
      shop,
      today,
      now,
    );
    const prices = new Map(items.map(({ productId, unitPriceCfa }) => [productId, unitPriceCfa]));
    if (lines.some(({ productId, unitPriceCfa }) => prices.get(productId) !== unitPriceCfa))
      throw new NoLongerHolds();
  } catch (error) {
    if (error instanceof LeaError) throw new NoLongerHolds();
    throw error;
  }
}
