import type { ConversationId } from '../../domain/conversation/conversation.ts';
import type { Customer, UserId } from '../../domain/customer/customer.ts';
import { NOBODY, type People } from '../../domain/privacy/known-people.ts';
import { redact } from '../../domain/privacy/redact.ts';
import { SERVICE } from '../../domain/shared/actor.ts';
import { transferVersion } from '../../domain/shop/consent-text.ts';
import type { DataRecipients } from '../../domain/shop/data-recipients.ts';
import type { LanguageModel } from '../../ports/language-model.ts';
import type { UnitOfWork } from '../../ports/unit-of-work.ts';
import { peopleIn, withoutPeople, type AdviceDraft } from './without-people.ts';

type Consents = Pick<Customer, 'serviceConsent' | 'transferConsent' | 'transferVersion'>;

/** Whose words they are. */
export interface Speaker {
  readonly id: UserId;
  /** Where they say it; null: nowhere in particular. */
  readonly conversationId: ConversationId | null;
  /** The consents when the work began. */
  readonly asRead: Consents;
  /** The same, as this work itself leaves them. */
  readonly now: Consents;
}

/** Messages of a conversation in which people may have been introduced. */
const HEARD = 200;

/**
 * The only way to the language model. What a customer said goes there with consent, which is looked up anew at
 * the moment of each call; null is answered where there is none. Texts go without the people in them: those that
 * the caller knows, the customer as known now, and whoever was introduced in the conversation. Null as a speaker:
 * nobody in particular.
 */
export class ModelGate {
  readonly #deps: {
    readonly uow: UnitOfWork;
    readonly model: LanguageModel;
    readonly recipients: DataRecipients;
  };

  constructor(deps: { uow: UnitOfWork; model: LanguageModel; recipients: DataRecipients }) {
    this.#deps = deps;
  }

  async advise(speaker: Speaker | null, draft: AdviceDraft, people: People) {
    const more = await this.#look(speaker, HEARD);
    if (more === null) return null;
    const known = {
      names: [...more.names, ...people.names],
      numbers: [...more.numbers, ...people.numbers],
      brands: people.brands,
    };
    return this.#deps.model.advise(withoutPeople(draft, known));
  }

  async readPhoto(speaker: Speaker, photo: Parameters<LanguageModel['readPhoto']>[0]) {
    return (await this.#mayAsk(speaker)) ? this.#deps.model.readPhoto(photo) : null;
  }

  async transcribe(speaker: Speaker, ...args: Parameters<LanguageModel['transcribe']>) {
    return (await this.#mayAsk(speaker)) ? this.#deps.model.transcribe(...args) : null;
  }

  async adjustLoyaltyScore(
    speaker: Speaker,
    facts: { readonly score: number; readonly reasons: readonly string[] },
  ) {
    if (!(await this.#mayAsk(speaker))) return null;
    const reasons = facts.reasons.map((reason) => redact(reason));
    return this.#deps.model.adjustLoyaltyScore({ score: facts.score, reasons });
  }

  async #mayAsk(speaker: Speaker): Promise<boolean> {
    return (await this.#look(speaker, 0)) !== null;
  }

  /** Null without consent; else who is known besides, where the model is not on this machine. */
  async #look(speaker: Speaker | null, heard: number): Promise<People | null> {
    const { uow, recipients } = this.#deps;
    // Where nothing leaves the machine, the turn's own look at the consent is enough.
    if (speaker === null) return NOBODY;
    if (!this.#allows(speaker.now)) return null;
    if (recipients.model === null) return NOBODY;
    const { id, conversationId } = speaker;
    const [newest, said] = await uow.run(SERVICE, ({ customers, messages }) =>
      Promise.all([
        customers.get(id),
        heard === 0 || conversationId === null ? [] : messages.recent(conversationId, heard),
      ]),
    );
    if (newest === null) return null;
    // What changed since was withdrawn, unless it allows the call by itself; the rest this turn may still write.
    const unchanged = (['serviceConsent', 'transferConsent'] as const).every(
      (name) => newest[name] === speaker.asRead[name],
    );
    return unchanged || this.#allows(newest) ? peopleIn(newest, said, []) : null;
  }

  #allows({ serviceConsent, ...transfer }: Consents): boolean {
    const version = transferVersion(this.#deps.recipients);
    return (
      serviceConsent === true &&
      (version === null ||
        (transfer.transferConsent === true && transfer.transferVersion === version))
    );
  }
}

/** A customer whose consents nothing changes meanwhile. */
export const speakerOf = (
  customer: Customer,
  conversationId: ConversationId | null = null,
): Speaker => ({
  id: customer.id,
  conversationId,
  asRead: customer,
  now: customer,
});
