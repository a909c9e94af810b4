import type { Actor } from '../domain/shared/actor.ts';

/** Two stretches of days of the same length, each `YYYY-MM-DD` in the shop's time zone and inclusive. */
export interface KpiPeriods {
  readonly from: string;
  readonly to: string;
  readonly previousFrom: string;
  readonly previousTo: string;
}

/** One counter over both periods; what each metric counts is in docs/kpis.md. */
export interface KpiTotal {
  readonly metric: string;
  readonly label: string;
  readonly value: number;
  readonly previous: number;
}

export interface KpiDay {
  readonly day: string;
  readonly metric: string;
  readonly value: number;
}

export interface KpiProduct {
  readonly productId: string;
  /** Null when the product is gone. */
  readonly name: string | null;
  readonly recommended: number;
  readonly sold: number;
}

export interface KpiNeed {
  readonly need: string;
  readonly category: string | null;
  readonly value: number;
  readonly previous: number;
}

export interface KpiFigures {
  readonly totals: readonly KpiTotal[];
  readonly days: readonly KpiDay[];
  readonly products: readonly KpiProduct[];
  readonly needs: readonly KpiNeed[];
}

/** Figures by day, seen with the actor's own rights. */
export interface KpiReads {
  /** Everything of one report at one instant; at most `top` products and needs. */
  figures(actor: Actor, periods: KpiPeriods, timeZone: string, top: number): Promise<KpiFigures>;
}

/** Keeps reading the figures cheap. */
export interface KpiUpkeep {
  /** Adds what changed to the sums by day; answers how many changes there were. Safe on any number of workers. */
  fold(): Promise<number>;
}
