import type { Parts } from './parts.ts';

export type PartName = keyof Parts;

/** How one part of Léa is made: its name, the names of what it needs, and the function that takes these. */
export interface Recipe {
  readonly name: PartName;
  readonly needs: readonly PartName[];
  readonly make: (needs: Partial<Parts>) => unknown;
}

/**
 * A part made by a function. A need is said once, by the name under which the function takes it, so that two
 * needs cannot be swapped, and one that is missing does not compile.
 */
export const part = <N extends PartName, K extends PartName>(
  name: N,
  needs: readonly K[],
  make: (needs: Pick<Parts, K>) => Parts[N],
): Recipe => ({ name, needs, make: (parts) => make(parts as Pick<Parts, K>) });

/** A part that is a class with one constructor parameter; a need that the class does not take does not compile. */
export const instance = <
  N extends PartName,
  Needs extends object,
  K extends keyof Needs & PartName,
>(
  name: N,
  Class: new (needs: Needs) => Parts[N],
  needs: readonly K[] & (Pick<Parts, K> extends Needs ? unknown : 'a need is missing'),
): Recipe => ({
  name,
  needs,
  make: (parts) => new Class(parts as unknown as Needs),
});
