import type { InboundChannel } from '../../../ports/inbound-channel.ts';
import { WhapiChannel, type WhapiChannelOptions } from '../whapi/whapi-channel.ts';

/**
 * The webhook while no gateway is connected. It speaks Whapi's shapes, so that what is tried out against it
 * works unchanged with the real one; without a secret it lets nobody in.
 */
export class FakeChannel implements InboundChannel {
  readonly #shapes: WhapiChannel;

  constructor(options: WhapiChannelOptions) {
    this.#shapes = new WhapiChannel(options);
  }

  authenticate(headers: Parameters<InboundChannel['authenticate']>[0]): boolean {
    return this.#shapes.authenticate(headers);
  }

  parse(body: unknown): ReturnType<InboundChannel['parse']> {
    return this.#shapes.parse(body);
  }
}
