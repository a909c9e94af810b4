import { foldText } from '../language/normalise-text.ts';

/** A person needs longer to read, and to find a quick reply, in milliseconds. */
const SWIFT_MS = 5_000;
/** More than fast thumbs manage. */
const TYPED_PER_SECOND = 8;
/** Who writes again after this long begins anew, in milliseconds. */
const PAUSE_MS = 120_000;

/** After so long without another word, an answer that came too swiftly is taken for a machine's, in milliseconds. */
export const UNSURE_FOR_MS = 120_000;

/**
 * Whether a word from the shop's own phone came too swiftly to be typed: within seconds of the first message of
 * a burst, and longer than anybody types in that time. So do the greeting and away messages of the WhatsApp
 * Business app; in several chats the same one is surely theirs, after any message. A person who answers an earlier
 * message is not so
 * quick after the first. Times are WhatsApp's, in whole seconds.
 */
export function isSwift(
  answer: { readonly text: string; readonly at: Date },
  customerWroteAt: readonly Date[],
): boolean {
  const begun = burstBefore(answer.at, customerWroteAt);
  if (begun === null) return false;
  const delayMs = answer.at.getTime() - begun;
  const typable = TYPED_PER_SECOND * (delayMs / 1_000 + 1);
  return delayMs <= SWIFT_MS && greetingKey(answer.text).length > typable;
}

/** When the customer began to write what came right before, in milliseconds; null when nothing did. */
function burstBefore(at: Date, customerWroteAt: readonly Date[]): number | null {
  const times = customerWroteAt
    .map((time) => time.getTime())
    .filter((time) => time <= at.getTime())
    .toSorted((a, b) => b - a);
  const [newest] = times;
  if (newest === undefined) return null;
  return times.reduce((begun, time) => (begun - time <= PAUSE_MS ? time : begun), newest);
}

/** What makes two texts the same greeting. */
export const greetingKey = (text: string): string =>
  foldText(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
