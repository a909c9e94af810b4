import { joinParts } from '../../domain/message/join-parts.ts';
import type { Message } from '../../domain/message/message.ts';
import type { PrivacyDeps } from '../privacy/privacy-deps.ts';
import { answer, type AnswerDeps } from './answer.ts';
import { besideHuman, choosesProduct } from './beside-human.ts';
import type { AlertEffect } from './effect.ts';
import { limitReached } from './limits.ts';
import { notAgain } from './not-again.ts';
import { keywordOf, keywordStep } from './steps/keyword-step.ts';
import { menu } from './menu.ts';
import { afterDanger } from './steps/after-danger.ts';
import { consentAnswer } from './steps/consent-answer.ts';
import { consentStep } from './steps/consent-step.ts';
import { repeatStep } from './steps/repeat-step.ts';
import { cleared, safetyAnswer, stillDoubtful } from './steps/safety-answer.ts';
import { isSafetyAsked, withNumbersFirst } from './steps/safety-question.ts';
import { surveyStep } from './steps/survey-step.ts';
import { transferStep } from './steps/transfer-step.ts';
import { triageStep } from './steps/triage-step.ts';
import { typedWords, type TurnContext } from './turn-context.ts';
import { deferring, effectsOf, followedBy, having, type TurnPlan } from './turn-plan.ts';
import { understandMedia } from './understand-media.ts';

export interface DecideDeps extends AnswerDeps, Pick<PrivacyDeps, 'ids' | 'hash' | 'publicUrl'> {}

/** What a turn will do, in as few messages as it takes, and never the words of right before. */
export async function decide(deps: DecideDeps, context: TurnContext): Promise<TurnPlan> {
  const plan = notAgain(context, await inOrder(deps, context));
  return { ...plan, parts: joinParts(plan.parts) };
}

/**
 * The order in which a turn is decided: keywords, danger, who has the conversation, repetitions, consent, files, buttons,
 * facts of the shop, and only then advice. The first that answers wins.
 */
async function inOrder(deps: DecideDeps, context: TurnContext): Promise<TurnPlan> {
  const { messages } = context;
  const danger = triageStep(context, typedWords(messages));
  if (danger !== null && isEmergency(danger)) return withoutAnswers(context, danger);
  const safety = context.conversation.mode === 'assistant' ? safetyAnswer(context) : null;
  if (safety?.kind === 'alarm') return safety.plan;
  if (safety?.kind === 'cleared' && danger?.outcome !== 'escalated') {
    const plan = await inOrder(deps, cleared(context));
    return { ...plan, dialogue: { choices: [], held: [], ...plan.dialogue } };
  }
  // Asked once; what is still doubtful then is a person's.
  if (danger?.outcome === 'asked' && isSafetyAsked(context))
    return withoutAnswers(context, { ...stillDoubtful(context), triage: danger.triage ?? null });
  const first = upToFirstButton(messages);
  if (first.length < messages.length) {
    const plan = await inOrder(deps, { ...context, messages: first });
    const waiting = messages.filter((message) => !first.includes(message)).map(({ id }) => id);
    return having(plan, { kind: 'defer', messages: waiting });
  }
  const keyword = keywordStep(deps, context);
  if (keyword !== null) return keyword;
  const consented = context.customer.serviceConsent === true;
  const silenced = context.conversation.mode !== 'assistant';
  const rated = consented && danger === null ? await surveyStep(deps, context) : null;
  if (rated !== null && silenced) return deferring(rated.rest, [], { ...rated.plan, parts: [] });
  if (rated !== null)
    return rated.rest.length === 0
      ? rated.plan
      : followedBy(rated.plan, await answer(deps, { ...context, messages: rated.rest }));
  if (silenced) return besideHuman(context) ?? withHuman(deps, context, danger, consented);
  if (danger !== null && (consented || danger.outcome === 'escalated'))
    return withoutAnswers(context, danger);
  const repeated = repeatStep(context);
  if (repeated !== null) return repeated;

  const consent = consentStep(context);
  if (consent.kind === 'stop')
    return danger === null ? consent.plan : withNumbersFirst(context, danger, consent.plan);
  const granted = consent.kind === 'granted_now' ? consent : null;
  const agreed = after(context, granted?.plan ?? null);
  const transfer = transferStep(
    agreed,
    granted === null
      ? { question: context.messages, held: context.held }
      : { question: granted.question, held: [] },
    granted === null ? '' : `${context.texts.consentThanks} `,
  );
  if (transfer.kind === 'ask')
    return granted === null
      ? transfer.plan
      : followedBy({ ...granted.plan, parts: [] }, transfer.plan);
  const { question } = transfer;
  const settled = { ...after(agreed, transfer.plan), messages: question };
  const doubt = granted === null ? null : triageStep(settled, typedWords(question));
  const rest = question.length === 0 ? menu(context) : (doubt ?? (await answer(deps, settled)));
  return [transfer.plan, granted?.plan ?? null].reduce<TurnPlan>(
    (plan, first) => (first === null ? plan : followedBy(first, plan)),
    rest,
  );
}

/** Each button is a choice of its own: of several in one burst none is passed over. */
function upToFirstButton(messages: readonly Message[]): readonly Message[] {
  const pressed = new Set(messages.flatMap(({ buttonId }) => buttonId ?? []));
  if (pressed.size < 2) return messages;
  return messages.slice(0, messages.findIndex(({ buttonId }) => buttonId !== null) + 1);
}

/** Danger is answered at once; keywords, buttons and a consent in the same burst have their own turn after it. */
function withoutAnswers(context: TurnContext, danger: TurnPlan): TurnPlan {
  const { messages } = context;
  const consent = consentAnswer(context)?.message;
  const others = messages.filter(
    (message) => message !== consent && message.buttonId === null && keywordOf([message]) === null,
  );
  return deferring(messages, others.length === 0 ? messages : others, danger);
}

/** The customer as an earlier plan of the same turn leaves them. */
const after = (context: TurnContext, plan: TurnPlan | null): TurnContext =>
  plan?.customer === undefined
    ? context
    : { ...context, customer: { ...context.customer, ...plan.customer } };

/** A human has it: emergencies are still answered, and files are made readable for the advisor. */
async function withHuman(
  deps: DecideDeps,
  context: TurnContext,
  danger: TurnPlan | null,
  consented: boolean,
): Promise<TurnPlan> {
  const silent = (found: TurnPlan | null): TurnPlan => {
    const heard = found === null ? undefined : effectsOf(found, 'alert')[0];
    const alert = heard ?? (consented && choosesProduct(context) ? ORDER_WISH : undefined);
    return {
      outcome: 'silent',
      parts: afterDanger(context),
      effects: [
        { kind: 'leave', messages: context.messages.map(({ id }) => id) },
        ...(alert === undefined ? [] : [{ ...alert, silences: false }]),
      ],
      // The advisor sees why, as with every alert.
      ...(found?.triage == null ? {} : { triage: found.triage }),
    };
  };
  if (!consented) return silent(danger);
  const files = await understandMedia(deps, context, context.messages, [], !limitReached(context));
  const heard = triageStep(context, files.words);
  const plan = heard !== null && isEmergency(heard) ? heard : silent(danger ?? heard);
  return having({ ...plan, usage: files.usage }, ...files.effects);
}

const ORDER_WISH: AlertEffect = {
  kind: 'alert',
  silences: false,
  category: 'order_wish',
  severity: 'handoff',
  reason: 'Le client veut commander un produit que Léa a proposé.',
};

const isEmergency = (plan: TurnPlan): boolean =>
  effectsOf(plan, 'alert').some(({ severity }) => severity === 'emergency');
