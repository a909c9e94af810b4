import type { dialogueFr } from './dialogue/fr.ts';
import type { fr } from './fr.ts';

type Widened<T> = T extends (...args: infer A) => string
  ? (...args: A) => string
  : T extends string
    ? string
    : T extends readonly string[]
      ? readonly string[]
      : { readonly [K in keyof T]: Widened<T[K]> };

/** Every language says the same things. */
export type Texts = Widened<typeof fr>;
export type DialogueTexts = Widened<typeof dialogueFr>;
