import { about, trace } from '../domain/audit/audit-entry.ts';
import { currentPriceCfa, type Product, type ProductId } from '../domain/catalogue/product.ts';
import type { ConversationId } from '../domain/conversation/conversation.ts';
import { NEW_DIALOGUE } from '../domain/conversation/dialogue-state.ts';
import type { People } from '../domain/privacy/known-people.ts';
import { groundAdvice, type GroundedAdvice } from '../domain/recommendation/ground-advice.ts';
import type { Vocabulary } from '../domain/recommendation/match-concepts.ts';
import { mergeNeed } from '../domain/recommendation/merge-need.ts';
import { FORM_WORDS } from '../domain/recommendation/lexicon/stop-words.ts';
import type { Need } from '../domain/recommendation/need.ts';
import { isAskedFor } from '../domain/recommendation/search-score.ts';
import { parseNeed } from '../domain/recommendation/parse-need.ts';
import { SERVICE, type Actor } from '../domain/shared/actor.ts';
import { localDay } from '../domain/shared/local-time.ts';
import { extractHealthFacts } from '../domain/triage/profile-facts.ts';
import type { Clock } from '../ports/clock.ts';
import type { Candidate, LanguageModel, ModelUsage } from '../ports/language-model.ts';
import type { Log } from '../ports/log.ts';
import type { Metrics } from '../ports/metrics.ts';
import { ProviderError } from '../ports/provider-error.ts';
import type { UnmetReason } from '../ports/repositories/records.ts';
import type { ShopSettingsSource } from '../ports/shop-settings-source.ts';
import type { UnitOfWork } from '../ports/unit-of-work.ts';
import { beyondShelf, type BeyondShelf } from './advice/beyond-shelf.ts';
import { speakerOf, type ModelGate, type Speaker } from './advice/model-gate.ts';
import type { ModelHealth } from './advice/model-health.ts';
import { onTheShelf, soldOut } from './advice/shelf.ts';
import { peopleIn, withoutPeople, type AdviceDraft } from './advice/without-people.ts';
import { authorise } from './audit/authorise.ts';
import { mustExist } from './staff/take-over.ts';

export interface AdviceQuestion extends Omit<AdviceDraft, 'candidates'> {
  /** Whose question it is; null: nobody's in particular. */
  readonly speaker: Speaker | null;
  /** Who is known to be spoken of; no model hears of them. */
  readonly people: People;
  /** Not to be shown again: "autre chose". */
  readonly without?: readonly ProductId[];
  readonly today: string;
  /** False when the budget is used up or a limit is reached: the stub's wording is used. */
  readonly mayCallModel: boolean;
}

export interface AdviceAnswer {
  readonly advice: GroundedAdvice;
  readonly candidates: readonly Product[];
  /** What was asked for and is carried but sold out, best first; empty unless that is why nothing fits. */
  readonly soldOut: readonly Product[];
  /** Why nothing could be offered, when the shelf has nothing for the need. */
  readonly unmet: UnmetReason | null;
  readonly usage: readonly ModelUsage[];
  /** The model failed and the deterministic wording stood in. */
  readonly degraded: boolean;
}

/**
 * The one way to a recommendation, for customers and for staff: products that are really on the shelf, among which
 * a model chooses. Facts come from the catalogue, cautions are filtered in code, and every id and sentence of the
 * model is checked.
 */
export class RecommendProducts {
  readonly #deps: {
    readonly uow: UnitOfWork;
    readonly clock: Clock;
    readonly settings: ShopSettingsSource;
    readonly modelGate: ModelGate;
    readonly backupModel: LanguageModel;
    readonly modelHealth: ModelHealth;
    readonly log: Log;
    readonly metrics: Metrics;
  };

  constructor(deps: {
    uow: UnitOfWork;
    clock: Clock;
    settings: ShopSettingsSource;
    modelGate: ModelGate;
    backupModel: LanguageModel;
    modelHealth: ModelHealth;
    log: Log;
    metrics: Metrics;
  }) {
    this.#deps = deps;
  }

  /** What Léa would recommend for a query; with a conversation, knowing its customer. Says and stores nothing. */
  async execute(command: {
    readonly actor: Actor;
    readonly query: string;
    readonly conversationId?: ConversationId | undefined;
  }): Promise<{
    readonly recommendations: readonly { readonly productId: ProductId; readonly reason: string }[];
  }> {
    const { uow, settings, clock } = this.#deps;
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
    const answer = await this.advise({
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

  /** What a message asks for by a name that the shop has nothing of. */
  outsideShelf(question: {
    readonly text: string;
    readonly vocabulary: Vocabulary;
    readonly today: string;
  }): Promise<BeyondShelf> {
    return this.#deps.uow.run(SERVICE, (repositories) => beyondShelf(repositories, question));
  }

  /** For a turn. */
  async advise(question: AdviceQuestion): Promise<AdviceAnswer> {
    const { candidates, unmet } = await this.#deps.uow.run(SERVICE, (repositories) =>
      onTheShelf(repositories, question),
    );
    const draft: AdviceDraft = {
      language: question.language,
      tone: question.tone,
      text: question.text,
      summary: question.summary,
      history: question.history,
      need: question.need,
      preferences: question.preferences,
      health: question.health,
      candidates: candidates.map((product) => asCandidate(product, question.today)),
      mayAsk: question.mayAsk,
    };
    const { advice, usage, degraded } = await this.#ask(question, draft);
    const grounded = groundAdvice(advice, candidates, question.language);
    const inVain =
      grounded.kind === 'nothing_fits' || (grounded.kind === 'ask' && candidates.length === 0);
    const isWeak =
      grounded.kind === 'recommend' &&
      namesSomething(question.need) &&
      !grounded.items.some(({ product }) => isAskedFor(product, question.need));
    const gone =
      (inVain && unmet !== 'unsuitable') || isWeak
        ? await this.#deps.uow.run(SERVICE, (repositories) => soldOut(repositories, question))
        : [];
    const told = { candidates, soldOut: gone, usage, degraded };
    if (gone.length === 0) return { ...told, advice: grounded, unmet };
    // What was asked for is sold out: that is said first, and what is merely related is still offered.
    if (isWeak) return { ...told, advice: grounded, unmet: 'out_of_stock' };
    return {
      ...told,
      advice: { kind: 'nothing_fits', message: '', redFlag: grounded.redFlag },
      unmet: 'out_of_stock',
    };
  }

  async #ask({ speaker, people, mayCallModel }: AdviceQuestion, draft: AdviceDraft) {
    const { modelGate, modelHealth: health, log, metrics } = this.#deps;
    const standIn = (degraded: boolean) => this.#standIn(draft, people, degraded);
    if (!mayCallModel) return standIn(false);
    try {
      const answer = await modelGate.advise(speaker, draft, people);
      if (answer === null) return await standIn(false);
      const { advice, usage } = answer;
      metrics.count('lea_model_calls_total', { outcome: 'answered' });
      await health.succeeded();
      return { advice, usage: [usage], degraded: false };
    } catch (error) {
      if (!(error instanceof ProviderError)) throw error;
      metrics.count('lea_model_calls_total', { outcome: error.kind });
      log.warn('model_failed', { kind: error.kind, provider: error.provider });
      await health.failed(error);
      return standIn(true);
    }
  }

  async #standIn(draft: AdviceDraft, people: People, degraded: boolean) {
    const { advice, usage } = await this.#deps.backupModel.advise(withoutPeople(draft, people));
    return { advice, usage: [usage], degraded };
  }
}

/** Words that say more than a form. */
const namesSomething = ({ terms }: Need): boolean => terms.some((term) => !FORM_WORDS.has(term));

const asCandidate = (product: Product, today: string): Candidate => ({
  id: product.id,
  name: product.name,
  brand: product.brand,
  category: product.category,
  priceCfa: currentPriceCfa(product, today),
  attributes: product.attributes,
  description: product.description,
});
