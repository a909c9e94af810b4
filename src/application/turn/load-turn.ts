import type { ConversationId } from '../../domain/conversation/conversation.ts';
import { SERVICE } from '../../domain/shared/actor.ts';
import { localDay } from '../../domain/shared/local-time.ts';
import { textsFor } from '../../domain/texts/texts-for.ts';
import { detectLanguage } from '../../domain/conversation/detect-language.ts';
import type { Clock } from '../../ports/clock.ts';
import type { ShopSettingsSource } from '../../ports/shop-settings-source.ts';
import type { UnitOfWork } from '../../ports/unit-of-work.ts';
import { typedText, type TurnContext } from './turn-context.ts';

const HISTORY = 12;
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** Reads what a turn needs in one transaction; null when nothing waits for an answer. */
export async function loadTurn(
  means: { readonly uow: UnitOfWork; readonly clock: Clock; readonly settings: ShopSettingsSource },
  id: ConversationId,
): Promise<TurnContext | null> {
  const now = means.clock.now();
  const shop = means.settings.current();
  return means.uow.run(SERVICE, async (repositories) => {
    const messages = await repositories.messages.unhandled(id);
    if (messages.length === 0) return null;
    const conversation = await repositories.conversations.get(id);
    const customer = conversation?.userId
      ? await repositories.customers.get(conversation.userId)
      : null;
    if (conversation === null || customer === null) return null;
    const unanswered = new Set(messages.map((message) => message.id));
    const recent = await repositories.messages.recent(id, HISTORY + messages.length);
    const language = detectLanguage(typedText(messages)) ?? customer.language;
    const monthStart = new Date(`${localDay(now, shop.timeZone).slice(0, 7)}-01T00:00:00Z`);
    return {
      conversation,
      customer: { ...customer, language },
      languageChanged: language !== customer.language,
      messages,
      history: recent.filter((message) => !unanswered.has(message.id)),
      held: await repositories.messages.getMany(conversation.dialogue.held),
      openAlertCategories: new Set(
        (await repositories.alerts.openOf(id)).map((alert) => alert.category),
      ),
      latestOrders: await repositories.orders.latestOf(customer.id, 3),
      modelTurns: {
        minute: await repositories.turns.modelTurnsSince(
          customer.id,
          new Date(now.getTime() - MINUTE_MS),
        ),
        day: await repositories.turns.modelTurnsSince(
          customer.id,
          new Date(now.getTime() - DAY_MS),
        ),
      },
      budgetUsedUp:
        shop.monthlyModelBudgetCfa !== null &&
        (await repositories.turns.costMilliCfaSince(monthStart)) >=
          shop.monthlyModelBudgetCfa * 1000,
      shop,
      texts: textsFor(language),
      now,
      today: localDay(now, shop.timeZone),
    };
  });
}
