import { foldText } from './normalise-text.ts';

/** "Est-ce que" opens a question without being what is asked for. */
const OPENERS = /\best ce qu(?:e|')|\bn'est ce pas\b/g;
const ASKS_WHAT = new RegExp(
  '\\b(?:comment|quel(?:le)?s?|que|quoi|ou|quand|combien|pourquoi|qui|lequel|laquelle|lesquel(?:le)?s|' +
    "how|what|which|when|where|why|who)\\b|\\bqu'",
);

/**
 * Whether the last question of a text can be answered by a yes or a no ("Voulez-vous la livraison ?"), and not
 * by something else ("Que cherchez-vous ?").
 */
export function asksYesOrNo(text: string): boolean {
  const question = text
    .slice(0, text.lastIndexOf('?'))
    .split(/[.!?\n]/)
    .at(-1);
  if (!text.includes('?') || question === undefined) return false;
  return !ASKS_WHAT.test(foldText(question).replaceAll('-', ' ').replace(OPENERS, ' '));
}
