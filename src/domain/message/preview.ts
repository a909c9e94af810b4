import type { ReplyPart } from './reply-part.ts';

/** What the thread shows until the message is rendered for sending. */
export function previewOf(part: ReplyPart): string {
  return part.kind === 'product'
    ? [part.intro, part.reason].filter((line) => line !== null).join('\n')
    : part.text;
}
