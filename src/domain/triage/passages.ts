import type { Concepts, Occurrence } from './concept-matcher.ts';
import type { Concept } from './lexicon/lexicon.ts';

/** Of places of words, gaps between sentences counted: some 4,000 characters, which hardly a message exceeds. */
const PASSAGE = 1_200;
/** Longer than the longest pattern reaches, so that none is cut by the end of a passage. */
const OVERLAP = 120;
const STRIDE = PASSAGE - OVERLAP;

/**
 * The concepts of a long message by passages that overlap; a message of usual length is one. Far apart, words
 * have nothing to do with each other: "il y a 5 ans" on the first page must not quiet a pain on the third.
 */
export function passagesOf(concepts: Concepts): readonly Concepts[] {
  const passages: Map<Concept, Occurrence[]>[] = [];
  const put = (index: number, concept: Concept, occurrence: Occurrence): void => {
    const passage = (passages[index] ??= new Map<Concept, Occurrence[]>());
    const list = passage.get(concept);
    if (list) list.push(occurrence);
    else passage.set(concept, [occurrence]);
  };
  for (const [concept, occurrences] of concepts)
    for (const occurrence of occurrences) {
      const last = Math.floor(occurrence.start / STRIDE);
      put(last, concept, occurrence);
      if (last > 0 && occurrence.start - last * STRIDE < OVERLAP)
        put(last - 1, concept, occurrence);
    }
  return passages.filter((passage) => passage !== undefined);
}
