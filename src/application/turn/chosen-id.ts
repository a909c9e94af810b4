import type { Message } from '../../domain/message/message.ts';
import { choosesOffer } from '../../domain/recommendation/chooses-offer.ts';
import { matchYesNo } from '../../domain/language/keywords.ts';
import { foldText } from '../../domain/language/normalise-text.ts';
import type { TurnContext } from './turn-context.ts';

/** "Oui prévenez-moi", typed where a return was offered to be told of. */
const WANTS_NEWS =
  /^(?:(?:oui|ok|d'accord|yes|please|svp|stp|merci)[ ,]+)*(?:prevenez|previens|prevenir|avertissez|informez|notify|tell|let)[ -](?:moi|me)\b/;

/** A button, or the words, the number or the yes that stand for it; of a burst its last message. */
export function chosenId(
  context: TurnContext,
  message: Message | undefined = context.messages.at(-1),
): string | null {
  if (message === undefined) return null;
  if (message.buttonId !== null) return message.buttonId;
  const { choices, offered } = context.conversation.dialogue;
  const typed = foldText(message.content).trim();
  const byTitle = choices.find((choice) => foldText(choice.title).trim() === typed);
  if (byTitle) return byTitle.id;
  const answer = matchYesNo(message.content);
  const byAnswer = answer && choices.find(({ id }) => id.endsWith(`:${answer}`));
  if (byAnswer) return byAnswer.id;
  const restock = choices.find(({ id }) => id.startsWith('restock:'));
  if (restock && WANTS_NEWS.test(typed)) return restock.id;
  const bare = /^[1-9]$/.exec(typed);
  if (bare) return choices[Number(bare[0]) - 1]?.id ?? null;
  const rank = offered.length > 0 ? choosesOffer(message.content, offered.length) : null;
  return rank === null ? null : `order:${offered[rank - 1]}`;
}
