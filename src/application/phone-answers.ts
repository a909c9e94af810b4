import { greetingKey, isSwift } from '../domain/conversation/machine-greeting.ts';
import type { Conversation, ConversationId } from '../domain/conversation/conversation.ts';
import { returned, takenOver } from '../domain/conversation/ownership.ts';
import type { Message } from '../domain/message/message.ts';
import { SERVICE } from '../domain/shared/actor.ts';
import type { KeyedHash } from '../ports/keyed-hash.ts';
import type { Repositories, UnitOfWork } from '../ports/unit-of-work.ts';
import { assign } from './staff/take-over.ts';
import { answerWhatIsLeft } from './turn/answer-what-is-left.ts';

const RECENT = 30;

/**
 * The shop's phone answered in a conversation. A person takes it over. The greeting of the app does not; seen for
 * the first time it cannot be told from a person, who is not talked over, and has the conversation for two
 * minutes. Answers where the same greeting was taken for a person until now.
 */
export async function judgePhoneAnswer(
  repositories: Repositories,
  { hash }: { readonly hash: KeyedHash },
  answer: Pick<Message, 'id' | 'conversationId' | 'kind' | 'content' | 'timestamp'>,
  now: Date,
): Promise<readonly Message[]> {
  const { conversations, messages } = repositories;
  const conversation = await conversations.lock(answer.conversationId);
  if (conversation === null) return [];
  const recent = await messages.recent(conversation.id, RECENT);
  const said = { text: answer.content, at: answer.timestamp };
  const hasHuman = personHasIt(conversation, recent, answer);
  const times = customersTimes(recent);
  if (answer.kind === 'text' && isSwift(said, lastBefore(times, said.at))) {
    const key = hash.of(greetingKey(answer.content));
    const elsewhere = await messages.swift(key, conversation.id);
    if (elsewhere.length > 0) {
      await messages.noteSwift(answer.id, key);
      const mistaken = elsewhere.filter(({ sender }) => sender === 'human');
      await messages.markAutomatic([answer.id, ...mistaken.map(({ id }) => id)]);
      if (conversation.mode === 'human' && !hasHuman) await returnToLea(repositories, conversation);
      return mistaken;
    }
    // A person at work may well be quick: his words are not taken down.
    if (!hasHuman && isSwift(said, times)) {
      await messages.noteSwift(answer.id, key);
      // Nobody may have seen what is open.
      await conversations.save(takenOver(conversation, null, now));
      await messages.dropPending(conversation.id);
      return [];
    }
  }
  await assign(repositories, conversation, null, now);
  return [];
}

const lastBefore = (times: readonly Date[], at: Date): readonly Date[] =>
  times.filter((time) => time <= at).slice(-1);

/** Whether a person has it already: of what came from the phone before, something was not too swift for one. */
const personHasIt = (
  { mode, assignedTo }: Conversation,
  recent: readonly Message[],
  answer: Pick<Message, 'id'>,
): boolean => mode === 'human' && (assignedTo !== null || typedBeside(recent, answer).length > 0);

/** What a human of the shop typed for sure, the answer aside. */
function typedBeside(recent: readonly Message[], answer: Pick<Message, 'id'>): readonly Message[] {
  const times = customersTimes(recent);
  return recent.filter(
    ({ sender, id, content: text, timestamp }) =>
      sender === 'human' && id !== answer.id && !isSwift({ text, at: timestamp }, times),
  );
}

const customersTimes = (recent: readonly Message[]): readonly Date[] =>
  recent.filter(({ sender }) => sender === 'user').map(({ timestamp }) => timestamp);

/** Nothing followed what came too swiftly for a person: it was a machine's. */
export async function giveBackUnsure(uow: UnitOfWork, answer: Message): Promise<void> {
  await uow.run(SERVICE, async (repositories) => {
    const conversation = await repositories.conversations.lock(answer.conversationId);
    if (conversation?.mode !== 'human' || conversation.assignedTo !== null) return;
    const recent = await repositories.messages.recent(conversation.id, RECENT);
    const since = recent.filter(({ timestamp }) => timestamp >= answer.timestamp);
    if (typedBeside(since, answer).length > 0) return;
    const words = since.filter(({ sender }) => sender === 'human').map(({ id }) => id);
    await repositories.messages.markAutomatic([answer.id, ...words]);
    await returnToLea(repositories, conversation);
  });
}

/** Gives a conversation back that only a machine had answered, each in a transaction of its own. */
export async function giveBackFromMachine(
  uow: UnitOfWork,
  { id, timestamp }: { readonly id: ConversationId; readonly timestamp: Date },
): Promise<void> {
  await uow.run(SERVICE, async (repositories) => {
    const conversation = await repositories.conversations.lock(id);
    if (conversation?.mode !== 'human' || conversation.assignedTo !== null) return;
    if ((await repositories.messages.lastHumanAt(id, timestamp)) !== null) return;
    await returnToLea(repositories, conversation);
  });
}

async function returnToLea(repositories: Repositories, conversation: Conversation): Promise<void> {
  await repositories.conversations.save(returned(conversation));
  await answerWhatIsLeft(repositories, conversation.id);
}
