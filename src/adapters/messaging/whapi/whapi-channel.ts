import { createHash, timingSafeEqual } from 'node:crypto';
import type { ChannelEvent, InboundChannel } from '../../../ports/inbound-channel.ts';
import { readEvents } from './webhook/read-events.ts';

export interface WhapiChannelOptions {
  /** Comes back in the header `X-Webhook-Secret`; null lets nobody in. */
  readonly webhookSecret: string | null;
  readonly now?: () => Date;
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Whapi's webhook. It signs nothing: a secret header that we had it send is all there is. */
export class WhapiChannel implements InboundChannel {
  readonly #secret: Buffer | null;
  readonly #now: () => Date;

  constructor(options: WhapiChannelOptions) {
    const { webhookSecret } = options;
    this.#secret = webhookSecret === null || webhookSecret === '' ? null : digest(webhookSecret);
    this.#now = options.now ?? (() => new Date());
  }

  authenticate(headers: Parameters<InboundChannel['authenticate']>[0]): boolean {
    const given = headers['x-webhook-secret'];
    if (this.#secret === null || typeof given !== 'string') return false;
    // Digests have one length, so that neither content nor length shows in the time taken.
    return timingSafeEqual(digest(given), this.#secret);
  }

  parse(body: unknown): readonly ChannelEvent[] {
    return readEvents(body, this.#now());
  }
}
