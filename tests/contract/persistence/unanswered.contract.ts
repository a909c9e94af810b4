import { describe, expect, it } from 'vitest';
import type { ConversationId } from '../../../src/domain/conversation/conversation.ts';
import type { NewMessage } from '../../../src/ports/repositories/messages.ts';
import {
  aTurn,
  aTurnId,
  anAttachment,
  anInbound,
  anOutbound,
  at,
  NOW,
} from '../../support/builders.ts';
import { aKnownCustomer, inTransaction } from './given.ts';
import { freshStore, type OpenStore } from './store-under-test.ts';

/** What nobody answered, and what is forgotten of a person. */
export function unansweredContract(open: OpenStore): void {
  describe('unanswered messages', () => {
    const store = freshStore(open);
    const unanswered = (id: ConversationId) =>
      inTransaction(store(), async ({ messages }) =>
        (await messages.unanswered(id)).map((message) => message.id),
      );
    const leave = (...left: readonly NewMessage[]) =>
      inTransaction(store(), async ({ messages }) => {
        await messages.appendInbound(left);
        await messages.leaveToHuman(
          left.map(({ id }) => id),
          NOW,
        );
      });

    it('are those that were left to a human, in WhatsApp’s order, and await no turn', async () => {
      const { conversationId } = await aKnownCustomer(store());
      const [late, early, answered] = [3, 1, 2].map((second) =>
        anInbound({ conversationId, timestamp: at(second) }),
      );
      await leave(late!, early!);
      await inTransaction(store(), async ({ messages }) => {
        await messages.appendInbound([answered!]);
        await messages.markHandled([answered!.id], aTurnId(), NOW);
        expect(await messages.unhandled(conversationId)).toEqual([]);
      });
      expect(await unanswered(conversationId)).toEqual([early!.id, late!.id]);
    });

    it('are none that a human’s word came after, unless it never went out', async () => {
      const { conversationId } = await aKnownCustomer(store());
      const message = anInbound({ conversationId });
      await leave(message);
      const word = (status: NewMessage['status']) =>
        inTransaction(store(), ({ messages }) =>
          messages.appendOutbound([anOutbound({ conversationId, sender: 'human', status })]),
        );
      await word('failed');
      await word('dropped');
      expect(await unanswered(conversationId)).toEqual([message.id]);
      await word('queued');
      expect(await unanswered(conversationId)).toEqual([]);
    });

    it('are also those whose whole answer was dropped', async () => {
      const { conversationId } = await aKnownCustomer(store());
      const messages = [1, 2, 3].map(() => anInbound({ conversationId }));
      const turns = [aTurnId(), aTurnId(), aTurnId()];
      const reply = (turn: number, status: NewMessage['status']) =>
        anOutbound({ conversationId, turnId: turns[turn]!, status });
      await inTransaction(store(), async (repositories) => {
        await repositories.messages.appendInbound(messages);
        for (const [index, { id }] of messages.entries())
          await repositories.messages.markHandled([id], turns[index]!, NOW);
        await repositories.messages.appendOutbound([
          reply(0, 'dropped'),
          reply(0, 'dropped'),
          reply(1, 'dropped'),
          reply(1, 'sent'),
        ]);
      });
      expect(await unanswered(conversationId)).toEqual([messages[0]!.id]);
    });

    it('await an answer again when reopened, without those taken back', async () => {
      const { conversationId } = await aKnownCustomer(store());
      const [kept, gone] = [anInbound({ conversationId }), anInbound({ conversationId })];
      await leave(kept, gone);
      await inTransaction(store(), async ({ messages }) => {
        await messages.markDeleted(gone.providerId!, NOW);
        const left = await messages.unanswered(conversationId);
        await messages.reopen(left.map(({ id }) => id));
        expect((await messages.unhandled(conversationId)).map(({ id }) => id)).toEqual([kept.id]);
        expect(await messages.unanswered(conversationId)).toEqual([]);
      });
    });

    it('may be left although they were handled before', async () => {
      const { conversationId } = await aKnownCustomer(store());
      const held = anInbound({ conversationId });
      await inTransaction(store(), async ({ messages }) => {
        await messages.appendInbound([held]);
        await messages.markHandled([held.id], aTurnId(), NOW);
        await messages.leaveToHuman([held.id], at(60));
        await messages.leaveToHuman([], at(60));
      });
      expect(await unanswered(conversationId)).toEqual([held.id]);
    });
  });

  describe('what a person said', () => {
    const store = freshStore(open);
    const forget = async (since: Date | null) => {
      const { userId, conversationId } = await aKnownCustomer(store());
      const stranger = await aKnownCustomer(store());
      const turn = aTurn({
        conversationId,
        triage: { severity: 'emergency', category: 'breathing', ruleIds: [] },
      });
      const said = (fields: Partial<NewMessage>) => anInbound({ conversationId, ...fields });
      const list = {
        early: said({ attachment: anAttachment() }),
        late: said({ timestamp: at(60) }),
        alarm: said({ timestamp: at(60) }),
        human: said({ sender: 'human', status: 'sent', timestamp: at(60) }),
        other: said({ conversationId: stranger.conversationId, timestamp: at(60) }),
      };
      return inTransaction(store(), async ({ messages, turns }) => {
        await messages.appendInbound(Object.values(list));
        await turns.insert(turn);
        await messages.markHandled([list.alarm.id], turn.id, NOW);
        await messages.forgetSaid(userId, since);
        const kept = await messages.getMany(Object.values(list).map(({ id }) => id));
        return Object.keys(list).filter((_, index) => kept[index]!.content !== '');
      });
    };

    it('is forgotten whole, except what raised an alarm', async () => {
      expect(await forget(null)).toEqual(['alarm', 'human', 'other']);
    });

    it('is forgotten since a moment', async () => {
      expect(await forget(at(60))).toEqual(['early', 'alarm', 'human', 'other']);
    });
  });

  describe('words from the phone that came too swiftly to be typed', () => {
    const store = freshStore(open);
    const greeted = async (fields: Partial<NewMessage> = {}) => {
      const { conversationId } = await aKnownCustomer(store());
      const word = anInbound({ conversationId, sender: 'human', status: 'sent', ...fields });
      await inTransaction(store(), async ({ messages, conversations }) => {
        await messages.appendInbound([word]);
        await messages.noteSwift(word.id, 'hash');
        const conversation = (await conversations.lock(conversationId))!;
        await conversations.save({ ...conversation, mode: 'human', humanSince: NOW });
      });
      return { word, conversationId };
    };

    it('are found in other chats by their hash, also once they are a machine’s', async () => {
      const [first, second] = [await greeted(), await greeted()];
      await inTransaction(store(), async ({ messages }) => {
        const found = await messages.swift('hash', second.conversationId);
        expect(found.map(({ id }) => id)).toEqual([first.word.id]);
        await messages.markAutomatic([first.word.id]);
        const again = await messages.swift('hash', second.conversationId);
        expect(again.map(({ sender }) => sender)).toEqual(['assistant']);
        expect(await messages.swift('other', second.conversationId)).toEqual([]);
        expect(await messages.lastHumanAt(first.conversationId, at(-60))).toBeNull();
      });
    });

    it('are unsure while nobody took the conversation or typed in it', async () => {
      const alone = await greeted();
      const typed = await greeted();
      const early = await greeted({ timestamp: at(-90_000) });
      const late = await greeted({ timestamp: at(110) });
      const back = await greeted();
      await inTransaction(store(), async ({ messages, conversations }) => {
        await messages.appendInbound([
          anInbound({
            conversationId: typed.conversationId,
            sender: 'human',
            status: 'sent',
            timestamp: at(30),
          }),
        ]);
        const conversation = (await conversations.lock(back.conversationId))!;
        await conversations.save({ ...conversation, mode: 'assistant', humanSince: null });
        const unsure = await messages.unsureAnswers(at(60), 10);
        expect(unsure.map(({ id }) => id)).toEqual([alone.word.id]);
        await messages.markAutomatic([alone.word.id]);
        expect(await messages.unsureAnswers(at(60), 10)).toEqual([]);
        expect((await messages.unsureAnswers(at(120), 10)).map(({ id }) => id)).toEqual([
          late.word.id,
        ]);
        expect(early.word.id).not.toBe(late.word.id);
      });
    });
  });
}
