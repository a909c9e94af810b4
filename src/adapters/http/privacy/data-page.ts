import { setImmediate } from 'node:timers/promises';
import type { PersonalData } from '../../../application/privacy/export-user-data.ts';
import type { ExportedFile } from '../../../application/privacy/exported-files.ts';
import {
  EXPORTED,
  type ExportedRows,
  type ExportedTable,
} from '../../../domain/privacy/export-rules.ts';
import { myDataTexts } from '../../../domain/texts/my-data/my-data.ts';
import type { PersonalRow } from '../../../ports/repositories/erasure.ts';
import { jsonFile, STEP } from './json-file.ts';
import { escapeHtml, pageEnd, pageStart } from './page-frame.ts';
import { isEmpty, valueWriter } from './show-value.ts';

/** Where the files of a downloaded folder lie. */
export const FILES = 'fichiers';
/** Rows that are shown within the order that they belong to. */
const WITHIN_ORDER: readonly ExportedTable[] = ['order_items', 'order_events'];

/** Everything that is held, to be read by the person whom it is about; a few rows at a time. */
export async function* dataPage(
  data: PersonalData,
  timeZone: string,
  /** In a folder beside the files, or alone on the screen. */
  place: 'folder' | 'screen',
): AsyncGenerator<string> {
  const { page, tables } = myDataTexts(data.language);
  const sections = EXPORTED.filter(
    ([table]) => !WITHIN_ORDER.includes(table) && data.tables[table].length > 0,
  );
  yield pageStart(page.title, data.language);
  yield `<p>${escapeHtml(page.intro)} ${escapeHtml(page.toErase)}</p>\n`;
  if (data.files.length > 0) {
    const words = place === 'folder' ? page.filesInside : page.files;
    yield `<p><strong>${escapeHtml(words(data.files.length))}</strong></p>\n`;
  }
  yield `<p class="hint">${escapeHtml(page.leftOut)}</p>\n<ul>`;
  for (const [table] of sections)
    yield `<li><a href="#${table}">${escapeHtml(tables[table].title)} (${data.tables[table].length})</a></li>`;
  yield '</ul>\n';
  const write = rowWriter(data, timeZone, place);
  for (const [table, rule] of sections) {
    const rows = data.tables[table];
    yield `<section id="${table}"><h2>${escapeHtml(tables[table].title)}</h2>\n`;
    for (let from = 0; from < rows.length; from += STEP) {
      yield rows
        .slice(from, from + STEP)
        .map((row) => write(table, rule, row))
        .join('\n');
      await setImmediate();
    }
    yield '\n</section>\n';
  }
  if (place === 'screen') yield* fileLink(data, page.download);
  yield pageEnd;
}

type WriteRow = (table: ExportedTable, rule: ExportedRows, row: PersonalRow) => string;

function rowWriter(data: PersonalData, timeZone: string, place: 'folder' | 'screen'): WriteRow {
  const { tables } = myDataTexts(data.language);
  const value = valueWriter(data.language, timeZone, data.products);
  const inside = new Map(
    WITHIN_ORDER.map((table) => [table, Map.groupBy(data.tables[table], (row) => row['order_id'])]),
  );
  const files = new Map(data.files.map((file) => [file.messageId, file]));
  const write: WriteRow = (table, { given }, row) => {
    const labels: Readonly<Record<string, string>> = tables[table].columns;
    const items = given
      .filter((name) => !isEmpty(row[name]))
      .map(
        (name) =>
          `<dt>${escapeHtml(labels[name]!)}</dt><dd>${value(`${table}.${name}`, row[name])}</dd>`,
      );
    const file = table === 'messages' ? files.get(row['id'] as string) : undefined;
    const shown = file === undefined || place === 'screen' ? '' : fileShown(file);
    const more = table === 'orders' ? insideOrder(row['id']) : '';
    const mine = table === 'messages' && row['sender'] === 'user' ? ' class="me"' : '';
    return `<article${mine}><dl>${items.join('')}</dl>${shown}${more}</article>`;
  };
  const insideOrder = (id: unknown): string =>
    EXPORTED.filter(([table]) => WITHIN_ORDER.includes(table))
      .map(([table, rule]) => {
        const rows = inside.get(table)?.get(id) ?? [];
        if (rows.length === 0) return '';
        return `<h3>${escapeHtml(tables[table].title)}</h3>${rows.map((row) => write(table, rule, row)).join('')}`;
      })
      .join('');
  return write;
}

function fileShown({ name }: ExportedFile): string {
  const at = `${FILES}/${escapeHtml(name)}`;
  if (/\.(?:jpg|png|webp|gif)$/.test(name)) return `<img src="${at}" alt="" loading="lazy">`;
  if (/\.(?:ogg|mp3|m4a|aac|amr)$/.test(name)) return `<audio src="${at}" controls></audio>`;
  return `<a href="${at}">${escapeHtml(name)}</a>`;
}

/** The file for programs within the page, as the link to the page is used up. */
async function* fileLink(data: PersonalData, words: string): AsyncGenerator<string> {
  yield '<p><a class="button" download="mes-donnees.json" href="data:application/json;base64,';
  let rest = Buffer.alloc(0);
  for await (const part of jsonFile(data)) {
    const bytes = Buffer.concat([rest, Buffer.from(part)]);
    // Three bytes are four letters, so only whole threes are written before the end.
    const whole = bytes.length - (bytes.length % 3);
    yield bytes.subarray(0, whole).toString('base64');
    rest = bytes.subarray(whole);
  }
  yield `${rest.toString('base64')}">${escapeHtml(words)}</a></p>`;
}
