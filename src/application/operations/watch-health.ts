import { monthStart } from '../../domain/shared/local-time.ts';
import type { Clock } from '../../ports/clock.ts';
import type { MessagingGateway } from '../../ports/messaging-gateway.ts';
import type { OperatorLedger } from '../../ports/operator-ledger.ts';
import type { ShopSettingsSource } from '../../ports/shop-settings-source.ts';
import type { SystemReads } from '../../ports/system-reads.ts';
import type { NotifyOperator } from './operator-alerts.ts';
import { findings, type Finding } from './findings.ts';

export interface WatchDeps {
  readonly operatorAlerts: Pick<NotifyOperator, 'raise' | 'clear' | 'retell'>;
  readonly operatorLedger: Pick<OperatorLedger, 'open'>;
  readonly systemReads: SystemReads;
  readonly gateway: Pick<MessagingGateway, 'health'>;
  readonly settings: ShopSettingsSource;
  readonly clock: Clock;
}

/** A gateway that restarts is away for a moment; only the second look in a row is news. */
const LOOKS_BEFORE_ALERT = 2;

/** Looks after the whole every half minute, and tells the operator what changed: once, with an all-clear. */
export class WatchHealth {
  readonly #deps: WatchDeps;
  #disconnectedLooks = 0;

  constructor(deps: WatchDeps) {
    this.#deps = deps;
  }

  async execute(): Promise<void> {
    const {
      operatorAlerts: alerts,
      operatorLedger: ledger,
      systemReads: reads,
      settings,
      clock,
    } = this.#deps;
    const shop = settings.current();
    const since = monthStart(clock.now(), shop.timeZone);
    const costMilliCfa =
      shop.monthlyModelBudgetCfa === null ? 0 : await reads.modelCostMilliCfaSince(since);
    const found = [
      ...findings(await reads.work(), { budgetCfa: shop.monthlyModelBudgetCfa, costMilliCfa }),
      await this.#channel(),
    ];
    const open = new Set((await ledger.open()).map(({ key }) => key));
    for (const { key, state, message } of found) {
      if (state === 'bad') await alerts.raise(key, message);
      // Only what is known to be well is cleared, and nothing is written for what was never raised.
      if (state === 'well' && open.has(key)) await alerts.clear(key, message);
    }
    await alerts.retell();
  }

  async #channel(): Promise<Finding> {
    const health = await this.#deps.gateway.health();
    this.#disconnectedLooks = health === 'disconnected' ? this.#disconnectedLooks + 1 : 0;
    if (health === 'disconnected' && this.#disconnectedLooks >= LOOKS_BEFORE_ALERT) {
      return {
        key: 'channel',
        state: 'bad',
        message:
          'WhatsApp n’est plus connecté : reconnectez le numéro auprès du fournisseur. Les messages des clients attendent.',
      };
    }
    return {
      key: 'channel',
      state: health === 'connected' ? 'well' : 'unknown',
      message: 'WhatsApp est de nouveau connecté.',
    };
  }
}
