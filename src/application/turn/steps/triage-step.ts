import { triageReply } from '../../../domain/triage/replies.ts';
import { triage } from '../../../domain/triage/triage.ts';
import { handoff } from '../handoff.ts';
import type { TurnContext } from '../turn-context.ts';
import { text, type TurnPlan } from '../turn-plan.ts';

/**
 * The deterministic pass for signs that a person must see. It needs no consent and no model; each message
 * is looked at alone and all of them together, so that a sign split over a burst is found too.
 */
export function triageStep(context: TurnContext, words: readonly string[]): TurnPlan | null {
  const found = [...words, words.join(' ')]
    .map((word) => triage(word))
    .reduce(
      (worst, result) => (RANK[result.severity] > RANK[worst.severity] ? result : worst),
      triage(''),
    );
  if (found.severity === 'none' || found.category === null) return null;

  const record = { severity: found.severity, category: found.category, ruleIds: found.ruleIds };
  const alert = {
    category: found.category,
    severity: found.severity,
    reason: `Signal repéré : ${found.category} (${found.ruleIds.join(', ')})`,
  };
  const plan = handoff(context, alert);
  if (found.replyKey === null) return { ...plan, triage: record };
  const repeated =
    context.openAlertCategories.has(found.category) && context.conversation.mode !== 'assistant';
  const { emergencyNumbers, triageReplies } = context.shop;
  const reply = triageReply(
    found.replyKey,
    context.customer.language,
    { emergencyNumbers },
    triageReplies,
  );
  return {
    ...plan,
    triage: record,
    parts: [
      ...(repeated && found.severity !== 'emergency' ? [] : [text(reply, true)]),
      ...plan.parts,
    ],
  };
}

const RANK = { none: 0, handoff: 1, urgent: 2, emergency: 3 } as const;
