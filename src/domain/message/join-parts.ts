import { CHANNEL_LIMITS } from './channel-limits.ts';
import type { ReplyPart } from './reply-part.ts';

/** The same words in as few messages as they fit in: sentences that follow each other become one, buttons below them. */
export function joinParts(parts: readonly ReplyPart[]): readonly ReplyPart[] {
  return parts.reduce<readonly ReplyPart[]>((joined, part) => {
    const last = joined.at(-1);
    const both = last === undefined ? null : join(last, part);
    return both === null ? [...joined, part] : [...joined.slice(0, -1), both];
  }, []);
}

function join(first: ReplyPart, second: ReplyPart): ReplyPart | null {
  if (first.kind !== 'text' || first.always !== second.always) return null;
  if (second.kind === 'product') {
    const intro = second.intro === null ? first.text : `${first.text} ${second.intro}`;
    return intro.length > MOST_INTRO ? null : { ...second, intro };
  }
  const text = `${first.text}${first.text.length > SHORT ? '\n\n' : ' '}${second.text}`;
  const most = second.kind === 'text' ? CHANNEL_LIMITS.text : CHANNEL_LIMITS.interactiveText;
  return text.length > most ? null : { ...second, text };
}

/** "Merci !" stands on the line of what follows. */
const SHORT = 40;
/** Beside a product's card below its picture. */
const MOST_INTRO = 300;
