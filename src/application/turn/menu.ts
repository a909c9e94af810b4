import type { TurnContext } from './turn-context.ts';
import type { TurnPlan } from './turn-plan.ts';

/** What follows consent when nothing was asked yet, and "menu" at any time. */
export function menu(context: TurnContext): TurnPlan {
  const { texts } = context;
  const choices = [
    { id: 'menu:product', title: texts.menuProduct },
    { id: 'menu:advice', title: texts.menuAdvice },
    { id: 'menu:promotions', title: texts.menuPromotions },
  ];
  return {
    outcome: 'asked',
    parts: [{ kind: 'choices', text: texts.menu, choices }],
    dialogue: { choices },
  };
}
