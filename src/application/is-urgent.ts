import type { MessageKind } from '../domain/message/message.ts';
import { bothEnds, READ } from '../domain/shared/reading.ts';
import { matchKeyword, matchYesNo } from '../domain/language/keywords.ts';
import { triage } from '../domain/triage/triage.ts';

/**
 * Keywords, a bare yes or no, and emergencies do not wait for more to come. The middle of a very long message does: its
 * turn, which reads it whole, comes a second later.
 */
export function isUrgent(kind: MessageKind, text: string): boolean {
  if (text !== '' && triage(bothEnds(text, READ.door)).severity === 'emergency') return true;
  return kind === 'text' && (matchKeyword(text) !== null || matchYesNo(text) !== null);
}
