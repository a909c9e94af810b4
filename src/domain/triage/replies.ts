import { ENGLISH, NOT_A_DEVICE_EN } from './replies-en.ts';
import { FRENCH, NOT_A_DEVICE_FR } from './replies-fr.ts';
import { listNumbers } from './reply-builder.ts';
import type { OwnReply, TriageReplies, TriageReplyContext, TriageReplyKey } from './reply.ts';

const REPLIES: Readonly<Record<'fr' | 'en', TriageReplies>> = { fr: FRENCH, en: ENGLISH };

const NOT_A_DEVICE = { fr: NOT_A_DEVICE_FR, en: NOT_A_DEVICE_EN } as const;
/** A person answers these in their own time; everything else names the numbers. */
const WITHOUT_NUMBERS: ReadonlySet<TriageReplyKey> = new Set([
  'pharmacist',
  'prescription',
  'complaint',
  'human',
]);

/**
 * The fixed answer to a red flag: brief, without diagnosis or remedy, with the local numbers where minutes
 * count. First-aid lines only where they are standard (ERC first-aid guidelines 2021; French poison centres).
 * A shop's own words (`own`) never lose the numbers, nor the sentence that Léa is no medical device.
 */
export function triageReply(
  key: TriageReplyKey,
  language: 'fr' | 'en',
  context: TriageReplyContext,
  own: readonly OwnReply[] = [],
): string {
  const words = own.find((one) => one.reply === key && one.language === language)?.text;
  if (words === undefined) return REPLIES[language][key](context);
  if (WITHOUT_NUMBERS.has(key)) return words;
  const { emergencyNumbers } = context;
  const named =
    emergencyNumbers.length > 0 && emergencyNumbers.every(({ number }) => words.includes(number));
  return [
    words,
    ...(named || emergencyNumbers.length === 0 ? [] : [listNumbers(emergencyNumbers, '')]),
    ...(words.includes(NOT_A_DEVICE[language]) ? [] : [NOT_A_DEVICE[language]]),
  ].join('\n');
}
