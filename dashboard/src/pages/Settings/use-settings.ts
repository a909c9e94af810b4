import { useMutation, useQuery } from '@tanstack/react-query';
import type { changeSettings, readSettings, settingsHistory } from '@http/settings/contract.ts';
import { call, type Answer } from '../../api/client.ts';
import { queryClient } from '../../api/query-client.ts';

export type SettingsVersion = Answer<typeof readSettings>;
export type Settings = SettingsVersion['value'];

export const useSettings = () =>
  useQuery({
    queryKey: ['settings', 'newest'],
    queryFn: ({ signal }) =>
      call<typeof readSettings>({ method: 'GET', path: '/functions/settings', query: {}, signal }),
  });

export const useSettingsHistory = (enabled: boolean) =>
  useQuery({
    queryKey: ['settings', 'history'],
    queryFn: ({ signal }) =>
      call<typeof settingsHistory>({
        method: 'GET',
        path: '/functions/settings-history',
        query: { limit: 30 },
        signal,
      }),
    enabled,
  });

export const useSaveSettings = () =>
  useMutation({
    mutationFn: (body: { readonly version: number; readonly value: Settings }) =>
      call<typeof changeSettings>({ method: 'PUT', path: '/functions/settings', body }),
    onSuccess: async (saved) => {
      queryClient.setQueryData(['settings', 'newest'], saved);
      await queryClient.invalidateQueries({ queryKey: ['me'] });
      await queryClient.invalidateQueries({ queryKey: ['settings', 'history'] });
    },
  });
