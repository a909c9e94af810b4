import { chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { ensureDashboardBuilt } from '../../../src/composition/dashboard-build.ts';
import { ensureChromium } from '../../../scripts/install-browser.ts';
import { CHROMIUM_FLAGS } from './chromium-flags.ts';
import { adminSession } from './sign-in.ts';
import { startShop } from './start-shop.ts';

declare module 'vitest' {
  interface ProvidedContext {
    shopUrl: string;
    shopAdmin: { readonly email: string; readonly password: string };
    /** Cookies of the signed-in admin, so that not every file types the password. */
    adminSession: string;
    browserEndpoint: string;
  }
}

/** One server and one browser for the whole project. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const executablePath = ensureChromium();
  await ensureDashboardBuilt();
  const shop = await startShop();
  // Playwright gives each browser a profile folder of its own and removes it.
  const browser = await chromium
    .launchServer({ executablePath, args: CHROMIUM_FLAGS, chromiumSandbox: false })
    .catch(async (error: unknown) => {
      await shop.stop();
      throw error;
    });
  const stop = async (): Promise<void> => {
    await browser.close();
    await shop.stop();
  };
  try {
    project.provide('shopUrl', shop.url);
    project.provide('shopAdmin', shop.admin);
    project.provide('adminSession', await adminSession(shop));
    project.provide('browserEndpoint', browser.wsEndpoint());
    return stop;
  } catch (error) {
    await stop();
    throw error;
  }
}
