import { matchYesNo } from '../../../domain/language/keywords.ts';
import { foldText } from '../../../domain/language/normalise-text.ts';
import { gravestOf } from '../../../domain/triage/assess.ts';
import { handoff } from '../handoff.ts';
import type { TurnContext } from '../turn-context.ts';
import type { TurnPlan } from '../turn-plan.ts';
import { isSafetyAsked, SAFETY } from './safety-question.ts';
import { alarm } from './triage-step.ts';

const YES = /^(?:oui|ouais|wi|yes|yep|si)\b/;
const NO = /^(?:non|nn|nan|no|nope|pas du tout)\b/;

/**
 * The answer to the question whether somebody is in danger. Yes calls a person, by the rule that was doubted where there
 * is one; no gives back what was written before, to be answered as shopping. Null when it is neither.
 */
export function safetyAnswer(
  context: TurnContext,
): { readonly kind: 'alarm'; readonly plan: TurnPlan } | { readonly kind: 'cleared' } | null {
  if (!isSafetyAsked(context)) return null;
  const said = answerOf(context);
  if (said === null) return null;
  return said === 'no' ? { kind: 'cleared' } : { kind: 'alarm', plan: confirmed(context) };
}

/** The turn as if she had only now asked what was doubted. */
export const cleared = (context: TurnContext): TurnContext => ({
  ...context,
  messages: [
    ...context.held,
    ...context.messages.filter(
      ({ buttonId, content }) => buttonId === null && matchYesNo(content) === null,
    ),
  ],
  held: [],
  nobodyInDanger: true,
  conversation: {
    ...context.conversation,
    dialogue: { ...context.conversation.dialogue, choices: [], held: [] },
  },
});

function answerOf({ messages, conversation }: TurnContext): 'yes' | 'no' | null {
  const title = (id: string): string =>
    foldText(conversation.dialogue.choices.find((choice) => choice.id === id)?.title ?? '');
  const answers = messages.map(({ buttonId, content }) => {
    const typed = foldText(content);
    if (buttonId === SAFETY.yes || typed === title(SAFETY.yes) || YES.test(typed)) return 'yes';
    if (buttonId === SAFETY.no || typed === title(SAFETY.no) || NO.test(typed)) return 'no';
    return matchYesNo(content);
  });
  if (answers.includes('yes')) return 'yes';
  return answers.includes('no') ? 'no' : null;
}

function confirmed(context: TurnContext): TurnPlan {
  const doubted = gravestOf(context.held.map(({ content }) => context.weigh(content)));
  const over = { dialogue: { choices: [], held: [] } };
  if (doubted === null || doubted.why === 'unclear')
    return { ...handoff(context, ASKED_FOR), ...over };
  const triage =
    doubted.why === 'rule_while_shopping'
      ? doubted.triage
      : ({ ...doubted.triage, severity: 'emergency', replyKey: 'emergency' } as const);
  return { ...alarm(context, { triage, why: 'rule' }), ...over };
}

const ASKED_FOR = {
  category: 'human_request',
  severity: 'handoff',
  reason: 'Le client demande un conseiller.',
} as const;

/** Asked already, and not answered: no second question. */
export const stillDoubtful = (context: TurnContext): TurnPlan => ({
  ...alarm(context, { triage: STILL_DOUBTFUL, why: 'likely_danger' }),
  dialogue: { choices: [], held: [] },
});

const STILL_DOUBTFUL = {
  severity: 'urgent',
  category: 'unsure',
  ruleIds: [],
  replyKey: 'urgent',
} as const;
