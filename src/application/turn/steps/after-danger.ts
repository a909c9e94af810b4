import { smallTalkOf } from '../../../domain/recommendation/small-talk.ts';
import { listNumbers } from '../../../domain/triage/reply-builder.ts';
import { lastSaid } from '../last-said.ts';
import type { TurnContext } from '../turn-context.ts';
import { text, type TurnPlan } from '../turn-plan.ts';

const GRAVE = /^(?:emergency_|severe_allergy|suicidal|violence|burn|infant|pregnancy_risk|unsure)/;
/**
 * Further words after a danger, while a person is called and has not come yet, are not met with silence: one caring line
 * with the numbers, or a kind word for thanks; not the same twice in a row.
 */
export function afterDanger(context: TurnContext): TurnPlan['parts'] {
  const { conversation, openAlertCategories, texts, shop } = context;
  if (conversation.mode !== 'waiting') return [];
  if (![...openAlertCategories].some((category) => GRAVE.test(category))) return [];
  const last = context.messages.at(-1)?.content ?? '';
  const line =
    smallTalkOf(last) === 'thanks'
      ? texts.safety.thanks
      : texts.safety.still(listNumbers(shop.emergencyNumbers, ''));
  return lastSaid(context)?.content === line ? [] : [text(line, true)];
}
