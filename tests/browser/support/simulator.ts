import type { Locator, Page } from 'playwright-core';
import { openWindow, PHONE, type Look } from './shop.ts';

/** What Léa offers in one message, as the customer reads it. */
export interface OfferedProduct {
  readonly name: string;
  readonly priceCfa: number;
}

const OFFER_ENDS = /(?:Lequel souhaitez-vous|Souhaitez-vous le) commander \?/;

let made = 0;

/** A customer's phone in the simulator; each has a number of their own, so that no test meets another's. */
export class SimulatedPhone {
  readonly page: Page;
  readonly name: string;
  readonly phone: string;

  constructor(page: Page, name: string, phone: string) {
    this.page = page;
    this.name = name;
    this.phone = phone;
  }

  get log(): Locator {
    return this.page.getByRole('log', { name: 'Conversation' });
  }

  async write(text: string): Promise<void> {
    await this.page.getByRole('textbox', { name: 'Message' }).fill(text);
    await this.page.getByRole('button', { name: 'Envoyer', exact: true }).click();
  }

  /** Waits until the conversation shows it. */
  async sees(text: string | RegExp): Promise<void> {
    await this.log.getByText(text).last().waitFor();
  }

  /** The products of Léa's offer, the first or a later one, once it is complete. */
  async offered(which = 1): Promise<readonly OfferedProduct[]> {
    await this.log
      .getByText(OFFER_ENDS)
      .nth(which - 1)
      .waitFor();
    const said = (await this.log.innerText()).split(OFFER_ENDS)[which - 1]!;
    const cards = said.matchAll(/^\d\. (.+?)(?: \([^)]+\))?\n([\d\s]+)\sFCFA/gmu);
    return [...cards].map(([, name, price]) => ({
      name: name!,
      priceCfa: Number(price!.replace(/\s/g, '')),
    }));
  }

  /** Asks, agrees, and waits for the first answer. */
  async askAndAgree(question: string): Promise<void> {
    await this.write(question);
    await this.sees('Répondez OUI ou NON');
    await this.write('OUI');
  }
}

/** A window of the simulator with one new customer. */
export async function openSimulator(
  name: string,
  look: Look = { viewport: PHONE },
): Promise<SimulatedPhone> {
  made += 1;
  const phone = `+241770${String(process.pid % 100).padStart(2, '0')}${String(Date.now() % 100).padStart(2, '0')}${String(made).padStart(2, '0')}`;
  const page = await openWindow(look);
  await page.addInitScript(
    (customers) => localStorage.setItem('lea.simulator.customers', customers),
    JSON.stringify([{ phone, name }]),
  );
  await page.goto('/simulator');
  await page.getByRole('textbox', { name: 'Message' }).waitFor();
  return new SimulatedPhone(page, name, phone);
}
