import { understand } from '../../domain/dialogue/understand.ts';
import { bothEnds, READ } from '../../domain/shared/reading.ts';
import type { ActDeps } from './acts/act-deps.ts';
import { doActs } from './acts/do-acts.ts';
import { orderAfterCaution } from './acts/order-acts.ts';
import { search } from './acts/search-act.ts';
import { withBasket } from './basket.ts';
import { answeredCaution } from './caution-turn.ts';
import { mergeHealth } from './health.ts';
import { limited, limitReached } from './limits.ts';
import { shownIn } from './shown-in.ts';
import { confirmedTranscript, readBack, spokenWords } from './spoken.ts';
import { choiceStep } from './steps/choice-step.ts';
import { chosenId } from './chosen-id.ts';
import { menu } from './menu.ts';
import { triageStep } from './steps/triage-step.ts';
import { isWritten, type TurnContext } from './turn-context.ts';
import { having, text, type TurnPlan } from './turn-plan.ts';
import { understandMedia, type MediaDeps, type MediaReading } from './understand-media.ts';

export interface AnswerDeps extends MediaDeps, ActDeps {}

/** Files first, danger in what they say, buttons; then what the words want. */
export async function answer(deps: AnswerDeps, context: TurnContext): Promise<TurnPlan> {
  const mayCallModel = !context.budgetUsedUp && !limitReached(context);
  const confirmed = confirmedTranscript(context);
  const files = await understandMedia(
    deps,
    context,
    context.messages,
    spokenWords(context),
    mayCallModel,
  );
  const keep = (plan: TurnPlan): TurnPlan =>
    having({ ...plan, usage: [...files.usage, ...(plan.usage ?? [])] }, ...files.effects);

  const danger = triageStep(context, files.words.concat(files.unsure ?? []));
  if (danger !== null) return keep(danger);
  if (files.ending !== null) return keep(files.ending);
  if (files.unsure !== null) return keep(readBack(context, files.unsure));
  const basket = context.messages.find((message) => message.kind === 'order');
  if (basket !== undefined) return keep(withBasket(context, basket));
  const words = confirmed ?? wordsOf(context, files);
  if (words === '' && context.messages.every(({ details }) => details?.advertisement !== undefined))
    return keep(menu(context));
  if (words === '') return keep({ outcome: 'asked', parts: [text(context.texts.notUnderstood)] });

  const promotionsOnly = confirmed === null && chosenId(context) === 'menu:promotions';
  const chosen = confirmed === null && !promotionsOnly ? choiceStep(deps, context) : null;
  if (chosen !== null) return keep(await chosen);
  if (limitReached(context)) return keep(limited(context));
  const plan = await reply(deps, context, words, { promotionsOnly, mayCallModel });
  return keep({ ...plan, dialogue: { unconfirmed: null, ...plan.dialogue } });
}

async function reply(
  deps: AnswerDeps,
  context: TurnContext,
  words: string,
  options: { readonly promotionsOnly: boolean; readonly mayCallModel: boolean },
): Promise<TurnPlan> {
  const caution = answeredCaution(context, words);
  if (caution !== null) {
    const health = mergeHealth(context.customer.health, caution);
    const ordered = orderAfterCaution(deps, context, health);
    if (ordered !== null) return ordered;
  }
  if (caution !== null || options.promotionsOnly || answersQuestion(context))
    return search(deps, context, words, options);
  return doActs(deps, context, understand(words, shownIn(context)), options);
}

/** A button of Léa's own question, or its words: part of what is looked for. */
const answersQuestion = (context: TurnContext): boolean =>
  chosenId(context)?.startsWith('answer:') === true;

function wordsOf({ messages }: TurnContext, files: MediaReading): string {
  const typed = messages
    .filter((message) => message.attachment === null && isWritten(message))
    .map((message) => message.content.trim());
  const words = [...typed, ...files.words].filter((word) => word !== '');
  return bothEnds(words.join('\n'), READ.danger);
}
