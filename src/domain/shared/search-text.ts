/** Nobody looks for what stands further back, and sorting a very long row of marks takes quadratic time. */
const READ = 10_000;
/** Marks on letters (accents, Hebrew and Arabic vowels, variants) and characters that are not seen. */
const MARKS = new RegExp(
  String.raw`[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a` +
    String.raw`\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u1ab0-\u1ace\u1dc0-\u1dff\u20d0-\u20f0` +
    String.raw`\ufe00-\ufe0f\ufe20-\ufe2f\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]`,
  'gu',
);
/** What separates words: whatever is written that is neither a letter nor a digit, ' and - aside. */
const BETWEEN = new RegExp(
  String.raw`[\u0000-\u0026\u0028-\u002c\u002e\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u00d7` +
    String.raw`\u00f7\u02b0-\u02ff\u0589\u058a\u060c\u061b\u061f\u066a-\u066d\u06d4\u2000-\u2bff` +
    String.raw`\u2e00-\u2e7f\u3000-\u303f\ud800-\uf8ff\ufd3e\ufd3f\ufff0-\uffff\u{1f000}-\u{1faff}` +
    String.raw`\u{e0000}-\u{10ffff}]`,
  'gu',
);
const APOSTROPHES = pairs('`´‘’‚‛ʹʻʼʽˈ′ꞌ', "'''''''''''''");
const LETTERS = pairs(
  'ʼ‐‑‒–—―−ŒÆẞÞØøŁłĐđÐðĦħŦŧŊŋƐɛƆɔƏəƁɓƊɗƘƙƝɲƳƴı٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩςАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯЂЄЅІЈЉЊЋЏ',
  "'-------œæßþoollddddhhttnneeooeebbddkknnyyi01234567890123456789αβγδεζηθικλμνξοπρστυφχψωσабвгдежзийклмнопрстуфхцчшщъыьэюяђєѕіјљњћџ",
);
const TWO_LETTERS = pairs('œæßþ', ['oe', 'ae', 'ss', 'th']);
const REPLACED = /[`´‘’‚‛ʹʻʼʽˈ′ꞌ]/gu;
const FOREIGN = /[^\p{ASCII}]/gu;
const CAPITALS = /[A-Z]/g;

/**
 * A text as it is compared with what somebody types: small letters without accents, ligatures written out,
 * every apostrophe ' and every hyphen -, anything else that is no letter or digit a space. The same as
 * `lea.search_letters` in the database, which a test holds against this.
 */
export function searchLetters(text: string): string {
  return text
    .slice(0, READ)
    .replace(REPLACED, (character) => APOSTROPHES.get(character) ?? character)
    .replace(MARKS, '')
    .normalize('NFKD')
    .replace(MARKS, '')
    .replace(FOREIGN, (character) => LETTERS.get(character) ?? character)
    .replace(CAPITALS, (letter) => letter.toLowerCase())
    .replace(FOREIGN, (character) => TWO_LETTERS.get(character) ?? character)
    .replace(BETWEEN, ' ');
}

const JOINT = /['-]/;
const JOINTS = /['-]/g;

/**
 * What a search looks through: the words of a text, each after a space. A word with an apostrophe or a hyphen is
 * there in its parts and as one, so that it is found however people write it. As `lea.search_text`.
 */
export function searchText(text: string): string {
  const letters = searchLetters(text);
  const parts = ` ${letters.replace(JOINTS, ' ')}`;
  return JOINT.test(letters) ? `${parts} ${letters.replace(JOINTS, '')}` : parts;
}

/** Every character of the first is written as the one at its place in the second. */
function pairs(from: string, to: string | readonly string[]): ReadonlyMap<string, string> {
  return new Map([...from].map((character, index) => [character, to[index]!]));
}
