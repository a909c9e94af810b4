import path from 'node:path';
import { expect, test } from 'vitest';
import { gatewaySays } from './support/gateway.ts';
import { openInbox } from './support/inbox.ts';
import { PICTURES, useBrowser } from './support/shop.ts';

useBrowser();

test('an advisor sees what a message quotes and goes there, a basket, and the advertisement it came from', async () => {
  const chat = { chat_id: '24177441122@s.whatsapp.net', from_name: 'Odile Citation' };
  const ad = { title: 'Promo solaire', source: { id: '120', url: 'https://fb.me/x' } };
  const words = (id: string, body: string, more = {}) => ({ ...chat, id, text: { body }, ...more });
  await gatewaySays({ ...chat, id: 'k-ad', context: { ad } });
  const inbox = await openInbox();
  await inbox.open('Odile Citation');
  await inbox.thread.getByText('Venu de la publicité « Promo solaire »').waitFor();
  await gatewaySays(
    words('k-1', 'Je voudrais un savon doux'),
    words('k-2', 'Pour ma mère', { context: { quoted_id: 'k-1' } }),
    words('k-3', 'Et celui-là ?', { context: { quoted_id: 'never-seen' } }),
    words('k-4', 'Oubliez ceci'),
    words('k-5', 'Enfin non', { context: { quoted_id: 'k-4' } }),
    { ...chat, id: 'k-6', type: 'action', action: { type: 'delete', target: 'k-4' } },
    {
      ...chat,
      id: 'k-7',
      type: 'order',
      order: { order_id: '9081', item_count: 3, total_price: 12500, currency: 'XAF' },
    },
  );
  await inbox.thread
    .getByText('Panier WhatsApp · 3 articles · Total 12500 XAF · N° 9081')
    .waitFor();
  await inbox.thread.getByText('En réponse à un message qui n’est plus connu ici').waitFor();
  await inbox.thread.getByText('En réponse à un message supprimé').waitFor();
  const quote = inbox.thread.getByRole('button', { name: 'Client Je voudrais un savon doux' });
  await inbox.page.screenshot({ path: path.join(PICTURES, 'whatsapp-kinds.png') });
  await quote.click();
  await inbox.thread.locator('[data-found]', { hasText: 'Je voudrais un savon doux' }).waitFor();
  expect(await inbox.row('Odile Citation').innerText()).toContain('Panier WhatsApp');
});
