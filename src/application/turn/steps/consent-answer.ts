import { asksYesOrNo } from '../../../domain/language/asks-yes-or-no.ts';
import type { Message } from '../../../domain/message/message.ts';
import { matchYesNo } from '../../../domain/language/keywords.ts';
import { lastSaid, wasSeen } from '../last-said.ts';
import type { TurnContext } from '../turn-context.ts';
import { chosenId } from '../chosen-id.ts';

export interface ConsentAnswer {
  readonly value: 'yes' | 'no';
  readonly message: Message;
}

/** The request was decided on, but never went out: a person was faster. */
export function requestWasDropped({ history }: TurnContext): boolean {
  const requests = history.filter(
    ({ part }) => part?.kind === 'choices' && part.choices.some(({ id }) => id === 'consent:yes'),
  );
  return requests.length > 0 && !requests.some(wasSeen);
}

/** The answer to the consent request, if it was made; the last one in a burst counts. */
export function consentAnswer(context: TurnContext): ConsentAnswer | null {
  if (context.customer.consentAskedAt === null || requestWasDropped(context)) return null;
  for (const message of context.messages.toReversed()) {
    const value = valueOf(context, message);
    if (value !== null) return { value, message };
  }
  return null;
}

/**
 * A button says what it answers. Typed words may answer an advisor who spoke since: consent hangs on them, so
 * then they count while the request is open, unless his last question wants a yes or a no itself and they are
 * not written in capitals, as Léa asks for.
 */
function valueOf(context: TurnContext, message: Message): ConsentAnswer['value'] | null {
  const id = chosenId(context, message);
  const last = lastSaid(context, message);
  if (message.buttonId !== null || last?.sender !== 'human') {
    if (id === 'consent:yes') return 'yes';
    if (id === 'consent:no') return 'no';
  }
  const value =
    message.kind === 'text' || message.kind === 'button' ? matchYesNo(message.content) : null;
  if (context.conversation.mode === 'assistant') return value;
  if (context.customer.serviceConsent !== null) return null;
  if (last?.sender !== 'human' || !asksYesOrNo(last.content)) return value;
  return /\b(?:OUI|NON)\b/.test(message.content) ? value : null;
}
