import { wordsIn } from './clauses.ts';

const SIZE =
  /\b\d+(?:[.,]\d+)?\s?(?:ml|cl|l|g|kg|mg|gélules?|comprimés?|sachets?|capsules?|pastilles?|ampoules?|lingettes?|pièces?|unités?|doses?|patchs?|pansements?|x\s?\d+)\b/iu;

/** "250 ml", "60 gélules": the size in a product's name; null when it has none. */
export const sizeIn = (text: string): string | null => SIZE.exec(text)?.[0] ?? null;

const ASKS_FOR =
  /\b(?:contien\w*|contains?|y a ?t il|il y a|y a|ya|avec|presence d\w*|is there)\b((?: (?:t il|t elle|du|de l|de la|des|de|d|any|un|une|quoi|aussi|encore|pas|l|la|le))*) ((?!dedans|dans|inside)\w+(?: (?:essentielles?|de \w+|minerales?|oil|vegetales?))?)/;

/** What a question wants to know to be in a product: "y a de l'alcool dedans ?" → "alcool"; null when nothing is named. */
export function substanceIn(text: string): string | null {
  return ASKS_FOR.exec(wordsIn(text).join(' '))?.[2] ?? null;
}
