import { trace } from '../../domain/audit/audit-entry.ts';
import type { Audience, Campaign, CampaignId } from '../../domain/campaign/campaign.ts';
import { checkTemplate } from '../../domain/campaign/template.ts';
import type { Actor } from '../../domain/shared/actor.ts';
import type { Clock } from '../../ports/clock.ts';
import type { IdGenerator } from '../../ports/id-generator.ts';
import type { UnitOfWork } from '../../ports/unit-of-work.ts';
import { authorise } from '../audit/authorise.ts';

/** A draft of a reactivation; nothing is sent before it is started. */
export class CreateCampaign {
  readonly #deps: {
    readonly uow: UnitOfWork;
    readonly clock: Clock;
    readonly ids: IdGenerator;
  };

  constructor(deps: { uow: UnitOfWork; clock: Clock; ids: IdGenerator }) {
    this.#deps = deps;
  }

  /** @throws LeaError `invalid_template` (422) */
  async execute(command: {
    readonly actor: Actor;
    readonly name: string;
    readonly template: string;
    readonly audience: Audience;
    readonly couponPct: number | null;
  }): Promise<Campaign> {
    const { uow, clock, ids } = this.#deps;
    const { actor, name, template, audience, couponPct } = command;
    await authorise(uow, actor, 'campaign.create');
    checkTemplate(template);
    const campaign: Campaign = {
      id: ids.uuid() as CampaignId,
      name,
      type: 'reactivation',
      template,
      audience,
      couponPct,
      state: 'draft',
      createdBy: actor.kind === 'staff' ? actor.userId : null,
      createdAt: clock.now(),
      startedAt: null,
      finishedAt: null,
    };
    await uow.run(actor, async ({ campaigns, audit }) => {
      await campaigns.insert(campaign);
      await audit.record(trace(actor, 'campaign.create', { rows: [campaign.id] }));
    });
    return campaign;
  }
}
