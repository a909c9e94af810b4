import { StubLanguageModel } from '../../src/adapters/llm/stub/stub-language-model.ts';
import type { LanguageModel } from '../../src/ports/language-model.ts';

type Call = {
  [K in keyof LanguageModel]: readonly [K, ...Parameters<LanguageModel[K]>];
}[keyof LanguageModel];

/** Answers as the stub does and keeps what it was given. */
export class RecordingModel implements LanguageModel {
  readonly calls: Call[] = [];
  /** Done before an answer is given, as a slow provider leaves time for it. */
  meanwhile: () => Promise<void> = async () => undefined;
  readonly #stub = new StubLanguageModel();

  async advise(...args: Parameters<LanguageModel['advise']>) {
    return this.#kept(['advise', ...args], () => this.#stub.advise(...args));
  }
  async readPhoto(...args: Parameters<LanguageModel['readPhoto']>) {
    return this.#kept(['readPhoto', ...args], () => this.#stub.readPhoto(...args));
  }
  async transcribe(...args: Parameters<LanguageModel['transcribe']>) {
    return this.#kept(['transcribe', ...args], () => this.#stub.transcribe(args[0]));
  }
  async adjustLoyaltyScore(...args: Parameters<LanguageModel['adjustLoyaltyScore']>) {
    return this.#kept(['adjustLoyaltyScore', ...args], () => this.#stub.adjustLoyaltyScore());
  }

  async #kept<T>(call: Call, answer: () => Promise<T>): Promise<T> {
    this.calls.push(call);
    await this.meanwhile();
    return answer();
  }
}
