import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest';

export const DESKTOP = { width: 1440, height: 900 };
export const PHONE = { width: 390, height: 844 };
/** Not in git; looked at by people. */
export const PICTURES = fileURLToPath(new URL('../../../artifacts/browser', import.meta.url));
/** A busy machine with two cores is given its time; what is there goes on at once. */
const PATIENCE_MS = 60_000;

export const shopUrl = inject('shopUrl');
export const admin = inject('shopAdmin');

let browser: Browser;
const contexts: BrowserContext[] = [];
const complaints: string[] = [];
let expected: readonly RegExp[] = [];

/** Connects to the run's browser; after each test, no page may have complained. */
export function useBrowser(): void {
  beforeAll(async () => {
    browser = await chromium.connect(inject('browserEndpoint'));
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await keepPictures(task.name);
    const unexpected = complaints
      .splice(0)
      .filter((line) => !expected.some((pattern) => pattern.test(line)));
    expected = [];
    expect(unexpected).toEqual([]);
  });
  afterAll(async () => {
    await Promise.all(contexts.splice(0).map((context) => context.close()));
    await browser.close();
  });
}

/** Console errors that this test provokes; any other fails it. */
export function expectComplaints(...patterns: readonly RegExp[]): void {
  expected = patterns;
}

export interface Look {
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly scheme?: 'light' | 'dark';
  /** Cookies of who is signed in; null: a stranger. */
  readonly session?: string | null;
  /** Done before anything is loaded. */
  readonly prepare?: (page: Page) => Promise<unknown>;
}

/** A window of its own, signed in as the admin unless told otherwise. */
export async function openWindow(look: Look = {}): Promise<Page> {
  const { viewport = DESKTOP, scheme = 'light', session = inject('adminSession'), prepare } = look;
  const context = await browser.newContext({
    baseURL: shopUrl,
    viewport,
    colorScheme: scheme,
    locale: 'fr-FR',
    timezoneId: 'Africa/Libreville',
    reducedMotion: 'reduce',
    hasTouch: viewport.width < 600,
    acceptDownloads: true,
  });
  contexts.push(context);
  context.setDefaultTimeout(PATIENCE_MS);
  if (session !== null)
    await context.addCookies(
      session.split('; ').map((pair) => {
        const cut = pair.indexOf('=');
        return { name: pair.slice(0, cut), value: pair.slice(cut + 1), url: shopUrl };
      }),
    );
  const page = await context.newPage();
  listen(page);
  await prepare?.(page);
  return page;
}

/** What every open window showed when a test failed. */
async function keepPictures(name: string): Promise<void> {
  const pages = contexts.flatMap((context) => context.pages());
  for (const [index, page] of pages.entries())
    await page.screenshot({ path: path.join(PICTURES, 'failed', `${name}-${index + 1}.png`) });
}

/** Errors in the console count, and so do what the content security policy stopped and what was thrown. */
function listen(page: Page): void {
  page.on('console', (message) => {
    if (message.type() === 'error')
      complaints.push(`${page.url()} ${message.text()} ${message.location().url}`);
  });
  page.on('pageerror', (error) => complaints.push(`${page.url()} ${error.message}`));
}
