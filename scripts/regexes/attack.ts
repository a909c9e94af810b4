import { check } from 'recheck';
import type { Found } from './find-regexes.ts';
import type { Attack, AttackRecord, Verdict } from './record.ts';

/** Characters of two attacks; linear work grows by 8 between them, quadratic work by 64. */
const SHORT = 2_048;
const LONG = 16_384;
const MOST_GROWTH = 22;
/** So often both are read by turns; what grows little is let go after the fewest. */
const ROUNDS = { fewest: 4, most: 12 };
/** A little is nothing, in milliseconds. */
const NOTHING = 0.5;
/** Milliseconds to think about a new one; a very long one is then left to the growth suite (tests/unit/hostile). */
const PATIENCE = 60_000;

/**
 * A sentence on a text for which a regular expression takes more than linear time; null where none is known.
 * recheck thinks of the texts, and counts steps; of a pattern that is long or looks around it says "slow" too
 * early, so the engine that runs it has the last word, each time anew.
 */
export async function attack(regex: Found, record: AttackRecord): Promise<string | null> {
  const { where, source, flags } = regex;
  const pattern = `/${source.slice(0, 100)}/${flags}`;
  const verdict = record.of(regex) ?? (await think(regex));
  if (isUnread(verdict)) return `${where}: ${pattern} was not read (${verdict.unread})`;
  record.add(regex, verdict);
  if (typeof verdict === 'string') return null;
  // eslint-disable-next-line no-restricted-syntax -- it was found already
  const growth = growthOf(new RegExp(source, flags), verdict);
  if (growth <= MOST_GROWTH) return null;
  return `${where}: ${pattern} takes ${growth.toFixed(0)} times as long for 8 times ${verdict.pattern.slice(0, 120)}`;
}

interface Unread {
  readonly unread: string;
}
const isUnread = (verdict: Verdict | Unread): verdict is Unread =>
  typeof verdict === 'object' && 'unread' in verdict;

async function think({ source, flags }: Found): Promise<Verdict | Unread> {
  const result = await check(source, flags, { timeout: PATIENCE });
  if (result.status === 'safe') return 'safe';
  if (result.status === 'vulnerable') {
    const { pumps, suffix, pattern } = result.attack;
    return { pumps, suffix, pattern };
  }
  return result.error.kind === 'timeout' ? 'too long' : { unread: result.error.kind };
}

function growthOf(regex: RegExp, { pumps, suffix }: Attack): number {
  const text = (length: number): string => {
    const once = pumps.reduce((sum, { pump }) => sum + pump.length, 0);
    const times = Math.ceil(length / Math.max(1, once));
    return pumps.map(({ prefix, pump }) => prefix + pump.repeat(times)).join('') + suffix;
  };
  const [short, long] = [text(SHORT), text(LONG)];
  // The least of some, by turns: what else runs on the machine only ever adds to either.
  const least = { short: Infinity, long: Infinity };
  const growth = (): number => Math.max(NOTHING, least.long) / Math.max(NOTHING, least.short);
  for (let round = 0; round < ROUNDS.most; round += 1) {
    if (round >= ROUNDS.fewest && growth() <= MOST_GROWTH) break;
    least.long = Math.min(least.long, time(regex, long));
    least.short = Math.min(least.short, time(regex, short));
  }
  return growth();
}

/** Milliseconds. */
function time(regex: RegExp, text: string): number {
  const started = performance.now();
  text.replace(regex, '');
  return performance.now() - started;
}
