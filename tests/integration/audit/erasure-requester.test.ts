import { afterAll, beforeAll, expect, it } from 'vitest';
import { eventually } from '../../support/running-lea.ts';
import { PASSWORD, startAuditedLea, type Shop } from './audited-lea.ts';

let shop: Shop;
beforeAll(async () => {
  shop = await startAuditedLea();
});
afterAll(() => shop?.stop());

/** The newest line of the deletion log as an admin reads it. */
async function newest() {
  const { body } = await shop.prepare({
    as: 'admin',
    method: 'GET',
    path: '/functions/deletion-log?limit=1',
  });
  const [entry] = (body as unknown as { items: { requested_by: string; requester: unknown }[] })
    .items;
  return { by: entry?.requested_by, requester: entry?.requester };
}

it('names the member of staff who erased, also when their account is gone from the team', async () => {
  const { id, email } = await shop.colleague('admin');
  const browser = await shop.visitor();
  await browser.post('/auth/sign-in/email', { email, password: PASSWORD });
  const { userId } = await shop.customer();
  const { status } = await browser.remove(`/functions/delete-user-data?user_id=${userId}`);
  expect(status).toBe(200);
  expect(await newest()).toEqual({ by: id, requester: { id, name: 'Awa' } });
  await shop.post('admin', 'change-role', { user_id: id, role: 'support' });
  await shop.post('admin', 'disable-staff', { user_id: id });
  expect(await newest()).toEqual({ by: id, requester: { id, name: 'Awa' } });
});

it('names who has a bearer, and says of a program that it was one', async () => {
  const erase = async (as: 'admin' | 'service') => {
    const phone = shop.newNumber();
    await shop.post('service', 'start-conversation', { phone_number: phone });
    await shop.prepare({
      as,
      method: 'DELETE',
      path: '/functions/delete-user-data',
      body: { phone_number: phone },
    });
    return (await newest()).by;
  };
  expect(await erase('admin')).toBe(shop.idOf('admin'));
  expect(await erase('service')).toBe('service');
});

it('says of a customer who asked by the keyword no more than that, as the id would outlive them', async () => {
  const phone = shop.newNumber();
  const before = await shop.sql('select id from deletion_logs');
  for (const text of ['Bonjour', 'SUPPRIMER'])
    await shop.prepare({
      as: 'admin',
      method: 'POST',
      path: '/simulator/messages',
      body: { phone, text },
    });
  await eventually(
    async () => (await shop.sql('select id from deletion_logs')).length > before.length,
    'the erasure',
  );
  expect(await newest()).toEqual({ by: 'customer', requester: null });
});
