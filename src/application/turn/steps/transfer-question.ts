import { transferVersion } from '../../../domain/shop/consent-text.ts';
import type { ModelProvider } from '../../../domain/shop/data-recipients.ts';
import type { TurnContext } from '../turn-context.ts';
import { text, type TurnPlan } from '../turn-plan.ts';
import { TRANSFER_NO, TRANSFER_YES } from './transfer-answer.ts';

type Question = Pick<TurnPlan, 'parts'> & { readonly choices: readonly Choice[] };
interface Choice {
  readonly id: string;
  readonly title: string;
}

/** The question about a model abroad with its two buttons; `before` is said first, in the same message. */
export function transferQuestion(
  { texts }: TurnContext,
  model: ModelProvider,
  before: string,
): Question {
  const choices = [
    { id: TRANSFER_YES, title: texts.yes },
    { id: TRANSFER_NO, title: texts.no },
  ];
  const part = {
    kind: 'choices',
    text: `${before}${texts.transferRequest(model)}`,
    choices,
  } as const;
  return { parts: [part], choices };
}

/**
 * Why a voice message or a photo stays closed where the consent for a model abroad is missing; null where it is
 * not what is missing. Who has not answered yet is asked again, who refused is not.
 */
export function closedWithoutTransfer(context: TurnContext): TurnPlan | null {
  const { customer, recipients, texts } = context;
  const version = transferVersion(recipients);
  if (version === null || recipients.model === null) return null;
  if (customer.transferConsent === true && customer.transferVersion === version) return null;
  if (customer.transferConsent === false)
    return { outcome: 'asked', parts: [text(texts.mediaNeedsTransfer)] };
  const asked = transferQuestion(context, recipients.model, `${texts.mediaNeedsTransfer}\n\n`);
  return {
    outcome: 'asked',
    parts: asked.parts,
    dialogue: { choices: asked.choices, offered: [] },
  };
}
