import type { KnownBlock } from '@slack/web-api';
import type { AlertNotice, OperatorNotice } from '../../../ports/advisor-notifier.ts';
import { quoted } from '../../../domain/shared/others-words.ts';
import { alertWording, operatorWording } from '../notice-wording.ts';

/** The button that `parseSlackInteraction` understands. */
export const TAKE_ALERT_ACTION = 'take_alert';

const SIGNS = { emergency: '🚨', urgent: '⚠️', handoff: '💬' } as const;

export interface SlackText {
  /** What a notification on the phone shows. */
  readonly text: string;
  readonly blocks: KnownBlock[];
}

/** The alert with its button; the link is text because a link button would call us back as well. */
export function alertBlocks(notice: AlertNotice): SlackText {
  const { title, category, reason, excerpt } = alertWording(notice);
  return {
    text: escapeMrkdwn(title),
    blocks: [
      {
        type: 'header',
        text: { type: 'plain_text', text: `${SIGNS[notice.severity]} ${title}`, emoji: false },
      },
      section(`*Motif :* ${escapeMrkdwn(reason)} (${escapeMrkdwn(category)})`),
      ...excerpt.map(({ sender, text }) => section(`*${sender} :* ${escapeMrkdwn(text)}`)),
      {
        type: 'actions',
        elements: [
          {
            type: 'button',
            style: 'primary',
            text: { type: 'plain_text', text: 'Prendre en charge' },
            action_id: TAKE_ALERT_ACTION,
            value: notice.alertId,
          },
        ],
      },
      section(link(notice.url, 'Ouvrir la conversation')),
    ],
  };
}

/** The same message once somebody has it: no button, and the customer's words are gone. */
export function takenBlocks(advisorName: string, url: string | null): SlackText {
  const text = `✅ Alerte prise en charge par ${escapeMrkdwn(quoted(advisorName))}`;
  return {
    text,
    blocks: [section(url === null ? text : `${text} · ${link(url, 'Ouvrir la conversation')}`)],
  };
}

/** News for the operator. */
export function operatorBlocks(notice: OperatorNotice): SlackText {
  const { title, message } = operatorWording(notice);
  const text = `${notice.state === 'raised' ? '🔴' : '🟢'} ${escapeMrkdwn(title)}`;
  return { text, blocks: [section(`${text}\n${escapeMrkdwn(message)}`)] };
}

/** Signs that format at the edge of a word, and what looks like them and does not. */
const MARKS: Readonly<Record<string, string>> = { '*': '∗', '~': '∼', '`': 'ˋ', _: 'ˍ' };

/**
 * Slack's three special characters, without which nobody can mention the channel or fake a link, and its marks for
 * bold and the like. An underscore within a word is none.
 */
const escapeMrkdwn = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/[*~`]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, (mark) => MARKS[mark] ?? mark);

/** Verbatim: addresses and channel names in a customer's words stay plain text. */
const section = (text: string): KnownBlock => ({
  type: 'section',
  text: { type: 'mrkdwn', text, verbatim: true },
});

const link = (url: string, label: string): string =>
  `<${url.replaceAll('&', '&amp;').replaceAll('<', '%3C').replaceAll('>', '%3E').replaceAll('|', '%7C')}|${label}>`;
