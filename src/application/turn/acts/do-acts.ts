import type { Act } from '../../../domain/dialogue/act.ts';
import type { TurnContext } from '../turn-context.ts';
import { effectsOf, followedBy, type TurnPlan } from '../turn-plan.ts';
import type { ActDeps, SearchOptions } from './act-deps.ts';
import { cancelOrder, orderNamed, orderShown, orderUnclear } from './order-acts.ts';
import { askProduct, compare } from './product-acts.ts';
import { search } from './search-act.ts';
import { askShop } from './shop-act.ts';
import { bargain, dislike, talk } from './talk-acts.ts';

/** Does what a message wants, in its order; once an advisor is called, the rest is theirs. */
export async function doActs(
  deps: ActDeps,
  context: TurnContext,
  acts: readonly Act[],
  options: SearchOptions,
): Promise<TurnPlan> {
  let plan: TurnPlan | null = null;
  for (const act of acts) {
    const next: TurnPlan = await doAct(deps, learning(context, plan), act, options);
    plan = plan === null ? next : followedBy(plan, next);
    if (effectsOf(next, 'alert').some(({ silences }) => silences)) break;
  }
  return plan!;
}

/** What an earlier act of the same turn has found out. */
const learning = (context: TurnContext, plan: TurnPlan | null): TurnContext =>
  plan === null
    ? context
    : {
        ...context,
        customer: { ...context.customer, ...plan.customer },
        conversation: {
          ...context.conversation,
          dialogue: { ...context.conversation.dialogue, ...plan.dialogue },
        },
      };

function doAct(
  deps: ActDeps,
  context: TurnContext,
  act: Act,
  options: SearchOptions,
): TurnPlan | Promise<TurnPlan> {
  switch (act.kind) {
    case 'search':
      return search(deps, context, act.words, options);
    case 'order':
      return orderShown(deps, context, act);
    case 'order_named':
      return orderNamed(deps, context, act, options);
    case 'order_unclear':
      return orderUnclear(deps, context, act);
    case 'cancel_order':
      return cancelOrder(context);
    case 'ask_product':
      return askProduct(deps, context, act, options);
    case 'compare':
      return compare(context, act.products);
    case 'ask_shop':
      return askShop(deps, context, act);
    case 'bargain':
      return bargain(context);
    case 'dislike':
      return dislike(context);
    case 'talk':
      return talk(context, act.talk);
  }
}
