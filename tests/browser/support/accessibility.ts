import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** Before the page's first load: its policy lets no script in later. */
export const prepareAxe = (page: Page): Promise<unknown> =>
  page.addInitScript({ content: axe.source });

/** What axe has against the page as it stands: rule, and where; `rules` are all of them unless named. */
export async function violations(
  page: Page,
  rules?: readonly string[],
): Promise<readonly string[]> {
  const results = await page.evaluate(
    async (only) => {
      const { axe: runner } = window as unknown as { readonly axe: typeof axe };
      return runner.run(document, {
        resultTypes: ['violations'],
        ...(only && { runOnly: { type: 'rule', values: only } }),
      });
    },
    rules && [...rules],
  );
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html.slice(0, 160)} ${node.any[0]?.message ?? ''}`),
  );
}
