import { QueryClient } from '@tanstack/react-query';
import { ApiError } from './client.ts';

/** Live events say what changed, so data stays fresh until one comes; only lost connections are tried again. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      gcTime: 30 * 60_000,
      retry: (failures, error) =>
        failures < 3 && error instanceof ApiError && (error.status === 0 || error.status >= 500),
      refetchOnWindowFocus: 'always',
    },
  },
});
