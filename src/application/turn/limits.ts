import type { TurnContext } from './turn-context.ts';
import { text, type TurnPlan } from './turn-plan.ts';

/** Whether this customer has had as many model calls as one may have. */
export const limitReached = ({ modelTurns, shop }: TurnContext): boolean =>
  modelTurns.minute >= shop.modelCallsPerMinute || modelTurns.day >= shop.modelCallsPerDay;

/** A kind word once, and an advisor who looks at what is going on; then silence until the limit is over. */
export function limited({ openAlertCategories, texts }: TurnContext): TurnPlan {
  return {
    outcome: 'limited',
    parts: openAlertCategories.has('flood') ? [] : [text(texts.limited)],
    effects: [
      {
        kind: 'alert',
        silences: false,
        category: 'flood',
        severity: 'handoff',
        reason: 'Beaucoup de messages en peu de temps.',
      },
    ],
  };
}
