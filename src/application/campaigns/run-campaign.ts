import { trace } from '../../domain/audit/audit-entry.ts';
import {
  FOLLOW_UPS_ID,
  followUps,
  type Campaign,
  type CampaignId,
  type CampaignMessageId,
  type CampaignState,
} from '../../domain/campaign/campaign.ts';
import type { Actor } from '../../domain/shared/actor.ts';
import { LeaError, notFound } from '../../domain/shared/errors.ts';
import type { Clock } from '../../ports/clock.ts';
import type { IdGenerator } from '../../ports/id-generator.ts';
import type { ShopSettingsSource } from '../../ports/shop-settings-source.ts';
import type { Repositories, UnitOfWork } from '../../ports/unit-of-work.ts';
import { authorise } from '../audit/authorise.ts';

const DAY_MS = 86_400_000;

export interface RunCampaignDeps {
  readonly uow: UnitOfWork;
  readonly clock: Clock;
  readonly ids: IdGenerator;
  readonly settings: ShopSettingsSource;
}

interface Command {
  readonly actor: Actor;
  readonly campaignId: CampaignId;
}

/** Start, pause, resume: what an admin does with a campaign. */
export class RunCampaign {
  readonly #deps: RunCampaignDeps;

  constructor(deps: RunCampaignDeps) {
    this.#deps = deps;
  }

  /**
   * Fixes the audience of this moment; consent and cap are asked again before each message.
   * @throws LeaError `campaign_not_found` (404), `campaign_state` (409), `empty_audience` (422)
   */
  async start({ actor, campaignId }: Command): Promise<{ readonly pending: number }> {
    const { uow, clock, ids, settings } = this.#deps;
    await authorise(uow, actor, 'campaign.start');
    return uow.run(actor, async (repositories) => {
      const campaign = await inState(repositories, campaignId, 'draft');
      const now = clock.now();
      const { capDays } = settings.current().campaignRules;
      const { eligible } = await repositories.campaigns.reachable(
        campaign.audience ?? { silentDays: 0, minOrders: 0 },
        now,
        new Date(now.getTime() - capDays * DAY_MS),
      );
      if (eligible.length === 0)
        throw new LeaError('unprocessable', 'empty_audience', 'This campaign reaches nobody now.');
      await repositories.campaigns.save({ ...campaign, state: 'running', startedAt: now });
      const pending = await repositories.campaigns.addMessages(
        eligible.map((userId) => ({
          id: ids.uuid() as CampaignMessageId,
          userId,
          type: campaign.type,
          status: 'pending',
          campaignId,
          cause: `campaign:${campaignId}`,
          dueAt: now,
          orderId: null,
          productId: null,
          couponId: null,
          messageId: null,
          sentAt: null,
          repliedAt: null,
          failure: null,
          createdAt: now,
        })),
      );
      await repositories.audit.record(
        trace(actor, 'campaign.start', {
          rows: [campaignId],
          columns: ['state'],
          count: pending,
        }),
      );
      return { pending };
    });
  }

  /** @throws LeaError `campaign_not_found` (404), `campaign_state` (409) */
  async pause({ actor, campaignId }: Command): Promise<void> {
    const { uow } = this.#deps;
    await authorise(uow, actor, 'campaign.pause');
    await uow.run(actor, async (repositories) => {
      const campaign = await inState(repositories, campaignId, 'running');
      await repositories.campaigns.save({ ...campaign, state: 'paused' });
      await repositories.audit.record(
        trace(actor, 'campaign.pause', { rows: [campaignId], columns: ['state'] }),
      );
    });
  }

  /**
   * Goes on, and says that a person has looked: what made the breaker open does not count any more.
   * @throws LeaError `campaign_not_found` (404), `campaign_state` (409)
   */
  async resume({ actor, campaignId }: Command): Promise<void> {
    const { uow, clock } = this.#deps;
    await authorise(uow, actor, 'campaign.resume');
    const now = clock.now();
    await uow.run(actor, async (repositories) => {
      const campaign = await inState(repositories, campaignId, 'paused');
      await repositories.campaigns.save({ ...campaign, state: 'running', startedAt: now });
      await repositories.audit.record(
        trace(actor, 'campaign.resume', { rows: [campaignId], columns: ['state'] }),
      );
      if (campaignId === FOLLOW_UPS_ID) return;
      // The standing row keeps when somebody looked last; it may not be there yet.
      await repositories.campaigns.insert(followUps(now));
      const standing = await repositories.campaigns.lock(FOLLOW_UPS_ID);
      if (standing !== null) await repositories.campaigns.save({ ...standing, startedAt: now });
    });
  }
}

async function inState(
  { campaigns }: Repositories,
  id: CampaignId,
  state: CampaignState,
): Promise<Campaign> {
  const campaign = await campaigns.lock(id);
  if (campaign === null) throw notFound('campaign');
  if (campaign.state !== state)
    throw new LeaError('conflict', 'campaign_state', `This campaign is ${campaign.state}.`, {
      state: campaign.state,
    });
  return campaign;
}
