import { useLanguage, type Language } from './language.tsx';

/** A sentence, or a function that makes one of its parts. */
type Entry = string | ((...parts: never[]) => string);
type Same<F> = { readonly [K in keyof F]: F[K] extends string ? string : F[K] };

/**
 * The words of one page in both languages. English must have exactly the keys of French, with the same
 * parts: forgetting one does not compile.
 */
export const defineTexts = <const F extends Record<string, Entry>>(
  fr: F,
  en: Same<F>,
): Record<Language, Same<F>> => ({
  // A literal is a string; the compiler does not see it through the mapped type.
  fr: fr as Same<F>,
  en,
});

export function useTexts<T>(texts: Record<Language, T>): T {
  return texts[useLanguage().language];
}

const rules = { fr: new Intl.PluralRules('fr'), en: new Intl.PluralRules('en') };

/** `plural('fr', 0, 'message', 'messages')` → "0 message", as each language counts. */
export function plural(language: Language, count: number, one: string, other: string): string {
  return `${count.toLocaleString(language)} ${rules[language].select(count) === 'one' ? one : other}`;
}
