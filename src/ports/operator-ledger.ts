import type { OperatorNotice } from './advisor-notifier.ts';

export interface OperatorIncident {
  readonly key: string;
  readonly message: string;
  readonly raisedAt: string;
}

/** What the operator was told, shared by every replica, so that each state is told once. */
export interface OperatorLedger {
  /** True for the one caller that has to tell: the incident was not open before. */
  raise(key: string, message: string): Promise<boolean>;
  /** True for the one caller that has to give the all-clear. */
  clear(key: string, message: string): Promise<boolean>;
  /** Notes that somebody was reached. */
  told(key: string): Promise<void>;
  /** Claims what nobody was told of for a minute, because its teller failed or died. */
  takeUntold(): Promise<readonly OperatorNotice[]>;
  open(): Promise<readonly OperatorIncident[]>;
}
