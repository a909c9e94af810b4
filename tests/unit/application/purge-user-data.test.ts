import { beforeEach, describe, expect, it } from 'vitest';
import { Table } from '../../../src/adapters/persistence/memory/table.ts';
import type { UserId } from '../../../src/domain/customer/customer.ts';
import { SERVICE, type Actor } from '../../../src/domain/shared/actor.ts';
import { aProduct, aUserId } from '../../support/builders.ts';
import { createHarness, say, type Harness } from '../../support/harness.ts';

const [AWA, MOUSSA] = ['+24174000001', '+24174000002'] as const;
const ADMIN: Actor = { kind: 'staff', userId: aUserId(), role: 'admin' };

let lea: Harness;
beforeEach(async () => {
  lea = createHarness({ products: [aProduct()] });
  for (const phone of [AWA, MOUSSA])
    for (const text of ['Bonjour', 'OUI', `mon secret ${phone}, une crème hydratante visage`])
      await say(lea, phone, text);
});

const idOf = (phone: string): UserId =>
  lea.store.customers.all().find((customer) => customer.phone === phone)!.id;
const everything = (): string =>
  JSON.stringify(
    Object.values(lea.store).map((part: unknown) =>
      part instanceof Table ? (part.all() as unknown) : null,
    ),
  );

/** Each way in which a person is erased. */
const WAYS: Readonly<Record<string, () => Promise<unknown>>> = {
  'the keyword': () => say(lea, AWA, 'SUPPRIMER'),
  'staff, by id': () => lea.parts.purgeUserData.execute({ actor: ADMIN, userId: idOf(AWA) }),
  'staff, by a number as people write it': () =>
    lea.parts.purgeUserData.execute({ actor: ADMIN, phoneNumber: '074 00 00 01' }),
  'a transaction of its own, as retention does': () =>
    lea.adapters.uow.run(SERVICE, (repositories) =>
      lea.parts.purgeUserData.within(repositories, {
        userId: idOf(AWA),
        requestedBy: 'retention',
        confirmTo: null,
      }),
    ),
};

describe.each(Object.keys(WAYS))('erased by %s', (way) => {
  it('a person is nowhere any more, and nobody else loses a word', async () => {
    const id = idOf(AWA);
    expect(everything()).toContain(`mon secret ${AWA}`);
    await WAYS[way]!();
    await lea.settle();
    expect(everything()).not.toContain(`mon secret ${AWA}`);
    expect(lea.store.customers.get(id)).toBeUndefined();
    expect(everything()).toContain(`mon secret ${MOUSSA}`);
    expect(lea.store.deletions.all()).toHaveLength(1);
    expect(JSON.stringify(lea.store.deletions.all())).not.toContain(AWA);
  });
});

describe('erasing', () => {
  it('confirms once to the customer', async () => {
    const before = lea.shownTo(AWA).length;
    await WAYS['staff, by id']!();
    await lea.settle();
    expect(lea.shownTo(AWA)).toHaveLength(before + 1);
  });

  it('says that somebody is not there: a stranger, the same person again, one of the team', async () => {
    const id = idOf(AWA);
    const erase = (command: { userId?: UserId; phoneNumber?: string }) =>
      lea.parts.purgeUserData.execute({ actor: ADMIN, ...command });
    await erase({ userId: id });
    for (const command of [{ userId: id }, { phoneNumber: AWA }, { userId: aUserId() }, {}])
      await expect(erase(command)).rejects.toMatchObject({ code: 'user_not_found' });
    await expect(erase({ phoneNumber: 'Awa' })).rejects.toMatchObject({
      code: 'invalid_phone_number',
    });
  });

  it('is for admins', async () => {
    for (const role of ['support', 'product_editor'] as const)
      await expect(
        lea.parts.purgeUserData.execute({
          actor: { kind: 'staff', userId: aUserId(), role },
          userId: idOf(AWA),
        }),
      ).rejects.toMatchObject({ kind: 'forbidden' });
    expect(everything()).toContain(`mon secret ${AWA}`);
  });
});
