import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';
import { addCustomers, customers } from '../support/customers.ts';
import { asOwner } from '../support/database.ts';
import { startGateway } from '../support/gateway.ts';
import { freePort, production, startLea } from '../support/lea-process.ts';
import { atMost, median, type Measurement } from '../support/measurement.ts';
import type { Part } from '../support/part.ts';

const BROWSERS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const ACCOUNT = { email: 'admin@lea.local', password: 'un mot de passe de mesure' };
const PAGES = ['/inbox', '/catalogue', '/kpis'];
/** A modest phone: 1.6 Mbit/s, 150 ms, a processor four times slower. */
const NETWORK = {
  offline: false,
  latency: 150,
  downloadThroughput: 200_000,
  uploadThroughput: 93_750,
};

interface Load {
  readonly seconds: number;
  readonly kilobytes: number;
}

/** How long until a page shows its heading on a phone, from nothing and from the browser's cache. */
export const part: Part = async (deps) => {
  const executablePath = process.env['CHROMIUM'] ?? BROWSERS.find((path) => existsSync(path));
  if (executablePath === undefined) throw new Error('There is no Chromium: set CHROMIUM to one.');
  const database = await deps.postgres.create();
  const gateway = await startGateway();
  const port = await freePort();
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    await asOwner(database.ownerUrl, (client) => addCustomers(client, customers(200)));
    const url = `http://127.0.0.1:${port}`;
    const lea = await startLea({
      ...production({ databaseUrl: database.ownerUrl, whapiUrl: gateway.url }),
      PUBLIC_URL: url,
      PORT: String(port),
      NODE_ENV: 'development',
    });
    try {
      const cookie = await signIn(url);
      const figures: Measurement[] = [];
      for (const path of PAGES) {
        deps.say(path);
        const rounds: { readonly first: Load; readonly again: Load }[] = [];
        for (let round = 0; round < (deps.quick ? 1 : 3); round += 1)
          rounds.push(await visit(browser, url, path, cookie));
        const seconds = (pick: (round: (typeof rounds)[number]) => number) =>
          median(rounds.map(pick));
        if (path === PAGES[0])
          figures.push({
            what: `dashboard, transferred for the first page`,
            value: seconds(({ first }) => first.kilobytes),
            unit: 'kB',
            target: atMost(250),
          });
        figures.push(
          {
            what: `dashboard ${path} on a phone, first visit`,
            value: seconds(({ first }) => first.seconds),
            unit: 's',
            target: atMost(1.5),
          },
          {
            what: '  from cache',
            value: seconds(({ again }) => again.seconds),
            unit: 's',
            target: atMost(0.5),
          },
        );
      }
      return figures;
    } finally {
      await lea.stop();
    }
  } finally {
    await browser.close();
    await gateway.close();
    await database.drop();
  }
};

async function signIn(url: string): Promise<{ readonly name: string; readonly value: string }[]> {
  const answer = await fetch(`${url}/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify(ACCOUNT),
  });
  if (!answer.ok) throw new Error(`Signing in answered ${answer.status}.`);
  return answer.headers.getSetCookie().map((line) => {
    const pair = line.split(';')[0]!;
    const at = pair.indexOf('=');
    return { name: pair.slice(0, at), value: pair.slice(at + 1) };
  });
}

async function visit(
  browser: Browser,
  url: string,
  path: string,
  cookies: readonly { readonly name: string; readonly value: string }[],
): Promise<{ readonly first: Load; readonly again: Load }> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  try {
    await context.addCookies(cookies.map((cookie) => ({ ...cookie, url })));
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    let bytes = 0;
    await session.send('Network.enable');
    session.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
    await session.send('Network.emulateNetworkConditions', NETWORK);
    await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    const load = async (): Promise<Load> => {
      bytes = 0;
      const started = performance.now();
      await page.goto(`${url}${path}`, { waitUntil: 'commit', timeout: 120_000 });
      await page.getByRole('heading').first().waitFor({ timeout: 120_000 });
      const seconds = (performance.now() - started) / 1000;
      await page.waitForLoadState('load');
      return { seconds, kilobytes: bytes / 1000 };
    };
    return { first: await load(), again: await load() };
  } finally {
    await context.close();
  }
}
