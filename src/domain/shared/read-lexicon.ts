import type { Language } from '../customer/customer.ts';

/** Where the words of a concept come from; `link` and `date` only where they are known. */
export interface Source {
  readonly name: string;
  readonly link: string | null;
  readonly date: string | null;
}

/** One concept in one language. */
export interface Entry {
  readonly concept: string;
  readonly language: Language;
  readonly phrases: readonly string[];
  readonly source: Source | null;
  readonly note: string | null;
}

const PHRASE = /^=?[\p{Ll}\d]+\*?(?: =?[\p{Ll}\d]+\*?)*$/u;
const HEADER = /^# (source|note): (\S.*)$/;

/**
 * Reads the concepts of one language, each a text with one phrase a line and, in front, `# source: name | link | date`
 * and `# note: …` where there is one. Throws an Error that names the language, the concept and the line.
 */
export function readLexicon(
  language: Language,
  concepts: Readonly<Record<string, string>>,
): readonly Entry[] {
  return Object.entries(concepts).map(([concept, text]) => {
    const phrases: string[] = [];
    const headers = new Map<string, string>();
    text.split('\n').forEach((written, index) => {
      const line = written.trim();
      const where = `lexicon ${language}, ${concept}, line ${index}`;
      const header = HEADER.exec(line);
      if (line === '') return;
      if (header !== null) headers.set(header[1]!, header[2]!);
      else if (!PHRASE.test(line))
        throw new Error(
          `${where}: "${line}" is neither a phrase nor "# source: …" nor "# note: …"`,
        );
      else if (phrases.includes(line)) throw new Error(`${where}: "${line}" is there twice`);
      else phrases.push(line);
    });
    if (phrases.length === 0) throw new Error(`lexicon ${language}, ${concept}: no phrase`);
    const source = headers.get('source');
    return {
      concept,
      language,
      phrases,
      source: source === undefined ? null : sourceOf(source),
      note: headers.get('note') ?? null,
    };
  });
}

/** The phrases of each concept in all languages. */
export function mergeLexicons(entries: readonly Entry[]): ReadonlyMap<string, readonly string[]> {
  const merged = new Map<string, readonly string[]>();
  for (const { concept, phrases } of entries)
    merged.set(concept, [...(merged.get(concept) ?? []), ...phrases]);
  return merged;
}

function sourceOf(written: string): Source {
  const [name = '', link, date] = written.split('|').map((part) => part.trim());
  return { name, link: link || null, date: date || null };
}
