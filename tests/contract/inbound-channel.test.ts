import { FakeChannel } from '../../src/adapters/messaging/fake/fake-channel.ts';
import { WhapiChannel } from '../../src/adapters/messaging/whapi/whapi-channel.ts';
import { inboundChannelContract, type ChannelUnderTest } from './inbound-channel.contract.ts';

const item = (id: string, phone: string, text: string) => ({
  id,
  from_me: false,
  type: 'text',
  chat_id: `${phone}@s.whatsapp.net`,
  timestamp: 1_712_995_245,
  source: 'mobile',
  text: { body: text },
});

const shapes: Omit<ChannelUnderTest, 'open'> = {
  secretHeader: 'x-webhook-secret',
  text: (id, phone, text) => ({ messages: [item(id, phone, text)] }),
  poisoned: ([first, second]) => ({
    messages: [item(first, '24174000000', 'un'), { id: 5 }, item(second, '24174000000', 'deux')],
  }),
};

inboundChannelContract('whapi', {
  ...shapes,
  open: (webhookSecret) => new WhapiChannel({ webhookSecret }),
});
inboundChannelContract('fake', {
  ...shapes,
  open: (webhookSecret) => new FakeChannel({ webhookSecret }),
});
