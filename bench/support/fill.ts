import type pg from 'pg';

const list = (words: readonly string[]): string =>
  `array[${words.map((word) => `'${word.replaceAll("'", "''")}'`).join(', ')}]::text[]`;
/** One of the words, by chance. */
const anyOf = (words: readonly string[]): string =>
  `(${list(words)})[1 + floor(random() * ${words.length})::int]`;
/** One of the words, by a number that is at hand. */
const nth = (words: readonly string[], number: string): string =>
  `(${list(words)})[1 + (${number})::bigint % ${words.length}]`;

const KINDS = [
  'Crème',
  'Lait',
  'Gel',
  'Sérum',
  'Huile',
  'Savon',
  'Shampooing',
  'Masque',
  'Baume',
  'Lotion',
  'Spray',
  'Gélules',
];
const QUALITIES = [
  'hydratant',
  'apaisant',
  'purifiant',
  'nourrissant',
  'réparateur',
  'éclat',
  'matifiant',
  'protecteur',
  'fortifiant',
  'vitaminé',
];
const INGREDIENTS = [
  'karité',
  'aloe vera',
  'argan',
  'coco',
  'miel',
  'calendula',
  'avoine',
  'moringa',
  'ricin',
  'hibiscus',
  'baobab',
  'vitamine C',
];
const CATEGORIES = [
  'Soin du visage',
  'Soin du corps',
  'Cheveux',
  'Bébé',
  'Hygiène',
  'Solaire',
  'Compléments alimentaires',
  'Maquillage',
];
const ATTRIBUTES = [
  'peau sèche',
  'peau grasse',
  'peau sensible',
  'peau normale',
  'cheveux crépus',
  'sans paraben',
  'sans parfum',
  'bio',
];
const SYLLABLES = ['ba', 'lo', 'mi', 'ra', 'te', 'nu', 'so', 'vi', 'ka', 'de', 'pha', 'ro'];

/** A catalogue of so many plausible products of some hundred brands, added to what is there. */
export async function addProducts(client: pg.Client, count: number): Promise<void> {
  await client.query('alter table products disable trigger live_in');
  await client.query(
    `insert into products (name, description, category, price_cfa, stock_qty, brand, tags, attributes)
     select kind || ' ' || quality || ' ' || ingredient || ' ' || brand || ' ' || (n % 7 + 1) * 50 || ' ml',
       kind || ' à base de ' || ingredient || ', texture légère, usage quotidien. Référence ' || n || '.',
       category, 500 + (n * 37 % 400) * 100, n % 60, brand, array[lower(kind), quality], array[attribute, other]
     from (select n, ${nth(KINDS, 'n')} as kind, ${nth(QUALITIES, 'n / 12')} as quality, ${nth(INGREDIENTS, 'n / 5')} as ingredient,
             ${nth(CATEGORIES, 'n / 3')} as category, ${nth(ATTRIBUTES, 'n / 7')} as attribute, ${nth(ATTRIBUTES, 'n / 11 + 3')} as other,
             'Labo ' || initcap(${nth(SYLLABLES, 'n % 400')} || ${nth(SYLLABLES, 'n % 400 / 12')} || ${nth(SYLLABLES, 'n % 400 / 31')}) as brand
           from generate_series(1, $1::int) as n) as made`,
    [count],
  );
  await client.query('alter table products enable trigger live_in');
  await client.query('vacuum analyze products');
  await client.query('analyze lea.product_vocabulary');
}

const PHRASES = [
  'Bonjour, avez-vous une crème pour peau sèche ?',
  'Merci beaucoup, c’est parfait.',
  'Je cherche un shampooing pour cheveux crépus sans sulfate',
  'C’est combien la livraison à Akanda ?',
  'Mon budget est de 10000 francs',
  'Voici ce que je vous propose : une crème riche au karité.',
  'Je prends le premier',
  'Avez-vous moins cher ?',
  'Où est ma commande ?',
  'Un conseiller va vous répondre.',
];

const asReplica = async (client: pg.Client, work: () => Promise<unknown>): Promise<void> => {
  await client.query('set session_replication_role = replica');
  try {
    await work();
  } finally {
    await client.query('set session_replication_role = origin');
  }
};

/**
 * A year of a shop: so many conversations of a quarter as many customers, with their messages, turns, offers,
 * orders and alerts. Triggers that count keep counting; those that tell screens, and the checks of foreign
 * keys on rows that are made here, are left out, and the full-text index is made at the end.
 */
export async function addHistory(
  client: pg.Client,
  options: { readonly conversations: number; readonly messagesEach: number },
): Promise<void> {
  const { conversations, messagesEach } = options;
  const people = Math.max(1, Math.floor(conversations / 4));
  await client.query(`set synchronous_commit = off`);
  await client.query(`select setseed(0.42)`);
  await client.query(
    `create temp table person as select n, gen_random_uuid() as id from generate_series(0, ${people - 1}) as n;
     create temp table talk as
       select n, gen_random_uuid() as id, n % ${people} as person_n, now() - random() * interval '365 days' as at from generate_series(0, ${conversations - 1}) as n;
     analyze person; analyze talk`,
  );
  const told = ['conversations', 'orders', 'advisor_alerts'];
  for (const table of told) await client.query(`alter table ${table} disable trigger live_in`);
  await client.query(
    `insert into users (id, phone_number, name, role, service_consent, created_at)
       select id, '+2376' || lpad((10000000 + n)::text, 8, '0'), ${nth(['Awa', 'Zita', 'Paul', 'Nadège', 'Ali', 'Grâce', 'Jean', 'Rose'], 'n')} || ' ' || ${nth(['Mba', 'Nzé', 'Ondo', 'Obame', 'Koumba', 'Diallo'], 'n / 8')} || ' ' || n,
         'customer', true, now() - interval '400 days' from person;
     insert into customer_aliases (alias, user_id) select '+2376' || lpad((10000000 + n)::text, 8, '0'), id from person;
     insert into conversations (id, user_id, status, mode, started_at, ended_at, chat_id, last_message_at, last_inbound_at, human_since)
       select t.id, p.id, case when open then 'open' else 'closed' end, case when not open then 'assistant' when t.n % 7 = 0 then 'waiting' when t.n % 7 = 1 then 'human' else 'assistant' end,
         at, case when not open then at + interval '1 day' end, '2376' || lpad((10000000 + p.n)::text, 8, '0') || '@s.whatsapp.net', at + interval '20 minutes', at + interval '19 minutes', case when open and t.n % 7 <= 1 then at end
       from talk t join person p on p.n = t.person_n, lateral (select t.n < ${people} and t.n % 10 = 0) as o (open)`,
  );
  const { rows } = await client.query<{ definition: string }>(
    `select pg_get_indexdef('messages_search'::regclass) as definition`,
  );
  await client.query('drop index messages_search');
  await asReplica(client, () =>
    client.query(
      `insert into messages (conversation_id, sender, content, timestamp, status, provider_id, handled_at, received_at)
       select t.id, case when k % 2 = 1 then 'user' else 'assistant' end, ${nth(PHRASES, 't.n + k * 3')} || ' (' || t.n % 9973 || ')', at, case when k % 2 = 1 then 'received' else 'sent' end,
         'made.' || t.n || '.' || k, at, at
       from (select t.id, t.n, k, t.at + k * interval '20 minutes' / ${messagesEach} as at from talk t, generate_series(1, ${messagesEach}) as k) as t
       order by at`,
    ),
  );
  await client.query(`set maintenance_work_mem = '256MB'`);
  await client.query(rows[0]!.definition);
  await client.query(
    `insert into turns (conversation_id, user_id, started_at, finished_at, outcome, model, model_calls, prompt_tokens, completion_tokens, cost_milli_cfa, response_ms)
       select t.id, p.id, at + k * interval '2 minutes', at + k * interval '2 minutes', ${anyOf(['recommended', 'asked', 'talked', 'informed'])}, 'gpt-4o', 1, 900, 120, 1500, 1800 + (random() * 900)::int
       from talk t join person p on p.n = t.person_n, generate_series(1, 3) as k;
     insert into recommendations (conversation_id, product_id, recommended_at, rank, reason)
       select t.id, q.id, at + interval '3 minutes', k, 'Texture douce et agréable.' from talk t, generate_series(1, 2) as k,
         lateral (select ids[1 + (t.n * 7 + k * 13) % cardinality(ids)] as id from (select array_agg(id order by id) as ids from products) as shelf) as q;
     insert into orders (conversation_id, user_id, order_link, status, created_at, updated_at, completed_at, code, amount_cfa)
       select t.id, p.id, 'https://lea.example.org/o/' || t.n, case when t.n % 3 = 0 then 'completed' else 'pending' end, at, at, case when t.n % 3 = 0 then at end, 'B' || t.n, 5000 + t.n % 90 * 100
       from talk t join person p on p.n = t.person_n where t.n % 5 = 0;
     insert into advisor_alerts (conversation_id, reason, triggered_at, handled_at, category)
       select t.id, 'Le client demande un conseiller.', at, case when c.status = 'closed' then at + interval '5 minutes' end, 'request' from talk t join conversations c using (id) where t.n % 7 = 0;
     insert into unmet_demand (conversation_id, query, need_key, reason, asked_at)
       select id, 'lait solaire ' || n % 50, 'solaire ' || n % 50, 'not_found', at from talk where n % 20 = 0`,
  );
  for (const table of told) await client.query(`alter table ${table} enable trigger live_in`);
  await client.query('drop table person, talk');
  await client.query('vacuum analyze');
}
