/** The phrases of a text, one a line; blank lines and indentation count for nothing. */
export const phrasesOf = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((phrase) => phrase !== '');
