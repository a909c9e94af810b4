import { consentChanges, withdrawal } from '../domain/customer/consent-changes.ts';
import type { ConsentPurpose } from '../domain/customer/customer.ts';
import type { Message } from '../domain/message/message.ts';
import { consentVersionOf, transferVersion } from '../domain/shop/consent-text.ts';
import type { DataRecipients } from '../domain/shop/data-recipients.ts';
import type { Texts } from '../domain/texts/texts.ts';
import { textsFor } from '../domain/texts/texts-for.ts';
import { matchKeyword, matchYesNo } from '../domain/language/keywords.ts';
import { triage, type TriageResult } from '../domain/triage/triage.ts';
import type { IdGenerator } from '../ports/id-generator.ts';
import type { ShopSettingsSource } from '../ports/shop-settings-source.ts';
import type { Repositories } from '../ports/unit-of-work.ts';
import { say } from './say.ts';

const RANK: Readonly<Record<TriageResult['severity'], number>> = {
  none: 0,
  handoff: 1,
  urgent: 2,
  emergency: 3,
};

export interface EditDeps {
  readonly ids: IdGenerator;
  readonly settings: ShopSettingsSource;
  readonly recipients: DataRecipients;
}

/**
 * A customer's message reads differently now. Unanswered, its new words are what is answered. Answered, it is
 * answered anew only for what must not be lost: a danger, a keyword, a yes or no to an open or a settled consent.
 */
export async function storeEdit(
  repositories: Repositories,
  deps: EditDeps,
  edit: { readonly providerId: string; readonly text: string; readonly quietMs: number },
  now: Date,
): Promise<void> {
  const { messages, conversations } = repositories;
  const edited = await messages.edit(edit.providerId, edit.text, now);
  if (edited === null || edited.message.sender !== 'user') return;
  const { message, before, handled } = edited;
  if (handled) {
    if (await changesConsent(repositories, deps, message, now)) return;
    if (!(await mattersStill(repositories, message, before))) return;
    await messages.reopen([message.id]);
  }
  const due = { id: message.conversationId, inbound: 0, lastInboundAt: null };
  await conversations.schedule([{ ...due, quietMs: handled ? 0 : edit.quietMs }], edit.quietMs);
}

async function mattersStill(
  { messages, conversations, customers }: Repositories,
  message: Message,
  before: string,
): Promise<boolean> {
  const [is, was] = [triage(message.content).severity, triage(before).severity];
  if (is === 'emergency' || RANK[is] > RANK[was] || matchKeyword(message.content) !== null)
    return true;
  const conversation = await conversations.get(message.conversationId);
  const customer = conversation?.userId == null ? null : await customers.get(conversation.userId);
  if (customer === null) return false;
  // Nothing is kept of who refused: neither is what they make of it later.
  if (customer.serviceConsent === false) await messages.dropContents([message.id]);
  return (
    customer.serviceConsent === null &&
    customer.consentAskedAt !== null &&
    matchYesNo(message.content) !== null
  );
}

/** The message was the answer to a request for consent, and says the other thing now. */
async function changesConsent(
  repositories: Repositories,
  { ids, settings, recipients }: EditDeps,
  message: Message,
  now: Date,
): Promise<boolean> {
  const { conversations, customers } = repositories;
  const answer = message.kind === 'text' ? matchYesNo(message.content) : null;
  if (answer === null) return false;
  const given = answer === 'yes';
  const changed = (await customers.consentsBy(message.id)).filter((one) => one.given !== given);
  const [first] = changed;
  if (first === undefined) return false;
  const conversation = await conversations.lock(message.conversationId);
  const customer = conversation?.userId == null ? null : await customers.get(conversation.userId);
  if (conversation === null || customer === null) return false;
  const withdrawn = changed.some(({ purpose }) => purpose === 'service') && !given;
  const { purposes, changes } = withdrawn
    ? withdrawal(customer, now)
    : { purposes: changed.map(({ purpose }) => purpose), changes: {} };
  const versionOf = (purpose: ConsentPurpose) =>
    consentVersionOf(purpose, settings.current(), recipients);
  for (const purpose of purposes) {
    const version = versionOf(purpose);
    const entry = { id: ids.uuid(), userId: customer.id, given, purpose, version };
    await customers.appendConsent({ ...entry, messageId: message.id, at: now });
    await customers.update(
      customer.id,
      consentChanges(purpose, given, version, transferVersion(recipients)),
    );
  }
  await customers.update(customer.id, changes);
  const texts = textsFor(customer.language);
  const text = SENTENCES[withdrawn ? 'service' : first.purpose][answer](texts);
  await say(repositories, ids, conversation, [{ kind: 'text', text, always: true }], now);
  return true;
}

const SENTENCES: Readonly<Record<ConsentPurpose, Record<'yes' | 'no', (texts: Texts) => string>>> =
  {
    service: { yes: (texts) => texts.consentThanks, no: (texts) => texts.consentWithdrawn },
    marketing: { yes: (texts) => texts.marketingAccepted, no: (texts) => texts.marketingRefused },
    transfer_abroad: {
      yes: (texts) => texts.transferAccepted,
      no: (texts) => texts.transferRefused,
    },
  };
