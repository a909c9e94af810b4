import type { ShopSettings } from './shop-settings.ts';

/** Names of the settings that differ. */
export const changedSettings = (
  before: ShopSettings,
  after: ShopSettings,
): readonly (keyof ShopSettings)[] =>
  (Object.keys(after) as (keyof ShopSettings)[]).filter((key) => !same(before[key], after[key]));

/** In whatever order the keys stand: PostgreSQL's jsonb has one of its own. */
const same = (a: unknown, b: unknown): boolean =>
  JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
const sorted = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(sorted)
    : value !== null && typeof value === 'object'
      ? Object.fromEntries(
          Object.entries(value)
            .toSorted(([a], [b]) => (a < b ? -1 : 1))
            .map(([key, inner]) => [key, sorted(inner)]),
        )
      : value;
