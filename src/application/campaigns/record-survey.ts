import type { ConversationId } from '../../domain/conversation/conversation.ts';
import type { IdGenerator } from '../../ports/id-generator.ts';
import type { Repositories } from '../../ports/unit-of-work.ts';
import type { SurveyAnswer } from '../../ports/repositories/campaigns.ts';

/** What a turn found out about an order; the conversation is the one in which it was said. */
export type SurveyReply = Omit<SurveyAnswer, 'id' | 'conversationId'>;

/** Writes a note or its comment with the turn. */
export async function recordSurvey(
  { campaigns }: Repositories,
  ids: IdGenerator,
  conversationId: ConversationId,
  reply: SurveyReply,
): Promise<void> {
  await campaigns.putAnswer({ ...reply, id: ids.uuid(), conversationId });
}
