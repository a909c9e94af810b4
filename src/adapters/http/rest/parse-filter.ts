import type { Filter, FilterOperator } from '../../../ports/table-store.ts';
import { restProblem, unsupported } from './rest-error.ts';

const OFFERED: ReadonlySet<string> = new Set<FilterOperator>([
  'eq',
  'neq',
  'gt',
  'gte',
  'lt',
  'lte',
  'like',
  'ilike',
  'in',
  'is',
  'cs',
]);
/** PostgREST's operators beyond ours. */
const NOT_OFFERED: ReadonlySet<string> = new Set([
  'match',
  'imatch',
  'isdistinct',
  'fts',
  'plfts',
  'phfts',
  'wfts',
  'cd',
  'ov',
  'sl',
  'sr',
  'nxr',
  'nxl',
  'adj',
  'all',
  'any',
  'or',
  'and',
]);
const MOST_VALUES = 1_000;

/**
 * One query parameter as a filter. What does not begin with an operator of PostgREST's is compared as it is.
 * @throws HttpProblem 400 `unsupported_operator`, `invalid_filter`
 */
export function parseFilter(column: string, text: string): Filter {
  const [, not = '', name = '', modifier = '', operand = ''] =
    /^(not\.)?([a-z]+)(\([\w-]*\))?\.([\s\S]*)$/.exec(text) ?? [];
  const known = OFFERED.has(name);
  if ((known && modifier !== '') || (name !== '' && NOT_OFFERED.has(name))) {
    throw unsupported(
      'unsupported_operator',
      `${column}: the operator "${name}${modifier}" is not offered.`,
      `Operators: ${[...OFFERED].join(', ')}, each with "not." before it.`,
    );
  }
  if (!known) return { column, operator: 'eq', negated: false, value: text };
  const operator = name as FilterOperator;
  return { column, operator, negated: not !== '', value: parseOperand(column, operator, operand) };
}

function parseOperand(column: string, operator: FilterOperator, operand: string): Filter['value'] {
  if (operator !== 'in' && operator !== 'cs') return operand;
  const [open, close] = operator === 'in' ? ['(', ')'] : ['{', '}'];
  if (!operand.startsWith(open) || !operand.endsWith(close) || operand.length < 2) {
    throw restProblem(
      400,
      'invalid_filter',
      `${column}: "${operator}" takes a list such as ${open}a,b${close}.`,
    );
  }
  const values = parseList(operand.slice(1, -1));
  if (values === null)
    throw restProblem(400, 'invalid_filter', `${column}: the list has a quote that does not end.`);
  if (values.length > MOST_VALUES)
    throw restProblem(
      400,
      'invalid_filter',
      `${column}: at most ${MOST_VALUES} values are expected.`,
    );
  return values;
}

/** `a,"b,c","d \"e\""`; null when a quote stays open. */
function parseList(text: string): readonly string[] | null {
  if (text === '') return [];
  const values: string[] = [];
  let value = '';
  let quoted = false;
  for (let index = 0; index < text.length; index += 1) {
    const char = text[index]!;
    if (quoted && char === '\\' && index + 1 < text.length) {
      index += 1;
      value += text[index]!;
    } else if (char === '"' && (quoted || value === '')) {
      quoted = !quoted;
    } else if (char === ',' && !quoted) {
      values.push(value);
      value = '';
    } else {
      value += char;
    }
  }
  return quoted ? null : [...values, value];
}
