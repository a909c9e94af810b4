import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import type { PersonalData } from '../../../application/privacy/export-user-data.ts';
import type { MediaStore } from '../../../ports/media-store.ts';
import type { AppContext } from '../core/app-context.ts';
import { dataPage, FILES } from './data-page.ts';
import { jsonFile } from './json-file.ts';

/** For programs. */
export function sendJson(ctx: AppContext, data: PersonalData): void {
  ctx.set('Content-Type', 'application/json; charset=utf-8');
  ctx.body = Readable.from(jsonFile(data));
}

/** For the screen. */
export function sendPage(ctx: AppContext, data: PersonalData, timeZone: string): void {
  ctx.set({ 'Content-Type': 'text/html; charset=utf-8', 'X-Robots-Tag': 'noindex' });
  ctx.body = Readable.from(dataPage(data, timeZone, 'screen'));
}

/** A folder with a page to read, the file for programs, and the person's own files. */
export function sendFolder(
  ctx: AppContext,
  data: PersonalData,
  deps: { readonly timeZone: string; readonly store: MediaStore },
): void {
  const zip = new ZipFile();
  ctx.set({
    'Content-Type': 'application/zip',
    'Content-Disposition': 'attachment; filename="mes-donnees.zip"',
  });
  const output = Readable.from(zip.outputStream);
  ctx.body = output;
  fill(zip, data, deps).catch((error: unknown) => {
    output.destroy(error instanceof Error ? error : new Error('The folder broke off.'));
  });
}

async function fill(
  zip: ZipFile,
  data: PersonalData,
  { timeZone, store }: { readonly timeZone: string; readonly store: MediaStore },
): Promise<void> {
  await add(zip, 'mes-donnees.html', Readable.from(dataPage(data, timeZone, 'folder')));
  await add(zip, 'mes-donnees.json', Readable.from(jsonFile(data)));
  for (const { key, name } of data.files) {
    const file = await store.get(key);
    // Retention or an erasure may have come in between.
    if (file === null) continue;
    // Photos and voice notes are packed already.
    await add(zip, `${FILES}/${name}`, Readable.from([Buffer.from(file.bytes)]), false);
  }
  zip.end();
}

/** Done once it is read, so that only one file is in memory. */
const add = (zip: ZipFile, name: string, stream: Readable, compress = true): Promise<void> =>
  new Promise((resolve, reject) => {
    stream.once('end', resolve);
    stream.once('error', reject);
    zip.addReadStream(stream, name, { compress });
  });
