import type { Message } from '../../../domain/message/message.ts';
import type { ReplyPart } from '../../../domain/message/reply-part.ts';
import { consentVersionOf } from '../../../domain/shop/consent-text.ts';
import type { TurnContext } from '../turn-context.ts';
import { deferring, having, text, type TurnPlan } from '../turn-plan.ts';
import { consentAnswer, requestWasDropped, type ConsentAnswer } from './consent-answer.ts';

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
  const { customer, messages, now } = context;
  const version = versionNow(context);
  if (customer.serviceConsent === true) {
    // What they agreed to is no longer what is done: asked anew, and answered after OUI.
    if ((customer.consentVersion ?? version) !== version)
      return { kind: 'stop', plan: ask(context, false) };
    return { kind: 'granted_before' };
  }

  const asked = customer.consentAskedAt;
  const answer = consentAnswer(context);
  if (answer?.value === 'yes') {
    const question = [...context.held, ...messages.filter((message) => message !== answer.message)];
    return { kind: 'granted_now', question, plan: agreed(context, answer) };
  }
  if (answer?.value === 'no' && customer.serviceConsent === null)
    return { kind: 'stop', plan: refused(context, answer) };
  const askedRecently =
    asked !== null && !requestWasDropped(context) && now.getTime() - asked.getTime() < DAY_MS;
  if (customer.serviceConsent === false && askedRecently) {
    return {
      kind: 'stop',
      plan: {
        outcome: 'silent',
        parts: [],
        effects: [{ kind: 'drop', messages: messages.map((message) => message.id) }],
      },
    };
  }
  return { kind: 'stop', plan: ask(context, askedRecently) };
}

/** While somebody else has the conversation: written down and acknowledged, and what was asked first is theirs. */
export function consentBesideHuman(context: TurnContext): TurnPlan | null {
  if (context.customer.serviceConsent === true) return null;
  const answer = consentAnswer(context);
  if (answer === null) return null;
  const { held, messages } = context;
  if (answer.value === 'no')
    return context.customer.serviceConsent === null ? refused(context, answer) : null;
  const plan = having(agreed(context, answer), {
    kind: 'leave',
    messages: held.map(({ id }) => id),
  });
  return deferring(messages, [answer.message], plan);
}

/** What an answer agrees to today. */
const versionNow = ({ shop, recipients }: TurnContext): string | null =>
  consentVersionOf('service', shop, recipients);

const agreed = (context: TurnContext, { message }: ConsentAnswer): TurnPlan => ({
  outcome: 'consent_given',
  parts: [
    text(context.texts.consentThanks, context.conversation.mode === 'assistant' ? undefined : true),
  ],
  customer: { serviceConsent: true, consentVersion: versionNow(context) },
  effects: [{ kind: 'consent', purpose: 'service', given: true, messageId: message.id }],
  dialogue: { held: [], choices: [] },
});

const refused = (
  { texts, customer, held, messages }: TurnContext,
  { message }: ConsentAnswer,
): TurnPlan => ({
  outcome: 'consent_refused',
  parts: [text(texts.consentRefused, true)],
  customer: { serviceConsent: false },
  dialogue: { held: [], choices: [] },
  effects: [
    { kind: 'consent', purpose: 'service', given: false, messageId: message.id },
    // Who agreed once and refuses the new terms takes back what came since they were asked.
    {
      kind: 'forget',
      since: customer.consentVersion === null ? null : [...held, ...messages][0]!.timestamp,
    },
  ],
});

function ask(context: TurnContext, again: boolean): TurnPlan {
  const { texts, shop, recipients } = context;
  const ids = [...context.held, ...context.messages].map((message) => message.id);
  const held = [...new Set(ids)].slice(-MAX_HELD);
  const choices = [
    { id: 'consent:yes', title: texts.yes },
    { id: 'consent:no', title: texts.no },
  ];
  const request: ReplyPart = {
    kind: 'choices',
    text: again ? texts.consentReminder : texts.consentRequest(shop, recipients),
    choices,
  };
  // One reminder is help, a third question would be nagging.
  const parts = again && context.held.length > 2 ? [] : [request];
  return {
    outcome: 'consent_asked',
    parts,
    dialogue: { held, choices },
    // A refusal of yesterday is asked anew: the answer is open again.
    customer: { serviceConsent: null, ...(again ? {} : { consentAskedAt: context.now }) },
  };
}
