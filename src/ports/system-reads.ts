/** How the work goes, in counts; "lately" is the last ten minutes. */
export interface WorkState {
  readonly dueConversations: number;
  readonly oldestDueSeconds: number;
  readonly workingConversations: number;
  readonly retryingConversations: number;
  readonly deadConversations: number;
  readonly waitingJobs: number;
  /** Jobs that were given up within a day. */
  readonly deadJobs: number;
  readonly unsentMessages: number;
  readonly sentLately: number;
  readonly failedSendsLately: number;
  readonly turnsLately: number;
  readonly modelTurnsLately: number;
  readonly fallbacksLately: number;
  /** Greetings that the shop's own app sent by itself within a week. */
  readonly appGreetings: number;
  /** Alerts that a notifier could not yet deliver, by its name. */
  readonly undelivered: readonly { readonly notifier: string; readonly count: number }[];
}

export interface StoreVersions {
  readonly postgres: string;
  readonly migrations: readonly string[];
  readonly settings: number;
}

/** What the operator looks at. */
export interface SystemReads {
  work(): Promise<WorkState>;
  versions(): Promise<StoreVersions>;
  modelCostMilliCfaSince(since: Date): Promise<number>;
}
