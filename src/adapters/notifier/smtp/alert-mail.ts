import type { AlertNotice, OperatorNotice } from '../../../ports/advisor-notifier.ts';
import { alertWording, operatorWording } from '../notice-wording.ts';
import { escapeHtml } from './escape-html.ts';

interface MailBody {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

const PAGE = 'font-family:system-ui,sans-serif;font-size:15px;line-height:1.5;color:#1f2937';
const BUTTON =
  'display:inline-block;padding:10px 16px;background:#0f766e;color:#ffffff;border-radius:6px;text-decoration:none';

/** The alert as a mail: the reason, the last messages and the way to the conversation. */
export function alertMail(notice: AlertNotice): MailBody {
  const { title, category, reason, excerpt } = alertWording(notice);
  const lines = excerpt.map(({ sender, text }) => `${sender} : ${text}`);
  const items = excerpt.map(
    ({ sender, text }) => `<li><strong>${sender}</strong> : ${escapeHtml(text)}</li>`,
  );
  return {
    subject: title,
    text: [
      `${title}.`,
      `Motif : ${reason} (${category})`,
      ...(lines.length === 0 ? [] : [`Derniers messages :\n${lines.join('\n')}`]),
      `Ouvrir la conversation : ${notice.url}`,
    ].join('\n\n'),
    html:
      `<div lang="fr" style="${PAGE}"><h2>${escapeHtml(title)}</h2>` +
      `<p><strong>Motif :</strong> ${escapeHtml(reason)} (${escapeHtml(category)})</p>` +
      (items.length === 0 ? '' : `<p>Derniers messages :</p><ul>${items.join('')}</ul>`) +
      `<p><a href="${escapeHtml(webAddress(notice.url))}" style="${BUTTON}">Ouvrir la conversation</a></p></div>`,
  };
}

/** News for the operator as a mail. */
export function operatorMail(notice: OperatorNotice): MailBody {
  const { title, message } = operatorWording(notice);
  return {
    subject: title,
    text: message,
    html: `<div lang="fr" style="${PAGE}"><h2>${escapeHtml(title)}</h2><p>${escapeHtml(message)}</p></div>`,
  };
}

/** Nothing but a web page may hide behind the button. */
const webAddress = (url: string): string => (/^https?:\/\//i.test(url) ? url : '#');
