const graphemes = new Intl.Segmenter('fr', { granularity: 'grapheme' });
/** From the best place to cut to the worst: between paragraphs, lines, sentences, words. */
const BREAKS = ['\n\n', '\n', '. ', '! ', '? ', '… ', '; ', ' '] as const;
/** A better place is taken only if this much of the room is used. */
const ENOUGH = 0.5;

/**
 * The text in pieces of at most `max` UTF-16 units, in order, none empty: cut between paragraphs, sentences or words,
 * never inside of an emoji or an accented letter. Only white space at the cuts is lost.
 */
export function splitText(text: string, max: number): readonly string[] {
  const pieces: string[] = [];
  let rest = text.trim();
  while (rest.length > max) {
    const end = cutAt(rest, max);
    const piece = rest.slice(0, end).trimEnd();
    if (piece !== '') pieces.push(piece);
    rest = rest.slice(end).trimStart();
  }
  return rest === '' ? pieces : [...pieces, rest];
}

function cutAt(text: string, max: number): number {
  const room = text.slice(0, max + 1);
  for (const mark of BREAKS) {
    const at = room.lastIndexOf(mark);
    // What ends a sentence stays with it, if it still fits.
    const end = at + mark.trimEnd().length;
    if (at > 0 && end <= max && end >= max * ENOUGH) return end;
  }
  const space = room.lastIndexOf(' ');
  return space > 0 ? space : wholeLetters(text, max);
}

/** As many whole letters as fit: one at least, however it is put together, unless it alone is longer. */
function wholeLetters(text: string, max: number): number {
  let end = 0;
  for (const { segment } of graphemes.segment(text.slice(0, max + 32))) {
    if (end + segment.length > max) break;
    end += segment.length;
  }
  return end === 0 ? max : end;
}
