import type { FieldProblem } from '@http/catalogue/contract.ts';
import { ApiError } from '../../api/client.ts';
import type { Language } from '../../i18n/language.tsx';
import { productWord } from '../../i18n/product-words.ts';
import { problemTexts, refusalTexts } from './problem-texts.ts';

/** As the server tells it; a rule of the request itself has no code of its own. */
export type ToldProblem = Pick<FieldProblem, 'field' | 'message'> &
  Partial<Pick<FieldProblem, 'code' | 'values'>> & { readonly line?: number };

const SHOWN = 5;

/** `Prix` for `price_cfa`; what has no name of its own is called as it came. */
export function columnLabel(language: Language, column: string): string {
  return (
    productWord(language, column) ?? productWord(language, column.split('.')[0] ?? '') ?? column
  );
}

type Sentence = string | ((values: Readonly<Record<string, number>>) => string);

/** What is wrong with a field, in a sentence that begins small; null where the server gave no code we know. */
function knownSentence(language: Language, { code, values }: ToldProblem): string | null {
  if (code === undefined) return null;
  // A code without its words does not compile; a newer server's may be unknown all the same.
  const texts: Readonly<Record<FieldProblem['code'], Sentence>> = problemTexts[language];
  const text: Sentence | undefined = texts[code];
  return text === undefined ? null : typeof text === 'string' ? text : text(values ?? {});
}

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** Below its field. */
export const problemSentence = (language: Language, problem: ToldProblem): string =>
  capital(knownSentence(language, problem) ?? refusalTexts[language].refusedField);

/** With the field's name, and the line's where there is one. */
export function labelledProblem(language: Language, problem: ToldProblem): string {
  const sentence = knownSentence(language, problem) ?? refusalTexts[language].refusedField;
  const colon = language === 'fr' ? ' : ' : ': ';
  const place = [
    ...(problem.line === undefined ? [] : [refusalTexts[language].line(problem.line)]),
    ...(problem.field === '' || problem.field === 'line' ? [] : [columnLabel(language, problem.field)]), // prettier-ignore
  ].join(', ');
  return place === '' ? capital(sentence) : `${place}${colon}${sentence}`;
}

interface Details {
  readonly field?: string;
  readonly fields?: readonly ToldProblem[];
  readonly errors?: readonly ToldProblem[];
  readonly error_count?: number;
  readonly reason?: string;
  readonly column?: string;
  readonly most?: number;
}
const detailsOf = ({ details }: ApiError): Details =>
  typeof details === 'object' && details !== null && !Array.isArray(details) ? details : {};

/** The fields that a refusal is about. */
export function fieldProblems(error: ApiError): readonly ToldProblem[] {
  const { field, fields, errors } = detailsOf(error);
  const told = fields ?? errors?.filter((one) => one.field !== '');
  if (told !== undefined) return told;
  if (field === undefined) return [];
  const code = error.code === 'barcode_taken' ? ({ code: error.code } as const) : {};
  return [{ field, message: error.message, ...code }];
}

/** A refusal about products in the reader's language; the server's own sentence where it is of another kind. */
export function refusalText(language: Language, error: unknown): string {
  if (!(error instanceof ApiError)) return error instanceof Error ? error.message : String(error);
  const t = refusalTexts[language];
  const details = detailsOf(error);
  const problems = details.errors ?? fieldProblems(error);
  if (problems.length > 0) {
    const more = (details.error_count ?? problems.length) - Math.min(SHOWN, problems.length);
    const lines = problems.slice(0, SHOWN).map((problem) => labelledProblem(language, problem));
    return [...lines, ...(more > 0 ? [t.more(more)] : [])].join(' ');
  }
  if (error.code === 'invalid_csv' && details.reason === 'empty') return t.empty;
  if (error.code === 'invalid_csv' && details.reason === 'column_twice')
    return t.column_twice(columnLabel(language, details.column ?? ''));
  if (error.code === 'too_many_lines') return t.too_many_lines(details.most ?? 0);
  const known: Readonly<Record<string, unknown>> = t;
  const text = known[error.code];
  return typeof text === 'string' ? text : error.message;
}
