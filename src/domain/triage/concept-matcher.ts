import { entriesFor, withoutElision } from './lexicon/lexicon-index.ts';
import type { Entry } from './lexicon/lexicon-index.ts';
import type { Concept } from './lexicon/lexicon.ts';
import { isDenied } from './negation.ts';
import { readNumbers } from './read-numbers.ts';
import type { Token } from '../language/tokens.ts';

/** A place where a concept was said; `denied` when the customer said it is not so. */
export interface Occurrence {
  readonly start: number;
  readonly end: number;
  readonly denied: boolean;
}

export type Concepts = ReadonlyMap<Concept, readonly Occurrence[]>;

/** Little words that may stand inside a phrase: "perdu (la) connaissance". */
const FILLERS: ReadonlySet<string> = new Set(
  `a la le les l de du d des au aux un une mon ma mes son sa ses ne n y tres plus en s se me m est
    ete qui que the my his her bien trop tout quand il elle je j ca vraiment encore completement
    carrement presque bebe petit petite enfant fils fille garcon`.split(/\s+/),
);
const MAX_FILLERS = 2;

/** Every concept that a message mentions, each with its places in reading order. */
export function findConcepts(tokens: readonly Token[]): Concepts {
  const found = new Map<Concept, Occurrence[]>();
  tokens.forEach((token, index) => {
    let entries = entriesFor(token);
    if (entries.length === 0) {
      const shorter = withoutElision(token);
      if (shorter) entries = entriesFor(shorter);
    }
    for (const entry of entries) {
      const last = matchRest(tokens, index, entry);
      if (last === null) continue;
      // A phrase with its own "pas" or "plus" is what it says.
      add(found, entry.concept, {
        start: token.at,
        end: tokens[last]!.at,
        denied: isDenied(tokens, index, last),
      });
    }
  });
  for (const { concept, start, end } of readNumbers(tokens))
    add(found, concept, { start, end, denied: false });
  return found;
}

function matchRest(tokens: readonly Token[], first: number, entry: Entry): number | null {
  let index = first;
  for (const test of entry.rest) {
    let fillers = 0;
    for (;;) {
      const next = tokens[index + 1];
      if (!next || next.at - tokens[index]!.at > 1) return null;
      index += 1;
      if (test(next)) break;
      if (!FILLERS.has(next.word) || fillers >= MAX_FILLERS) return null;
      fillers += 1;
    }
  }
  return index;
}

function add(found: Map<Concept, Occurrence[]>, concept: Concept, occurrence: Occurrence): void {
  const list = found.get(concept);
  if (!list) found.set(concept, [occurrence]);
  else if (list.at(-1)!.start !== occurrence.start || list.at(-1)!.end !== occurrence.end)
    list.push(occurrence);
}
