import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client';
import type { Counters, Durations, LabelsOf, Metrics } from '../../ports/metrics.ts';
import { maskNumbers } from './mask-log-fields.ts';

const COUNTERS: {
  readonly [N in keyof Counters]: {
    readonly help: string;
    readonly labels: readonly (keyof Counters[N] & string)[];
  };
} = {
  lea_webhook_events_total: {
    help: 'Events that the messaging gateway delivered',
    labels: ['type'],
  },
  lea_turns_total: { help: 'Turns of conversations', labels: ['outcome'] },
  lea_model_calls_total: { help: 'Calls of the language model', labels: ['outcome'] },
  lea_sends_total: { help: 'Messages handed to the gateway', labels: ['outcome'] },
  lea_dead_letters_total: { help: 'Work that was given up', labels: [] },
  lea_http_requests_total: { help: 'Requests answered', labels: ['route', 'method', 'status'] },
};

const DURATIONS: {
  readonly [N in keyof Durations]: {
    readonly help: string;
    readonly labels: readonly (keyof Durations[N] & string)[];
    readonly buckets: number[];
  };
} = {
  lea_turn_duration_seconds: {
    help: 'From claiming a turn to its last send',
    labels: [],
    buckets: [0.05, 0.1, 0.25, 0.5, 1, 2, 4, 8, 15, 30],
  },
  lea_http_duration_seconds: {
    help: 'Time to answer a request',
    labels: ['route'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
  },
};

/** `Metrics` for the application, and the page that Prometheus reads. */
export interface PrometheusMetrics extends Metrics {
  readonly contentType: string;
  page(): Promise<string>;
}

/**
 * A registry of its own, so that two servers in one process do not meet; `processMetrics: false` leaves node's own
 * figures out.
 */
export function createMetrics(
  options: { readonly processMetrics?: boolean } = {},
): PrometheusMetrics {
  const registry = new Registry();
  if (options.processMetrics !== false) collectDefaultMetrics({ register: registry });
  const counters = new Map<string, Counter>();
  for (const [name, { help, labels }] of Object.entries(COUNTERS)) {
    counters.set(name, new Counter({ name, help, labelNames: [...labels], registers: [registry] }));
  }
  const histograms = new Map<string, Histogram>();
  for (const [name, { help, labels, buckets }] of Object.entries(DURATIONS)) {
    histograms.set(
      name,
      new Histogram({ name, help, labelNames: [...labels], buckets, registers: [registry] }),
    );
  }
  return {
    contentType: registry.contentType,
    page: () => registry.metrics(),
    count<N extends keyof Counters>(name: N, ...[labels]: LabelsOf<Counters[N]>) {
      counters.get(name)?.inc(impersonal(labels));
    },
    observe<N extends keyof Durations>(
      name: N,
      seconds: number,
      ...[labels]: LabelsOf<Durations[N]>
    ) {
      histograms.get(name)?.observe(impersonal(labels), seconds);
    },
  };
}

/** A raw path as a label would carry a phone number to the monitoring; short and masked it cannot. */
const impersonal = (labels: object | undefined): Record<string, string> =>
  Object.fromEntries(
    Object.entries(labels ?? {}).map(([name, value]) => [
      name,
      maskNumbers(String(value)).slice(0, 80),
    ]),
  );
