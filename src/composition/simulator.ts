import { simulatorChatId, simulatorMessage } from '../adapters/messaging/fake/simulator-message.ts';
import { KnexSimulator } from '../adapters/persistence/knex/knex-simulator.ts';
import { part } from './part.ts';

/** The imagined phone, where messaging is fake. */
export const simulator = part(
  'simulator',
  ['config', 'db', 'clock', 'handleInboundMessage', 'fakeMessaging'],
  ({ config, db, clock, handleInboundMessage, fakeMessaging }) => {
    if (fakeMessaging === null) return null;
    return new KnexSimulator({
      db,
      showsReal: config.exposure.trial,
      receive: async (input) => {
        const event = simulatorMessage(input, { now: () => clock.now() });
        await handleInboundMessage.execute({ events: [event] });
        return { id: event.message.providerId };
      },
      lastWord: (phone) => {
        const sent = fakeMessaging.sentTo(simulatorChatId(phone)).at(-1);
        if (sent === undefined) return null;
        const { providerId: id, shown, at } = sent;
        return {
          id,
          from: 'lea',
          text: shown.text,
          buttons: [],
          imageUrl: null,
          status: 'sent',
          at,
        };
      },
    });
  },
);
