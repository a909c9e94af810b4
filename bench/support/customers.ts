import type pg from 'pg';

export interface BenchCustomer {
  readonly phone: string;
  readonly chatId: string;
}

/** Cameroonian numbers, which have one form only. */
export const customer = (index: number): BenchCustomer => {
  const phone = `2376${String(50_000_000 + index)}`;
  return { phone, chatId: `${phone}@s.whatsapp.net` };
};

export const customers = (count: number, from = 0): readonly BenchCustomer[] =>
  Array.from({ length: count }, (_, index) => customer(from + index));

/** People who have consented and have a conversation open, as most who write have. */
export async function addCustomers(
  client: pg.Client,
  people: readonly BenchCustomer[],
): Promise<void> {
  await client.query(
    `with given as (select gen_random_uuid() as id, phone from unnest($1::text[]) as phone),
     people as (
       insert into users (id, phone_number, name, role, service_consent, consent_asked_at)
         select id, '+' || phone, 'Client ' || right(phone, 4), 'customer', true, now() from given),
     aliases as (insert into customer_aliases (alias, user_id) select '+' || phone, id from given)
     insert into conversations (user_id, chat_id, status) select id, phone || '@s.whatsapp.net', 'open' from given`,
    [people.map(({ phone }) => phone)],
  );
}

let serial = 0;

/** A text message as the gateway reports it, with an id that no other has. */
export function webhookBody({ phone, chatId }: BenchCustomer, text: string): string {
  serial += 1;
  return JSON.stringify({
    messages: [
      {
        id: `bench.${process.pid}.${serial}`,
        from_me: false,
        type: 'text',
        chat_id: chatId,
        timestamp: Math.floor(Date.now() / 1000),
        source: 'mobile',
        text: { body: text },
        from: phone,
        from_name: `Client ${phone.slice(-4)}`,
      },
    ],
    event: { type: 'messages', event: 'post' },
    channel_id: 'BENCH',
  });
}
