import { z } from 'zod';
import type {
  ExportUserData,
  PersonalData,
} from '../../../application/privacy/export-user-data.ts';
import { LeaError } from '../../../domain/shared/errors.ts';
import type { ShopSettingsSource } from '../../../ports/shop-settings-source.ts';
import type { AppContext } from '../app-context.ts';
import { endpoint } from '../contracts/endpoint.ts';
import { defineRawRoute, type Route } from '../define-route.ts';
import { readBody } from '../request/read-body.ts';
import { askPage, dataPage, usedPage } from './my-data-page.ts';

const PATH = '/mes-donnees/:token';
const BODY_LIMIT = 1_000;
const COMMON = { who: 'open', tag: 'Privacy', contentType: 'text/html' } as const;

export interface MyDataMeans {
  readonly exportUserData: Pick<ExportUserData, 'byLink'>;
  readonly settings: ShopSettingsSource;
}

/** The page behind the one-time link that MES DONNEES sends. */
export const myDataRoutes = ({ exportUserData, settings }: MyDataMeans): readonly Route[] => [
  defineRawRoute(endpoint({ method: 'GET', path: PATH, response: z.string() }), {
    ...COMMON,
    summary: 'Asks whether to show a person what is held; reading this page uses nothing up',
    handle: (ctx) => show(ctx, 200, askPage(settings.current().shopName)),
  }),
  defineRawRoute(endpoint({ method: 'POST', path: PATH, response: z.string() }), {
    ...COMMON,
    summary: 'Shows a person everything that is held, once; format=json gives a file',
    errors: { 404: 'the link is unknown, used or expired (a page)' },
    async handle(ctx) {
      const form = new URLSearchParams((await readBody(ctx, BODY_LIMIT)).toString('utf8'));
      const data = await take(
        exportUserData,
        (ctx.params as Record<string, string>)['token'] ?? '',
      );
      if (data === null) return show(ctx, 404, usedPage());
      if (form.get('format') !== 'json')
        return show(ctx, 200, dataPage(data, settings.current().timeZone));
      ctx.set({
        'Content-Disposition': 'attachment; filename="mes-donnees.json"',
        'Content-Type': 'application/json; charset=utf-8',
      });
      ctx.body = JSON.stringify(data, null, 2);
    },
  }),
];

async function take(
  exportUserData: MyDataMeans['exportUserData'],
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
