import { encode } from 'gpt-tokenizer';
import {
  firstProducts,
  OpenAiPeer,
  type PeerRequest,
} from '../../tests/support/peers/openai-peer.ts';
import { ADVICE, post } from '../support/converse.ts';
import { customers, type BenchCustomer } from '../support/customers.ts';
import { asOwner } from '../support/database.ts';
import { addProducts } from '../support/fill.ts';
import { atMost, type Measurement } from '../support/measurement.ts';
import type { Part } from '../support/part.ts';
import { inShop } from '../support/shop.ts';

/** For another customer's prompt. */
const OTHER = 'Je cherche un shampooing pour cheveux crépus, budget 8000';

/** Tokens of what is sent: each message with the few that frame it, and the schema of the answer. */
function tokensOf({ body }: PeerRequest): number {
  const messages = (body?.messages ?? []).map(({ content }) =>
    typeof content === 'string' ? content : JSON.stringify(content),
  );
  const schema = JSON.stringify(body?.['response_format'] ?? '');
  return (
    messages.reduce((sum, content) => sum + encode(content).length + 4, 3) + encode(schema).length
  );
}

const textOf = ({ body }: PeerRequest): string =>
  (body?.messages ?? []).map(({ content }) => String(content)).join('\n');

/** The share of a prompt that is the same for another customer's, from its beginning. */
function sharedStart(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return length / one.length;
}

/** What a turn sends to the model, as the shop and the conversation grow. */
export const part: Part = async (deps) => {
  const model = await new OpenAiPeer().start();
  model.respond = firstProducts(2);
  const people = customers(50);
  let next = 0;
  const environment = {
    LLM: 'openai',
    OPENAI_API_KEY: 'sk-bench',
    OPENAI_BASE_URL: model.baseUrl,
    BURST_WINDOW_MS: '0',
  };
  try {
    return await inShop(deps, people.length, environment, async ({ database, gateway, lea }) => {
      const ask = async (person: BenchCustomer, text = ADVICE.text): Promise<PeerRequest> => {
        model.reset();
        const reply = gateway.reply(person.chatId, ADVICE.isLast);
        await post(lea.url, person, text);
        await reply;
        const request = model.requests.at(-1);
        if (request === undefined) throw new Error('The model was not asked.');
        return request;
      };
      const figures: Measurement[] = [];
      let products = 0;
      for (const size of deps.quick ? [100, 1_000] : [100, 1_000, 10_000, 100_000]) {
        deps.say(`${size} products`);
        await asOwner(database.ownerUrl, (client) => addProducts(client, size - products));
        products = size;
        figures.push({
          what: `prompt tokens of a turn, ${size} products`,
          value: tokensOf(await ask(people[next++]!)),
          unit: '',
          target: atMost(1_500),
        });
      }
      for (const length of deps.quick ? [1, 50] : [1, 50, 500]) {
        deps.say(`a conversation of ${length} messages`);
        const person = people[next++]!;
        await asOwner(database.ownerUrl, (client) =>
          client.query(
            `insert into messages (conversation_id, sender, content, timestamp, status, handled_at)
             select c.id, case when n % 2 = 1 then 'user' else 'assistant' end, repeat('Je cherche une crème douce pour ma peau, sans parfum, et un savon au karité. ', 4), now() - (600 - n) * interval '1 minute',
               case when n % 2 = 1 then 'received' else 'sent' end, now()
             from conversations c, generate_series(1, $2::int) as n where c.chat_id = $1`,
            [person.chatId, length - 1],
          ),
        );
        figures.push({
          what: `prompt tokens of a turn, conversation of ${length} messages`,
          value: tokensOf(await ask(person)),
          unit: '',
          target: atMost(1_500),
        });
      }
      const one = textOf(await ask(people[next++]!));
      const other = textOf(await ask(people[next++]!, OTHER));
      figures.push({
        what: '  share that is the same for every customer, at the beginning',
        value: sharedStart(one, other) * 100,
        unit: '%',
        target: null,
      });
      return figures;
    });
  } finally {
    await model.stop();
  }
};
