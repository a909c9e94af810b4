import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { ConversationId } from '../../../src/domain/conversation/conversation.ts';
import type { Ownership } from '../../../src/domain/conversation/ownership.ts';
import type { UserId } from '../../../src/domain/customer/customer.ts';
import {
  NOW,
  aConversationId,
  aPhone,
  aUserId,
  anAlert,
  anInbound,
  at,
} from '../../support/builders.ts';
import { YESTERDAY, aKnownCustomer, inTransaction, only, present } from './given.ts';
import { freshStore, type OpenStore } from './store-under-test.ts';

type Had = Pick<Ownership, 'mode' | 'assignedTo' | 'humanSince'>;

export function joinedConversationsContract(open: OpenStore): void {
  describe('two open conversations that become one person’s', () => {
    const store = freshStore(open);
    const get = (id: ConversationId) =>
      inTransaction(store(), async ({ conversations }) => present(await conversations.get(id)));
    const had = (id: ConversationId, ownership: Had) =>
      inTransaction(store(), async ({ conversations }) => {
        const conversation = present(await conversations.lock(id));
        await conversations.save({ ...conversation, ...ownership });
      });

    /** Somebody known by number, and somebody who wrote from behind an id later. */
    async function two() {
      const kept = await aKnownCustomer(store(), at(-60));
      const lid = `${aPhone().slice(1)}00@lid`;
      const other = await inTransaction(store(), async ({ customers, conversations }) => {
        const userId = only(
          await customers.resolve(
            [{ aliases: [lid], phone: null, name: null, newId: aUserId() }],
            NOW,
          ),
        );
        const opened = await conversations.ensureOpen(
          [{ userId, newId: aConversationId(), chatId: lid }],
          NOW,
          YESTERDAY,
        );
        return only(opened).id;
      });
      const { phone } = kept;
      const join = () =>
        inTransaction(store(), ({ customers }) =>
          customers.resolve([{ aliases: [phone, lid], phone, name: null, newId: aUserId() }], NOW),
        );
      return { kept: kept.conversationId, userId: kept.userId, other, join };
    }
    const write = (
      id: ConversationId,
      count: number,
      fields: Partial<Parameters<typeof anInbound>[0]> = {},
    ) =>
      inTransaction(store(), async ({ messages, conversations }) => {
        const written = Array.from({ length: count }, () =>
          anInbound({ conversationId: id, ...fields }),
        );
        await messages.appendInbound(written);
        await conversations.schedule([{ id, quietMs: 0, inbound: count, lastInboundAt: NOW }], 0);
        return written;
      });

    /** Who has it then, as docs/conversation.md tells; A and B are advisors, the kept one called or wrote first. */
    const lea: Had = { mode: 'assistant', assignedTo: null, humanSince: null };
    const waiting = (since: Date): Had => ({
      mode: 'waiting',
      assignedTo: null,
      humanSince: since,
    });
    const human = (assignedTo: UserId | null, since: Date): Had => ({
      mode: 'human',
      assignedTo,
      humanSince: since,
    });
    it.each<[string, (a: UserId, b: UserId) => readonly [kept: Had, other: Had, then: Had]]>([
      ['both Léa’s: Léa’s', () => [lea, lea, lea]],
      ['an advisor called in the other: called', () => [lea, waiting(at(5)), waiting(at(5))]],
      ['an advisor called in the kept: called', () => [waiting(at(1)), lea, waiting(at(1))]],
      [
        'called in both: since the kept one’s call',
        () => [waiting(at(1)), waiting(at(5)), waiting(at(1))],
      ],
      [
        'an advisor has the other: theirs',
        (_, b) => [waiting(at(1)), human(b, at(5)), human(b, at(5))],
      ],
      [
        'an advisor has the kept: theirs',
        (a) => [human(a, at(1)), waiting(at(5)), human(a, at(1))],
      ],
      [
        'each has an advisor: the kept one’s',
        (a, b) => [human(a, at(1)), human(b, at(5)), human(a, at(1))],
      ],
      [
        'the shop’s phone and an advisor: the advisor’s',
        (_, b) => [human(null, at(1)), human(b, at(5)), human(b, at(1))],
      ],
    ])('%s', async (_, cases) => {
      const [a, b] = [
        (await aKnownCustomer(store())).userId,
        (await aKnownCustomer(store())).userId,
      ];
      const [before, others, then] = cases(a, b);
      const { kept, other, join } = await two();
      await had(kept, before);
      await had(other, others);
      await join();
      expect(await get(kept)).toMatchObject({ ...then, status: 'open', endedAt: null });
      expect(await get(other)).toMatchObject({ ...lea, status: 'closed', endedAt: NOW });
    });

    it('keep the labels and notes of both, and the sum of what is unread', async () => {
      const { kept, other, join } = await two();
      await write(kept, 2);
      await write(other, 3);
      const note = (conversationId: ConversationId, content: string, seconds: number) => ({
        id: randomUUID(),
        conversationId,
        authorId: null,
        content,
        at: at(seconds),
      });
      await inTransaction(store(), async ({ marks }) => {
        await marks.setLabels(kept, ['fidèle', 'bébé']);
        await marks.setLabels(other, ['bébé', 'allergie']);
        await marks.setSnooze(other, at(600));
        await marks.addNote(note(kept, 'un', 1));
        await marks.addNote(note(other, 'deux', 2));
      });
      await join();
      expect(await store().beside(kept)).toEqual({
        labels: ['allergie', 'bébé', 'fidèle'],
        snoozedUntil: null,
        notes: ['un', 'deux'],
        unread: 5,
      });
      expect(await store().beside(other)).toMatchObject({ notes: [], unread: 0 });
    });

    it('labels are the same whichever of both has them', async () => {
      for (const labelled of ['kept', 'other'] as const) {
        const pair = await two();
        await inTransaction(store(), ({ marks }) =>
          marks.setLabels(pair[labelled], ['fidèle', 'bébé']),
        );
        await pair.join();
        expect((await store().beside(pair.kept)).labels, labelled).toEqual(['bébé', 'fidèle']);
      }
    });

    it('keep the open alerts of both, one of each matter, and what was handled', async () => {
      const { kept, other, join } = await two();
      const [first, cart, again, rating] = [
        anAlert({ conversationId: kept, triggeredAt: at(1) }),
        anAlert({ conversationId: kept, category: 'large_cart', triggeredAt: at(2) }),
        anAlert({ conversationId: other, severity: 'urgent', triggeredAt: at(3) }),
        anAlert({ conversationId: other, category: 'low_rating', triggeredAt: at(4) }),
      ];
      await inTransaction(store(), async ({ alerts }) => {
        for (const alert of [first, cart, again, rating]) await alerts.raise(alert);
      });
      await join();
      await inTransaction(store(), async ({ alerts }) => {
        const open = await alerts.openOf(kept);
        // Of the same matter the graver one stays.
        expect(open.map(({ id }) => id)).toEqual([cart, again, rating].map(({ id }) => id));
        expect(await alerts.get(first.id)).toMatchObject({ handledBy: null, handledAt: NOW });
        expect(await alerts.openOf(other)).toEqual([]);
        // The same matter again raises nothing new, and one handling settles all.
        expect(await alerts.raise(anAlert({ conversationId: kept }))).toMatchObject({
          isNew: false,
        });
        await alerts.handleAll(kept, null, at(9));
        expect(await alerts.openOf(kept)).toEqual([]);
      });
    });

    it('keep what their messages answer to', async () => {
      const { kept, other, join } = await two();
      const [quoted] = await write(kept, 1);
      const [quoting] = await write(other, 1, { quotedId: present(quoted).providerId });
      const [plain] = await write(other, 1);
      await join();
      await inTransaction(store(), async ({ messages }) => {
        expect(await messages.get(present(quoting).id)).toMatchObject({
          conversationId: kept,
          quotedId: present(quoted).providerId,
        });
        expect(await messages.get(present(plain).id)).toMatchObject({ quotedId: null });
        expect((await messages.unhandled(kept)).map(({ quotedId }) => quotedId)).toEqual([
          null,
          present(quoted).providerId,
          null,
        ]);
        // Taken back, or no longer kept: what it answered to is no words of its own.
        await messages.markDeleted(present(present(quoted).providerId), at(5));
        await messages.dropContents([present(quoting).id]);
        expect(await messages.get(present(quoting).id)).toMatchObject({
          content: '',
          quotedId: present(quoted).providerId,
        });
      });
    });

    it('whoever worked on the one that is closed holds it no more, and its turn is due in the other', async () => {
      const { kept, other, join } = await two();
      await write(other, 1);
      const lease = only(await store().queue.claim('before', 1, 60_000));
      expect(lease.conversationId).toBe(other);
      await join();
      await inTransaction(store(), async ({ conversations }) => {
        expect(await conversations.lockHeld(lease)).toBeNull();
      });
      expect((await store().queue.claim('after', 5, 60_000)).map((l) => l.conversationId)).toEqual([
        kept,
      ]);
    });
  });
}
