import { OpenAiPeer } from '../../tests/support/peers/openai-peer.ts';
import { ADVICE, post } from '../support/converse.ts';
import { customers } from '../support/customers.ts';
import { asOwner } from '../support/database.ts';
import { atMost } from '../support/measurement.ts';
import type { Part } from '../support/part.ts';
import { inShop } from '../support/shop.ts';
import { until } from '../support/wait.ts';

const TURNS = 1_000;
/** Long enough for all of them to be with the model at once. */
const MODEL_MS = 8_000;

/** The server's memory while a thousand conversations wait for the model. */
export const part: Part = async (deps) => {
  const model = await new OpenAiPeer().start();
  model.respond = () => ({
    kind: 'slow',
    milliseconds: MODEL_MS,
    then: {
      kind: 'json',
      value: {
        kind: 'talk',
        message: 'Un instant.',
        items: [],
        options: [],
        red_flag: 'none',
        red_flag_reason: null,
      },
    },
  });
  const people = customers(TURNS);
  const environment = {
    LLM: 'openai',
    OPENAI_API_KEY: 'sk-bench',
    OPENAI_BASE_URL: model.baseUrl,
    BURST_WINDOW_MS: '0',
  };
  try {
    return await inShop(deps, people.length, environment, async ({ lea, database }) => {
      const idle = await lea.memory();
      await Promise.all(people.map((person) => post(lea.url, person, ADVICE.text)));
      let [rssMb, heapMb, withModel] = [0, 0, 0];
      await until(
        async () => {
          const now = await lea.memory();
          rssMb = Math.max(rssMb, now.rssMb);
          heapMb = Math.max(heapMb, now.heapMb);
          return asOwner(database.ownerUrl, async (client) => {
            const { rows } = await client.query<{ held: number; left: number }>(
              `select count(*) filter (where lease_owner is not null)::int as held, count(*) filter (where due_at is not null or lease_owner is not null)::int as left
               from conversations where chat_id like '2376%'`,
            );
            withModel = Math.max(withModel, rows[0]!.held);
            return rows[0]!.left === 0;
          });
        },
        'the end of all turns',
        180_000,
      );
      const peak = (await lea.peakRssMb()) ?? rssMb;
      return [
        {
          what: `memory with ${TURNS} turns waiting, resident, peak`,
          value: peak,
          unit: 'MB',
          target: atMost(300),
          note: `${Math.round(idle.rssMb)} MB when idle; at most ${withModel} held at once`,
        },
        { what: '  used heap', value: heapMb, unit: 'MB', target: null },
      ];
    });
  } finally {
    await model.stop();
  }
};
