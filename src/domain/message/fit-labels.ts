const graphemes = new Intl.Segmenter('fr', { granularity: 'grapheme' });

/** Ends no label: something would have to follow. Taken off one by one. */
const LINK =
  /(?:[\s,;:–—-]|[(«"]|(?<![\p{L}\p{N}])(?:de|du|des|à|au|aux|et|ou|pour|avec|sans|en|sur|par|le|la|les|un|une|of|for|and|or|with|without|the|an?|to|in|on|by|[dl]['’]))$/iu;

/**
 * A label of at most `max` UTF-16 units: whole where it fits, else its first words, without a sign that something
 * is missing and without a word that leads nowhere ("Crème visage", not "Crème visage pour"). A word that is too
 * long by itself is cut between characters.
 */
export function fitLabel(label: string, max: number): string {
  const whole = label.trim();
  if (whole.length <= max) return whole;
  let kept = '';
  for (const { segment } of graphemes.segment(whole.slice(0, max + 32))) {
    if (kept.length + segment.length > max) break;
    kept += segment;
  }
  const space = kept.search(/\s\S*$/);
  const cutsWord = /\S/.test(whole.charAt(kept.length));
  const words = cutsWord && space > 0 ? kept.slice(0, space) : kept;
  let told = words.trimEnd();
  while (LINK.test(told)) told = told.replace(LINK, '');
  return told === '' ? kept.trim() : told;
}

/** Whether two labels would read the same once they fit. */
export const readAlike = (labels: readonly string[], max: number): boolean =>
  new Set(labels.map((label) => fitLabel(label, max).toLowerCase())).size < labels.length;

/** Labels that fit and can be told apart, in the same order: numbered where two would read the same. */
export const fitLabels = (labels: readonly string[], max: number): readonly string[] =>
  labels.map((label, index) => {
    const number = readAlike(labels, max) ? `${index + 1}. ` : '';
    return `${number}${fitLabel(label, max - number.length)}`;
  });
