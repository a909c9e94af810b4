import type { Message } from '../../../domain/message/message.ts';
import type { ReplyPart } from '../../../domain/message/reply-part.ts';
import { matchYesNo } from '../../../domain/triage/keywords.ts';
import type { TurnContext } from '../turn-context.ts';
import { text, type TurnPlan } from '../turn-plan.ts';

const DAY_MS = 86_400_000;
/** Questions kept while the answer to the consent question is awaited. */
const MAX_HELD = 10;

export type ConsentDecision =
  | { readonly kind: 'granted_before' }
  /** OUI in this turn: `plan` says thank you, `question` is what was asked first. */
  | { readonly kind: 'granted_now'; readonly plan: TurnPlan; readonly question: readonly Message[] }
  | { readonly kind: 'stop'; readonly plan: TurnPlan };

/** Nothing is profiled and nothing goes to a model before OUI; the first question is kept until then. */
export function consentStep(context: TurnContext): ConsentDecision {
  const { customer, messages, texts, now } = context;
  if (customer.serviceConsent === true) {
    // What they agreed to is no longer what is done: asked anew, and answered after OUI.
    const agreedTo = customer.consentVersion ?? context.shop.consentVersion;
    if (agreedTo !== context.shop.consentVersion)
      return { kind: 'stop', plan: ask(context, false) };
    return { kind: 'granted_before' };
  }

  const asked = customer.consentAskedAt;
  const answer = asked === null ? null : answerIn(messages);
  if (answer?.value === 'yes') {
    const question = [...context.held, ...messages.filter((message) => message !== answer.message)];
    return {
      kind: 'granted_now',
      question,
      plan: {
        outcome: 'consent_given',
        parts: [text(texts.consentThanks)],
        customer: { serviceConsent: true, consentVersion: context.shop.consentVersion },
        consents: [{ purpose: 'service', given: true, messageId: answer.message.id }],
        dialogue: { held: [] },
      },
    };
  }
  if (answer?.value === 'no' && customer.serviceConsent === null) {
    return {
      kind: 'stop',
      plan: {
        outcome: 'consent_refused',
        parts: [text(texts.consentRefused)],
        customer: { serviceConsent: false },
        consents: [{ purpose: 'service', given: false, messageId: answer.message.id }],
        dialogue: { held: [] },
        dropContents: [...context.held, ...messages].map((message) => message.id),
      },
    };
  }
  const askedRecently = asked !== null && now.getTime() - asked.getTime() < DAY_MS;
  if (customer.serviceConsent === false && askedRecently) {
    return {
      kind: 'stop',
      plan: { outcome: 'silent', parts: [], dropContents: messages.map((message) => message.id) },
    };
  }
  return { kind: 'stop', plan: ask(context, askedRecently) };
}

function ask(context: TurnContext, again: boolean): TurnPlan {
  const { texts, shop } = context;
  const held = [...context.held, ...context.messages].slice(-MAX_HELD).map((message) => message.id);
  const request: ReplyPart = {
    kind: 'choices',
    text: again ? texts.consentReminder : texts.consentRequest(shop),
    choices: [
      { id: 'consent:yes', title: texts.yes },
      { id: 'consent:no', title: texts.no },
    ],
  };
  // One reminder is help, a third question would be nagging.
  const parts = again && context.held.length > 2 ? [] : [request];
  return {
    outcome: 'consent_asked',
    parts,
    dialogue: { held },
    // A refusal of yesterday is asked anew: the answer is open again.
    customer: { serviceConsent: null, ...(again ? {} : { consentAskedAt: context.now }) },
  };
}

function answerIn(
  messages: readonly Message[],
): { readonly value: 'yes' | 'no'; readonly message: Message } | null {
  for (const message of [...messages].reverse()) {
    if (message.buttonId === 'consent:yes') return { value: 'yes', message };
    if (message.buttonId === 'consent:no') return { value: 'no', message };
    const value =
      message.kind === 'text' || message.kind === 'button' ? matchYesNo(message.content) : null;
    if (value !== null) return { value, message };
  }
  return null;
}
