import type { ConversationId } from '../../domain/conversation/conversation.ts';
import { isSilent, returned } from '../../domain/conversation/ownership.ts';
import { SERVICE } from '../../domain/shared/actor.ts';
import { UNSURE_FOR_MS } from '../../domain/conversation/machine-greeting.ts';
import { textsFor } from '../../domain/texts/texts-for.ts';
import type { IdGenerator } from '../../ports/id-generator.ts';
import type { ShopSettingsSource } from '../../ports/shop-settings-source.ts';
import type { EscalateToAdvisor } from '../escalate-to-advisor.ts';
import { say } from '../say.ts';
import { applyChange, type ChangeDeps } from '../message-changes.ts';
import { giveBackUnsure } from '../phone-answers.ts';
import { answerWhatIsLeft } from '../turn/answer-what-is-left.ts';
import type { StaffDeps } from '../staff/take-over.ts';

const BATCH = 200;
const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;

export interface TendDeps extends StaffDeps, ChangeDeps {
  readonly escalateToAdvisor: EscalateToAdvisor;
  readonly ids: IdGenerator;
  readonly settings: ShopSettingsSource;
}

/**
 * Every minute: gives silent conversations back to Léa, closes the quiet ones, and catches up on changes of
 * messages.
 */
export class ConversationHousekeeping {
  readonly #deps: TendDeps;

  constructor(deps: TendDeps) {
    this.#deps = deps;
  }

  async execute(): Promise<void> {
    const { uow, clock, settings } = this.#deps;
    const now = clock.now();
    const shop = settings.current();
    const silentBefore = new Date(now.getTime() - shop.humanSilenceMinutes * MINUTE_MS);
    const silent = await uow.run(SERVICE, ({ conversations }) =>
      conversations.silentHumans(silentBefore, BATCH),
    );
    for (const id of silent) await this.#giveBack(id, silentBefore);
    const unsureBefore = new Date(now.getTime() - UNSURE_FOR_MS);
    const unsure = await uow.run(SERVICE, ({ messages }) =>
      messages.unsureAnswers(unsureBefore, BATCH),
    );
    for (const answer of unsure) await giveBackUnsure(uow, answer);
    await this.#applyMissed();
    const quietBefore = new Date(now.getTime() - shop.conversationQuietHours * HOUR_MS);
    await uow.run(SERVICE, ({ conversations }) =>
      conversations.closeQuiet(quietBefore, now, BATCH),
    );
  }

  /** A message and its change that came in one moment did not see each other; what a day did not bring never comes. */
  async #applyMissed(): Promise<void> {
    const { uow, clock } = this.#deps;
    await uow.run(SERVICE, async (repositories) => {
      const { earlyChanges } = repositories;
      for (const change of await earlyChanges.take(await earlyChanges.met(BATCH)))
        await applyChange(repositories, this.#deps, change);
      await earlyChanges.dropBefore(new Date(clock.now().getTime() - DAY_MS));
    });
  }

  /** Nobody answered: the customer is told, the alert is raised again, and Léa helps meanwhile with what was asked. */
  async #giveBack(id: ConversationId, silentBefore: Date): Promise<void> {
    const { uow, clock, ids } = this.#deps;
    await uow.run(SERVICE, async (repositories) => {
      const conversation = await repositories.conversations.lock(id);
      if (conversation === null || !isSilent(conversation, silentBefore)) return;
      const customer =
        conversation.userId === null ? null : await repositories.customers.get(conversation.userId);
      const waiting = conversation.mode === 'waiting';
      await repositories.conversations.save(returned(conversation));
      if (waiting && customer !== null)
        await say(
          repositories,
          ids,
          conversation,
          [{ kind: 'text', text: textsFor(customer.language).stillWaiting }],
          clock.now(),
        );
      await answerWhatIsLeft(repositories, id);
      if (!waiting) return;
      for (const alert of await repositories.alerts.openOf(id))
        await this.#deps.escalateToAdvisor.remind(repositories, alert.id);
    });
  }
}
