import type { BenchPostgres } from './database.ts';
import type { Measurement } from './measurement.ts';

export interface Deps {
  readonly postgres: BenchPostgres;
  /** The short form: fewer and smaller, for a look. */
  readonly quick: boolean;
  /** Tells how far it is. */
  readonly say: (line: string) => void;
}

/** Measures one matter; throws when it cannot, and answers misses like any other figure. */
export type Part = (deps: Deps) => Promise<readonly Measurement[]>;
