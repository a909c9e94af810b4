import { describe, expect, it } from 'vitest';
import { boundsOf, contentRange, pageStatus } from '../../../src/adapters/http/rest/page.ts';
import { parseFilter } from '../../../src/adapters/http/rest/parse-filter.ts';
import { parsePrefer } from '../../../src/adapters/http/rest/parse-prefer.ts';
import { parseQuery } from '../../../src/adapters/http/rest/parse-query.ts';

describe('a filter', () => {
  const read = (text: string) => {
    const { operator, negated, value } = parseFilter('c', text);
    return [operator, negated, value];
  };

  it.each<[string, readonly unknown[]]>([
    ['eq.1', ['eq', false, '1']],
    ['not.gte.1', ['gte', true, '1']],
    ['plain', ['eq', false, 'plain']],
    ['a.b', ['eq', false, 'a.b']],
    ['not.a.b', ['eq', false, 'not.a.b']],
    ['eq.', ['eq', false, '']],
    ['eq.a\nb', ['eq', false, 'a\nb']],
    ['in.(a,b)', ['in', false, ['a', 'b']]],
    ['in.()', ['in', false, []]],
    ['in.("a,b","c \\"d\\" \\\\")', ['in', false, ['a,b', 'c "d" \\']]],
    ['in.(a"b)', ['in', false, ['a"b']]],
    ['cs.{a,"b c"}', ['cs', false, ['a', 'b c']]],
    ['3.5', ['eq', false, '3.5']],
    ['ALL.x', ['eq', false, 'ALL.x']],
  ])('%s', (text, expected) => expect(read(text)).toEqual(expected));

  it.each([
    'fts.x',
    'not.ov.{a}',
    'like(any).{a}',
    'in.a',
    'cs.(a)',
    'in.("a)',
    `in.(${'a,'.repeat(1_000)})`,
  ])('refuses %.20s', (text) => expect(() => parseFilter('c', text)).toThrow('c: '));
});

describe('a query', () => {
  it('keeps what it says apart', () => {
    expect(
      parseQuery(
        'orders',
        'select=id,status&order=created_at.desc.nullslast,id&limit=5&status=eq.pending',
        'x',
      ),
    ).toEqual({
      columns: ['id', 'status'],
      filters: [
        { column: 'status', operator: 'eq', negated: false, value: 'pending' },
        { column: 'id', operator: 'eq', negated: false, value: 'x' },
      ],
      order: [
        { column: 'created_at', descending: true, nullsFirst: false },
        { column: 'id', descending: false, nullsFirst: null },
      ],
      limit: 5,
      offset: null,
      written: null,
    });
  });

  it('translates the status of products only', () => {
    const [filter] = parseQuery('products', 'status=neq.inactive', null).filters;
    expect(filter).toEqual({ column: 'active', operator: 'neq', negated: false, value: 'false' });
    expect(parseQuery('orders', 'status=eq.x', null).filters[0]?.column).toBe('status');
  });
});

describe('a page', () => {
  const bounds = (range: string, limit: number | null = null, offset: number | null = null) =>
    boundsOf({ limit, offset }, range, '');

  it('is what limit, offset and Range leave together', () => {
    expect(bounds('')).toEqual({ limit: 1000, offset: 0 });
    expect(bounds('5-9')).toEqual({ limit: 5, offset: 5 });
    expect(bounds('5-')).toEqual({ limit: 1000, offset: 5 });
    expect(bounds('', 10, 20)).toEqual({ limit: 10, offset: 20 });
    expect(bounds('25-99', 10, 20)).toEqual({ limit: 5, offset: 25 });
    expect(bounds('90-99', 10, 20)).toEqual({ limit: 0, offset: 90 });
    expect(boundsOf({ limit: null, offset: null }, '5-9', 'pages')).toEqual({
      limit: 1000,
      offset: 0,
    });
  });

  it('says where it is', () => {
    expect(contentRange(0, 25, 573)).toBe('0-24/573');
    expect(contentRange(0, 0, 0)).toBe('*/0');
    expect(contentRange(5, 1, null)).toBe('5-5/*');
    expect([
      pageStatus(0, 2, 2),
      pageStatus(0, 2, 3),
      pageStatus(9, 0, null),
      pageStatus(3, 0, 3),
    ]).toEqual([200, 206, 200, 206]);
    expect(() => pageStatus(4, 0, 3)).toThrow('range');
  });
});

describe('preferences', () => {
  it('keep what is known and pass over the rest', () => {
    expect(
      parsePrefer('return=representation, count=planned,missing=default,handling=strict'),
    ).toEqual({
      returning: 'representation',
      count: true,
      applied: ['return=representation', 'count=exact'],
    });
    expect(parsePrefer('')).toEqual({ returning: 'minimal', count: false, applied: [] });
  });

  it('refuse what would mean something else', () => {
    expect(() => parsePrefer('resolution=merge-duplicates')).toThrow('upserting');
    expect(() => parsePrefer('tx=rollback')).toThrow('not offered');
  });
});
