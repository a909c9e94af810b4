import { expect, test } from 'vitest';
import { openInbox } from './support/inbox.ts';
import { expectComplaints, useBrowser } from './support/shop.ts';
import { openSimulator } from './support/simulator.ts';

useBrowser();

test('without a connection nothing that was typed is lost, and a failed message is sent again', async () => {
  const inbox = await openInbox();
  const phone = await openSimulator('Odette Réseau');
  await phone.write('Bonjour');
  await inbox.open('Odette Réseau');
  const network = inbox.page.context();

  await network.setOffline(true);
  await inbox.send('Je regarde pour vous.');
  await inbox.thread.getByText('Non envoyé').waitFor();
  await inbox.page.getByText('Connexion perdue.').waitFor();
  await inbox.reply.fill('Une deuxième phrase, pas encore envoyée');

  await network.setOffline(false);
  await inbox.thread.getByRole('button', { name: 'Réessayer' }).click();
  await phone.sees('Je regarde pour vous.');
  expect(await phone.log.getByText('Je regarde pour vous.').count()).toBe(1);
  await inbox.page.reload();
  await inbox.reply.waitFor();
  expect(await inbox.reply.inputValue()).toBe('Une deuxième phrase, pas encore envoyée');
  expectComplaints(/ERR_INTERNET_DISCONNECTED|ERR_NETWORK_IO_SUSPENDED/);
});
