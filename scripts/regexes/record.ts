import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import type { AttackPattern } from 'recheck';
import recheck from 'recheck/package.json' with { type: 'json' };
import type { Found } from './find-regexes.ts';

const FILE = new URL('attacked.json', import.meta.url);
const BY = `recheck ${recheck.version}`;

/** The text by which recheck would slow a regular expression down, as far as it needs to be kept. */
export type Attack = Pick<AttackPattern, 'pumps' | 'suffix' | 'pattern'>;

/** What recheck made of one: linear, longer than it can think about, or slow by its count of steps. */
export type Verdict = 'safe' | 'too long' | Attack;

/** Verdicts by regular expression, kept with the sources: what has not changed is not thought about again. */
export class AttackRecord {
  readonly #kept: ReadonlyMap<string, Verdict>;
  readonly #used = new Map<string, Verdict>();

  constructor(kept: ReadonlyMap<string, Verdict> = new Map()) {
    this.#kept = kept;
  }

  static read(): AttackRecord {
    const { by, verdicts } = JSON.parse(readFileSync(FILE, 'utf8')) as {
      readonly by: string;
      readonly verdicts: Readonly<Record<string, Verdict>>;
    };
    // Another version may know other shapes.
    return new AttackRecord(new Map(by === BY ? Object.entries(verdicts) : []));
  }

  of(regex: Found): Verdict | null {
    const verdict = this.#kept.get(keyOf(regex));
    if (verdict !== undefined) this.#used.set(keyOf(regex), verdict);
    return verdict ?? null;
  }

  add(regex: Found, verdict: Verdict): void {
    this.#used.set(keyOf(regex), verdict);
  }

  /** Without those that stand nowhere any more; true where that changes the file. */
  save(): boolean {
    const verdicts = Object.fromEntries([...this.#used].toSorted(([a], [b]) => (a < b ? -1 : 1)));
    const text = `${JSON.stringify({ by: BY, verdicts }, null, 2)}\n`;
    if (text === readFileSync(FILE, 'utf8')) return false;
    writeFileSync(FILE, text);
    return true;
  }
}

const keyOf = ({ source, flags }: Found): string =>
  createHash('sha256').update(`/${source}/${flags}`).digest('hex').slice(0, 24);
