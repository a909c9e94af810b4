import { redact } from '../../domain/privacy/redact.ts';
import { beginning } from '../../domain/shared/reading.ts';
import { asOneLine, cut, withoutLinks } from '../../domain/shared/others-words.ts';
import type { AlertNotice, OperatorNotice } from '../../ports/advisor-notifier.ts';

const SEVERITIES = { emergency: 'URGENCE', urgent: 'Urgent', handoff: 'À reprendre' } as const;
const SENDERS = { user: 'Client', assistant: 'Léa', human: 'Conseiller' } as const;
const EXCERPT_MESSAGES = 10;
const EXCERPT_LENGTH = 500;
const UUID = /([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/gi;

/** What every channel says about an alert, in French, short and without numbers or addresses. */
interface AlertWording {
  readonly severity: string;
  readonly title: string;
  readonly category: string;
  readonly reason: string;
  readonly excerpt: readonly { readonly sender: string; readonly text: string }[];
}

/** The caller redacts already; these words leave the house, so it is done again. */
export function alertWording(notice: AlertNotice): AlertWording {
  const severity = SEVERITIES[notice.severity];
  const customer = safe(notice.customerLabel, 40);
  return {
    severity,
    title: `[${severity}] ${customer} attend un conseiller`,
    category: safe(notice.category, 80),
    reason: safe(notice.reason, EXCERPT_LENGTH),
    excerpt: notice.excerpt
      .slice(-EXCERPT_MESSAGES)
      .map(({ sender, text }) => ({ sender: SENDERS[sender], text: safe(text, EXCERPT_LENGTH) })),
  };
}

/** News for the operator; ids of ours are what one searches for. */
export function operatorWording(notice: OperatorNotice): {
  readonly title: string;
  readonly key: string;
  readonly message: string;
} {
  const state = notice.state === 'raised' ? 'Incident' : 'Rétabli';
  const key = safe(notice.key, 80);
  return { title: `[${state}] Léa : ${key}`, key, message: safe(notice.message, 1000) };
}

/** Redacted, short and harmless (`quoted`); ids of ours stay. Cut before as well: nobody reads on for so long. */
const safe = (text: string, length: number): string =>
  cut(
    asOneLine(beginning(text, 8 * length))
      .split(UUID)
      .map((part, index) => (index % 2 === 1 ? part : withoutLinks(redact(part))))
      .join(''),
    length,
  );
