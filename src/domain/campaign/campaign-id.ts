import type { Branded } from '../shared/branded.ts';

export type CampaignId = Branded<string, 'CampaignId'>;
