import { understand } from '../../../domain/dialogue/understand.ts';
import type { ReplyPart } from '../../../domain/message/reply-part.ts';
import { onlyNames } from '../../../domain/recommendation/named-things.ts';
import { bothEnds, READ } from '../../../domain/shared/reading.ts';
import { isOpen } from '../../../domain/shop/opening-hours.ts';
import { gravestOf, type Assessment } from '../../../domain/triage/assess.ts';
import { TRIAGE_REASONS } from '../../../domain/triage/reasons.ts';
import { triageReply } from '../../../domain/triage/replies.ts';
import { listNumbers } from '../../../domain/triage/reply-builder.ts';
import type { TriageResult } from '../../../domain/triage/triage.ts';
import { handoff } from '../handoff.ts';
import { shownIn } from '../shown-in.ts';
import type { TurnContext } from '../turn-context.ts';
import { text, type TurnPlan } from '../turn-plan.ts';
import { askAboutSafety } from './safety-question.ts';

/**
 * Danger before anything else. It needs no consent and no model; each message is looked at alone, and the ends
 * of all of them together, so that a sign split over a burst is found too. An alarm is answered by its fixed reply,
 * a doubt by one question; null where Léa may go on.
 */
export function triageStep(context: TurnContext, words: readonly string[]): TurnPlan | null {
  if (words.length === 0 || context.nobodyInDanger === true) return null;
  const share = Math.floor(READ.danger / words.length);
  const each = words.map((word) => bothEnds(word, share));
  const together =
    words.length < 2 ? [] : [words.map((word) => bothEnds(word, READ.burst)).join(' ')];
  const found = gravestOf([...each, ...together].map(context.weigh));
  if (found === null || found.outcome === 'free') return null;
  // Beside products that are shown, a question that is not clear is about them.
  if (found.why === 'unclear' && context.offered.length > 0) return null;
  if (!found.why.startsWith('rule') && found.danger < NEARLY_SURE && isPlain(context, words))
    return null;
  // A name that the second line has not learnt is no doubt about a body.
  if ((found.why === 'unclear' || found.why === 'likely_handoff') && words.every(onlyNames))
    return null;
  return found.outcome === 'check' ? askAboutSafety(context, found) : alarm(context, found);
}

/** Beyond this the second line is minded whatever else a message is. */
const NEARLY_SURE = 0.8;

/** Where no rule speaks: an order, a question about the shop or what was shown, and talk tell of no danger. */
const isPlain = (context: TurnContext, words: readonly string[]): boolean =>
  words
    .flatMap((word) => understand(word, shownIn(context)))
    .every(
      (act) => act.kind !== 'search' && !(act.kind === 'ask_product' && act.products.length === 0),
    );

/** Nobody reads opening hours after these. */
const WITHOUT_HOURS = new Set(['suicidal', 'violence']);

/** A person is called, and the fixed reply is sent. */
export function alarm(
  context: TurnContext,
  { triage: found, why }: Pick<Assessment, 'triage' | 'why'>,
): TurnPlan {
  const { severity, category } = found;
  if (severity === 'none' || category === null) throw new Error('An alarm has a category.');
  const plan = handoff(context, { category, severity, reason: TRIAGE_REASONS[category] });
  const record = { severity, category, ruleIds: found.ruleIds };
  if (found.replyKey === null) return { ...plan, triage: record };
  const repeated =
    context.openAlertCategories.has(category) && context.conversation.mode !== 'assistant';
  const isOwn = context.shop.triageReplies.some(
    (own) => own.reply === found.replyKey && own.language === context.customer.language,
  );
  const grave = severity === 'emergency' || WITHOUT_HOURS.has(category);
  return {
    ...plan,
    triage: record,
    parts: [
      ...(repeated && severity !== 'emergency' ? [] : [text(fixedReply(context, found), true)]),
      ...(why === 'rule_and_likely_danger' ? ifDanger(context) : []),
      ...(grave ? [] : isOwn ? plan.parts : later(context, plan)),
    ],
  };
}

function fixedReply({ shop, customer }: TurnContext, { replyKey }: TriageResult): string {
  const { emergencyNumbers, triageReplies } = shop;
  return triageReply(replyKey!, customer.language, { emergencyNumbers }, triageReplies);
}

/** What a professional answers in their own time may be more than that. */
const ifDanger = ({ shop, texts }: TurnContext): readonly ReplyPart[] =>
  shop.emergencyNumbers.length === 0
    ? []
    : [text(texts.safety.ifDanger(listNumbers(shop.emergencyNumbers, '')), true)];

/** Our replies say themselves that an advisor is called, but not that nobody is there; a shop's own may say neither. */
function later({ shop, now, texts }: TurnContext, { parts }: TurnPlan): readonly ReplyPart[] {
  return parts.length === 0 || isOpen(shop, now) ? [] : [text(texts.handoff.later, true)];
}
