import { appendFileSync } from 'node:fs';

/** How much is thrown at Léa: a little with every test run, much with `npm run test:hostile`. */
export const LONG = process.env['HOSTILE'] === 'long';

/** `HOSTILE_<NAME>` wins over both. */
export const effort = (name: string, counts: { readonly short: number; readonly long: number }) =>
  Number(process.env[`HOSTILE_${name}`] ?? (LONG ? counts.long : counts.short));

/** Each long run throws something new; the short one, which every change must pass, always the same. */
export const SEED = Number(
  process.env['HOSTILE_SEED'] ?? (LONG ? Date.now() % 2 ** 31 : 20_261_123),
);

/** The long forms get hours, the short ones as long as a busy machine may need. */
export const PATIENCE_MS = LONG ? 4 * 3_600_000 : 180_000;

/** Adds what was counted to the file that `HOSTILE_REPORT` names. */
export function tell(what: string, figures: Readonly<Record<string, unknown>>): void {
  const file = process.env['HOSTILE_REPORT'];
  if (file !== undefined) appendFileSync(file, `${JSON.stringify({ what, ...figures })}\n`);
}
