import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { Inbox } from './support/inbox.ts';
import { admin, expectComplaints, openWindow, useBrowser } from './support/shop.ts';
import { openSimulator } from './support/simulator.ts';

useBrowser();

const MOST_PRESSES = 40;

/** Goes on with the Tab key, as somebody without a mouse does, until this has the focus. */
async function tabTo(page: Page, name: string, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  for (let presses = 0; presses < MOST_PRESSES; presses += 1) {
    await page.keyboard.press(key);
    const focused = page.locator(':focus');
    if ((await focused.count()) === 0) continue;
    const said = await focused.evaluate(
      (element) => element.getAttribute('aria-label') ?? element.textContent.trim(),
    );
    if (said === name) return;
  }
  throw new Error(`« ${name} » was not reached with ${MOST_PRESSES} presses of ${key}.`);
}

/** What has the focus shows it: an outline, a ring or a border of another colour than without it. */
const looksFocused = (page: Page) =>
  page.locator(':focus').evaluate((element: HTMLElement) => {
    const look = () => {
      const { outlineStyle, outlineColor, boxShadow, borderColor } = getComputedStyle(element);
      return [outlineStyle, outlineColor, boxShadow, borderColor].join();
    };
    const focused = look();
    element.blur();
    const without = look();
    element.focus();
    return focused !== without;
  });

test('a whole conversation without a mouse, from the password to the last word', async () => {
  const phone = await openSimulator('Zita Clavier');
  await phone.write('Bonjour, j’ai une question');
  const page = await openWindow({ session: null });
  await page.goto('/');
  const email = page.getByLabel('Adresse e-mail');
  await email.waitFor();
  await email.focus();
  await page.keyboard.type(admin.email);
  await page.keyboard.press('Tab');
  await page.keyboard.type(admin.password);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Boîte de réception' }).waitFor();

  await tabTo(page, 'Aller au contenu');
  expect(await looksFocused(page)).toBe(true);
  await page.keyboard.press('Enter');
  expect(
    await page.locator('#content').evaluate((main) => main.contains(document.activeElement)),
  ).toBe(true);

  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog', { name: 'Rechercher' });
  await palette.getByRole('textbox', { name: 'Rechercher' }).waitFor();
  await page.keyboard.type('Zita Clavier');
  await palette.getByRole('button', { name: 'Zita Clavier' }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Zita Clavier' }).waitFor();

  const inbox = new Inbox(page);
  await inbox.reply.waitFor();
  await page.keyboard.press('Alt+l');
  await page.waitForFunction(() => document.activeElement?.tagName === 'TEXTAREA');
  await page.keyboard.type('Bonjour Zita,');
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.type('je vous écoute.');
  await page.keyboard.press('Enter');
  await phone.sees('je vous écoute.');
  await inbox.state.getByText('Avec vous').waitFor();

  await tabTo(page, 'Autres actions', 'Shift+Tab');
  expect(await looksFocused(page)).toBe(true);
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: 'Pendant 1 heure' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('menuitem', { name: 'Pendant 1 heure' }).waitFor({ state: 'detached' });
  expect(await page.locator(':focus').getAttribute('aria-label')).toBe('Autres actions');

  await page.keyboard.press('Alt+e');
  await inbox.state.getByText('Fermée').waitFor();
  // Before the password.
  expectComplaints(/status of 401/);
});

test('a window holds the focus while it is open and gives it back', async () => {
  const page = await openWindow();
  await page.goto('/team');
  await page.getByRole('heading', { level: 1, name: 'Équipe' }).waitFor();
  await tabTo(page, 'Inviter');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Inviter quelqu’un' });
  await dialog.waitFor();
  for (let presses = 0; presses < 12; presses += 1) {
    await page.keyboard.press('Tab');
    expect(await dialog.evaluate((element) => element.contains(document.activeElement))).toBe(true);
  }
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  expect(await page.locator(':focus').innerText()).toBe('Inviter');
});
