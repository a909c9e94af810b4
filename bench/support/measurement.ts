import { availableParallelism, loadavg } from 'node:os';

export interface Target {
  readonly bound: 'at least' | 'at most';
  readonly value: number;
}

/** One figure; `unit` is printed behind it. */
export interface Measurement {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  /** Null for what is only told. */
  readonly target: Target | null;
  /** What a bare program did in the same run, in the same unit. */
  readonly floor?: number;
  readonly note?: string;
}

export const atLeast = (value: number): Target => ({ bound: 'at least', value });
export const atMost = (value: number): Target => ({ bound: 'at most', value });

export const passes = ({ value, target }: Measurement): boolean | null =>
  target === null
    ? null
    : target.bound === 'at least'
      ? value >= target.value
      : value <= target.value;

/** The value below which `share` of the samples lie (nearest rank). */
export function percentile(samples: readonly number[], share: number): number {
  if (samples.length === 0) throw new Error('There is nothing to take a percentile of.');
  const sorted = samples.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))]!;
}

export const median = (samples: readonly number[]): number => percentile(samples, 0.5);

/** What a figure depends on besides the code. */
export const conditions = (postgres: string) => ({
  cores: availableParallelism(),
  node: process.version,
  postgres,
  /** Runnable processes in the minute before: above the cores, something else was running too. */
  loadBefore: Math.round(loadavg()[0]! * 100) / 100,
});

export const rounded = (value: number): number =>
  Math.abs(value) >= 100 ? Math.round(value) : Math.round(value * 100) / 100;
