import { z } from 'zod';
import { endpoint } from '../core/endpoint.ts';
import type { IsTrial } from '../core/auth/trial.ts';
import { defineRawRoute, type Route } from '../core/define-route.ts';
import { HttpProblem } from '../core/http-problem.ts';

export interface ShownMail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly sentAt: Date;
}

const contract = endpoint({ method: 'GET', path: '/dev/mail', response: z.string() });
const escape = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
const linked = (text: string): string =>
  escape(text).replace(
    // The sign that ends the sentence is not part of the address.
    /https?:\/\/[^\s&]+(?:&#38;[^\s&]+)*(?<![.,;:!?])/g,
    (url) => `<a href="${url}">${url}</a>`,
  );

/**
 * Mails that went nowhere, for trying out sign-in without a mail server. They hold links that open accounts, so
 * the page does not exist for anybody but callers on this machine.
 */
export const devMail = (mails: () => readonly ShownMail[], isTrial: IsTrial): Route =>
  defineRawRoute(contract, {
    summary: 'Mails kept in memory while no mail server is configured',
    tag: 'Operation',
    who: 'open',
    contentType: 'text/html',
    errors: { 404: 'not_found, unless asked on this machine' },
    handle(ctx) {
      if (!isTrial(ctx)) throw new HttpProblem(404, 'not_found', 'There is nothing here.');
      ctx.type = 'html';
      ctx.set('Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'");
      const list = mails().map(
        (mail) =>
          `<article><h2>${escape(mail.subject)}</h2><p class="to">${escape(mail.to)} · ${mail.sentAt.toISOString()}</p><pre>${linked(mail.text)}</pre></article>`,
      );
      ctx.body = `<!doctype html><html lang="fr"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Courrier d’essai</title>
<style>:root{color-scheme:light dark}body{font:1rem/1.5 system-ui,sans-serif;max-width:44rem;margin:3rem auto;padding:0 1.25rem}pre{white-space:pre-wrap;font:inherit}.to{opacity:.7}article{border-bottom:1px solid #8884}</style>
<main><h1>Courrier d’essai</h1>${list.length === 0 ? '<p>Aucun courrier pour l’instant.</p>' : list.join('')}</main></html>`;
    },
  });
