const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const fold = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}]/gu, '')
    .toLowerCase();

/** The ISO 3166 code of a country given by code or by its French or English name; null for anything else. */
export function countryCode(given: string): string | null {
  const names = new Intl.DisplayNames(['fr'], { type: 'region', fallback: 'none' });
  const code = given.trim().toUpperCase();
  if (/^[A-Z]{2}$/.test(code)) return names.of(code) === undefined ? null : code;
  const wanted = fold(given);
  for (const language of ['fr', 'en']) {
    const inLanguage = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
    for (const first of LETTERS)
      for (const second of LETTERS)
        if (fold(inLanguage.of(first + second) ?? '') === wanted && wanted !== '')
          return first + second;
  }
  return null;
}
