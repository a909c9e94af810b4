import type { Metrics } from '../../src/ports/metrics.ts';

/** Counts nothing. */
export class NoMetrics implements Metrics {
  count(): void {}
  observe(): void {}
}
