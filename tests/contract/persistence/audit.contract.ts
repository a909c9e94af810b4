import { describe, expect, it } from 'vitest';
import { trace, type AuditEntry } from '../../../src/domain/audit/audit-entry.ts';
import type { Actor } from '../../../src/domain/shared/actor.ts';
import { aConversationId, aUserId, anInbound } from '../../support/builders.ts';
import { aKnownCustomer } from './given.ts';
import { freshStore, type OpenStore } from './store-under-test.ts';

export function auditContract(open: OpenStore): void {
  describe('audit trail', () => {
    const store = freshStore(open);
    const support = (): Actor => ({
      kind: 'staff',
      userId: aUserId(),
      role: 'support',
      from: { channel: 'dashboard', address: '41.158.0.7' },
    });

    it('keeps who did what to which row, about whom and from where', async () => {
      const actor = support();
      const [row, subject] = [aConversationId(), aUserId()];
      const entry = trace(actor, 'conversation.take_over', { rows: [row], subjects: [subject] });
      await store().uow.run(actor, ({ audit }) => audit.record(entry));
      expect(await store().auditLines()).toEqual([entry]);
    });

    it('keeps several rows, several people, columns and a count', async () => {
      const program: Actor = { kind: 'service', from: { channel: 'api', address: '2001:db8::7' } };
      const entries: AuditEntry[] = [
        trace(program, 'alert.take', {
          rows: [aConversationId(), aConversationId()],
          subjects: [aUserId(), aUserId()],
          columns: ['handled_by'],
          count: 2,
        }),
        trace(program, 'table.read', { table: 'messages', columns: ['user_id'], count: 0 }),
      ];
      for (const entry of entries)
        await store().uow.run(program, ({ audit }) => audit.record(entry));
      expect(await store().auditLines()).toEqual(entries);
    });

    it('keeps the id of a person elsewhere, and a refusal', async () => {
      const slack: Actor = {
        kind: 'service',
        from: { channel: 'slack', address: null, externalId: 'U024BE7LH' },
      };
      const entries = [
        trace(slack, 'alert.take', { rows: [aConversationId()] }),
        trace(support(), 'customer.erase', { outcome: 'denied' }),
      ];
      for (const entry of entries)
        await store().uow.run({ kind: 'service' }, ({ audit }) => audit.record(entry));
      expect(await store().auditLines()).toEqual(entries);
    });

    it('keeps a line with the work, or neither', async () => {
      const actor = support();
      const { conversationId } = await aKnownCustomer(store());
      const message = anInbound({ conversationId });
      const failure = new Error('afterwards');
      const work = store().uow.run({ kind: 'service' }, async ({ messages, audit }) => {
        await messages.appendInbound([message]);
        await audit.record(trace(actor, 'message.send', { rows: [message.id] }));
        throw failure;
      });
      await expect(work).rejects.toBe(failure);
      expect(await store().auditLines()).toEqual([]);
    });
  });
}
