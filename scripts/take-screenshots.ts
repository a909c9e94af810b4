/** `npm run screenshots`: the README's pictures, of a shop just started, with conversations played through it. */
import { mkdir, writeFile } from 'node:fs/promises';
import { chromium, type Browser, type Page } from 'playwright-core';
import sharp from 'sharp';
import { CHROMIUM_FLAGS } from '../tests/browser/support/chromium-flags.ts';
import { adminSession } from '../tests/browser/support/sign-in.ts';
import { startShop, type StartedShop } from '../tests/browser/support/start-shop.ts';
import { ensureDashboardBuilt } from '../src/composition/dashboard-build.ts';
import { ensureChromium } from './install-browser.ts';

const FOLDER = new URL('../docs/images/', import.meta.url);
const DESKTOP = { width: 1360, height: 850 };
const PHONE = { width: 390, height: 780 };
const ANSWER_MS = 60_000;
/** The one whose conversation is shown. */
const SHOWN = { name: 'Awa Ndong', phone: '+24177010203' };

interface Customer {
  readonly name: string;
  readonly phone: string;
  readonly says: readonly string[];
}
const CUSTOMERS: readonly Customer[] = [
  {
    name: 'Marie-Claire Obame',
    phone: '+24166010101',
    says: ['bonsoir, un lait pour bébé peau sensible svp', 'OUI', '1'],
  },
  {
    name: 'Jean-Paul Mba',
    phone: '+24174020202',
    says: ['cc je cherche écran solaire pas cher', 'OUI'],
  },
  {
    name: 'Fatou Sarr',
    phone: '+24165030303',
    says: ['Bonjour, shampoing cheveux crépus, 6000 F max', 'OUI', 'moins cher'],
  },
  {
    name: 'Prisca Nzé',
    phone: '+24162040404',
    says: ['Bonjour, je voudrais parler à un conseiller'],
  },
  {
    ...SHOWN,
    says: ['Bonjour, je cherche une crème pour peau sèche à moins de 8000 F', 'OUI'],
  },
];

await ensureDashboardBuilt();
const executablePath = ensureChromium();
const shop = await startShop();
try {
  for (const customer of CUSTOMERS) await play(shop, customer);
  const browser = await chromium.launch({
    executablePath,
    args: CHROMIUM_FLAGS,
    chromiumSandbox: false,
  });
  try {
    await mkdir(FOLDER, { recursive: true });
    await takeAll(browser, shop);
  } finally {
    await browser.close();
  }
} finally {
  await shop.stop();
}

/** Says one thing after the other, each when the last was answered. */
async function play({ url }: StartedShop, { name, phone, says }: Customer): Promise<void> {
  const address = `${url}/simulator/messages`;
  const answers = async (): Promise<number> => {
    const { messages } = (await (
      await fetch(`${address}?phone=${encodeURIComponent(phone)}`)
    ).json()) as { readonly messages: readonly { readonly from: string }[] };
    return messages.filter(({ from }) => from !== 'customer').length;
  };
  for (const text of says) {
    const before = await answers();
    await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name, phone, text }),
    });
    const deadline = Date.now() + ANSWER_MS;
    // An answer may come in several messages: it is whole when nothing follows for a while.
    for (let last = -1, now = before; now === before || now !== last;) {
      if (Date.now() > deadline) throw new Error(`${name}: "${text}" was not answered.`);
      last = now;
      await new Promise((resolve) => setTimeout(resolve, 1_500));
      now = await answers();
    }
  }
}

async function takeAll(browser: Browser, { url, admin }: StartedShop): Promise<void> {
  const cookies = (await adminSession({ url, admin })).split('; ').map((pair) => {
    const [name = '', ...value] = pair.split('=');
    return { name, value: value.join('='), url };
  });
  const open = async (
    path: string,
    viewport: { readonly width: number; readonly height: number },
    scheme: 'light' | 'dark' = 'light',
  ): Promise<Page> => {
    const context = await browser.newContext({
      baseURL: url,
      viewport,
      colorScheme: scheme,
      locale: 'fr-FR',
      timezoneId: 'Africa/Libreville',
      reducedMotion: 'reduce',
      deviceScaleFactor: 2,
    });
    await context.addCookies(cookies);
    await context.addInitScript(
      (customers) => localStorage.setItem('lea.simulator.customers', customers),
      JSON.stringify([SHOWN]),
    );
    const page = await context.newPage();
    await page.goto(path);
    return page;
  };

  const inbox = await open('/inbox', DESKTOP);
  await inbox
    .getByRole('region', { name: 'Conversations' })
    .getByRole('button', { name: SHOWN.name })
    .click();
  await inbox.getByRole('textbox', { name: 'Répondre' }).waitFor();
  await keep(inbox, 'inbox');

  const simulator = await open('/simulator', PHONE);
  await simulator.getByText(/commander \?/).waitFor();
  await keep(simulator, 'simulator');

  const alerts = await open('/alerts', PHONE, 'dark');
  await alerts.getByText('Prisca Nzé').first().waitFor();
  await keep(alerts, 'alerts-dark');

  const catalogue = await open('/catalogue', DESKTOP);
  await catalogue.getByRole('row').nth(5).waitFor();
  await keep(catalogue, 'catalogue');
}

/** As WebP, small enough for a README. */
async function keep(page: Page, name: string): Promise<void> {
  await page.waitForTimeout(1_000);
  const { width } = page.viewportSize()!;
  const picture = await sharp(await page.screenshot())
    .resize({ width: Math.round(width * 1.5) })
    .webp({ quality: 78 })
    .toBuffer();
  const file = new URL(`${name}.webp`, FOLDER);
  await writeFile(file, picture);
  console.log(`docs/images/${name}.webp  ${Math.round(picture.length / 1024)} kB`);
}
