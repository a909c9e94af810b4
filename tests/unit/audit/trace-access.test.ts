import { describe, expect, it } from 'vitest';
import { TraceAccess } from '../../../src/application/audit/trace-access.ts';
import type { ConversationId } from '../../../src/domain/conversation/conversation.ts';
import type { Actor } from '../../../src/domain/shared/actor.ts';
import { SERVICE } from '../../../src/domain/shared/actor.ts';
import type { UnitOfWork } from '../../../src/ports/unit-of-work.ts';
import { aUserId } from '../../support/builders.ts';
import { createHarness, say } from '../../support/harness.ts';

const MINUTE = 60_000;
const awa: Actor = {
  kind: 'staff',
  userId: aUserId(),
  role: 'support',
  from: { channel: 'dashboard', address: '41.158.0.7' },
};

function reading(uow?: (real: UnitOfWork) => UnitOfWork) {
  const harness = createHarness();
  const { adapters } = harness;
  const access = new TraceAccess({
    uow: uow === undefined ? adapters.uow : uow(adapters.uow),
    clock: adapters.clock,
  });
  return { harness, access, lines: () => harness.store.audits.all() };
}

describe('the trace of a read', () => {
  it('is one line for the same access within a quarter of an hour, then another', async () => {
    const { harness, access, lines } = reading();
    const read = () => access.execute({ actor: awa, action: 'inbox.read', sameAs: '' });
    await Promise.all([read(), read(), read()]);
    harness.pass(14 * MINUTE);
    await read();
    expect(lines()).toHaveLength(1);
    harness.pass(2 * MINUTE);
    await read();
    expect(lines()).toHaveLength(2);
  });

  it('is a line for everybody who reads, for everything read and from everywhere', async () => {
    const { access, lines } = reading();
    const marc: Actor = { ...awa, userId: aUserId() };
    const elsewhere: Actor = { ...awa, from: { channel: 'dashboard', address: '41.158.0.8' } };
    const read = (actor: Actor, sameAs: string) =>
      access.execute({ actor, action: 'conversation.read', sameAs });
    await read(awa, 'a');
    await read(awa, 'b');
    await read(marc, 'a');
    await read(elsewhere, 'a');
    await access.execute({ actor: awa, action: 'customer.read', sameAs: 'a' });
    expect(lines()).toHaveLength(5);
  });

  it('is a line each time where nothing says that it is the same', async () => {
    const { access, lines } = reading();
    const read = () =>
      access.execute({
        actor: awa,
        action: 'table.read',
        table: 'messages',
        columns: ['conversation_id'],
        count: 7,
      });
    await read();
    await read();
    expect(lines()).toHaveLength(2);
    expect(lines()[0]).toMatchObject({
      actor: awa,
      action: 'table.read',
      table: 'messages',
      columns: ['conversation_id'],
      count: 7,
      outcome: 'done',
    });
  });

  it('names the customer whose conversation it is', async () => {
    const { harness, access, lines } = reading();
    await say(harness, '+24177000001', 'Bonjour');
    const [conversation] = harness.store.conversations.all();
    await access.execute({
      actor: awa,
      action: 'turn.read',
      conversationId: conversation!.id,
      rows: [conversation!.id],
      sameAs: conversation!.id,
    });
    expect(lines()[0]!.subjects).toEqual([conversation!.userId]);
    await access.execute({
      actor: awa,
      action: 'turn.read',
      conversationId: 'unknown' as ConversationId,
    });
    expect(lines()[1]!.subjects).toEqual([]);
  });

  it('is owed still when it could not be written, and the reader is told', async () => {
    let broken = true;
    const failure = new Error('the database is gone');
    const { access, lines } = reading((real) => ({
      run: (actor, work) => (broken ? Promise.reject(failure) : real.run(actor, work)),
    }));
    const read = () => access.execute({ actor: awa, action: 'inbox.read', sameAs: '' });
    const both = await Promise.allSettled([read(), read()]);
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    broken = false;
    await read();
    expect(lines()).toHaveLength(1);
  });

  it('refuses whoever may not read, before anything is read, and keeps that', async () => {
    const { access, lines } = reading();
    const editor: Actor = { ...awa, role: 'product_editor' };
    await expect(
      access.execute({ actor: editor, action: 'inbox.read', sameAs: '' }),
    ).rejects.toMatchObject({ code: 'forbidden' });
    expect(lines()).toMatchObject([{ action: 'inbox.read', outcome: 'denied', actor: editor }]);
  });
});

describe('a refusal', () => {
  it('leaves one line a minute for each caller and action', async () => {
    const { harness, access, lines } = reading();
    const editor: Actor = { ...awa, role: 'product_editor' };
    for (let round = 0; round < 5; round += 1) await access.denied(editor, 'customer.erase');
    await access.denied(editor, 'customer.export');
    expect(lines().map(({ action }) => action)).toEqual(['customer.erase', 'customer.export']);
    harness.pass(61_000);
    await access.denied(editor, 'customer.erase');
    expect(lines()).toHaveLength(3);
  });

  it('of Léa herself there is none', async () => {
    const { access, lines } = reading();
    await access.execute({ actor: SERVICE, action: 'audit.read' });
    expect(lines()).toMatchObject([{ outcome: 'done' }]);
  });
});
