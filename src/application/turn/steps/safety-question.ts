import type { Assessment } from '../../../domain/triage/assess.ts';
import { TRIAGE_REASONS } from '../../../domain/triage/reasons.ts';
import { listNumbers } from '../../../domain/triage/reply-builder.ts';
import { healthIn, mergeHealth } from '../health.ts';
import type { TurnContext } from '../turn-context.ts';
import { effectsOf, having, text, type TurnPlan } from '../turn-plan.ts';

export const SAFETY = { yes: 'safety:yes', no: 'safety:no' } as const;

/** Whether the question is open: it was Léa's last, and its buttons still mean something. */
export const isSafetyAsked = ({ conversation }: TurnContext): boolean =>
  conversation.dialogue.choices.some(({ id }) => id === SAFETY.yes);

/**
 * Nothing is sold; one question is asked, with the emergency numbers where it may be one, and an advisor is told.
 * Léa is not silenced: what was written is kept and answered once the customer says that it is a purchase.
 */
export function askAboutSafety(context: TurnContext, { triage, why }: Assessment): TurnPlan {
  const { texts, shop } = context;
  const { safety } = texts;
  const isDanger = why !== 'unclear';
  const choices = isDanger
    ? [
        { id: SAFETY.yes, title: safety.yes },
        { id: SAFETY.no, title: safety.no },
      ]
    : [
        { id: SAFETY.yes, title: safety.advisor },
        { id: SAFETY.no, title: safety.product },
      ];
  const question = isDanger
    ? safety.question(listNumbers(shop.emergencyNumbers, ''))
    : safety.unclear;
  const { category, ruleIds } = triage;
  const known = context.customer.health;
  const said = healthIn(context.messages.map(({ content }) => content).join('\n'));
  return {
    outcome: 'asked',
    parts: [{ kind: 'choices', text: question, choices, always: true }],
    // What she says of herself holds whatever the answer is.
    ...(context.customer.serviceConsent === true
      ? { customer: { health: mergeHealth(known, said) } }
      : {}),
    dialogue: { choices, held: context.messages.map(({ id }) => id) },
    ...(category === null
      ? {}
      : {
          triage: { severity: 'handoff', category, ruleIds },
          effects: [
            {
              kind: 'alert',
              silences: false,
              category: 'safety_question',
              severity: 'urgent',
              reason: `${TRIAGE_REASONS[category]} Léa demande d’abord s’il y a un danger.`,
            },
          ],
        }),
  };
}

/** Before consent the question waits for it; what is grave does not: the numbers go before the request, and the alert. */
export function withNumbersFirst(context: TurnContext, doubt: TurnPlan, plan: TurnPlan): TurnPlan {
  const alerts = effectsOf(doubt, 'alert');
  const { emergencyNumbers } = context.shop;
  if (alerts.length === 0) return plan;
  const numbers = listNumbers(emergencyNumbers, '');
  const first =
    emergencyNumbers.length === 0 ? [] : [text(context.texts.safety.ifDanger(numbers), true)];
  return {
    ...having(plan, ...alerts),
    parts: [...first, ...plan.parts],
    triage: doubt.triage ?? null,
  };
}
