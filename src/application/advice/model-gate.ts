import type { Customer, UserId } from '../../domain/customer/customer.ts';
import { SERVICE } from '../../domain/shared/actor.ts';
import { transferVersion } from '../../domain/shop/consent-text.ts';
import type { DataRecipients } from '../../domain/shop/data-recipients.ts';
import type { AdviceRequest, LanguageModel } from '../../ports/language-model.ts';
import type { UnitOfWork } from '../../ports/unit-of-work.ts';

type Consents = Pick<Customer, 'serviceConsent' | 'transferConsent' | 'transferVersion'>;

/** Whose words they are. */
export interface Speaker {
  readonly id: UserId;
  /** The consents when the work began. */
  readonly asRead: Consents;
  /** The same, as this work itself leaves them. */
  readonly now: Consents;
}

/**
 * The only way to the language model. What a customer said goes there with consent, which is looked up anew at
 * the moment of each call; null is answered where there is none. Null as a speaker: nobody in particular.
 */
export class ModelGate {
  readonly #means: {
    readonly uow: UnitOfWork;
    readonly model: LanguageModel;
    readonly recipients: DataRecipients;
  };

  constructor(means: { uow: UnitOfWork; model: LanguageModel; recipients: DataRecipients }) {
    this.#means = means;
  }

  async advise(speaker: Speaker | null, request: AdviceRequest) {
    return (await this.#mayAsk(speaker)) ? this.#means.model.advise(request) : null;
  }

  async readPhoto(speaker: Speaker, photo: Parameters<LanguageModel['readPhoto']>[0]) {
    return (await this.#mayAsk(speaker)) ? this.#means.model.readPhoto(photo) : null;
  }

  async transcribe(speaker: Speaker, ...args: Parameters<LanguageModel['transcribe']>) {
    return (await this.#mayAsk(speaker)) ? this.#means.model.transcribe(...args) : null;
  }

  async adjustLoyaltyScore(
    speaker: Speaker,
    facts: Parameters<LanguageModel['adjustLoyaltyScore']>[0],
  ) {
    return (await this.#mayAsk(speaker)) ? this.#means.model.adjustLoyaltyScore(facts) : null;
  }

  async #mayAsk(speaker: Speaker | null): Promise<boolean> {
    const { uow, recipients } = this.#means;
    // Where nothing leaves the machine, the turn's own look at the consent is enough.
    if (speaker === null) return true;
    if (!this.#allows(speaker.now)) return false;
    if (recipients.model === null) return true;
    const newest = await uow.run(SERVICE, ({ customers }) => customers.get(speaker.id));
    if (newest === null) return false;
    // What changed since was withdrawn, unless it allows the call by itself; the rest this turn may still write.
    const unchanged = (['serviceConsent', 'transferConsent'] as const).every(
      (name) => newest[name] === speaker.asRead[name],
    );
    return unchanged || this.#allows(newest);
  }

  #allows({ serviceConsent, ...transfer }: Consents): boolean {
    const version = transferVersion(this.#means.recipients);
    return (
      serviceConsent === true &&
      (version === null ||
        (transfer.transferConsent === true && transfer.transferVersion === version))
    );
  }
}

/** A customer whose consents nothing changes meanwhile. */
export const speakerOf = (customer: Customer): Speaker => ({
  id: customer.id,
  asRead: customer,
  now: customer,
});
