import type { ProductId } from '../../domain/catalogue/product.ts';
import type { DialogueState } from '../../domain/conversation/dialogue-state.ts';
import type { Turn, TurnOutcome } from '../../domain/conversation/turn.ts';
import type { CustomerChanges } from '../../domain/customer/customer.ts';
import type { Message } from '../../domain/message/message.ts';
import type { ReplyPart } from '../../domain/message/reply-part.ts';
import type { ModelUsage } from '../../ports/language-model.ts';
import type { Effect } from './effect.ts';

/** What was decided for a turn, worded already: commit writes all of it or nothing, and adds nothing. */
export interface TurnPlan {
  readonly outcome: TurnOutcome;
  /** What is said, in this order. */
  readonly parts: readonly ReplyPart[];
  /** What is remembered of the conversation. */
  readonly dialogue?: Partial<DialogueState>;
  /** What is learnt of the person. */
  readonly customer?: CustomerChanges;
  /** What happens besides, in this order. */
  readonly effects?: readonly Effect[];
  /** For the record of the turn. */
  readonly triage?: Turn['triage'];
  readonly candidates?: readonly ProductId[];
  readonly usage?: readonly ModelUsage[];
}

export const text = (value: string, always?: true): ReplyPart => ({
  kind: 'text',
  text: value,
  ...(always ? { always } : {}),
});

/** The effects of one kind that a plan has. */
export function effectsOf<Kind extends Effect['kind']>(
  { effects = [] }: Pick<TurnPlan, 'effects'>,
  kind: Kind,
): readonly Extract<Effect, { kind: Kind }>[] {
  return effects.filter(
    (effect): effect is Extract<Effect, { kind: Kind }> => effect.kind === kind,
  );
}

/** The same plan with more effects. */
export const having = (plan: TurnPlan, ...effects: readonly Effect[]): TurnPlan =>
  effects.length === 0 ? plan : { ...plan, effects: [...(plan.effects ?? []), ...effects] };

/** A plan for some of a turn's messages; the others follow in a turn of their own. */
export function deferring(
  messages: readonly Message[],
  taken: readonly Message[],
  plan: TurnPlan,
): TurnPlan {
  const others = messages.filter((message) => !taken.includes(message)).map(({ id }) => id);
  return others.length === 0 ? plan : having(plan, { kind: 'defer', messages: others });
}

/** A later plan on top of an earlier one: words and effects follow each other, facts of the later one win. */
export function followedBy(first: TurnPlan, second: TurnPlan): TurnPlan {
  return {
    ...first,
    ...second,
    parts: [...first.parts, ...second.parts],
    effects: [...(first.effects ?? []), ...(second.effects ?? [])],
    usage: [...(first.usage ?? []), ...(second.usage ?? [])],
    dialogue: { ...first.dialogue, ...second.dialogue },
    customer: { ...first.customer, ...second.customer },
  };
}
