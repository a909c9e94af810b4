import path from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { violations } from './accessibility.ts';
import { DESKTOP, PHONE, PICTURES } from './shop.ts';

const LOOKS = [
  { name: 'desktop-light', viewport: DESKTOP, scheme: 'light' },
  { name: 'desktop-dark', viewport: DESKTOP, scheme: 'dark' },
  { name: 'phone-dark', viewport: PHONE, scheme: 'dark' },
  { name: 'phone-light', viewport: PHONE, scheme: 'light' },
] as const;

/** What depends on light or dark; all else has been looked at once in each size. */
const OF_COLOR = ['color-contrast', 'link-in-text-block'];

/** Light and dark, desktop and phone: nothing for axe to say, and a picture of each for people. */
export async function looksRight(page: Page, name: string): Promise<void> {
  const found: string[] = [];
  for (const { name: look, viewport, scheme } of LOOKS) {
    await page.setViewportSize(viewport);
    await page.emulateMedia({ colorScheme: scheme });
    await settled(page, scheme);
    for (const place of await sidewaysScrollers(page))
      found.push(`${look}: ${place} scrolls sideways`);
    for (const violation of await violations(page, scheme === 'dark' ? OF_COLOR : undefined))
      found.push(`${look}: ${violation}`);
    await page.screenshot({ path: path.join(PICTURES, name, `${look}.png`) });
  }
  await page.setViewportSize(DESKTOP);
  await page.emulateMedia({ colorScheme: 'light' });
  expect(found, name).toEqual([]);
}

/** Places that one reads downwards and that are wider than the screen; tables with a bar of their own may be. */
function sidewaysScrollers(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll('body *')]
      .filter(
        (element) =>
          element.scrollWidth > element.clientWidth + 1 &&
          element.scrollHeight > element.clientHeight + 1 &&
          (element === document.documentElement ||
            /auto|scroll/.test(getComputedStyle(element).overflowX)),
      )
      .map((element) => element.outerHTML.slice(0, 80)),
  );
}

/** The scheme has arrived and nothing is loading any more: no skeleton, no picture on its way. */
async function settled(page: Page, scheme: 'light' | 'dark'): Promise<void> {
  await page.waitForFunction(
    (wanted) =>
      document.documentElement.dataset['mantineColorScheme'] === wanted &&
      document.querySelector('.mantine-Skeleton-root, .mantine-Loader-root') === null &&
      [...document.images].every((image) => image.complete || image.loading === 'lazy') &&
      document.getAnimations().every((animation) => animation.playState !== 'running'),
    scheme,
  );
}
