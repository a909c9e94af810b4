import { ONE_TIME_PATH } from '../../../domain/privacy/one-time-link.ts';
import { z } from 'zod';
import type {
  ExportUserData,
  PersonalData,
} from '../../../application/privacy/export-user-data.ts';
import type { UserId } from '../../../domain/customer/customer.ts';
import { LeaError } from '../../../domain/shared/errors.ts';
import type { MediaStore } from '../../../ports/media-store.ts';
import type { ShopSettingsSource } from '../../../ports/shop-settings-source.ts';
import type { AppContext } from '../core/app-context.ts';
import { exportUserFolder } from './contract.ts';
import { endpoint } from '../core/endpoint.ts';
import { defineRawRoute, type Route } from '../core/define-route.ts';
import { readBody } from '../core/request/read-body.ts';
import { queryObject, validate } from '../core/request/validate.ts';
import { askPage, usedPage } from './my-data-page.ts';
import { sendFolder, sendJson, sendPage } from './send-export.ts';

const PATH = `${ONE_TIME_PATH}:token`;
const BODY_LIMIT = 1_000;
const COMMON = { who: 'open', tag: 'Privacy', contentType: 'text/html' } as const;

export interface MyDataDeps {
  readonly exportUserData: Pick<ExportUserData, 'byLink' | 'execute'>;
  readonly settings: ShopSettingsSource;
  readonly store: MediaStore;
}

/** The page behind the one-time link that MES DONNEES sends, and the same folder for staff to hand over. */
export const myDataRoutes = ({ exportUserData, settings, store }: MyDataDeps): readonly Route[] => [
  defineRawRoute(endpoint({ method: 'GET', path: PATH, response: z.string() }), {
    ...COMMON,
    summary: 'Asks whether to show a person what is held; reading this page uses nothing up',
    handle: (ctx) => show(ctx, 200, askPage(settings.current().shopName)),
  }),
  defineRawRoute(endpoint({ method: 'POST', path: PATH, response: z.string() }), {
    ...COMMON,
    summary:
      'Shows a person everything that is held, once; format=zip gives a folder with her files, format=json a file for programs',
    errors: { 404: 'the link is unknown, used or expired (a page)' },
    async handle(ctx) {
      const form = new URLSearchParams((await readBody(ctx, BODY_LIMIT)).toString('utf8'));
      const data = await take(
        exportUserData,
        (ctx.params as Record<string, string>)['token'] ?? '',
      );
      if (data === null) return show(ctx, 404, usedPage());
      const { timeZone } = settings.current();
      const format = form.get('format');
      if (format === 'zip') return sendFolder(ctx, data, { timeZone, store });
      if (format !== 'json') return sendPage(ctx, data, timeZone);
      ctx.set('Content-Disposition', 'attachment; filename="mes-donnees.json"');
      sendJson(ctx, data);
    },
  }),
  defineRawRoute(exportUserFolder, {
    summary: 'A folder (zip) with everything that is held about a person, to be handed to her',
    tag: 'Privacy',
    who: 'customer.export',
    contentType: 'application/zip',
    errors: { 404: 'user_not_found' },
    async handle(ctx, actor) {
      const query = validate(exportUserFolder.query, queryObject(ctx.query), 'query');
      const data = await exportUserData.execute({ actor, userId: query.user_id as UserId });
      sendFolder(ctx, data, { timeZone: settings.current().timeZone, store });
    },
  }),
];

async function take(
  exportUserData: MyDataDeps['exportUserData'],
  token: string,
): Promise<PersonalData | null> {
  if (!/^[\w-]{16,64}$/.test(token)) return null;
  try {
    return await exportUserData.byLink(token);
  } catch (error) {
    if (error instanceof LeaError && error.kind === 'not_found') return null;
    throw error;
  }
}

function show(ctx: AppContext, status: number, html: string): void {
  ctx.status = status;
  ctx.set({ 'Content-Type': 'text/html; charset=utf-8', 'X-Robots-Tag': 'noindex' });
  ctx.body = html;
}
