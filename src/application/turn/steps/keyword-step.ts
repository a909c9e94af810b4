import { withdrawal } from '../../../domain/customer/consent-changes.ts';
import { matchKeyword, type Keyword } from '../../../domain/language/keywords.ts';
import type { Message } from '../../../domain/message/message.ts';
import { newExportLink } from '../../privacy/export-link.ts';
import type { PrivacyDeps } from '../../privacy/privacy-deps.ts';
import { handoff } from '../handoff.ts';
import type { TurnContext } from '../turn-context.ts';
import { deferring, text, type TurnPlan } from '../turn-plan.ts';

type KeywordDeps = Pick<PrivacyDeps, 'ids' | 'hash' | 'publicUrl'>;

/** A keyword counts when it is one typed message or a button, never a transcript or a joined burst. */
export function keywordOf(
  messages: readonly Message[],
): { readonly keyword: Keyword; readonly message: Message } | null {
  for (const message of [...messages].reverse()) {
    if (message.kind !== 'text' && message.kind !== 'button') continue;
    const keyword = matchKeyword(message.content);
    if (keyword !== null) return { keyword, message };
  }
  return null;
}

/** What else was written in the same burst is answered next. Keywords work before consent and while a human has the conversation. */
export function keywordStep(deps: KeywordDeps, context: TurnContext): TurnPlan | null {
  const found = keywordOf(context.messages);
  if (found === null) return null;
  return deferring(
    context.messages,
    [found.message],
    planFor(deps, context, found.keyword, found.message),
  );
}

function planFor(
  deps: KeywordDeps,
  context: TurnContext,
  keyword: Keyword,
  message: Message,
): TurnPlan {
  const { texts } = context;
  const withdrawn = { given: false, messageId: message.id } as const;
  switch (keyword) {
    case 'SUPPRIMER':
      return { outcome: 'keyword', parts: [], effects: [{ kind: 'erase' }] };
    case 'STOP':
      return {
        outcome: 'keyword',
        parts: [text(texts.keywords.stop, true)],
        customer: { marketingConsent: false },
        effects: [{ kind: 'consent', purpose: 'marketing', ...withdrawn }],
      };
    case 'RETRAIT': {
      const { changes, purposes } = withdrawal(context.customer, context.now);
      return {
        outcome: 'keyword',
        parts: [text(texts.consentWithdrawn, true)],
        customer: changes,
        effects: purposes.map((purpose) => ({ kind: 'consent', purpose, ...withdrawn })),
      };
    }
    case 'MES_DONNEES': {
      const { url, ...link } = newExportLink(deps, context.now);
      return {
        outcome: 'keyword',
        parts: [text(texts.keywords.export(url), true)],
        effects: [{ kind: 'export_link', ...link }],
      };
    }
    case 'AIDE':
      return { outcome: 'keyword', parts: [text(texts.keywords.help, true)] };
    case 'CONSEILLER':
      return handoff(context, {
        category: 'human_request',
        severity: 'handoff',
        reason: 'Le client demande un conseiller.',
      });
  }
}
