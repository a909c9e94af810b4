import { Agent, request } from 'undici';
import type { RequestDetails, RequestOptions } from 'web-push';
import type {
  AdvisorNotifier,
  AlertNotice,
  OperatorNotice,
} from '../../../ports/advisor-notifier.ts';
import type { Log } from '../../../ports/log.ts';
import { ProviderError } from '../../../ports/provider-error.ts';
import type { PushSubscription, PushSubscriptions } from '../../../ports/push-subscriptions.ts';
import { isPublicAddress, literalAddress } from '../../network/public-address.ts';
import {
  RefusedAddressError,
  systemResolve,
  vettedLookup,
  type Resolve,
} from '../../network/vetted-lookup.ts';
import { alertWording, operatorWording } from '../notice-wording.ts';
import { isGone, pushRefusal } from './push-errors.ts';

export interface WebPushOptions {
  readonly subscriptions: PushSubscriptions;
  /** Who we are for the push services (VAPID, RFC 8292): the key pair, and where to write to us. */
  readonly vapid: {
    readonly publicKey: string;
    readonly privateKey: string;
    /** `mailto:…` or `https://…` */
    readonly subject: string;
  };
  /** For one push service's answer. */
  readonly timeoutMs: number;
  readonly log: Log;
  readonly resolve?: Resolve;
  readonly isAllowed?: (address: string) => boolean;
}

/** What the service worker of the dashboard shows. */
interface Push {
  readonly title: string;
  readonly body: string;
  /** A later push about the same replaces the one on the screen. */
  readonly tag: string;
  /** Opened by a tap; null opens the dashboard. */
  readonly url: string | null;
}

interface Delivery {
  readonly urgency: 'normal' | 'high';
  /** The push service keeps only the last of a topic for a browser that is away. */
  readonly topic?: string;
}

/** An alert that could not be shown for so long is found in the dashboard. Seconds. */
const TTL_SECONDS = 4 * 60 * 60;

/**
 * Alerts on the lock screens of those who asked for it in the dashboard. As anybody may look at such a screen,
 * the words of customers stay out.
 */
export class WebPushNotifier implements AdvisorNotifier {
  readonly name = 'webpush';
  readonly #options: WebPushOptions;
  readonly #isAllowed: (address: string) => boolean;

  constructor(options: WebPushOptions) {
    this.#options = options;
    this.#isAllowed = options.isAllowed ?? isPublicAddress;
  }

  async notifyAlert(notice: AlertNotice): Promise<void> {
    const { title, category, reason } = alertWording(notice);
    const subscriptions = await this.#options.subscriptions.ofRoles(['support', 'admin']);
    await this.#tell(
      subscriptions,
      { title, body: `${reason} (${category})`, tag: notice.alertId, url: notice.url },
      { urgency: 'high', topic: notice.alertId.replaceAll('-', '').slice(0, 32) },
    );
  }

  async notifyOperator(notice: OperatorNotice): Promise<void> {
    const { title, key, message } = operatorWording(notice);
    const subscriptions = await this.#options.subscriptions.ofRoles(['admin']);
    await this.#tell(
      subscriptions,
      { title, body: message, tag: `operator-${key}`, url: null },
      { urgency: 'normal' },
    );
  }

  /** What is on a screen cannot be taken back without showing something; the dashboard tells who has it. */
  async alertTaken(): Promise<void> {}

  /** Delivered when one browser has it: trying again would only repeat it there. */
  async #tell(
    subscriptions: readonly PushSubscription[],
    push: Push,
    delivery: Delivery,
  ): Promise<void> {
    const outcomes = await Promise.allSettled(
      subscriptions.map((subscription) => this.#send(subscription, push, delivery)),
    );
    const failures = outcomes.flatMap((outcome) =>
      outcome.status === 'rejected' ? [outcome.reason as ProviderError] : [],
    );
    const [first] = failures;
    if (first === undefined) return;
    if (failures.length === outcomes.length)
      throw failures.find(({ retryable }) => retryable) ?? first;
    this.#options.log.warn('push_partly_refused', {
      refused: failures.length,
      recipients: outcomes.length,
    });
  }

  /** @throws ProviderError */
  async #send(subscription: PushSubscription, push: Push, delivery: Delivery): Promise<void> {
    const { vapid, timeoutMs, subscriptions, resolve } = this.#options;
    this.#vet(subscription.endpoint);
    // The endpoint is a browser's word: no connection of ours may lead into our own network.
    const dispatcher = new Agent({
      connect: { lookup: vettedLookup(resolve ?? systemResolve, this.#isAllowed) },
      connections: 1,
    });
    try {
      const { endpoint, method, headers, body } = await sealed(subscription, push, {
        ...delivery,
        vapidDetails: vapid,
        TTL: TTL_SECONDS,
      });
      const response = await request(endpoint, {
        method: method as 'POST',
        headers: Object.entries(headers).flatMap(([name, value]) => [name, String(value)]),
        body,
        dispatcher,
        signal: AbortSignal.timeout(timeoutMs),
      });
      const { statusCode } = response;
      await response.body.dump();
      if (isGone(statusCode)) await subscriptions.forget(subscription.endpoint);
      else if (statusCode < 200 || statusCode > 299) throw pushRefusal(statusCode);
    } catch (error) {
      if (error instanceof ProviderError) throw error;
      if (error instanceof RefusedAddressError) throw refusedAddress(error);
      throw new ProviderError('webpush', 'unavailable', 'The push service did not answer.', {
        mayHaveActed: true,
        cause: error,
      });
    } finally {
      await dispatcher.destroy();
    }
  }

  /** Sockets skip the lookup for a literal address, so it is vetted here. */
  #vet(endpoint: string): void {
    const address = literalAddress(new URL(endpoint));
    if (address !== null && !this.#isAllowed(address)) throw refusedAddress();
  }
}

const refusedAddress = (cause?: unknown): ProviderError =>
  new ProviderError('webpush', 'rejected', 'The push service is not on the internet.', { cause });

/** Encrypted for that browser alone (RFC 8291); the library is loaded when somebody is told. */
async function sealed(
  subscription: PushSubscription,
  push: Push,
  options: RequestOptions,
): Promise<RequestDetails> {
  const { default: webPush } = await import('web-push');
  try {
    return webPush.generateRequestDetails(
      { endpoint: subscription.endpoint, keys: subscription.keys },
      JSON.stringify(push),
      options,
    );
  } catch (error) {
    throw new ProviderError('webpush', 'rejected', 'The subscription has no usable keys.', {
      cause: error,
    });
  }
}
