import { about, trace } from '../../domain/audit/audit-entry.ts';
import type { Audience } from '../../domain/campaign/campaign.ts';
import { estimatedDays } from '../../domain/campaign/send-governor.ts';
import { checkTemplate, renderTemplate } from '../../domain/campaign/template.ts';
import type { Actor } from '../../domain/shared/actor.ts';
import { textsFor } from '../../domain/texts/texts-for.ts';
import type { Clock } from '../../ports/clock.ts';
import type { ShopSettingsSource } from '../../ports/shop-settings-source.ts';
import type { UnitOfWork } from '../../ports/unit-of-work.ts';
import { authorise } from '../audit/authorise.ts';

const DAY_MS = 86_400_000;
const LISTED = 100;

export interface CampaignPreview {
  readonly audience: number;
  readonly excluded: { readonly noConsent: number; readonly capped: number };
  /** With what is waiting already, at the governor's pace. */
  readonly estimatedDays: number;
  /** The message as the first recipient would read it, coupon aside. */
  readonly sample: string;
}

/** Whom a campaign would reach now, how long it would take, and what it would say. */
export class PreviewCampaign {
  readonly #deps: {
    readonly uow: UnitOfWork;
    readonly clock: Clock;
    readonly settings: ShopSettingsSource;
  };

  constructor(deps: { uow: UnitOfWork; clock: Clock; settings: ShopSettingsSource }) {
    this.#deps = deps;
  }

  /** @throws LeaError `invalid_template` (422) */
  async execute(command: {
    readonly actor: Actor;
    readonly template: string;
    readonly audience: Audience;
  }): Promise<CampaignPreview> {
    const { uow, clock, settings } = this.#deps;
    await authorise(uow, command.actor, 'campaign.preview');
    checkTemplate(command.template);
    const now = clock.now();
    const cappedSince = new Date(now.getTime() - settings.current().campaignRules.capDays * DAY_MS);
    return uow.run(command.actor, async ({ campaigns, customers, audit }) => {
      const reach = await campaigns.reachable(command.audience, now, cappedSince);
      const waiting = (await campaigns.list(LISTED))
        .filter(({ campaign }) => campaign.state === 'running')
        .reduce((sum, { counts }) => sum + counts.pending, 0);
      const first = reach.eligible[0];
      const customer = first === undefined ? null : await customers.get(first);
      // The sample shows somebody's name.
      await audit.record(
        trace(command.actor, 'campaign.preview', { subjects: about(customer?.id ?? null) }),
      );
      const words = renderTemplate(command.template, customer?.name ?? null);
      return {
        audience: reach.eligible.length,
        excluded: { noConsent: reach.noConsent, capped: reach.capped },
        estimatedDays:
          reach.eligible.length === 0 ? 0 : estimatedDays(reach.eligible.length + waiting),
        sample: `${words}\n\n${textsFor(customer?.language ?? 'fr').campaigns.optOut}`,
      };
    });
  }
}
