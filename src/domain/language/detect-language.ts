import type { Language } from '../customer/customer.ts';
import { bothEnds, READ } from '../shared/reading.ts';
import { foldText } from './normalise-text.ts';

const ENGLISH = new Set(
  `the is are do you have i need want looking for my me what where how much please thanks thank
    hello hi good morning yes skin hair cream soap baby with and this that can cheaper order`.split(
    /\s+/,
  ),
);
// Without "oui" and "non": everybody is asked to answer with them.
const FRENCH = new Set(
  `le la les un une des du de je vous tu avez cherche veux voudrais pour ma mon mes quoi ou comment
    combien svp merci bonjour bonsoir peau cheveux creme savon bebe avec et est ce que moins
    cher commande`.split(/\s+/),
);

/** English or French by their small words; null when a message does not tell. */
export function detectLanguage(text: string): Language | null {
  const words = foldText(bothEnds(text, READ.message))
    .split(/[^a-z]+/)
    .filter((word) => word !== '');
  const english = words.filter((word) => ENGLISH.has(word)).length;
  const french = words.filter((word) => FRENCH.has(word)).length;
  if (english >= 2 && english > french) return 'en';
  return french > english ? 'fr' : null;
}
