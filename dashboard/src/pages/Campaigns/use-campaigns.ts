import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import type {
  createCampaign,
  listCampaigns,
  pauseCampaign,
  previewCampaign,
  resumeCampaign,
  startCampaign,
} from '@http/campaigns/contract.ts';
import { call, type Answer, type Call } from '../../api/client.ts';
import { queryClient } from '../../api/query-client.ts';

export type CampaignItem = Answer<typeof listCampaigns>['campaigns'][number];
export type Draft = Call<typeof createCampaign>['body'];

const EVERY_MS = 30_000;

export const useCampaigns = () =>
  useQuery({
    queryKey: ['campaigns', 'list'],
    queryFn: ({ signal }) =>
      call<typeof listCampaigns>({
        method: 'GET',
        path: '/functions/campaigns',
        query: { limit: 100 },
        signal,
      }),
    // What runs moves on.
    refetchInterval: ({ state }) =>
      state.data?.campaigns.some((campaign) => campaign.state === 'running') ? EVERY_MS : false,
  });

/** Whom it would reach now and what it says; null while there is no sentence to look at. */
export const usePreview = (draft: Omit<Draft, 'name'>) =>
  useQuery({
    queryKey: ['campaigns', 'preview', draft],
    queryFn: ({ signal }) =>
      call<typeof previewCampaign>({
        method: 'POST',
        path: '/functions/preview-campaign',
        body: draft,
        signal,
      }),
    enabled: draft.template.trim() !== '',
    placeholderData: keepPreviousData,
    retry: false,
  });

const refresh = () => queryClient.invalidateQueries({ queryKey: ['campaigns', 'list'] });

export const useCreateCampaign = () =>
  useMutation({
    mutationFn: (body: Draft) =>
      call<typeof createCampaign>({ method: 'POST', path: '/functions/create-campaign', body }),
    onSettled: refresh,
  });
export const useStartCampaign = () =>
  useMutation({
    mutationFn: (id: string) =>
      call<typeof startCampaign>({
        method: 'POST',
        path: '/functions/start-campaign',
        body: { campaign_id: id },
      }),
    onSettled: refresh,
  });
export const usePauseCampaign = () =>
  useMutation({
    mutationFn: (id: string) =>
      call<typeof pauseCampaign>({
        method: 'POST',
        path: '/functions/pause-campaign',
        body: { campaign_id: id },
      }),
    onSettled: refresh,
  });
export const useResumeCampaign = () =>
  useMutation({
    mutationFn: (id: string) =>
      call<typeof resumeCampaign>({
        method: 'POST',
        path: '/functions/resume-campaign',
        body: { campaign_id: id },
      }),
    onSettled: refresh,
  });
