const graphemes = new Intl.Segmenter('fr', { granularity: 'grapheme' });

/**
 * At most `max` UTF-16 units, with an ellipsis where something was cut: between words if that leaves most
 * of the room used, and never inside an emoji or an accented letter.
 */
export function shorten(text: string, max: number): string {
  const whole = text.trim();
  if (whole.length <= max) return whole;
  let kept = '';
  for (const { segment } of graphemes.segment(whole.slice(0, max + 32).toWellFormed())) {
    if (kept.length + segment.length > max - 1) break;
    kept += segment;
  }
  const space = kept.search(/\s\S*$/);
  const cutsWord = /\S/.test(whole.charAt(kept.length));
  if (cutsWord && space >= max * 0.6) kept = kept.slice(0, space);
  return `${kept.trimEnd()}…`;
}
