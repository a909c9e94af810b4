import type { LanguageModel, ModelUsage } from '../src/ports/language-model.ts';

export interface Spent {
  readonly calls: number;
  readonly promptTokens: number;
  readonly completionTokens: number;
  readonly costMilliCfa: number;
}

/** A model that adds up what its answers cost. */
export class CountingModel implements LanguageModel {
  readonly #model: LanguageModel;
  #spent: Spent = { calls: 0, promptTokens: 0, completionTokens: 0, costMilliCfa: 0 };

  constructor(model: LanguageModel) {
    this.#model = model;
  }

  get spent(): Spent {
    return this.#spent;
  }

  advise: LanguageModel['advise'] = (request) => this.#count(this.#model.advise(request));
  readPhoto: LanguageModel['readPhoto'] = (photo) => this.#count(this.#model.readPhoto(photo));
  transcribe: LanguageModel['transcribe'] = (audio, vocabulary) =>
    this.#count(this.#model.transcribe(audio, vocabulary));
  adjustLoyaltyScore: LanguageModel['adjustLoyaltyScore'] = (facts) =>
    this.#count(this.#model.adjustLoyaltyScore(facts));

  async #count<T extends { readonly usage: ModelUsage }>(call: Promise<T>): Promise<T> {
    const answer = await call;
    this.#spent = {
      calls: this.#spent.calls + 1,
      promptTokens: this.#spent.promptTokens + answer.usage.promptTokens,
      completionTokens: this.#spent.completionTokens + answer.usage.completionTokens,
      costMilliCfa: this.#spent.costMilliCfa + answer.usage.costMilliCfa,
    };
    return answer;
  }
}
