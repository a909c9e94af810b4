import { ENGLISH } from './replies-en.ts';
import { FRENCH } from './replies-fr.ts';
import type { TriageReplies, TriageReplyContext, TriageReplyKey } from './reply.ts';

const REPLIES: Readonly<Record<'fr' | 'en', TriageReplies>> = { fr: FRENCH, en: ENGLISH };

/**
 * The fixed answer to a red flag: brief, without diagnosis or remedy, with the local numbers where minutes
 * count. First-aid lines only where they are standard (ERC first-aid guidelines 2021; French poison centres).
 */
export function triageReply(
  key: TriageReplyKey,
  language: 'fr' | 'en',
  context: TriageReplyContext,
): string {
  return REPLIES[language][key](context);
}
