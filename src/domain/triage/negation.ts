import type { Token } from '../language/tokens.ts';

const DENIALS: ReadonlySet<string> = new Set(
  'pas aucun aucune aucuns aucunes sans jamais ni not no never without zero'.split(' '),
);
/** Little words that may stand between a denial and what it denies: "pas (eu) (de) fièvre". */
const TRANSPARENT: ReadonlySet<string> = new Set(
  `de d du des la le les l un une eu ete trop vraiment encore any a the been have avoir etre fait
    particulier particuliere connu connue aucun aucune besoin had mon ma mes specialement plus me m
    se s avec`.split(/\s+/),
);
/** "n'arrête pas de saigner" and "n'arrive pas à respirer" deny the stopping, not the symptom. */
const INNER_VERBS =
  /^(?:arret\w*|cess\w*|stop\w*|finit|fini|arriv\w*|reuss\w*|peux|peut|pouv\w*|pe|peu|veut|veux|veu|pass\w*|will|won|can|t)$/;
const SUBJECTS: ReadonlySet<string> = new Set(
  'je j il elle on ils elles ca tu bebe n ne s se me m'.split(' '),
);
const REACH = 5;

/** Whether what stands at `start`…`end` is denied: "pas de fièvre", "sans allergie", "il ne saigne pas". */
export function isDenied(tokens: readonly Token[], start: number, end: number): boolean {
  return deniedBefore(tokens, start) || deniedAfter(tokens, start, end);
}

function deniedBefore(tokens: readonly Token[], start: number): boolean {
  for (let index = start - 1; index >= Math.max(0, start - REACH); index -= 1) {
    const token = tokens[index]!;
    if (tokens[index + 1]!.at - token.at > 1) return false;
    if (DENIALS.has(token.word))
      return (
        !INNER_VERBS.test(tokens[index - 1]?.word ?? '') &&
        !/^(?:que|seulement)$/.test(tokens[index + 1]!.word)
      );
    // "n'a plus de fièvre"; without the "n'" it may well be "more".
    if (
      token.word === 'plus' &&
      tokens.slice(Math.max(0, index - 3), index).some(({ word }) => word === 'n' || word === 'ne')
    ) {
      return !INNER_VERBS.test(tokens[index - 1]?.word ?? '');
    }
    if (!TRANSPARENT.has(token.word)) return false;
  }
  return false;
}

function deniedAfter(tokens: readonly Token[], start: number, end: number): boolean {
  const next = tokens[end + 1];
  if (!next || next.at - tokens[end]!.at > 1) return false;
  // "je n'allaite plus"; without the "n'" it may well be "more".
  if (next.word === 'plus')
    return (
      /^(?:n|ne)$/.test(tokens[start - 1]?.word ?? '') &&
      !/^(?:que|en)$/.test(tokens[end + 2]?.word ?? '')
    );
  if (next.word !== 'pas') return false;
  if (/^(?:de|d|du|un|une|que|tres|trop)$/.test(tokens[end + 2]?.word ?? '')) return false;
  return SUBJECTS.has(tokens[start - 1]?.word ?? '');
}
