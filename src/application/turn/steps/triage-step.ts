import type { ReplyPart } from '../../../domain/message/reply-part.ts';
import { bothEnds, READ } from '../../../domain/shared/reading.ts';
import { isOpen } from '../../../domain/shop/opening-hours.ts';
import { TRIAGE_REASONS } from '../../../domain/triage/reasons.ts';
import { triageReply } from '../../../domain/triage/replies.ts';
import { triage } from '../../../domain/triage/triage.ts';
import { handoff } from '../handoff.ts';
import type { TurnContext } from '../turn-context.ts';
import { text, type TurnPlan } from '../turn-plan.ts';

/**
 * The deterministic pass for signs that a person must see. It needs no consent and no model; each message
 * is looked at alone, and the ends of all of them together, so that a sign split over a burst is found too.
 */
export function triageStep(context: TurnContext, words: readonly string[]): TurnPlan | null {
  const share = Math.floor(READ.danger / Math.max(1, words.length));
  const each = words.map((word) => bothEnds(word, share));
  const together =
    words.length < 2 ? [] : [words.map((word) => bothEnds(word, READ.burst)).join(' ')];
  const found = [...each, ...together]
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
    reason: TRIAGE_REASONS[found.category],
  };
  const plan = handoff(context, alert);
  if (found.replyKey === null) return { ...plan, triage: record };
  const repeated =
    context.openAlertCategories.has(found.category) && context.conversation.mode !== 'assistant';
  const { emergencyNumbers, triageReplies } = context.shop;
  const { language } = context.customer;
  const reply = triageReply(found.replyKey, language, { emergencyNumbers }, triageReplies);
  const isOwn = triageReplies.some(
    (own) => own.reply === found.replyKey && own.language === language,
  );
  return {
    ...plan,
    triage: record,
    parts: [
      ...(repeated && found.severity !== 'emergency' ? [] : [text(reply, true)]),
      ...(isOwn ? plan.parts : later(context, plan)),
    ],
  };
}

/** Our replies say themselves that an advisor is called, but not that nobody is there; a shop's own may say neither. */
function later({ shop, now, texts }: TurnContext, { parts }: TurnPlan): readonly ReplyPart[] {
  return parts.length === 0 || isOpen(shop, now) ? [] : [text(texts.handoff.later, true)];
}

const RANK = { none: 0, handoff: 1, urgent: 2, emergency: 3 } as const;
