import { describe, expect, it } from 'vitest';
import { NEW_DIALOGUE } from '../../../src/domain/conversation/dialogue-state.ts';
import {
  NOW,
  aConversationId,
  aNeed,
  aPhone,
  aProductId,
  anInbound,
  anOutbound,
  at,
  chatOf,
} from '../../support/builders.ts';
import { YESTERDAY, aKnownCustomer, gate, inTransaction, only, present } from './given.ts';
import { freshStore, type OpenStore } from './store-under-test.ts';

export function conversationsContract(open: OpenStore): void {
  describe('conversations', () => {
    const store = freshStore(open);
    const get = (id: ReturnType<typeof aConversationId>) =>
      inTransaction(store(), ({ conversations }) => conversations.get(id));

    it('opens one for who has none', async () => {
      const { userId, conversationId, phone } = await aKnownCustomer(store());
      expect(await get(conversationId)).toEqual({
        id: conversationId,
        userId,
        status: 'open',
        mode: 'assistant',
        assignedTo: null,
        chatId: chatOf(phone),
        startedAt: NOW,
        endedAt: null,
        lastInboundAt: null,
        humanSince: null,
        summary: null,
        dialogue: NEW_DIALOGUE,
      });
    });

    it('are not opened again beside a newer one', async () => {
      const { userId, conversationId, phone } = await aKnownCustomer(store());
      const old = present(await get(conversationId));
      await inTransaction(store(), ({ conversations }) =>
        conversations.save({ ...old, status: 'closed', endedAt: NOW }),
      );
      const opening = { userId, newId: aConversationId(), chatId: chatOf(phone) };
      await inTransaction(store(), ({ conversations }) =>
        conversations.ensureOpen([opening], at(5), YESTERDAY),
      );
      await expect(
        inTransaction(store(), ({ conversations }) => conversations.save(old)),
      ).rejects.toMatchObject({ kind: 'conflict', code: 'newer_conversation' });
      expect(present(await get(conversationId)).status).toBe('closed');
    });

    it('answers the open one, also to a person named twice', async () => {
      const { userId, conversationId, phone } = await aKnownCustomer(store());
      const other = await aKnownCustomer(store());
      const opening = { userId, newId: aConversationId(), chatId: chatOf(phone) };
      const opened = await inTransaction(store(), ({ conversations }) =>
        conversations.ensureOpen(
          [opening, { ...opening, userId: other.userId }, { ...opening, newId: aConversationId() }],
          at(5),
          YESTERDAY,
        ),
      );
      expect(opened).toEqual([
        { id: conversationId, created: false },
        { id: other.conversationId, created: false },
        { id: conversationId, created: false },
      ]);
    });

    it('opens one once for a newcomer who is named twice', async () => {
      const { userId, conversationId, phone } = await aKnownCustomer(store());
      const newId = aConversationId();
      const opened = await inTransaction(store(), async ({ conversations }) => {
        await conversations.save({
          ...present(await conversations.get(conversationId)),
          status: 'closed',
          endedAt: NOW,
        });
        return conversations.ensureOpen(
          [newId, aConversationId()].map((id) => ({ userId, newId: id, chatId: chatOf(phone) })),
          at(5),
          YESTERDAY,
        );
      });
      expect(opened).toEqual([
        { id: newId, created: true },
        { id: newId, created: false },
      ]);
    });

    it('replies to the chat of the last message, but never moves to a rebuilt one', async () => {
      const { userId, conversationId } = await aKnownCustomer(store());
      const newId = aConversationId();
      await inTransaction(store(), ({ conversations }) =>
        conversations.ensureOpen([{ userId, newId, chatId: '123@lid' }], NOW, YESTERDAY),
      );
      await inTransaction(store(), ({ conversations }) =>
        conversations.ensureOpen(
          [{ userId, newId, chatId: chatOf(aPhone()), rebuilt: true }],
          NOW,
          YESTERDAY,
        ),
      );
      expect((await get(conversationId))?.chatId).toBe('123@lid');
    });

    it('closes a stale one and opens another', async () => {
      const { userId, conversationId, phone } = await aKnownCustomer(store(), NOW);
      const later = at(100_000);
      const newId = aConversationId();
      const opened = await inTransaction(store(), ({ conversations }) =>
        conversations.ensureOpen([{ userId, newId, chatId: chatOf(phone) }], later, at(1)),
      );
      expect(opened).toEqual([{ id: newId, created: true }]);
      expect(await get(conversationId)).toMatchObject({ status: 'closed', endedAt: later });
      expect(await get(newId)).toMatchObject({ status: 'open', startedAt: later });
    });

    it('leaves nobody in charge of one that is closed, for quiet or for a new one', async () => {
      const later = at(100_000);
      const people = [
        await aKnownCustomer(store(), NOW),
        await aKnownCustomer(store(), NOW),
      ] as const;
      for (const { conversationId } of people) {
        const conversation = present(await get(conversationId));
        await inTransaction(store(), ({ conversations }) =>
          conversations.save({ ...conversation, mode: 'human', humanSince: NOW }),
        );
      }
      const [stale, quiet] = people;
      await inTransaction(store(), ({ conversations }) =>
        conversations.ensureOpen(
          [{ userId: stale.userId, newId: aConversationId(), chatId: chatOf(stale.phone) }],
          later,
          at(1),
        ),
      );
      await inTransaction(store(), ({ conversations }) =>
        conversations.closeQuiet(at(1), later, 10),
      );
      for (const { conversationId } of [stale, quiet])
        expect(await get(conversationId)).toMatchObject({
          status: 'closed',
          endedAt: later,
          mode: 'assistant',
          assignedTo: null,
          humanSince: null,
        });
    });

    it('counts quiet from the newest message, of whichever side', async () => {
      const inbound = await aKnownCustomer(store(), NOW);
      const outbound = await aKnownCustomer(store(), NOW);
      const older = await aKnownCustomer(store(), NOW);
      const phone = await aKnownCustomer(store(), NOW);
      await inTransaction(store(), async ({ conversations, messages }) => {
        const arrives = async ({ conversationId: id }: typeof inbound, lastInboundAt: Date) => {
          await messages.appendInbound([
            anInbound({ conversationId: id, timestamp: lastInboundAt }),
          ]);
          await conversations.schedule([{ id, quietMs: 0, inbound: 1, lastInboundAt }], 5_000);
        };
        await arrives(inbound, at(50));
        await arrives(older, at(-500));
        await messages.appendOutbound([
          anOutbound({ conversationId: outbound.conversationId, timestamp: at(50) }),
        ]);
        // What the shop answered from its phone makes no turn due.
        await messages.appendInbound([
          anInbound({
            conversationId: phone.conversationId,
            sender: 'human',
            status: 'sent',
            timestamp: at(50),
          }),
        ]);
      });
      const opened = await inTransaction(store(), ({ conversations }) =>
        conversations.ensureOpen(
          [inbound, outbound, phone, older].map((person) => ({
            userId: person.userId,
            newId: aConversationId(),
            chatId: chatOf(person.phone),
          })),
          at(100),
          at(-10),
        ),
      );
      expect(opened.map(({ created }) => created)).toEqual([false, false, false, false]);
      const closed = await inTransaction(store(), ({ conversations }) =>
        conversations.closeQuiet(at(40), at(100), 10),
      );
      expect(closed).toBe(1);
      expect(await get(older.conversationId)).toMatchObject({ status: 'closed', endedAt: at(100) });
    });

    it('closes at most so many at once', async () => {
      for (let i = 0; i < 3; i += 1) await aKnownCustomer(store(), NOW);
      const close = () =>
        inTransaction(store(), ({ conversations }) => conversations.closeQuiet(at(1), at(2), 2));
      expect([await close(), await close(), await close()]).toEqual([2, 1, 0]);
    });

    it('opens one conversation for a person who arrives in two transactions at once', async () => {
      for (let round = 0; round < 5; round += 1) {
        const { userId, conversationId, phone } = await aKnownCustomer(store());
        await inTransaction(store(), async ({ conversations }) =>
          conversations.save({
            ...present(await conversations.get(conversationId)),
            status: 'closed',
            endedAt: NOW,
          }),
        );
        const opened = await Promise.all(
          Array.from({ length: 3 }, () =>
            inTransaction(store(), async ({ conversations }) =>
              only(
                await conversations.ensureOpen(
                  [{ userId, newId: aConversationId(), chatId: chatOf(phone) }],
                  NOW,
                  YESTERDAY,
                ),
              ),
            ),
          ),
        );
        expect(new Set(opened.map(({ id }) => id)).size).toBe(1);
        expect(opened.filter(({ created }) => created)).toHaveLength(1);
      }
    });

    it('saves mode, assignee, status, summary, dialogue and times, and nothing else', async () => {
      const { userId, conversationId } = await aKnownCustomer(store());
      const before = present(await get(conversationId));
      const changed = {
        ...before,
        status: 'closed' as const,
        endedAt: at(9),
        mode: 'human' as const,
        assignedTo: userId,
        humanSince: at(3),
        summary: 'Cherche une crème',
        dialogue: {
          ...NEW_DIALOGUE,
          need: aNeed({ terms: ['creme'], budgetMaxCfa: 5000 }),
          offered: [aProductId()],
          choices: [{ id: 'order:1', title: 'Commander 1' }],
          questionsAsked: 1,
          unconfirmed: 'une crème',
        },
      };
      await inTransaction(store(), ({ conversations }) =>
        conversations.save({
          ...changed,
          chatId: 'elsewhere@lid',
          startedAt: at(-9),
          lastInboundAt: at(-9),
        }),
      );
      expect(await get(conversationId)).toEqual(changed);
    });

    it('does not reopen one beside another that is open', async () => {
      const { userId, conversationId, phone } = await aKnownCustomer(store());
      const closed = {
        ...present(await get(conversationId)),
        status: 'closed' as const,
        endedAt: NOW,
      };
      await inTransaction(store(), async ({ conversations }) => {
        await conversations.save(closed);
        await conversations.ensureOpen(
          [{ userId, newId: aConversationId(), chatId: chatOf(phone) }],
          NOW,
          YESTERDAY,
        );
      });
      const reopening = inTransaction(store(), ({ conversations }) =>
        conversations.save({ ...closed, status: 'open', endedAt: null }),
      );
      await expect(reopening).rejects.toThrow();
      expect(await get(conversationId)).toMatchObject({ status: 'closed' });
    });

    it('remembers the newest inbound time', async () => {
      const { conversationId } = await aKnownCustomer(store());
      const schedule = (lastInboundAt: Date | null) =>
        inTransaction(store(), ({ conversations }) =>
          conversations.schedule(
            [{ id: conversationId, quietMs: 1200, inbound: 1, lastInboundAt }],
            5000,
          ),
        );
      await schedule(at(10));
      await schedule(at(5));
      await schedule(null);
      expect((await get(conversationId))?.lastInboundAt).toEqual(at(10));
    });

    it('keeps others out of a locked conversation until the end of the transaction', async () => {
      const { conversationId } = await aKnownCustomer(store());
      const happened: string[] = [];
      const [locked, finish] = [gate(), gate()];
      const takeover = inTransaction(store(), async ({ conversations }) => {
        const conversation = present(await conversations.lock(conversationId));
        locked.open();
        await finish.opened;
        await conversations.save({ ...conversation, mode: 'human' });
        happened.push('taken over');
      });
      await locked.opened;
      const turn = inTransaction(store(), async ({ conversations }) => {
        const conversation = await conversations.lock(conversationId);
        happened.push(`seen as ${conversation?.mode}`);
      });
      await new Promise((resolve) => setTimeout(resolve, 50));
      finish.open();
      await Promise.all([takeover, turn]);
      expect(happened).toEqual(['taken over', 'seen as human']);
    });

    it('names the conversations whose advisor is silent, longest first', async () => {
      const [talking, forgotten, waiting, closed, assistant] = await Promise.all(
        Array.from({ length: 5 }, () => aKnownCustomer(store())),
      );
      await inTransaction(store(), async ({ conversations }) => {
        const set = async (known: typeof talking, fields: object) => {
          const conversation = present(await conversations.get(present(known).conversationId));
          await conversations.save({ ...conversation, ...fields });
        };
        await set(talking, { mode: 'human', humanSince: at(100) });
        await set(forgotten, { mode: 'human', humanSince: at(20) });
        await set(waiting, { mode: 'waiting', humanSince: at(10) });
        await set(closed, { mode: 'human', humanSince: at(5), status: 'closed', endedAt: at(6) });
        await set(assistant, { mode: 'assistant', humanSince: at(5) });
      });
      const silent = (limit: number) =>
        inTransaction(store(), ({ conversations }) => conversations.silentHumans(at(50), limit));
      expect(await silent(10)).toEqual([waiting?.conversationId, forgotten?.conversationId]);
      expect(await silent(1)).toEqual([waiting?.conversationId]);
    });

    it('does not find what is not there', async () => {
      const id = aConversationId();
      expect(await get(id)).toBeNull();
      expect(
        await inTransaction(store(), ({ conversations }) => conversations.lock(id)),
      ).toBeNull();
    });
  });
}
