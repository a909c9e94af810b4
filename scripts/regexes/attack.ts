import { check, type AttackPattern } from 'recheck';
import type { Found } from './find-regexes.ts';

/** Characters of two attacks; linear work grows by 4 between them, quadratic work by 16. */
const SHORT = 4_096;
const LONG = 16_384;
const MOST_GROWTH = 9;
const TRIES = 5;
/** Milliseconds to think about one; a very long one is then left to the growth suite (tests/unit/hostile). */
const PATIENCE = 10_000;

/**
 * A sentence on a text for which a regular expression takes more than linear time; null where none is known.
 * recheck thinks of the texts, and counts steps; of a pattern that is long or looks around it says "slow" too
 * early, so the engine that runs it has the last word.
 */
export async function attack({ where, source, flags }: Found): Promise<string | null> {
  const result = await check(source, flags, { timeout: PATIENCE });
  if (result.status === 'safe') return null;
  if (result.status === 'unknown' && result.error.kind === 'timeout') return null;
  const pattern = `/${source.slice(0, 100)}/${flags}`;
  if (result.status === 'unknown')
    return `${where}: ${pattern} was not read (${result.error.kind})`;
  // eslint-disable-next-line no-restricted-syntax -- it was found already
  const growth = growthOf(new RegExp(source, flags), result.attack);
  if (growth <= MOST_GROWTH) return null;
  return `${where}: ${pattern} takes ${growth.toFixed(0)} times as long for 4 times ${result.attack.pattern.slice(0, 120)}`;
}

function growthOf(regex: RegExp, { pumps, suffix }: AttackPattern): number {
  const text = (length: number): string => {
    const once = pumps.reduce((sum, { pump }) => sum + pump.length, 0);
    const times = Math.ceil(length / Math.max(1, once));
    return pumps.map(({ prefix, pump }) => prefix + pump.repeat(times)).join('') + suffix;
  };
  const [short, long] = [text(SHORT), text(LONG)];
  let growth = Infinity;
  for (let tries = 0; tries < TRIES && growth > MOST_GROWTH; tries += 1)
    growth = Math.min(growth, time(regex, long) / time(regex, short));
  return growth;
}

/** Milliseconds, the least of some: what else runs on the machine only ever adds. A little is nothing. */
function time(regex: RegExp, text: string): number {
  let least = Infinity;
  for (let round = 0; round < 3; round += 1) {
    const started = performance.now();
    text.replace(regex, '');
    least = Math.min(least, performance.now() - started);
  }
  return Math.max(0.5, least);
}
