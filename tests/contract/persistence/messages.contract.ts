import { describe, expect, it } from 'vitest';
import type { DeliveryStatus, MessageId } from '../../../src/domain/message/message.ts';
import {
  NOW,
  aMessageId,
  aTurnId,
  anAttachment,
  anInbound,
  anOutbound,
  at,
} from '../../support/builders.ts';
import { aKnownCustomer, inTransaction, present } from './given.ts';
import { freshStore, type OpenStore } from './store-under-test.ts';

export function messagesContract(open: OpenStore): void {
  describe('messages', () => {
    const store = freshStore(open);
    const get = (id: MessageId) => inTransaction(store(), ({ messages }) => messages.get(id));

    it('gives back what it was given, with a number of its own', async () => {
      const { conversationId } = await aKnownCustomer(store());
      const message = anInbound({
        conversationId,
        kind: 'voice',
        buttonId: 'menu:1',
        quotedId: 'wamid.quoted',
        details: { basket: { id: '9081', count: 3, total: '12500', currency: 'XAF' } },
        attachment: anAttachment(),
        content: '',
      });
      const reply = anOutbound({
        conversationId,
        part: {
          kind: 'choices',
          text: 'Lequel ?',
          choices: [{ id: 'a', title: 'A' }],
          always: true,
        },
      });
      await inTransaction(store(), async ({ messages }) => {
        await messages.appendInbound([message]);
        await messages.appendOutbound([reply]);
      });
      const stored = present(await get(message.id));
      expect({ ...stored, turnId: null, echoId: null }).toEqual({ ...message, seq: stored.seq });
      expect(present(await get(reply.id)).part).toEqual(reply.part);
      expect(present(await get(reply.id)).seq).toBeGreaterThan(stored.seq);
    });

    it('stores a provider id once: within a batch, in a later one, and in two at once', async () => {
      const { conversationId } = await aKnownCustomer(store());
      const append = (list: readonly ReturnType<typeof anInbound>[]) =>
        inTransaction(store(), ({ messages }) => messages.appendInbound(list));
      const first = anInbound({ conversationId });
      const again = { ...first, id: aMessageId() };
      const other = anInbound({ conversationId });
      expect(await append([first, again, other])).toEqual([first.id, other.id]);
      expect(await append([{ ...first, id: aMessageId() }])).toEqual([]);
      for (let round = 0; round < 5; round += 1) {
        const batch = Array.from({ length: 6 }, () => anInbound({ conversationId }));
        const redelivered = batch.toReversed().map((message) => ({ ...message, id: aMessageId() }));
        const stored = await Promise.all([append(batch), append(redelivered)]);
        expect(stored.flat()).toHaveLength(batch.length);
      }
      expect(
        await inTransaction(store(), ({ messages }) => messages.recent(conversationId, 100)),
      ).toHaveLength(32);
    });

    it('tells which provider ids are known', async () => {
      const { conversationId } = await aKnownCustomer(store());
      const message = anInbound({ conversationId });
      const known = await inTransaction(store(), async ({ messages }) => {
        await messages.appendInbound([message]);
        return messages.knownProviderIds([present(message.providerId), 'never-seen']);
      });
      expect(known).toEqual(new Set([message.providerId]));
    });

    it('lists what awaits an answer in WhatsApp order, then arrival', async () => {
      const { conversationId } = await aKnownCustomer(store());
      const [late, early, second] = [
        anInbound({ conversationId, timestamp: at(5) }),
        anInbound({ conversationId, timestamp: at(1) }),
        anInbound({ conversationId, timestamp: at(5) }),
      ];
      const phoneAnswer = anInbound({ conversationId, sender: 'human', status: 'sent' });
      const elsewhere = anInbound({
        conversationId: (await aKnownCustomer(store())).conversationId,
      });
      const unhandled = await inTransaction(store(), async ({ messages }) => {
        await messages.appendInbound([late, early, second, phoneAnswer, elsewhere]);
        return messages.unhandled(conversationId);
      });
      expect(unhandled.map(({ id }) => id)).toEqual([early.id, late.id, second.id]);
    });

    it('takes at most 50 of them, the oldest', async () => {
      const { conversationId } = await aKnownCustomer(store());
      const batch = Array.from({ length: 55 }, (_, i) =>
        anInbound({ conversationId, timestamp: at(i) }),
      );
      const unhandled = await inTransaction(store(), async ({ messages }) => {
        await messages.appendInbound(batch);
        return messages.unhandled(conversationId);
      });
      expect(unhandled.map(({ id }) => id)).toEqual(batch.slice(0, 50).map(({ id }) => id));
    });

    it('no longer lists what was handled', async () => {
      const { conversationId } = await aKnownCustomer(store());
      const [a, b] = [anInbound({ conversationId }), anInbound({ conversationId })];
      const left = await inTransaction(store(), async ({ messages }) => {
        await messages.appendInbound([a, b]);
        await messages.markHandled([a.id], aTurnId(), NOW);
        return messages.unhandled(conversationId);
      });
      expect(left.map(({ id }) => id)).toEqual([b.id]);
    });

    it('shows the newest messages, oldest first', async () => {
      const { conversationId } = await aKnownCustomer(store());
      const list = [3, 1, 2].map((second) =>
        anInbound({ conversationId, timestamp: at(second), content: `${second}` }),
      );
      const reply = anOutbound({ conversationId, timestamp: at(4), content: '4' });
      const recent = await inTransaction(store(), async ({ messages }) => {
        await messages.appendInbound(list);
        await messages.appendOutbound([reply]);
        return messages.recent(conversationId, 3);
      });
      expect(recent.map(({ content }) => content)).toEqual(['2', '3', '4']);
    });

    it('tells when somebody of the shop last wrote', async () => {
      const { conversationId } = await aKnownCustomer(store());
      const human = (seconds: number) =>
        anOutbound({ conversationId, sender: 'human', timestamp: at(seconds) });
      await inTransaction(store(), async ({ messages }) => {
        await messages.appendOutbound([anOutbound({ conversationId, timestamp: at(90) })]);
        expect(await messages.lastHumanAt(conversationId, at(0))).toBeNull();
        await messages.appendOutbound([human(20), human(60)]);
        expect(await messages.lastHumanAt(conversationId, at(0))).toEqual(at(60));
        expect(await messages.lastHumanAt(conversationId, at(61))).toBeNull();
      });
    });

    it('answers several in the order of the ids, without the unknown', async () => {
      const { conversationId } = await aKnownCustomer(store());
      const [a, b] = [anInbound({ conversationId }), anInbound({ conversationId })];
      const found = await inTransaction(store(), async ({ messages }) => {
        await messages.appendInbound([a, b]);
        return messages.getMany([b.id, aMessageId(), a.id]);
      });
      expect(found.map(({ id }) => id)).toEqual([b.id, a.id]);
    });

    it('keeps an outbox in the order of writing, whatever the clock said', async () => {
      const { conversationId } = await aKnownCustomer(store());
      const [first, second, third, suggested, sent] = [
        anOutbound({ conversationId, timestamp: at(9) }),
        anOutbound({ conversationId, timestamp: at(1) }),
        anOutbound({ conversationId, sender: 'human' }),
        anOutbound({ conversationId, status: 'suggested' }),
        anOutbound({ conversationId }),
      ];
      const outbox = await inTransaction(store(), async ({ messages }) => {
        await messages.appendOutbound([first, second]);
        await messages.appendOutbound([third, suggested, sent]);
        await messages.setStatus(first.id, 'sending');
        expect(await messages.beginSending(sent.id, 'Tel que parti')).toBe(true);
        await messages.setStatus(sent.id, 'sent', { providerId: `out-${sent.id}` });
        // What was dropped, sent or is not decided yet does not go out.
        for (const { id } of [suggested, sent])
          expect(await messages.beginSending(id, 'Autre chose')).toBe(false);
        return messages.outbox(conversationId);
      });
      expect(outbox.map(({ id, status }) => [id, status])).toEqual([
        [first.id, 'sending'],
        [second.id, 'queued'],
        [third.id, 'queued'],
      ]);
      expect(await get(sent.id)).toMatchObject({
        status: 'sent',
        providerId: `out-${sent.id}`,
        content: 'Tel que parti',
      });
      expect(await get(first.id)).toMatchObject({ content: first.content, providerId: null });
    });

    it('drops what Léa has not sent yet, except what is sent in any case', async () => {
      const { conversationId } = await aKnownCustomer(store());
      const [queued, suggested, always, sending, human, elsewhere] = [
        anOutbound({ conversationId }),
        anOutbound({ conversationId, status: 'suggested' }),
        anOutbound({
          conversationId,
          part: { kind: 'text', text: 'Appelez le 1300', always: true },
        }),
        anOutbound({ conversationId, status: 'sending' }),
        anOutbound({ conversationId, sender: 'human', part: null }),
        anOutbound({ conversationId: (await aKnownCustomer(store())).conversationId }),
      ];
      const dropped = await inTransaction(store(), async ({ messages }) => {
        await messages.appendOutbound([queued, suggested, always, sending, human, elsewhere]);
        return messages.dropPending(conversationId);
      });
      expect(dropped).toBe(2);
      const statuses = await Promise.all(
        [queued, suggested, always, sending, human, elsewhere].map(
          async ({ id }) => (await get(id))?.status,
        ),
      );
      expect(statuses).toEqual(['dropped', 'dropped', 'queued', 'sending', 'queued', 'queued']);
    });

    it('lets a suggested reply go with all of its turn, reworded where an advisor did so', async () => {
      const { conversationId } = await aKnownCustomer(store());
      const [turnId, part] = [aTurnId(), { kind: 'text', text: 'Mot de Léa' } as const];
      const suggestion = {
        conversationId,
        status: 'suggested',
        turnId,
        part,
        content: part.text,
      } as const;
      const [first, second, earlier] = [
        anOutbound(suggestion),
        anOutbound(suggestion),
        anOutbound({ ...suggestion, turnId: aTurnId() }),
      ];
      await inTransaction(store(), async ({ messages }) => {
        await messages.appendOutbound([first, second, earlier]);
        expect(await messages.releaseSuggested(first.id, 'Mot du conseiller')).toBe(2);
        expect(await messages.releaseSuggested(first.id, null)).toBe(0);
        expect(await messages.releaseSuggested(aMessageId(), null)).toBe(0);
        expect((await messages.outbox(conversationId)).map(({ id }) => id)).toEqual([
          first.id,
          second.id,
        ]);
        expect(await messages.get(first.id)).toMatchObject({
          content: 'Mot du conseiller',
          part: { kind: 'text', text: 'Mot du conseiller' },
        });
        expect(await messages.get(second.id)).toMatchObject({ content: part.text, part });
        expect(await messages.get(earlier.id)).toMatchObject({ status: 'suggested' });
        expect(await messages.releaseSuggested(earlier.id, null)).toBe(1);
        expect(await messages.get(earlier.id)).toMatchObject({
          status: 'queued',
          content: part.text,
        });
      });
    });

    it.each<[DeliveryStatus, DeliveryStatus, DeliveryStatus]>([
      ['sent', 'delivered', 'delivered'],
      ['delivered', 'sent', 'delivered'],
      ['read', 'delivered', 'read'],
      ['sent', 'failed', 'sent'],
      ['failed', 'sent', 'sent'],
      ['unknown', 'delivered', 'delivered'],
      ['sending', 'read', 'read'],
    ])('moves the delivery status only forward: %s, then %s, is %s', async (from, to, expected) => {
      const { conversationId } = await aKnownCustomer(store());
      const message = anOutbound({ conversationId });
      await inTransaction(store(), async ({ messages }) => {
        await messages.appendOutbound([message]);
        await messages.setStatus(message.id, from, { providerId: message.id });
        await messages.advanceStatus([
          { providerId: message.id, status: to },
          { providerId: 'never-seen', status: 'read' },
        ]);
      });
      expect((await get(message.id))?.status).toBe(expected);
    });

    it('keeps of the words what the sender says, with the status', async () => {
      const { conversationId } = await aKnownCustomer(store());
      const message = anOutbound({ conversationId });
      const part = { kind: 'text', text: 'Votre lien : …' } as const;
      await inTransaction(store(), async ({ messages }) => {
        await messages.appendOutbound([message]);
        await messages.setStatus(message.id, 'sent', { said: { content: part.text, part } });
      });
      expect(await get(message.id)).toMatchObject({ status: 'sent', content: part.text, part });
    });

    it('ends at the furthest of several statuses, in one batch or in two at once', async () => {
      const { conversationId } = await aKnownCustomer(store());
      const list = Array.from({ length: 6 }, () => anOutbound({ conversationId }));
      await inTransaction(store(), async ({ messages }) => {
        await messages.appendOutbound(list);
        for (const { id } of list) await messages.setStatus(id, 'sent', { providerId: id });
      });
      const advance = (ids: readonly string[], ...statuses: readonly DeliveryStatus[]) =>
        inTransaction(store(), ({ messages }) =>
          messages.advanceStatus(
            ids.flatMap((providerId) => statuses.map((status) => ({ providerId, status }))),
          ),
        );
      const ids = list.map(({ id }) => id);
      await Promise.all([
        advance(ids, 'delivered', 'read', 'delivered'),
        advance(ids.toReversed(), 'delivered'),
      ]);
      expect(await Promise.all(list.map(async ({ id }) => (await get(id))?.status))).toEqual(
        list.map(() => 'read'),
      );
    });

    it('leaves the status of what came in', async () => {
      const { conversationId } = await aKnownCustomer(store());
      const message = anInbound({ conversationId });
      await inTransaction(store(), async ({ messages }) => {
        await messages.appendInbound([message]);
        await messages.advanceStatus([{ providerId: present(message.providerId), status: 'read' }]);
      });
      expect((await get(message.id))?.status).toBe('received');
    });

    it('follows an edit, and ignores one of an unknown message', async () => {
      const { conversationId } = await aKnownCustomer(store());
      const message = anInbound({ conversationId });
      await inTransaction(store(), async ({ messages }) => {
        await messages.appendInbound([message]);
        const edit = (text: string) => messages.edit(present(message.providerId), text, at(5));
        expect(await edit('Corrigé')).toMatchObject({
          message: { id: message.id, content: 'Corrigé' },
          before: message.content,
          handled: false,
        });
        expect(await edit('Corrigé')).toBeNull();
        await messages.markHandled([message.id], null, NOW);
        expect(await edit('Encore')).toMatchObject({ before: 'Corrigé', handled: true });
        await edit('Corrigé');
        expect(await messages.edit('never-seen', 'Rien', at(5))).toBeNull();
      });
      expect(await get(message.id)).toMatchObject({ content: 'Corrigé', timestamp: NOW });
    });

    it('answers nothing that its writer took back, and keeps none of its words', async () => {
      const { conversationId } = await aKnownCustomer(store());
      const message = anInbound({ conversationId });
      const unhandled = await inTransaction(store(), async ({ messages }) => {
        await messages.appendInbound([message]);
        await messages.markDeleted(present(message.providerId), at(5));
        await messages.markDeleted('never-seen', at(5));
        await messages.edit(present(message.providerId), 'Trop tard', at(6));
        return messages.unhandled(conversationId);
      });
      expect(unhandled).toEqual([]);
      expect((await get(message.id))?.content).toBe('');
    });

    it('adds where a file is kept and what was said in it', async () => {
      const { conversationId } = await aKnownCustomer(store());
      const message = anInbound({
        conversationId,
        kind: 'voice',
        content: '',
        attachment: anAttachment(),
      });
      const fetched = anAttachment({ storageKey: 'media/a.ogg', transcript: 'une crème' });
      await inTransaction(store(), async ({ messages }) => {
        await messages.appendInbound([message]);
        await messages.setAttachment(message.id, fetched, 'une crème');
      });
      expect(await get(message.id)).toMatchObject({ attachment: fetched, content: 'une crème' });
    });

    it('forgets words and files of a message but not that there was one', async () => {
      const { conversationId } = await aKnownCustomer(store());
      const [dropped, kept] = [
        anInbound({ conversationId, attachment: anAttachment() }),
        anInbound({ conversationId }),
      ];
      await inTransaction(store(), async ({ messages }) => {
        await messages.appendInbound([dropped, kept]);
        await messages.dropContents([dropped.id]);
      });
      expect(await get(dropped.id)).toMatchObject({
        content: '',
        attachment: null,
        providerId: dropped.providerId,
      });
      expect(await get(kept.id)).toMatchObject({ content: kept.content });
    });
  });
}
