import { useMutation } from '@tanstack/react-query';
import type { closeConversation, handBack, takeOver } from '@http/conversations/contract.ts';
import type {
  addNote,
  approveReply,
  labelConversation,
  markSold,
  snoozeConversation,
} from '@http/inbox/actions-contract.ts';
import type { deleteUserData } from '@http/privacy/contract.ts';
import { call } from '../../../api/client.ts';
import { queryClient } from '../../../api/query-client.ts';
import { useTexts } from '../../../i18n/texts.ts';
import { notifyError } from '../../../ui/notify.ts';
import { inboxTexts } from '../texts.ts';
import { threadKey, type ThreadConversation, type ThreadPage } from './use-thread.ts';

/** Shows the wished state at once; the server's answer replaces it, also when it refused. */
function assume(conversationId: string, changes: Partial<ThreadConversation>): void {
  queryClient.setQueryData<ThreadPage>(
    threadKey(conversationId),
    (page) => page && { ...page, conversation: { ...page.conversation, ...changes } },
  );
}

/** What an advisor can do with one conversation. */
export function useConversationActions(
  conversationId: string,
  me: { readonly id: string; readonly name: string | null },
) {
  const t = useTexts(inboxTexts);
  const common = {
    onError: (error: Error) => notifyError(error, t.errorAction),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['inbox'] }),
  };
  const body = { conversation_id: conversationId };

  return {
    takeOver: useMutation({
      ...common,
      onMutate: () =>
        assume(conversationId, {
          mode: 'human',
          assigned_to: me,
          waiting_since: null,
          assistant_typing: false,
          status: 'open',
        }),
      mutationFn: () =>
        call<typeof takeOver>({ method: 'POST', path: '/functions/take-over', body }),
    }),
    handBack: useMutation({
      ...common,
      onMutate: () =>
        assume(conversationId, { mode: 'assistant', assigned_to: null, waiting_since: null }),
      mutationFn: () =>
        call<typeof handBack>({ method: 'POST', path: '/functions/hand-back', body }),
    }),
    close: useMutation({
      ...common,
      onMutate: () => assume(conversationId, { status: 'closed' }),
      mutationFn: () =>
        call<typeof closeConversation>({
          method: 'POST',
          path: '/functions/close-conversation',
          body,
        }),
    }),
    label: useMutation({
      ...common,
      onMutate: (labels: string[]) => assume(conversationId, { labels }),
      mutationFn: (labels: string[]) =>
        call<typeof labelConversation>({
          method: 'POST',
          path: '/functions/label-conversation',
          body: { ...body, labels },
        }),
    }),
    snooze: useMutation({
      ...common,
      onMutate: (until: string | null) => assume(conversationId, { snoozed_until: until }),
      mutationFn: (until: string | null) =>
        call<typeof snoozeConversation>({
          method: 'POST',
          path: '/functions/snooze-conversation',
          body: { ...body, until },
        }),
    }),
    note: useMutation({
      ...common,
      mutationFn: (content: string) =>
        call<typeof addNote>({
          method: 'POST',
          path: '/functions/inbox/notes',
          body: { ...body, content },
        }),
    }),
    sold: useMutation({
      onSettled: common.onSettled,
      // What went wrong is the form's to say: it may be a question.
      mutationFn: (sale: {
        readonly amountCfa: number;
        readonly items: { product_id: string; quantity: number }[];
        readonly anotherSale: boolean;
      }) =>
        call<typeof markSold>({
          method: 'POST',
          path: '/functions/mark-sold',
          body: {
            ...body,
            amount_cfa: sale.amountCfa,
            items: sale.items,
            another_sale: sale.anotherSale,
          },
        }),
    }),
    approve: useMutation({
      ...common,
      mutationFn: (reply: { readonly messageId: string; readonly content?: string }) =>
        call<typeof approveReply>({
          method: 'POST',
          path: '/functions/approve-reply',
          body: {
            message_id: reply.messageId,
            ...(reply.content !== undefined && { content: reply.content }),
          },
        }),
    }),
    erase: useMutation({
      ...common,
      mutationFn: (userId: string) =>
        call<typeof deleteUserData>({
          method: 'DELETE',
          path: '/functions/delete-user-data',
          body: { user_id: userId },
        }),
    }),
  };
}
export type ConversationActions = ReturnType<typeof useConversationActions>;
