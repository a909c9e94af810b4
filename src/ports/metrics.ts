/** What is counted, and by which labels. Labels are kinds and codes, never a person, an id or a raw path. */
export interface Counters {
  readonly lea_webhook_events_total: { readonly type: string };
  readonly lea_turns_total: { readonly outcome: string };
  readonly lea_model_calls_total: { readonly outcome: string };
  readonly lea_sends_total: { readonly outcome: string };
  readonly lea_dead_letters_total: Readonly<Record<never, string>>;
  readonly lea_http_requests_total: {
    readonly route: string;
    readonly method: string;
    readonly status: string;
  };
}

/** What is timed, in seconds. */
export interface Durations {
  readonly lea_turn_duration_seconds: Readonly<Record<never, string>>;
  readonly lea_http_duration_seconds: { readonly route: string };
}

/** The labels are an argument only where there are some. */
export type LabelsOf<L> = keyof L extends never ? readonly [] : readonly [labels: L];

/** Figures for the operator's monitoring. */
export interface Metrics {
  count<N extends keyof Counters>(name: N, ...labels: LabelsOf<Counters[N]>): void;
  observe<N extends keyof Durations>(
    name: N,
    seconds: number,
    ...labels: LabelsOf<Durations[N]>
  ): void;
}
