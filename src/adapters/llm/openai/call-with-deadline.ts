import { setTimeout as sleep } from 'node:timers/promises';
import { ProviderError } from '../../../ports/provider-error.ts';
import { asFailure, PROVIDER } from './openai-errors.ts';

/** How long a model that was gone is not asked again. */
const GONE_FOR_MS = 10 * 60_000;
const FIRST_PAUSE_MS = 250;
/** An attempt with less time than this would only fail. */
const SHORTEST_ATTEMPT_MS = 500;
/** The share of what is left that an attempt may take while another may follow. */
const SHARE = 0.6;

export interface CallLimits {
  readonly timeoutMs: number;
  readonly maxRetries: number;
}
export interface Attempt {
  readonly model: string;
  readonly signal: AbortSignal;
  /** Optional parameters that this server has refused. */
  readonly without: ReadonlySet<string>;
}

/** Calls within one deadline for everything: retries, pauses, the fallback model. */
export class ModelCalls {
  readonly #limits: CallLimits;
  readonly #now: () => number;
  readonly #goneUntil = new Map<string, number>();
  readonly #refused = new Map<string, Set<string>>();

  constructor(limits: CallLimits, now: () => number) {
    this.#limits = limits;
    this.#now = now;
  }

  /** The first of `models` that is not known to be gone answers; later ones stand in when it turns out to be. */
  async run<T>(
    models: readonly string[],
    call: (attempt: Attempt) => Promise<T>,
  ): Promise<{ readonly value: T; readonly model: string }> {
    const deadline = this.#now() + this.#limits.timeoutMs;
    let retries = 0;
    for (;;) {
      const model = this.#available(models);
      const without = this.#refused.get(model) ?? new Set<string>();
      const left = deadline - this.#now();
      try {
        return {
          value: await within(left * (retries < this.#limits.maxRetries ? SHARE : 1), (signal) =>
            call({ model, signal, without }),
          ),
          model,
        };
      } catch (thrown) {
        const { error, modelGone, unsupported, retryAfterMs } = asFailure(thrown);
        if (deadline - this.#now() < SHORTEST_ATTEMPT_MS) throw error;
        if (modelGone) {
          this.#goneUntil.set(model, this.#now() + GONE_FOR_MS);
          if (this.#available(models) !== model) continue;
          throw error;
        }
        if (unsupported !== null && !without.has(unsupported)) {
          this.#refused.set(model, new Set([...without, unsupported]));
          continue;
        }
        const pause = retryAfterMs ?? FIRST_PAUSE_MS * 2 ** retries;
        if (
          !error.retryable ||
          retries >= this.#limits.maxRetries ||
          this.#now() + pause + SHORTEST_ATTEMPT_MS > deadline
        )
          throw error;
        retries += 1;
        await sleep(pause);
      }
    }
  }

  #available(models: readonly string[]): string {
    return (
      models.find((model) => (this.#goneUntil.get(model) ?? 0) <= this.#now()) ?? models.at(-1)!
    );
  }
}

/** The SDK's own time-out ends with the headers; this one covers the body as well. */
async function within<T>(
  milliseconds: number,
  call: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(
    () => {
      late.reject(new ProviderError(PROVIDER, 'unavailable', 'The model did not answer in time.'));
      controller.abort();
    },
    Math.max(1, milliseconds),
  );
  try {
    return await Promise.race([call(controller.signal), late.promise]);
  } finally {
    clearTimeout(timer);
  }
}
