import type { AlertSeverity } from '../../domain/conversation/alert.ts';
import { isOpen } from '../../domain/shop/opening-hours.ts';
import type { TurnContext } from './turn-context.ts';
import { text, type TurnPlan } from './turn-plan.ts';

/** An advisor is called and Léa falls silent at once; the customer is told what to expect. */
export function handoff(
  context: TurnContext,
  alert: { readonly category: string; readonly severity: AlertSeverity; readonly reason: string },
  say?: string,
): TurnPlan {
  const { texts, shop, now } = context;
  const promise = say ?? (isOpen(shop, now) ? texts.handoff.open : texts.handoff.closed);
  const silenced = context.conversation.mode !== 'assistant';
  return {
    outcome: 'escalated',
    parts: silenced && context.openAlertCategories.has(alert.category) ? [] : [text(promise, true)],
    // An advisor who has the conversation keeps it.
    effects: [{ kind: 'alert', silences: true, ...alert }],
  };
}
