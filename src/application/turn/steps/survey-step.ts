import { REPLY_DAYS } from '../../../domain/campaign/campaign-rules.ts';
import type { CampaignMessage } from '../../../domain/campaign/campaign.ts';
import {
  isComment,
  LOW_SCORE,
  readSurveyButton,
  readTypedScore,
} from '../../../domain/campaign/survey.ts';
import type { Message } from '../../../domain/message/message.ts';
import { SERVICE } from '../../../domain/shared/actor.ts';
import { textsFor } from '../../../domain/texts/texts-for.ts';
import type { UnitOfWork } from '../../../ports/unit-of-work.ts';
import type { AlertEffect } from '../effect.ts';
import { lastSaid } from '../last-said.ts';
import type { TurnContext } from '../turn-context.ts';
import { text, type TurnPlan } from '../turn-plan.ts';

const DAY_MS = 86_400_000;
const COMMENT_MS = 3_600_000;
const MAX_COMMENT = 2_000;

/** The plan, and what else was written in the same burst and is answered as usual. */
export interface SurveyDecision {
  readonly plan: TurnPlan;
  readonly rest: readonly Message[];
}

type Deps = { readonly uow: UnitOfWork };

/** A note by button or number, or the comment that was asked for; null when this turn is about something else. */
export async function surveyStep(deps: Deps, context: TurnContext): Promise<SurveyDecision | null> {
  return (await noteStep(deps, context)) ?? (await commentStep(deps, context));
}

async function noteStep(deps: Deps, context: TurnContext): Promise<SurveyDecision | null> {
  for (const message of context.messages.toReversed()) {
    const note = await noteIn(deps, context, message);
    if (note === null) continue;
    const others = context.messages.filter((other) => other !== message);
    const words = others.every(isTyped) ? wordsOf(others) : '';
    const comment = words !== '' && isComment(words, note.score) ? words : null;
    return {
      plan: rated(context, note.survey, note.score, comment),
      rest: comment === null ? others : [],
    };
  }
  return null;
}

/** A button names its survey; a bare number means the survey only when that was the last thing said. */
async function noteIn(
  deps: Deps,
  context: TurnContext,
  message: Message,
): Promise<{ readonly survey: CampaignMessage; readonly score: number } | null> {
  const { customer, now } = context;
  const since = new Date(now.getTime() - REPLY_DAYS * DAY_MS);
  if (message.buttonId !== null) {
    const button = readSurveyButton(message.buttonId);
    if (button === null) return null;
    const survey = await deps.uow.run(SERVICE, ({ campaigns }) => campaigns.getMessage(button.id));
    return survey?.userId === customer.id && survey.type === 'survey'
      ? { survey, score: button.score }
      : null;
  }
  const score = message.kind === 'text' ? readTypedScore(message.content) : null;
  if (score === null) return null;
  const survey = await deps.uow.run(SERVICE, ({ campaigns }) =>
    campaigns.openSurvey(customer.id, since),
  );
  const said = lastSaid(context, message);
  const isLast =
    survey?.sentAt != null &&
    (said === null || said.id === survey.messageId || said.timestamp < survey.sentAt);
  return isLast ? { survey, score } : null;
}

function rated(
  context: TurnContext,
  survey: CampaignMessage,
  score: number,
  comment: string | null,
): TurnPlan {
  const texts = context.texts.campaigns;
  const low = score <= LOW_SCORE;
  return {
    outcome: 'surveyed',
    parts: [
      text(comment !== null ? texts.commentThanks : low ? texts.surveySorry : texts.surveyThanks),
    ],
    dialogue: { choices: [], offered: [] },
    effects: [
      {
        kind: 'survey',
        reply: {
          campaignMessageId: survey.id,
          orderId: survey.orderId,
          userId: context.customer.id,
          score,
          comment,
          answeredAt: context.now,
        },
      },
      ...(low ? [lowRating(score)] : []),
    ],
  };
}

/** Somebody should look, and Léa goes on. */
const lowRating = (score: number): AlertEffect => ({
  kind: 'alert',
  silences: false,
  category: 'low_rating',
  severity: 'handoff',
  reason: `Note de ${score} sur 5 après une commande.`,
});

/** Within the hour, right after Léa asked for it. */
async function commentStep(deps: Deps, context: TurnContext): Promise<SurveyDecision | null> {
  const { messages, conversation, customer, now } = context;
  const said = lastSaid(context);
  if (said === null || !asksForComment(said) || conversation.mode !== 'assistant') return null;
  const since = new Date(now.getTime() - COMMENT_MS);
  if (said.timestamp < since || !messages.every(isTyped)) return null;
  const words = wordsOf(messages);
  if (words === '') return null;
  const answer = await deps.uow.run(SERVICE, ({ campaigns }) =>
    campaigns.lastAnswer(customer.id, since),
  );
  if (answer === null || answer.comment !== null || !isComment(words, answer.score)) return null;
  return {
    plan: {
      outcome: 'surveyed',
      parts: [text(context.texts.campaigns.commentThanks)],
      effects: [{ kind: 'survey', reply: { ...answer, comment: words } }],
    },
    rest: [],
  };
}

const asksForComment = ({ content }: Message): boolean =>
  (['fr', 'en'] as const).some((language) => {
    const { surveyThanks, surveySorry } = textsFor(language).campaigns;
    return content === surveyThanks || content === surveySorry;
  });
const isTyped = (message: Message): boolean => message.kind === 'text' && message.buttonId === null;
const wordsOf = (messages: readonly Message[]): string =>
  messages
    .map(({ content }) => content.trim())
    .join('\n')
    .trim()
    .slice(0, MAX_COMMENT);
