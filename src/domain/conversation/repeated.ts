import type { DeliveryStatus, Message } from '../message/message.ts';
import { foldText } from '../language/normalise-text.ts';
import { matchYesNo } from '../language/keywords.ts';

/** The same again this soon after its answer is the phone's or an impatient thumb's, in milliseconds. */
export const SOON_MS = 60_000;
const SAID: ReadonlySet<DeliveryStatus> = new Set([
  'suggested',
  'queued',
  'sending',
  'sent',
  'delivered',
  'read',
  'unknown',
]);
/** "Are you there?" is no repetition of anything. */
const IMPATIENT =
  /^(?:all?o+|h+e+|ho+|eh|hey|hello|svp|stp|vous etes la|tu es la|il y a quelqu un|y a quelqu un|you there|are you there|et alors|alors)(?: |$)/;
/** Means something else each time it is said. */
const RELATIVE =
  /\b(?:autres?|encore|suites?|suivants?|moins|plus|another|more|next|cheaper|else|different|pareil|idem)\b/;

/**
 * How often a customer had said the very same, and nothing else, since it was answered within the last minute;
 * 0 when a message says something new. `madeOrder` tells whether an answer since a time was an order.
 */
export function timesAnswered(
  message: Message,
  history: readonly Message[],
  madeOrder: (since: Date) => boolean,
): number {
  const key = keyOf(message);
  if (key === null || IMPATIENT.test(key)) return 0;
  const before = history.filter(({ seq }) => seq < message.seq);
  const said = before.filter(({ sender }) => sender === 'user');
  const other = said.findLastIndex((earlier) => keyOf(earlier) !== key);
  const same = said.slice(other + 1);
  const first = same[0];
  const reply = before.find(
    ({ sender, status, seq }) =>
      sender === 'assistant' && SAID.has(status) && first !== undefined && seq > first.seq,
  );
  if (first === undefined || reply === undefined) return 0;
  const waitedMs = message.timestamp.getTime() - reply.timestamp.getTime();
  if (waitedMs > SOON_MS) return 0;
  const isAnswer =
    message.buttonId === null ? answers(key) : message.buttonId.startsWith('answer:');
  if (isAnswer && !madeOrder(first.timestamp)) return 0;
  return same.length;
}

/** What counts as the same: the words without case, accents, punctuation and emoji; null without any. */
function keyOf({ kind, content, buttonId }: Message): string | null {
  if (kind !== 'text' && kind !== 'button') return null;
  const words = foldText(content)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
  if (buttonId !== null) return `${buttonId} ${words}`;
  return words === '' ? null : words;
}

/** May answer a new question with the old words. */
const answers = (words: string): boolean =>
  words.length < 3 || matchYesNo(words) !== null || RELATIVE.test(words) || !/[a-z]/.test(words);
