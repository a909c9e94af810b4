import { CHANNEL_LIMITS } from './channel-limits.ts';
import { numberedText } from './present-choices.ts';
import type { ReplyPart } from './reply-part.ts';
import { splitText } from './split-text.ts';

/**
 * The same parts, each as long as a channel takes at most: what is longer becomes several messages, of which each is
 * sent and remembered by itself. Choices stand below the last piece of their text.
 */
export const fitParts = (parts: readonly ReplyPart[]): readonly ReplyPart[] => parts.flatMap(fit);

function fit(part: ReplyPart): readonly ReplyPart[] {
  if (part.kind === 'product') return [part];
  const mark = part.always === true ? { always: true as const } : {};
  const asText = (text: string): ReplyPart => ({ kind: 'text', text, ...mark });
  if (part.kind === 'text') {
    if (part.text.length <= CHANNEL_LIMITS.text) return [part];
    return splitText(part.text, CHANNEL_LIMITS.text).map(asText);
  }
  if (numberedText(part.text, part.choices).length <= CHANNEL_LIMITS.text) return [part];
  const pieces = splitText(part.text, CHANNEL_LIMITS.interactiveText);
  return [...pieces.slice(0, -1).map(asText), { ...part, text: pieces.at(-1) ?? part.text }];
}
