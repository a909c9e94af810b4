import { estimatedDays } from '../../domain/campaign/send-governor.ts';
import type { Campaign } from '../../domain/campaign/campaign.ts';
import type { Actor } from '../../domain/shared/actor.ts';
import type { CampaignCounts } from '../../ports/repositories/campaigns.ts';
import type { UnitOfWork } from '../../ports/unit-of-work.ts';
import { authorise } from '../audit/authorise.ts';

export interface ListedCampaign {
  readonly campaign: Campaign;
  readonly counts: CampaignCounts;
  /** Days that what is pending takes at the governor's pace. */
  readonly estimatedDays: number;
}

/** Campaigns with what became of them, newest first. */
export class ListCampaigns {
  readonly #uow: UnitOfWork;

  constructor(needs: { readonly uow: UnitOfWork }) {
    this.#uow = needs.uow;
  }

  async execute(command: {
    readonly actor: Actor;
    readonly limit: number;
  }): Promise<readonly ListedCampaign[]> {
    await authorise(this.#uow, command.actor, 'campaign.list');
    const rows = await this.#uow.run(command.actor, ({ campaigns }) =>
      campaigns.list(command.limit),
    );
    return rows.map((row) => ({ ...row, estimatedDays: estimatedDays(row.counts.pending) }));
  }
}
