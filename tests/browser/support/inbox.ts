import type { Locator, Page } from 'playwright-core';
import { openWindow, type Look } from './shop.ts';

/** The advisor's inbox, in the words that are on it. */
export class Inbox {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** A conversation's line in the list. */
  row(customer: string): Locator {
    return this.page
      .getByRole('region', { name: 'Conversations' })
      .getByRole('button', { name: customer });
  }

  get thread(): Locator {
    return this.page.getByRole('log', { name: 'Messages' });
  }

  /** Who has the open conversation, at its head. */
  get state(): Locator {
    return this.page.getByRole('region', { name: 'Messages' }).locator('header');
  }

  get reply(): Locator {
    return this.page.getByRole('textbox', { name: 'Répondre' });
  }

  get customer(): Locator {
    return this.page.getByRole('complementary', { name: 'Fiche client' });
  }

  async open(customer: string): Promise<void> {
    await this.row(customer).click();
    await this.page.getByRole('heading', { name: customer }).waitFor();
    await this.reply.waitFor();
  }

  async press(name: string): Promise<void> {
    await this.page.getByRole('button', { name, exact: true }).click();
  }

  async send(text: string): Promise<void> {
    await this.reply.fill(text);
    await this.reply.press('Enter');
  }
}

export async function openInbox(look: Look = {}): Promise<Inbox> {
  const page = await openWindow(look);
  await page.goto('/inbox');
  await page.getByRole('heading', { name: 'Boîte de réception' }).waitFor();
  return new Inbox(page);
}
