import { expect, test } from 'vitest';
import { openInbox } from './support/inbox.ts';
import { useBrowser } from './support/shop.ts';
import { openSimulator } from './support/simulator.ts';

useBrowser();

test('a conversation appears by itself; an advisor takes over, answers and hands back', async () => {
  const inbox = await openInbox();
  const phone = await openSimulator('Inès Takeover');
  await phone.askAndAgree('Bonjour, une crème pour peau sèche ?');
  await phone.offered();
  await inbox.open('Inès Takeover');
  await inbox.thread.getByText('Bonjour, une crème pour peau sèche ?').waitFor();

  await inbox.press('Prendre la main');
  await inbox.page.getByRole('button', { name: 'Rendre à Léa' }).waitFor();
  await phone.write('Et pour mon bébé, je prends laquelle ?');
  await inbox.thread.getByText('Et pour mon bébé, je prends laquelle ?').waitFor();
  await inbox.send('Bonjour, ici Awa. Quel âge a votre bébé ?');
  await phone.sees('Quel âge a votre bébé ?');
  await phone.log.getByText('Conseiller', { exact: true }).waitFor();
  await inbox.thread
    .getByLabel(/^(Envoyé|Remis|Lu)$/)
    .last()
    .waitFor();

  await inbox.press('Rendre à Léa');
  await inbox.page.getByText('Léa reprend la conversation.').waitFor();
  await phone.write('crème pour peau sèche');
  await phone.offered(2);
});

test('a private note stays with the team', async () => {
  const inbox = await openInbox();
  const phone = await openSimulator('Nadia Note');
  await phone.write('Bonjour');
  await inbox.open('Nadia Note');
  await inbox.page.keyboard.press('Alt+p');
  const note = inbox.page.getByRole('textbox', { name: 'Note privée' });
  await note.fill('Cliente fidèle, parler doucement');
  await note.press('Enter');
  await inbox.thread.getByText('Cliente fidèle, parler doucement').waitFor();
  await inbox.page.keyboard.press('Alt+l');
  await inbox.send('Bonjour Nadia !');
  await phone.sees('Bonjour Nadia !');
  expect(await phone.log.getByText('parler doucement').count()).toBe(0);
});

test('a slash opens the canned replies, chosen with the keyboard', async () => {
  const inbox = await openInbox();
  const phone = await openSimulator('Carine Slash');
  await phone.write('Bonjour');
  await inbox.open('Carine Slash');
  await inbox.reply.pressSequentially('/');
  const replies = inbox.page.getByRole('listbox', { name: 'Réponses prêtes' });
  const words = await replies.getByRole('option').nth(1).locator('span').innerText();
  await inbox.reply.press('ArrowDown');
  await inbox.reply.press('Enter');
  expect(await inbox.reply.inputValue()).toBe(words);
  await inbox.reply.press('Enter');
  await phone.sees(words);
});

test('Alt+J and Alt+K by their place on the keyboard, so on AZERTY as well', async () => {
  const inbox = await openInbox();
  const opened = async () => new URL(inbox.page.url()).pathname;
  /** The key where QWERTY has J or K, on a layout that says something else there. */
  const strike = (code: string, key: string) =>
    inbox.page.evaluate((init) => window.dispatchEvent(new KeyboardEvent('keydown', init)), {
      code,
      key,
      altKey: true,
      bubbles: true,
      cancelable: true,
    });
  await inbox.page
    .getByRole('region', { name: 'Conversations' })
    .getByRole('button', { name: 'Murielle Ekomi' })
    .waitFor();
  await strike('KeyJ', 'Ì');
  await inbox.reply.waitFor();
  const first = await opened();
  await strike('KeyJ', 'Ì');
  await inbox.page.waitForURL((url) => url.pathname !== first && url.pathname !== '/inbox');
  await strike('KeyK', 'È');
  await inbox.page.waitForURL((url) => url.pathname === first);
});

test('labels and snoozing', async () => {
  const inbox = await openInbox();
  const phone = await openSimulator('Lucie Étiquette');
  await phone.write('Bonjour');
  await inbox.open('Lucie Étiquette');
  const label = inbox.customer.getByRole('combobox', { name: 'Ajouter une étiquette' });
  await label.fill('à rappeler');
  await label.press('Enter');
  await inbox.customer.getByRole('button', { name: 'Retirer à rappeler' }).waitFor();
  await inbox.row('Lucie Étiquette').getByText('à rappeler').waitFor();
  await inbox.customer.getByRole('link', { name: 'à rappeler' }).click();
  await inbox.page.waitForURL((url) => url.searchParams.get('label') === 'à rappeler');

  await inbox.open('Lucie Étiquette');
  await inbox.press('Autres actions');
  await inbox.page.getByRole('menuitem', { name: 'Pendant 1 heure' }).click();
  await inbox.row('Lucie Étiquette').getByText('En veille').waitFor();
  await inbox.press('Autres actions');
  await inbox.page.getByRole('menuitem', { name: 'Sortir de veille' }).click();
  await inbox.row('Lucie Étiquette').getByText('En veille').waitFor({ state: 'detached' });
});
