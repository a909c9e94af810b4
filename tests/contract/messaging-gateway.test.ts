import { FakeMessaging } from '../../src/adapters/messaging/fake/fake-messaging.ts';
import { WhapiMessaging } from '../../src/adapters/messaging/whapi/whapi-messaging.ts';
import type { Choice } from '../../src/domain/conversation/dialogue-state.ts';
import { ProviderError } from '../../src/ports/provider-error.ts';
import { startWhapiPeer, type PeerMessage } from '../support/peers/whapi-peer.ts';
import { messagingGatewayContract, type Seen } from './messaging-gateway.contract.ts';

messagingGatewayContract('fake', async () => {
  const gateway = new FakeMessaging();
  let serial = 0;
  return {
    gateway,
    seenBy: (chatId) =>
      gateway.sentTo(chatId).map(({ shown: { text, imageUrl, buttons, rows } }) => ({
        text,
        image: imageUrl !== null,
        buttons,
        rows,
      })),
    failNext: (kind) => gateway.failNext(new ProviderError('fake', kind, 'As the test wants.')),
    offer(bytes, mimeType) {
      const providerMediaId = `m${(serial += 1)}`;
      gateway.addMedia(providerMediaId, { bytes, mimeType });
      return { providerMediaId, link: null, mimeType };
    },
    setHealth: (health) => gateway.setHealth(health),
    close: async () => undefined,
  };
});

const STATUS = { unavailable: 503, rate_limited: 429, rejected: 403 };
const HEALTH = { connected: 'AUTH', disconnected: 'QR', unknown: 'LAUNCH' };

for (const way of ['link', 'id'] as const) {
  messagingGatewayContract(`whapi, media by ${way}`, async () => {
    const peer = await startWhapiPeer();
    const gateway = new WhapiMessaging({ token: peer.token, baseUrl: peer.url });
    let serial = 0;
    return {
      gateway,
      seenBy: (chatId) => peer.sent(chatId).map(seen),
      failNext: (kind) => peer.script({ on: '/messages', status: STATUS[kind], body: {} }),
      offer(bytes, mimeType) {
        const id = `m${(serial += 1)}`;
        const link = peer.addMedia(id, { bytes });
        return way === 'link'
          ? { providerMediaId: null, link, mimeType }
          : { providerMediaId: id, link: null, mimeType };
      },
      setHealth: (health) => peer.setHealth(HEALTH[health]),
      async close() {
        await gateway.close();
        await peer.close();
      },
    };
  });
}

/** The peer's message as WhatsApp would draw it. */
function seen({ type, body }: PeerMessage): Seen {
  const nothing = { image: false, buttons: [], rows: [] };
  if (type === 'text') return { ...nothing, text: String(body['body']) };
  if (type === 'image') return { ...nothing, image: true, text: String(body['caption']) };
  const { text } = body['body'] as { text: string };
  const action = body['action'] as {
    buttons?: readonly Choice[];
    list?: { sections: readonly { rows: readonly Choice[] }[] };
  };
  const buttons = (action.buttons ?? []).map(({ id, title }) => ({ id, title }));
  return {
    ...nothing,
    text,
    buttons,
    rows: action.list?.sections.flatMap(({ rows }) => rows) ?? [],
  };
}
