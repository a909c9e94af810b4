import { describe, expect, it } from 'vitest';
import { aProduct } from '../../support/builders.ts';
import { createHarness, type Harness } from '../../support/harness.ts';
import { fromWhapi } from '../../support/whapi-webhook.ts';

const CHAT = '24174000000@s.whatsapp.net';
const DAY = 86_400_000;
const CREAM = aProduct();
const shop = () => createHarness({ products: [CREAM] });
const text = (id: string, body: string) => ({ id, text: { body } });
const edit = (target: string, body: string) => ({
  id: `edit-${target}`,
  type: 'action',
  action: { type: 'edit', target, edited_content: { body } },
});
const removal = (target: string) => ({
  id: `removal-${target}`,
  type: 'action',
  action: { type: 'delete', target },
});
const sent = (lea: Harness) => lea.gateway.sentTo(CHAT).map(({ shown }) => shown.text);
const stored = (lea: Harness, id: string) => lea.store.messages.by('providerId', id)[0];
const EMERGENCY = 'mon bébé ne respire plus';

async function agreed(): Promise<Harness> {
  const lea = shop();
  await fromWhapi(lea, text('a', 'bonjour'));
  await fromWhapi(lea, text('b', 'oui'));
  return lea;
}

describe('an edit that comes before its message', () => {
  it('is what the message says when it comes', async () => {
    const lea = await agreed();
    await fromWhapi(lea, edit('c', 'je cherche une crème hydratante visage'));
    expect(lea.store.messages.all().some(({ providerId }) => providerId === 'c')).toBe(false);
    await fromWhapi(lea, text('c', 'je cherche une cremr hdratnte'));
    expect(stored(lea, 'c')).toMatchObject({ content: 'je cherche une crème hydratante visage' });
    expect(stored(lea, 'c')?.editedAt).not.toBeNull();
    expect(sent(lea).join()).toContain(CREAM.name);
    expect(lea.store.earlyChanges.all()).toEqual([]);
  });

  it('is looked through for danger', async () => {
    const lea = await agreed();
    await fromWhapi(lea, edit('c', EMERGENCY));
    await fromWhapi(lea, text('c', 'mon bébé'));
    expect(lea.notifier.alerts.map(({ severity }) => severity)).toEqual(['emergency']);
  });

  it('the last of several edits counts, and a deletion for good', async () => {
    const lea = await agreed();
    await fromWhapi(
      lea,
      edit('c', 'un'),
      edit('c', 'deux'),
      edit('d', 'un'),
      removal('d'),
      edit('d', 'trois'),
    );
    await fromWhapi(lea, text('c', 'zéro'), text('d', 'zéro'));
    expect(stored(lea, 'c')?.content).toBe('deux');
    expect(stored(lea, 'd')).toMatchObject({ content: '' });
    expect(stored(lea, 'd')?.deletedAt).not.toBeNull();
  });

  it('is of one message only, and is kept for a day', async () => {
    const lea = await agreed();
    await fromWhapi(lea, edit('c', 'Autre chose'));
    await fromWhapi(lea, text('d', 'je cherche un savon'));
    expect(stored(lea, 'd')?.content).toBe('je cherche un savon');
    lea.pass(DAY - 60_000);
    await lea.parts.conversationHousekeeping.execute();
    expect(lea.store.earlyChanges.all()).toHaveLength(1);
    lea.pass(120_000);
    await lea.parts.conversationHousekeeping.execute();
    expect(lea.store.earlyChanges.all()).toEqual([]);
  });

  it('that met its message unseen, both at once, is caught up on', async () => {
    const lea = await agreed();
    await fromWhapi(lea, text('c', 'mon bébé'));
    const change = { providerId: 'c', chatId: CHAT, text: EMERGENCY };
    await lea.adapters.uow.run({ kind: 'service' }, ({ earlyChanges }) =>
      earlyChanges.keep([change], lea.adapters.clock.now()),
    );
    await lea.parts.conversationHousekeeping.execute();
    await lea.settle();
    expect(lea.notifier.alerts.map(({ severity }) => severity)).toContain('emergency');
    expect(lea.store.earlyChanges.all()).toEqual([]);
  });

  it('goes with the person who is erased, and none of theirs is kept afterwards', async () => {
    const lea = await agreed();
    await fromWhapi(lea, edit('c', 'je cherche un savon'));
    await fromWhapi(lea, text('d', 'SUPPRIMER'));
    expect(lea.store.customers.all()).toEqual([]);
    await fromWhapi(lea, edit('a', 'encore moi'));
    expect(lea.store.earlyChanges.all()).toEqual([]);
  });
});
