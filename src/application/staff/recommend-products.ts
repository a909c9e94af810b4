import { about, trace } from '../../domain/audit/audit-entry.ts';
import { NEW_DIALOGUE } from '../../domain/conversation/dialogue-state.ts';
import type { ConversationId } from '../../domain/conversation/conversation.ts';
import type { ProductId } from '../../domain/catalogue/product.ts';
import { mergeNeed } from '../../domain/recommendation/merge-need.ts';
import { parseNeed } from '../../domain/recommendation/parse-need.ts';
import { SERVICE, type Actor } from '../../domain/shared/actor.ts';
import { localDay } from '../../domain/shared/local-time.ts';
import { extractHealthFacts } from '../../domain/triage/profile-facts.ts';
import type { ShopSettingsSource } from '../../ports/shop-settings-source.ts';
import { speakerOf } from '../advice/model-gate.ts';
import { peopleIn } from '../advice/without-people.ts';
import { authorise } from '../audit/authorise.ts';
import type { ProductAdvisor } from '../advice/product-advisor.ts';
import { mustExist, type StaffMeans } from './take-over.ts';

/** What Léa would recommend for a query; with a conversation, knowing its customer. Says and stores nothing. */
export class RecommendProducts {
  readonly #means: StaffMeans & {
    readonly advisor: ProductAdvisor;
    readonly settings: ShopSettingsSource;
  };

  constructor(
    means: StaffMeans & { readonly advisor: ProductAdvisor; readonly settings: ShopSettingsSource },
  ) {
    this.#means = means;
  }

  async execute(command: {
    readonly actor: Actor;
    readonly query: string;
    readonly conversationId?: ConversationId | undefined;
  }): Promise<{
    readonly recommendations: readonly { readonly productId: ProductId; readonly reason: string }[];
  }> {
    const { uow, advisor, settings, clock } = this.#means;
    await authorise(uow, command.actor, 'product.recommend');
    const conversation =
      command.conversationId === undefined
        ? null
        : await mustExist(uow, { actor: command.actor, conversationId: command.conversationId });
    const { customer, vocabulary } = await uow.run(SERVICE, async (repositories) => {
      await repositories.audit.record(
        trace(command.actor, 'product.recommend', {
          table: conversation === null ? 'products' : 'conversations',
          rows: conversation === null ? [] : [conversation.id],
          subjects: about(conversation?.userId ?? null),
        }),
      );
      return {
        customer: conversation?.userId
          ? await repositories.customers.get(conversation.userId)
          : null,
        vocabulary: await repositories.products.vocabulary(),
      };
    });
    const shop = settings.current();
    const dialogue = conversation?.dialogue ?? NEW_DIALOGUE;
    const consented = customer?.serviceConsent === true;
    const answer = await advisor.advise({
      speaker: customer === null ? null : speakerOf(customer, conversation?.id ?? null),
      people: peopleIn(customer, [], vocabulary.brands),
      language: customer?.language ?? 'fr',
      tone: shop.tone,
      text: command.query,
      summary: null,
      history: [],
      need: mergeNeed(dialogue.need, parseNeed(command.query, vocabulary), {
        offeredPricesCfa: [],
      }),
      preferences: consented ? customer.preferences : {},
      health: { ...(consented ? customer.health : {}), ...extractHealthFacts(command.query) },
      mayAsk: false,
      today: localDay(clock.now(), shop.timeZone),
      mayCallModel: true,
    });
    const items = answer.advice.kind === 'recommend' ? answer.advice.items : [];
    return {
      recommendations: items.map(({ product, reason }) => ({ productId: product.id, reason })),
    };
  }
}
