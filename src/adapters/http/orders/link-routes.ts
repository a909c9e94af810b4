import { z } from 'zod';
import { endpoint } from '../core/endpoint.ts';
import { defineRawRoute, type Route } from '../core/define-route.ts';
import { lostLinkPage } from './lost-link-page.ts';
import type { UseCases } from '../core/use-cases.ts';

const contract = endpoint({ method: 'GET', path: '/o/:code', response: z.string() });

/** The short link of an order: counts the click and leads to the cart. A customer sees this, so in French. */
export const orderLink = (followOrderLink: UseCases['followOrderLink']): Route =>
  defineRawRoute(contract, {
    summary: 'Counts the click and redirects to the cart',
    tag: 'Orders',
    who: 'open',
    status: 302,
    contentType: 'text/html',
    errors: { 404: 'a page that says so' },
    async handle(ctx) {
      const code = (ctx.params as Record<string, string>)['code'] ?? '';
      const found = /^[\w-]{1,64}$/.test(code) ? await followOrderLink.execute({ code }) : null;
      if (found === null) {
        ctx.status = 404;
        ctx.type = 'html';
        ctx.body = lostLinkPage();
        return;
      }
      ctx.redirect(found.location);
    },
  });
