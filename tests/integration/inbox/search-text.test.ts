import fc from 'fast-check';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  holdsWord,
  readInboxSearch,
  soughtIn,
} from '../../../src/domain/conversation/inbox-search.ts';
import { searchLetters, searchText } from '../../../src/domain/shared/search-text.ts';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.ts';

let database: TestDatabase;
let owner: pg.Client;
beforeAll(async () => {
  database = await createTestDatabase();
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await database.drop();
});

const from = (first: number, last: number): fc.Arbitrary<string> =>
  fc.integer({ min: first, max: last }).map((code) => String.fromCodePoint(code));
/** What people write with here, and what they paste; letters that Unicode has had for long. */
const character = fc.oneof(
  { weight: 6, arbitrary: from(0x20, 0x7e) },
  { weight: 4, arbitrary: from(0xa0, 0x24f) },
  { weight: 3, arbitrary: fc.constantFrom(...'`´‘’‚‛ʹʻʼʽˈ′ꞌ‐‑–—−œŒæÆßẞþÞŉĳﬁﬀ½№ſ') },
  { weight: 2, arbitrary: from(0x300, 0x36f) },
  from(0x1, 0x1f),
  from(0x250, 0x2ff),
  from(0x384, 0x3ce),
  from(0x400, 0x45f),
  from(0x5d0, 0x5ea),
  from(0x621, 0x6d3),
  from(0x904, 0x939),
  from(0x1e00, 0x1eff),
  from(0x2000, 0x206f),
  from(0x20a0, 0x20bf),
  from(0x2100, 0x214f),
  from(0x3041, 0x30ff),
  from(0xac00, 0xac40),
  from(0xfe00, 0xfe0f),
  from(0xff01, 0xff5e),
  from(0x1f300, 0x1f64f),
);
const text = fc.string({ unit: character, maxLength: 40 });

it('is folded by the database as by the domain', async () => {
  const texts = fc.sample(text, { numRuns: 3000, seed: 7 });
  const { rows } = await owner.query<{ letters: string; words: string }>(
    'select lea.search_letters(value) as letters, lea.search_text(value) as words from unnest($1::text[]) with ordinality as t (value, nth) order by nth',
    [texts],
  );
  expect(rows).toEqual(
    texts.map((value) => ({ letters: searchLetters(value), words: searchText(value) })),
  );
});

it('is matched by the database as by the domain', async () => {
  const letters = fc.string({
    unit: fc.constantFrom(...'aàâbBcçœŒæß%_\\'.split(''), ...["'", '’', '-', '–', ' ', '1']),
    maxLength: 12,
  });
  const word = fc.tuple(letters, letters).map(([name, typed]) => ({
    name,
    words: readInboxSearch(typed, () => null).words,
  }));
  const pairs = fc.sample(word, { numRuns: 2000, seed: 7 });
  const asked = pairs.flatMap(({ name, words }) => words.map((sought) => ({ name, sought })));
  const { rows } = await owner.query<{ whole: boolean; parts: boolean }>(
    `select lea.search_names(name, '{}') like whole as whole,
       (select bool_and(lea.search_names(name, '{}') like part) from unnest(string_to_array(parts, '|')) as part) as parts
     from unnest($1::text[], $2::text[], $3::text[]) with ordinality as t (name, whole, parts, nth) order by nth`,
    [
      asked.map(({ name }) => name),
      asked.map(({ sought }) => `%${soughtIn(sought.whole)}%`),
      asked.map(({ sought }) => sought.parts.map((part) => `%${soughtIn(part)}%`).join('|')),
    ],
  );
  const matched = rows.map(({ whole, parts }) => whole || parts);
  expect(matched).toEqual(asked.map(({ name, sought }) => holdsWord(searchText(name), sought)));
  expect(new Set(matched)).toEqual(new Set([true, false]));
});

it('finds every text by any of its own words', () => {
  fc.assert(
    fc.property(text, fc.nat(), (value, nth) => {
      const typed = value.split(' ');
      const { words } = readInboxSearch(typed[nth % typed.length]!, () => null);
      for (const sought of words) expect(holdsWord(searchText(value), sought)).toBe(true);
    }),
  );
});
