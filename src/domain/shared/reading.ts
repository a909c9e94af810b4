/**
 * How much of a text is read, in UTF-16 units. All of it is stored and shown; what a longer one says in its
 * middle is not looked at. Everything else about a text takes time in proportion to its length at most.
 */
export const READ = {
  /** What somebody asks for, chooses or answers; also what is told to a model or shown in short. */
  message: 2_000,
  /** What one message, and one turn of many, is searched for danger and for facts about health. */
  danger: 131_072,
  /** Of each message of a burst, where signs split over several are looked for. */
  burst: 2_000,
  /** What the channel's door looks at before it stores: whether an answer is urgent. */
  door: 4_000,
  /** A text of the catalogue, when products are ranked and claims about them checked. */
  shelf: 4_000,
} as const;

/** No word of a lexicon, a catalogue or a person is longer, in letters; what is longer is noise. */
export const LONGEST_WORD = 60;

/** The beginning of a text; no character is cut in half. */
export const beginning = (text: string, most: number): string =>
  text.length <= most ? text : text.slice(0, most).replace(/[\ud800-\udbff]$/, '');

/** The beginning and the end of a text, where people say what matters; the whole of it where it is short enough. */
export function bothEnds(text: string, most: number): string {
  if (text.length <= most) return text;
  const half = Math.floor(most / 2);
  return `${beginning(text, half)}\n${text.slice(-half).replace(/^[\udc00-\udfff]/, '')}`;
}
