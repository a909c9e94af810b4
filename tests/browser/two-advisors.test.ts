import { test } from 'vitest';
import { signInColleague } from './support/colleague.ts';
import { Inbox, openInbox } from './support/inbox.ts';
import { useBrowser } from './support/shop.ts';
import { openSimulator } from './support/simulator.ts';

useBrowser();

test('two advisors on one conversation see each other, and who has it', async () => {
  const phone = await openSimulator('Théo Deux');
  await phone.write('Bonjour');
  const hers = new Inbox(await signInColleague('Bineta Sow'));
  const mine = await openInbox();
  await mine.open('Théo Deux');
  await hers.open('Théo Deux');
  await hers.page.getByText('Admin regarde aussi').waitFor();
  await mine.page.getByText('Bineta Sow regarde aussi').waitFor();

  await hers.reply.fill('Bonjour Théo');
  await mine.page.getByText('Bineta Sow est en train d’écrire').waitFor();
  await hers.reply.press('Enter');
  await mine.thread.getByText('Bonjour Théo').waitFor();
  await mine.state.getByText('Avec Bineta Sow').waitFor();
  await phone.sees('Bonjour Théo');

  await mine.press('Reprendre la main');
  await hers.state.getByText('Avec Admin').waitFor();
});
