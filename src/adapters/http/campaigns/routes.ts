import type { CreateCampaign } from '../../../application/campaigns/create-campaign.ts';
import type { ListCampaigns } from '../../../application/campaigns/list-campaigns.ts';
import type { PreviewCampaign } from '../../../application/campaigns/preview-campaign.ts';
import type { RunCampaign } from '../../../application/campaigns/run-campaign.ts';
import type { Audience, Campaign, CampaignId } from '../../../domain/campaign/campaign.ts';
import * as contract from './contract.ts';
import { defineRoute, type Route } from '../core/define-route.ts';

export interface CampaignDeps {
  readonly createCampaign: Pick<CreateCampaign, 'execute'>;
  readonly previewCampaign: Pick<PreviewCampaign, 'execute'>;
  readonly runCampaign: Pick<RunCampaign, 'start' | 'pause' | 'resume'>;
  readonly listCampaigns: Pick<ListCampaigns, 'execute'>;
}

const COMMON = { tag: 'Campaigns' } as const;
const REFUSED = { 404: 'campaign_not_found', 409: 'campaign_state' } as const;

/** Campaigns: made as a draft, looked at, started, paused and resumed. */
export function campaignRoutes(deps: CampaignDeps): readonly Route[] {
  return [
    defineRoute(contract.createCampaign, {
      ...COMMON,
      who: 'campaign.create',
      summary: 'Makes the draft of a reactivation campaign',
      status: 201,
      errors: { 422: 'invalid_template' },
      handle: async ({ actor, body }) =>
        shown(
          await deps.createCampaign.execute({
            actor,
            name: body.name,
            template: body.template,
            audience: audienceOf(body.audience),
            couponPct: body.coupon_pct,
          }),
        ),
    }),
    defineRoute(contract.previewCampaign, {
      ...COMMON,
      who: 'campaign.preview',
      summary: 'Whom a campaign would reach, how long it takes, and what it says',
      errors: { 422: 'invalid_template' },
      async handle({ actor, body }) {
        const preview = await deps.previewCampaign.execute({
          actor,
          template: body.template,
          audience: audienceOf(body.audience),
        });
        return {
          audience: preview.audience,
          excluded: { no_consent: preview.excluded.noConsent, capped: preview.excluded.capped },
          estimated_days: preview.estimatedDays,
          sample: preview.sample,
        };
      },
    }),
    defineRoute(contract.startCampaign, {
      ...COMMON,
      who: 'campaign.start',
      summary: 'Fixes the audience and begins to send at the governor’s pace',
      errors: { ...REFUSED, 422: 'empty_audience' },
      async handle({ actor, body }) {
        const campaignId = body.campaign_id as CampaignId;
        const { pending } = await deps.runCampaign.start({ actor, campaignId });
        return { campaign_id: campaignId, state: 'running' as const, pending };
      },
    }),
    defineRoute(contract.pauseCampaign, {
      ...COMMON,
      who: 'campaign.pause',
      summary: 'Sends nothing more until it is resumed',
      errors: REFUSED,
      async handle({ actor, body }) {
        const campaignId = body.campaign_id as CampaignId;
        await deps.runCampaign.pause({ actor, campaignId });
        return { campaign_id: campaignId, state: 'paused' as const };
      },
    }),
    defineRoute(contract.resumeCampaign, {
      ...COMMON,
      who: 'campaign.resume',
      summary: 'Goes on, also after the breaker stopped it',
      errors: REFUSED,
      async handle({ actor, body }) {
        const campaignId = body.campaign_id as CampaignId;
        await deps.runCampaign.resume({ actor, campaignId });
        return { campaign_id: campaignId, state: 'running' as const };
      },
    }),
    defineRoute(contract.listCampaigns, {
      ...COMMON,
      who: 'campaign.list',
      summary: 'Campaigns with what became of their messages, newest first',
      async handle({ actor, query }) {
        const rows = await deps.listCampaigns.execute({ actor, limit: query.limit });
        return {
          campaigns: rows.map(({ campaign, counts, estimatedDays }) => ({
            ...shown(campaign),
            counts,
            estimated_days: estimatedDays,
          })),
        };
      },
    }),
  ];
}

const audienceOf = (body: { silent_days: number; min_orders: number }): Audience => ({
  silentDays: body.silent_days,
  minOrders: body.min_orders,
});

const shown = (campaign: Campaign) => ({
  id: campaign.id,
  name: campaign.name,
  type: campaign.type,
  template: campaign.template,
  audience:
    campaign.audience === null
      ? null
      : {
          silent_days: campaign.audience.silentDays,
          min_orders: campaign.audience.minOrders,
        },
  coupon_pct: campaign.couponPct,
  state: campaign.state,
  created_at: campaign.createdAt.toISOString(),
  started_at: campaign.startedAt?.toISOString() ?? null,
  finished_at: campaign.finishedAt?.toISOString() ?? null,
});
