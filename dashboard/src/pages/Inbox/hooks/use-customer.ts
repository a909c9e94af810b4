import { queryOptions } from '@tanstack/react-query';
import type { readCustomer } from '@http/inbox/contract.ts';
import { call, type Answer } from '../../../api/client.ts';

export type CustomerSheet = Answer<typeof readCustomer>;

export const customerQuery = (conversationId: string) =>
  queryOptions({
    queryKey: ['inbox', 'customer', conversationId],
    queryFn: ({ signal }) =>
      call<typeof readCustomer>({
        method: 'GET',
        path: '/functions/inbox/customer',
        query: { conversation_id: conversationId },
        signal,
      }),
  });
