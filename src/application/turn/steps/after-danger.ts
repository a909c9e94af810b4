import { foldText } from '../../../domain/language/normalise-text.ts';
import { listNumbers } from '../../../domain/triage/reply-builder.ts';
import { lastSaid } from '../last-said.ts';
import type { TurnContext } from '../turn-context.ts';
import { text, type TurnPlan } from '../turn-plan.ts';

const GRAVE = /^(?:emergency_|severe_allergy|suicidal|violence|burn|infant|pregnancy_risk|unsure)/;
const THANKS = /^(?:ok |d accord |oui )?(?:merci|mrc|mercy|thanks|thank you|akiba|ok|d accord)\b/;
const LONGEST_THANKS = 60;

/**
 * Further words after a danger, while a person is called and has not come yet, are not met with silence: one caring line
 * with the numbers, or a kind word for thanks; not the same twice in a row.
 */
export function afterDanger(context: TurnContext): TurnPlan['parts'] {
  const { conversation, openAlertCategories, texts, shop } = context;
  if (conversation.mode !== 'waiting') return [];
  if (![...openAlertCategories].some((category) => GRAVE.test(category))) return [];
  const last = context.messages.at(-1)?.content ?? '';
  const words = foldText(last).replace(/['’]/g, ' ');
  const line =
    last.length <= LONGEST_THANKS && THANKS.test(words)
      ? texts.safety.thanks
      : texts.safety.still(listNumbers(shop.emergencyNumbers, ''));
  return lastSaid(context)?.content === line ? [] : [text(line, true)];
}
