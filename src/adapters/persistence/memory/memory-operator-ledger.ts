import type { OperatorNotice } from '../../../ports/advisor-notifier.ts';
import type { Clock } from '../../../ports/clock.ts';
import type { OperatorIncident, OperatorLedger } from '../../../ports/operator-ledger.ts';

const RETRY_MS = 60_000;

interface Entry extends OperatorIncident {
  readonly cleared: boolean;
  readonly told: boolean;
  readonly triedAt: number;
}

export class MemoryOperatorLedger implements OperatorLedger {
  readonly #clock: Clock;
  readonly #entries = new Map<string, Entry>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  async raise(key: string, message: string): Promise<boolean> {
    const before = this.#entries.get(key);
    if (before !== undefined && !before.cleared) return false;
    const now = this.#clock.now();
    this.#entries.set(key, {
      key,
      message,
      raisedAt: now.toISOString(),
      cleared: false,
      told: false,
      triedAt: now.getTime(),
    });
    return true;
  }

  async clear(key: string, message: string): Promise<boolean> {
    const before = this.#entries.get(key);
    if (before === undefined || before.cleared) return false;
    this.#entries.set(key, {
      ...before,
      message,
      cleared: true,
      told: false,
      triedAt: this.#clock.now().getTime(),
    });
    return true;
  }

  async told(key: string): Promise<void> {
    const entry = this.#entries.get(key);
    if (entry) this.#entries.set(key, { ...entry, told: true });
  }

  async takeUntold(): Promise<readonly OperatorNotice[]> {
    const now = this.#clock.now().getTime();
    const due = [...this.#entries.values()].filter(
      ({ told, triedAt }) => !told && triedAt < now - RETRY_MS,
    );
    for (const entry of due) this.#entries.set(entry.key, { ...entry, triedAt: now });
    return due.map(({ key, message, cleared }) => ({
      key,
      message,
      state: cleared ? 'cleared' : 'raised',
    }));
  }

  async open(): Promise<readonly OperatorIncident[]> {
    return [...this.#entries.values()]
      .filter(({ cleared }) => !cleared)
      .map(({ key, message, raisedAt }) => ({ key, message, raisedAt }));
  }
}
