import { customers } from '../support/customers.ts';
import { asOwner } from '../support/database.ts';
import { SERVICE_KEY } from '../support/lea-process.ts';
import type { Measurement } from '../support/measurement.ts';
import type { Part } from '../support/part.ts';
import { inShop } from '../support/shop.ts';

/** Erasing a customer who wrote a lot, in a shop where others wrote too. */
export const part: Part = async (deps) => {
  const [heavy, light] = customers(2);
  const messages = deps.quick ? 2_000 : 20_000;
  return inShop(deps, 50, { ROLE: 'web' }, async ({ database, lea }) => {
    await asOwner(database.ownerUrl, async (client) => {
      await client.query('alter table messages disable trigger live_in');
      for (const [person, count] of [
        [heavy!, messages],
        [light!, messages / 10],
      ] as const)
        await client.query(
          `insert into messages (conversation_id, sender, content, timestamp, status, provider_id, handled_at)
           select c.id, case when n % 2 = 0 then 'user' else 'assistant' end, 'Bonjour, une question sur la crème numéro ' || n, now() - n * interval '1 minute',
             case when n % 2 = 0 then 'received' else 'sent' end, 'old.' || $1 || '.' || n, now()
           from conversations c, generate_series(1, $2::int) as n where c.chat_id = $1`,
          [person.chatId, count],
        );
      await client.query('alter table messages enable trigger live_in');
      await client.query('analyze');
    });
    const erase = async (phone: string): Promise<number> => {
      const started = performance.now();
      const response = await fetch(`${lea.url}/functions/delete-user-data`, {
        method: 'DELETE',
        headers: { authorization: `Bearer ${SERVICE_KEY}`, 'content-type': 'application/json' },
        body: JSON.stringify({ phone_number: `+${phone}` }),
      });
      if (!response.ok)
        throw new Error(`Erasing answered ${response.status}: ${await response.text()}`);
      return performance.now() - started;
    };
    const told = { unit: 'ms', target: null } as const;
    const less = await erase(light!.phone);
    const figures: readonly Measurement[] = [
      {
        what: `erasure of a customer with ${messages} messages`,
        value: await erase(heavy!.phone),
        ...told,
      },
      { what: `  with ${messages / 10}`, value: less, ...told },
    ];
    return figures;
  });
};
