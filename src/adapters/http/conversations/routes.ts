import type { StaffAction } from '../../../domain/audit/staff-actions.ts';
import * as contracts from './contract.ts';
import { defineRoute, type JsonRoute, type Route } from '../core/define-route.ts';
import { RowReply } from '../core/reply.ts';
import type { UseCases } from '../core/use-cases.ts';

const COMMON = {
  tag: 'Conversations',
  errors: { 404: 'conversation_not_found', 409: 'newer_conversation' },
} as const;

type OnConversation = UseCases['takeOver' | 'handBack' | 'closeConversation'];

/** take-over, hand-back and close-conversation differ in nothing but the use case. */
function acting(
  contract:
    typeof contracts.takeOver | typeof contracts.handBack | typeof contracts.closeConversation,
  who: StaffAction,
  summary: string,
  useCase: OnConversation,
): JsonRoute {
  return defineRoute(contract, {
    ...COMMON,
    who,
    summary,
    async handle({ actor, body }) {
      await useCase.execute({ actor, conversationId: body.conversation_id });
      return new RowReply('conversations', body.conversation_id);
    },
  });
}

export function conversationRoutes(useCases: UseCases): readonly Route[] {
  return [
    defineRoute(contracts.startConversation, {
      ...COMMON,
      who: 'conversation.start',
      summary: 'Opens a conversation with a customer, or answers the open one',
      status: 201,
      answers: { 200: 'The one that is open' },
      errors: { 404: 'user_not_found' },
      async handle({ actor, body }) {
        const { conversationId, created } = await useCases.startConversation.execute({
          actor,
          userId: body.user_id,
          phoneNumber: body.phone_number,
          name: body.name,
        });
        return new RowReply('conversations', conversationId, created ? 201 : 200);
      },
    }),
    defineRoute(contracts.sendMessage, {
      ...COMMON,
      who: 'message.send',
      summary: 'Writes to the customer; takes the conversation over',
      status: 202,
      idempotent: true,
      errors: { ...COMMON.errors, 422: 'no_chat' },
      async handle({ actor, body, idempotencyKey }) {
        const { messageId } = await useCases.sendMessage.execute({
          actor,
          conversationId: body.conversation_id,
          content: body.content,
          echoId: body.echo_id ?? idempotencyKey ?? undefined,
        });
        return new RowReply('messages', messageId);
      },
    }),
    acting(
      contracts.takeOver,
      'conversation.take_over',
      'Takes the conversation: Léa falls silent',
      useCases.takeOver,
    ),
    acting(
      contracts.handBack,
      'conversation.hand_back',
      'Gives the conversation back to Léa',
      useCases.handBack,
    ),
    acting(
      contracts.closeConversation,
      'conversation.close',
      'Closes the conversation',
      useCases.closeConversation,
    ),
    defineRoute(contracts.triggerAlert, {
      ...COMMON,
      who: 'alert.trigger',
      summary: 'Calls an advisor to a conversation; email and Slack go out',
      status: 201,
      async handle({ actor, body }) {
        const { alertId } = await useCases.escalateToAdvisor.execute({
          actor,
          conversationId: body.conversation_id,
          reason: body.reason,
        });
        return new RowReply('advisor_alerts', alertId);
      },
    }),
  ];
}
