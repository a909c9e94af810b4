import type { ConversationId } from '../../domain/conversation/conversation.ts';
import type { Message } from '../../domain/message/message.ts';
import { smallTalkOf } from '../../domain/recommendation/small-talk.ts';
import type { Repositories } from '../../ports/unit-of-work.ts';

/** A locked conversation is Léa's again: what no human answered is due at once. */
export async function answerWhatIsLeft(
  { messages, conversations }: Repositories,
  id: ConversationId,
): Promise<void> {
  const left = await messages.unanswered(id);
  if (!left.some(wantsAnswer)) return;
  await messages.reopen(left.map((message) => message.id));
  await conversations.schedule([{ id, quietMs: 0, inbound: 0, lastInboundAt: null }], 0);
}

/** "Merci" to an advisor closes a matter: half an hour later it wants no reply. */
const wantsAnswer = ({ content, attachment }: Message): boolean => {
  if (attachment !== null) return true;
  const courtesy = smallTalkOf(content);
  return content.trim() !== '' && courtesy !== 'thanks' && courtesy !== 'bye';
};
