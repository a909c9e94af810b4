import type { ConversationId } from '../../domain/conversation/conversation.ts';
import type { DataRecipients } from '../../domain/shop/data-recipients.ts';
import { SERVICE } from '../../domain/shared/actor.ts';
import { localDay, monthStart } from '../../domain/shared/local-time.ts';
import { textsFor } from '../../domain/texts/texts-for.ts';
import { detectLanguage } from '../../domain/language/detect-language.ts';
import { assess, type Assessment } from '../../domain/triage/assess.ts';
import type { Clock } from '../../ports/clock.ts';
import type { ShopSettingsSource } from '../../ports/shop-settings-source.ts';
import type { UnitOfWork } from '../../ports/unit-of-work.ts';
import { typedText, type TurnContext } from './turn-context.ts';

const HISTORY = 12;

function weighingOnce(): TurnContext['weigh'] {
  const known = new Map<string, Assessment>();
  return (text) => {
    const weighed = known.get(text) ?? assess(text);
    known.set(text, weighed);
    return weighed;
  };
}

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** Reads what a turn needs in one transaction; null when nothing waits for an answer. */
export async function loadTurn(
  deps: {
    readonly uow: UnitOfWork;
    readonly clock: Clock;
    readonly settings: ShopSettingsSource;
    readonly recipients: DataRecipients;
  },
  id: ConversationId,
): Promise<TurnContext | null> {
  const now = deps.clock.now();
  const shop = deps.settings.current();
  return deps.uow.run(SERVICE, async (repositories) => {
    const { messages: said, turns, products } = repositories;
    // What does not depend on each other is asked for together: it travels in one packet.
    const [messages, conversation] = await Promise.all([
      said.unhandled(id),
      repositories.conversations.get(id),
    ]);
    if (messages.length === 0 || conversation === null || conversation.userId === null) return null;
    const { userId, dialogue } = conversation;
    const since = monthStart(now, shop.timeZone);
    const budget = shop.monthlyModelBudgetCfa;
    const [customer, recent, held, alerts, latestOrders, minute, day, cost, offered, vocabulary] =
      await Promise.all([
        repositories.customers.get(userId),
        said.recent(id, HISTORY + messages.length),
        said.getMany(dialogue.held),
        repositories.alerts.openOf(id),
        repositories.orders.latestOf(userId, 3),
        turns.modelTurnsSince(userId, new Date(now.getTime() - MINUTE_MS)),
        turns.modelTurnsSince(userId, new Date(now.getTime() - DAY_MS)),
        budget === null ? 0 : turns.costMilliCfaSince(since),
        products.getMany(dialogue.offered),
        products.vocabulary(),
      ]);
    if (customer === null) return null;
    const unanswered = new Set(messages.map((message) => message.id));
    const language = detectLanguage(typedText(messages)) ?? customer.language;
    return {
      conversation,
      customer: { ...customer, language },
      asRead: customer,
      languageChanged: language !== customer.language,
      messages,
      history: recent.filter((message) => !unanswered.has(message.id)),
      // Taken back meanwhile, or refused once.
      held: held.filter(
        ({ content, attachment, details }) =>
          content !== '' || attachment !== null || details?.basket !== undefined,
      ),
      openAlertCategories: new Set(alerts.map((alert) => alert.category)),
      latestOrders,
      offered,
      vocabulary,
      modelTurns: { minute, day },
      weigh: weighingOnce(),
      budgetUsedUp: budget !== null && cost >= budget * 1000,
      shop,
      recipients: deps.recipients,
      texts: textsFor(language),
      now,
      today: localDay(now, shop.timeZone),
    };
  });
}
