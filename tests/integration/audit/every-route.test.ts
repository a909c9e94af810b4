import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SIGN_IN_ACTIONS, type AuditEntry } from '../../../src/domain/audit/audit-entry.ts';
import { STAFF_ACTIONS } from '../../../src/domain/audit/staff-actions.ts';
import { nextAddress } from '../hostile/staffed-lea.ts';
import { startAuditedLea, type Shop } from './audited-lea.ts';
import { commerceRecipes } from './commerce-recipes.ts';
import { conversationRecipes } from './conversation-recipes.ts';
import { doorRecipes } from './door-recipes.ts';
import { officeRecipes } from './office-recipes.ts';
import type { Ready, Recipe, Recipes } from './recipe.ts';
import { tableRecipes } from './table-recipes.ts';

/** Staff come to these by another door than ours, whose credentials the document does not know. */
const BY_ANOTHER_DOOR = ['POST /functions/slack-interactions'];
const RECIPES: Recipes = {
  ...conversationRecipes,
  ...commerceRecipes,
  ...tableRecipes,
  ...officeRecipes,
  ...doorRecipes,
};
const CASES: readonly (readonly [name: string, operation: string, recipe: Recipe])[] =
  Object.entries(RECIPES).flatMap(([operation, recipe]) =>
    typeof recipe === 'function'
      ? [[operation, operation, recipe] as const]
      : Object.entries(recipe).map(
          ([name, one]) => [`${operation}, ${name}`, operation, one] as const,
        ),
  );

let shop: Shop;
/** Method and path of everything that somebody from staff may call. */
let operations: readonly string[];
let leavesNothing: ReadonlySet<string>;
const seen = new Set<string>();
beforeAll(async () => {
  shop = await startAuditedLea();
  const document = (await (await fetch(`${shop.url}/openapi.json`)).json()) as {
    paths: Record<string, Record<string, { security: readonly unknown[] }>>;
  };
  operations = [
    ...BY_ANOTHER_DOOR,
    ...Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods)
        .filter(([, { security }]) => security.length > 0 || path.startsWith('/auth/'))
        .map(([method]) => `${method.toUpperCase()} ${path}`),
    ),
  ];
  const doc = await readFile(new URL('../../../docs/security.md', import.meta.url), 'utf8');
  leavesNothing = new Set(
    [...doc.matchAll(/^\| `((?:GET|POST|PUT|PATCH|DELETE) \/[^`]*)` \| \S/gm)].map(
      ([, operation]) => operation!,
    ),
  );
});
afterAll(() => shop?.stop());

it('knows how to call every route that staff may call, and no other', () => {
  expect(Object.keys(RECIPES).toSorted()).toEqual(operations.toSorted());
});

describe('one line for each action', () => {
  it.each(CASES)('%s', async (_name, operation, recipe) => {
    const ready = await recipe(shop);
    const from = nextAddress();
    const [clock] = await shop.sql('select now() as now');
    const { done: answer, lines } = await shop.linesOf(() => ready.call(from));
    expect
      .soft(answer.status, JSON.stringify(answer.body))
      .toSatisfy((status) =>
        ready.status === undefined ? status < 300 || status === 302 : status === ready.status,
      );
    if (ready.line === null) {
      expect(lines).toEqual([]);
      expect(leavesNothing, 'docs/security.md says why').toContain(operation);
      return;
    }
    const line = typeof ready.line === 'function' ? ready.line(answer) : ready.line;
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({ outcome: 'done', ...line });
    expect(lines[0]!.actor).toMatchObject(await whoIs(ready, from));
    const [stored] = await shop.sql('select at from audit_logs order by id desc limit 1');
    expect(+stored!['at']!).toBeGreaterThanOrEqual(+clock!['now']!);
    seen.add(line.action);
  });
});

it('has a line for every action that there is, but those of routes that are said to leave none', () => {
  const unseen = [...STAFF_ACTIONS, ...SIGN_IN_ACTIONS].filter((action) => !seen.has(action));
  expect(unseen).toEqual([
    'conversation.mark_read',
    'conversation.be_present',
    'product.read_prices',
    'campaign.list',
    'settings.history',
    'report.read',
    'system.read',
  ]);
});

it('says in docs/security.md of no route that it leaves nothing when it leaves something', () => {
  const silent = Object.keys(RECIPES).filter((operation) => leavesNothing.has(operation));
  expect([...leavesNothing].toSorted()).toEqual(silent.toSorted());
});

async function whoIs(
  { who, channel = 'api' }: Ready,
  address: string,
): Promise<Partial<AuditEntry['actor']>> {
  const from = { channel, address };
  if (who === 'slack') return { kind: 'service', from: { ...from, externalId: 'U0AWA' } } as never;
  if (who === 'anonymous' || who === 'service') return { kind: who, from };
  return {
    kind: 'staff',
    userId: typeof who === 'string' ? shop.idOf(who) : who.id,
    from,
  } as never;
}
