import type { Actor } from '../../domain/shared/actor.ts';
import { monthStart } from '../../domain/shared/local-time.ts';
import { TRIAGE_REVIEW_NOTE, TRIAGE_RULESET_VERSION } from '../../domain/triage/red-flags.ts';
import type { Clock } from '../../ports/clock.ts';
import type { MessagingGateway } from '../../ports/messaging-gateway.ts';
import type { OperatorLedger } from '../../ports/operator-ledger.ts';
import type { ShopSettingsSource } from '../../ports/shop-settings-source.ts';
import type { SystemReads } from '../../ports/system-reads.ts';
import type { UnitOfWork } from '../../ports/unit-of-work.ts';
import { authorise } from '../audit/authorise.ts';

/** What was chosen by configuration. */
export interface SystemFacts {
  readonly version: string;
  readonly node: string;
  readonly channel: string;
  readonly model: string;
  readonly notifiers: readonly string[];
  /** What the owner should know about the settings, by code. */
  readonly warnings: readonly string[];
}

export interface ReportSystemDeps {
  readonly uow: UnitOfWork;
  readonly facts: SystemFacts;
  readonly systemReads: SystemReads;
  readonly operatorLedger: Pick<OperatorLedger, 'open'>;
  readonly gateway: Pick<MessagingGateway, 'health'>;
  readonly settings: ShopSettingsSource;
  readonly clock: Clock;
}

/** The state of the installation on one page. */
export class ReportSystem {
  readonly #deps: ReportSystemDeps;

  constructor(deps: ReportSystemDeps) {
    this.#deps = deps;
  }

  /** @throws LeaError `forbidden` */
  async execute({ actor }: { readonly actor: Actor }) {
    const {
      uow,
      facts,
      systemReads: reads,
      operatorLedger: ledger,
      gateway,
      settings,
      clock,
    } = this.#deps;
    await authorise(uow, actor, 'system.read');
    const shop = settings.current();
    const since = monthStart(clock.now(), shop.timeZone);
    const [work, versions, cost, incidents, health] = await Promise.all([
      reads.work(),
      reads.versions(),
      reads.modelCostMilliCfaSince(since),
      ledger.open(),
      gateway.health(),
    ]);
    const undelivered = new Map(work.undelivered.map(({ notifier, count }) => [notifier, count]));
    return {
      warnings: facts.warnings,
      versions: { lea: facts.version, node: facts.node, ...versions },
      channel: { provider: facts.channel, health },
      model: {
        provider: facts.model,
        month_cost_cfa: Math.round(cost / 10) / 100,
        month_budget_cfa: shop.monthlyModelBudgetCfa,
      },
      notifiers: facts.notifiers.map((name) => ({ name, undelivered: undelivered.get(name) ?? 0 })),
      triage: {
        ruleset: TRIAGE_RULESET_VERSION,
        reviewed_by: shop.triageReviewedBy,
        note: TRIAGE_REVIEW_NOTE,
      },
      work: {
        due_conversations: work.dueConversations,
        oldest_due_seconds: work.oldestDueSeconds,
        working_conversations: work.workingConversations,
        retrying_conversations: work.retryingConversations,
        dead_conversations: work.deadConversations,
        waiting_jobs: work.waitingJobs,
        dead_jobs: work.deadJobs,
        unsent_messages: work.unsentMessages,
        failed_sends_lately: work.failedSendsLately,
        fallbacks_lately: work.fallbacksLately,
      },
      incidents: incidents.map(({ key, message, raisedAt }) => ({
        key,
        message,
        raised_at: raisedAt,
      })),
    };
  }
}
