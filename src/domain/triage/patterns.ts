import type { Concept } from './lexicon/lexicon.ts';
import type { Concepts, Occurrence } from './concept-matcher.ts';

/** A concept that must be said and not denied; with `~` in front, denied will do as well. */
export type Term = Concept | `~${Concept}`;
/** One term, or several of which any will do. */
export type Terms = Term | readonly Term[];

/** What a rule looks for. All patterns are data: building one looks at no message. */
export interface Pattern {
  readonly kind: 'near' | 'seq';
  readonly within: number;
  readonly terms: readonly Terms[];
  /** Concepts whose presence anywhere makes the pattern void. */
  readonly unless: readonly Term[];
}

/** All terms, in any order, within a stretch of so many words. */
export function near(within: number, ...terms: readonly Terms[]): Pattern {
  return { kind: 'near', within, terms, unless: [] };
}

/** The terms in this order, each at most so many words behind the one before. */
export function seq(within: number, ...terms: readonly Terms[]): Pattern {
  return { kind: 'seq', within, terms, unless: [] };
}

/** The concept anywhere in the message. */
export function has(...terms: readonly Term[]): Pattern {
  return { kind: 'near', within: 0, terms: [terms], unless: [] };
}

/** The same pattern, void when any of these concepts is in the message. */
export function unless(pattern: Pattern, ...terms: readonly Term[]): Pattern {
  return { ...pattern, unless: [...pattern.unless, ...terms] };
}

/** Whether a message's concepts fit a pattern. */
export function matches(pattern: Pattern, concepts: Concepts): boolean {
  if (pattern.unless.some((term) => occurrences(term, concepts).length > 0)) return false;
  const lists: Array<readonly Occurrence[]> = [];
  for (const terms of pattern.terms) {
    const list =
      typeof terms === 'string'
        ? occurrences(terms, concepts)
        : terms.flatMap((term) => occurrences(term, concepts)).sort(inReadingOrder);
    if (list.length === 0) return false;
    lists.push(list);
  }
  return pattern.kind === 'seq'
    ? fitsInOrder(lists, pattern.within)
    : fitsNear(lists, pattern.within);
}

const inReadingOrder = (a: Occurrence, b: Occurrence): number => a.start - b.start;
const NONE: readonly Occurrence[] = [];

function occurrences(term: Term, concepts: Concepts): readonly Occurrence[] {
  const indifferent = term.startsWith('~');
  const list = concepts.get((indifferent ? term.slice(1) : term) as Concept) ?? NONE;
  return indifferent || !list.some(({ denied }) => denied)
    ? list
    : list.filter(({ denied }) => !denied);
}

/** All lists are in reading order, so that each is walked once, however often a word is repeated. */
function fitsInOrder(lists: ReadonlyArray<readonly Occurrence[]>, within: number): boolean {
  let ends = endsOf(lists[0]!);
  for (const list of lists.slice(1)) {
    let first = 0;
    const reached = list.filter(({ start }) => {
      while (first < ends.length && ends[first]! < start - within) first += 1;
      return first < ends.length && ends[first]! < start;
    });
    ends = endsOf(reached);
  }
  return ends.length > 0;
}

const endsOf = (list: readonly Occurrence[]): readonly number[] =>
  list.map(({ end }) => end).sort((a, b) => a - b);

/** For each place of the first term, only what stands around it is tried. */
function fitsNear(lists: ReadonlyArray<readonly Occurrence[]>, within: number): boolean {
  const [anchors, ...others] = lists;
  const longest = others.map(longestOf);
  const from = others.map(() => 0);
  return anchors!.some((anchor) => {
    const around = others.map((list, index) => {
      const earliest = anchor.start - within - longest[index]!;
      let first = from[index]!;
      while (first < list.length && list[first]!.start < earliest) first += 1;
      from[index] = first;
      let last = first;
      while (last < list.length && list[last]!.start <= anchor.end + within) last += 1;
      return list.slice(first, last);
    });
    return around.every((list) => list.length > 0) && fitTogether(around, within, [anchor]);
  });
}

const longestOf = (list: readonly Occurrence[]): number =>
  list.reduce((longest, { start, end }) => Math.max(longest, end - start), 0);

function fitTogether(
  lists: ReadonlyArray<readonly Occurrence[]>,
  within: number,
  chosen: readonly Occurrence[],
): boolean {
  const [list, ...others] = lists;
  if (!list) return true;
  return list.some(
    (occurrence) =>
      chosen.every(
        (other) => other.start !== occurrence.start && gap(other, occurrence) <= within,
      ) && fitTogether(others, within, [...chosen, occurrence]),
  );
}

function gap(a: Occurrence, b: Occurrence): number {
  return Math.max(a.start, b.start) - Math.min(a.end, b.end);
}
