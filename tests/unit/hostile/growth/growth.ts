/** Characters of the longer of two sizes; its quarter is the other. */
const LARGE = process.env['HOSTILE'] === 'long' ? 65_536 : 8_192;
const STEP = 4;
/** Linear work grows by 4, sorting by about 5, quadratic work by 16. */
const MOST_GROWTH = 9;
/** Milliseconds that hold nobody's event loop: what takes less is not looked at further. */
const HARMLESS = process.env['HOSTILE'] === 'long' ? 16 : 4;
/** Microseconds of the processor's that are measured at once, as its accounts may be kept in ticks. */
const MEASURED = 60_000;
/** By the clock; only what grows more is measured well. */
const SUSPICIOUS = 6;

/** A text made to be hard to read, of about so many characters. */
export interface Hostile {
  readonly name: string;
  readonly make: (length: number) => string;
}

type Read = (text: string) => unknown;

/**
 * By how much the work of reading grows when the text is four times as long, where it grows too much; null
 * where it is fine. Judged by this thread's own processor time, which waits for nobody, and by the least of
 * several tries.
 */
export function excessiveGrowth(read: Read, { make }: Hostile): number | null {
  const long = make(LARGE);
  const once = least(() => time(read, long));
  if (once < HARMLESS) return null;
  const short = make(LARGE / STEP);
  if (once / least(() => time(read, short)) < SUSPICIOUS) return null;
  const growth = least(() => cost(read, long) / cost(read, short));
  return growth > MOST_GROWTH ? growth : null;
}

const least = (measure: () => number): number => Math.min(measure(), measure());

/** Milliseconds by the clock, which is as much as the processor's or more. */
function time(read: Read, text: string): number {
  const started = performance.now();
  read(text);
  return performance.now() - started;
}

/** Microseconds that one reading takes of the processor, however busy it is with others. */
function cost(read: Read, text: string): number {
  const before = process.threadCpuUsage();
  for (let rounds = 1; ; rounds += 1) {
    read(text);
    const { user, system } = process.threadCpuUsage(before);
    if (user + system >= MEASURED) return (user + system) / rounds;
  }
}
