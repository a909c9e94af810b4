import type { Actor } from '../../domain/shared/actor.ts';
import { LeaError } from '../../domain/shared/errors.ts';
import { localDay } from '../../domain/shared/local-time.ts';
import type { Cart } from '../../ports/cart.ts';
import type { Clock } from '../../ports/clock.ts';
import type { KpiReads } from '../../ports/kpi-reads.ts';
import type { ShopSettingsSource } from '../../ports/shop-settings-source.ts';
import type { UnitOfWork } from '../../ports/unit-of-work.ts';
import { authorise } from '../audit/authorise.ts';
import { dayAfter, daysBetween, kpiReport, type KpiReport } from './kpi-report.ts';

const USUAL_DAYS = 30;
/** Ten years and some; more is a spreadsheet's work. */
const MAX_DAYS = 4_000;
const TOP = 10;
/** Beyond these a day's name has another length, and there was no shop. */
const FIRST_DAY = '2000-01-01';
const LAST_DAY = '2199-12-31';

/** The figures of a period beside those of the period before. */
export class ReportKpis {
  readonly #deps: {
    readonly uow: UnitOfWork;
    readonly kpiReads: KpiReads;
    readonly clock: Clock;
    readonly settings: ShopSettingsSource;
    readonly cart: Pick<Cart, 'currency'>;
  };

  constructor(deps: {
    readonly uow: UnitOfWork;
    readonly kpiReads: KpiReads;
    readonly clock: Clock;
    readonly settings: ShopSettingsSource;
    readonly cart: Pick<Cart, 'currency'>;
  }) {
    this.#deps = deps;
  }

  /**
   * Days are the shop's, inclusive; without them the last 30 until today. With one end given, the period
   * reaches 30 days from there. An end may be an instant (ISO 8601): then it is the day it falls on.
   * @throws LeaError `invalid_period`
   */
  async execute(given: {
    readonly actor: Actor;
    readonly from?: string | undefined;
    readonly to?: string | undefined;
  }): Promise<KpiReport> {
    const { uow, kpiReads: reads, clock, settings, cart } = this.#deps;
    await authorise(uow, given.actor, 'report.read');
    const { timeZone } = settings.current();
    const command = {
      actor: given.actor,
      from: asDay(given.from, timeZone),
      to: asDay(given.to, timeZone),
    };
    for (const [name, day] of [
      ['from', command.from],
      ['to', command.to],
    ] as const) {
      if (day !== undefined && (day < FIRST_DAY || day > LAST_DAY))
        throw new LeaError(
          'invalid',
          'invalid_period',
          `${name}: a day from ${FIRST_DAY} to ${LAST_DAY} is expected.`,
        );
    }
    const today = localDay(clock.now(), timeZone);
    const to =
      command.to ??
      (command.from === undefined
        ? today
        : earlier(today, dayAfter(command.from, USUAL_DAYS - 1), command.from));
    const from = command.from ?? dayAfter(to, 1 - USUAL_DAYS);
    const length = daysBetween(from, to);
    if (length < 1)
      throw new LeaError('invalid', 'invalid_period', 'from: must not be later than to.');
    if (length > MAX_DAYS)
      throw new LeaError('invalid', 'invalid_period', `from: at most ${MAX_DAYS} days before to.`);
    const periods = {
      from,
      to,
      previousFrom: dayAfter(from, -length),
      previousTo: dayAfter(from, -1),
    };
    const figures = await reads.figures(command.actor, periods, timeZone, TOP);
    return kpiReport(figures, periods, timeZone, cart.currency);
  }
}

const asDay = (given: string | undefined, timeZone: string): string | undefined =>
  given?.includes('T') === true ? localDay(new Date(given), timeZone) : given;

/** The earlier of two days, but not before `least`. */
const earlier = (a: string, b: string, least: string): string => {
  const first = a < b ? a : b;
  return first < least ? least : first;
};
