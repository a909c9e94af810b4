import { currentPriceCfa, type Product } from '../../domain/catalogue/product.ts';
import type { People } from '../../domain/privacy/known-people.ts';
import { isSuitable } from '../../domain/recommendation/cautions.ts';
import { groundAdvice, type GroundedAdvice } from '../../domain/recommendation/ground-advice.ts';
import { relaxNeed } from '../../domain/recommendation/merge-need.ts';
import { isAskedFor } from '../../domain/recommendation/search-score.ts';
import { SERVICE } from '../../domain/shared/actor.ts';
import type { Candidate, LanguageModel, ModelUsage } from '../../ports/language-model.ts';
import type { Log } from '../../ports/log.ts';
import type { Metrics } from '../../ports/metrics.ts';
import { ProviderError } from '../../ports/provider-error.ts';
import type { UnmetReason } from '../../ports/repositories/records.ts';
import type { UnitOfWork } from '../../ports/unit-of-work.ts';
import type { ModelGate, Speaker } from './model-gate.ts';
import type { ModelHealth } from './model-health.ts';
import { withoutPeople, type AdviceDraft } from './without-people.ts';

/** What a model is shown at most; more costs tokens and chooses no better. */
const MAX_CANDIDATES = 10;
/** Sold-out products that are named to a customer; each comes with an offer to be told. */
const MAX_SOLD_OUT = 2;
/** Retrieved before the cautions filter, so that enough remain after it. */
const RETRIEVED = 30;

export interface AdviceQuestion extends Omit<AdviceDraft, 'candidates'> {
  /** Whose question it is; null: nobody's in particular. */
  readonly speaker: Speaker | null;
  /** Who is known to be spoken of; no model hears of them. */
  readonly people: People;
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
 * Finds products that are really on the shelf and lets a model choose among them. Facts come from the
 * catalogue, cautions are filtered in code, and every id and sentence of the model is checked.
 */
export class ProductAdvisor {
  readonly #deps: {
    readonly uow: UnitOfWork;
    readonly modelGate: ModelGate;
    readonly backupModel: LanguageModel;
    readonly modelHealth: ModelHealth;
    readonly log: Log;
    readonly metrics: Metrics;
  };

  constructor(deps: {
    uow: UnitOfWork;
    modelGate: ModelGate;
    backupModel: LanguageModel;
    modelHealth: ModelHealth;
    log: Log;
    metrics: Metrics;
  }) {
    this.#deps = deps;
  }

  async advise(question: AdviceQuestion): Promise<AdviceAnswer> {
    const { candidates, unmet } = await this.#retrieve(question);
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
    const soldOut = inVain && unmet !== 'unsuitable' ? await this.#soldOut(question) : [];
    const told = { candidates, soldOut, usage, degraded };
    if (soldOut.length === 0) return { ...told, advice: grounded, unmet };
    return {
      ...told,
      advice: { kind: 'nothing_fits', message: '', redFlag: grounded.redFlag },
      unmet: 'out_of_stock',
    };
  }

  /** What the shop carries for this need and person, and has not got today. */
  async #soldOut({ need, health, today }: AdviceQuestion): Promise<readonly Product[]> {
    const named =
      need.terms.length > 0 ||
      need.category !== null ||
      need.brand !== null ||
      need.attributes.length > 0;
    if (!named || need.promotionsOnly) return [];
    const found = await this.#deps.uow.run(SERVICE, ({ products }) =>
      products.searchSoldOut(need, today, RETRIEVED),
    );
    return found
      .filter((product) => isAskedFor(product, need) && isSuitable(product, health))
      .slice(0, MAX_SOLD_OUT);
  }

  async #retrieve({
    need,
    health,
    today,
  }: AdviceQuestion): Promise<{ candidates: readonly Product[]; unmet: UnmetReason | null }> {
    return this.#deps.uow.run(SERVICE, async ({ products }) => {
      const exact = await products.search(need, today, RETRIEVED);
      const relaxed = exact.length > 0 ? null : relaxNeed(need);
      const found = relaxed === null ? exact : await products.search(relaxed, today, RETRIEVED);
      const suitable = found.filter((product) => isSuitable(product, health));
      if (suitable.length > 0)
        return { candidates: suitable.slice(0, MAX_CANDIDATES), unmet: null };
      if (found.length > 0) return { candidates: [], unmet: 'unsuitable' };
      if (
        need.budgetMaxCfa !== null &&
        (await products.search({ ...need, budgetMaxCfa: null }, today, 1)).length > 0
      ) {
        return { candidates: [], unmet: 'too_expensive' };
      }
      return { candidates: [], unmet: 'not_found' };
    });
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

const asCandidate = (product: Product, today: string): Candidate => ({
  id: product.id,
  name: product.name,
  brand: product.brand,
  category: product.category,
  priceCfa: currentPriceCfa(product, today),
  attributes: product.attributes,
  description: product.description,
});
