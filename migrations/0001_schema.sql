-- The seed's ten tables with what Léa adds. Money is whole CFA francs, times are timestamptz.

create schema if not exists extensions;
do $$ begin
  if not exists (select from pg_extension where extname = 'pg_trgm') then create extension pg_trgm schema extensions; end if;
  if not exists (select from pg_extension where extname = 'unaccent') then create extension unaccent schema extensions; end if;
end $$;

-- ---------------------------------------------------------------- people
create table users (
  id uuid primary key default gen_random_uuid(),
  phone_number text unique check (phone_number ~ '^\+[1-9][0-9]{5,14}$'),
  name text,
  role text not null check (role in ('admin', 'product_editor', 'support', 'customer')),
  created_at timestamptz not null default now(),
  language text not null default 'fr' check (language in ('fr', 'en')),
  service_consent boolean,
  marketing_consent boolean,
  consent_version text,
  consent_asked_at timestamptz,
  preferences jsonb not null default '{}',
  health jsonb not null default '{}',
  disabled_at timestamptz
);
create index users_role_created on users (role, created_at desc, id desc);
create index users_name_trgm on users using gin (name extensions.gin_trgm_ops) where role = 'customer';

create table customer_aliases (
  alias text primary key,
  user_id uuid not null references users (id) on delete cascade,
  created_at timestamptz not null default now()
);
create index customer_aliases_user on customer_aliases (user_id);

create table consent_logs (
  id uuid primary key default gen_random_uuid(),
  user_id uuid references users (id) on delete cascade,
  consent_given boolean not null,
  timestamp timestamptz not null default now(),
  purpose text not null default 'service' check (purpose in ('service', 'marketing')),
  version text,
  message_id uuid
);
create index consent_logs_user on consent_logs (user_id, timestamp desc);

-- ---------------------------------------------------------------- catalogue
create table products (
  id uuid primary key default gen_random_uuid(),
  name text not null check (length(name) between 1 and 300),
  description text,
  category text,
  price_cfa integer not null check (price_cfa >= 0),
  stock_qty integer not null check (stock_qty >= 0),
  image_url text,
  ingredients text,
  expiration_date date,
  brand text,
  barcode text unique,
  tags text[] default '{}',
  active boolean not null default true,
  cautions jsonb not null default '{}',
  attributes text[] not null default '{}',
  promo_price_cfa integer check (promo_price_cfa >= 0),
  promo_from date,
  promo_to date,
  usage_tip text,
  low_stock_threshold integer not null default 5 check (low_stock_threshold >= 0),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

-- Full text in French without accents, so that "creme" finds "crème".
create text search configuration lea.french_unaccent (copy = pg_catalog.french);
alter text search configuration lea.french_unaccent
  alter mapping for hword, hword_part, word with extensions.unaccent, french_stem;
create function lea.fold(value text) returns text language sql immutable parallel safe strict
  as $$ select lower(extensions.unaccent('extensions.unaccent'::regdictionary, value)) $$;
create function lea.fold_all(labels text[]) returns text[] language sql immutable parallel safe strict
  as $$ select coalesce(array_agg(lea.fold(label)), '{}') from unnest(labels) as label $$;
create function lea.product_document(name text, brand text, category text, attributes text[], tags text[], description text)
  returns tsvector language sql immutable parallel safe as $$
  select setweight(to_tsvector('lea.french_unaccent', coalesce(name, '')), 'A')
      || setweight(to_tsvector('lea.french_unaccent', coalesce(brand, '') || ' ' || coalesce(category, '')), 'B')
      || setweight(to_tsvector('lea.french_unaccent', coalesce(array_to_string(attributes, ' '), '') || ' ' || coalesce(array_to_string(tags, ' '), '')), 'B')
      || setweight(to_tsvector('lea.french_unaccent', coalesce(description, '')), 'C')
$$;
create function lea.product_words(name text, brand text, category text, attributes text[], tags text[])
  returns text language sql immutable parallel safe as $$
  select lea.fold(concat_ws(' ', name, brand, category, array_to_string(attributes, ' '), array_to_string(tags, ' ')))
$$;
alter table products
  add column search tsvector generated always as (lea.product_document(name, brand, category, attributes, tags, description)) stored,
  add column attribute_keys text[] generated always as (lea.fold_all(attributes)) stored,
  add column category_key text generated always as (lea.fold(category)) stored,
  add column brand_key text generated always as (lea.fold(brand)) stored,
  add column words text generated always as (lea.product_words(name, brand, category, attributes, tags)) stored;
create index products_search on products using gin (search) where active;
create index products_name on products (name, id);
-- In order of the lowest price of any day, which is what candidates are taken by.
create index products_price on products (least(price_cfa, promo_price_cfa)) where active;
-- Orders of lists, with the id that ends every one of them; read backwards for the other direction.
create index products_full_price on products (price_cfa, id);
create index products_category_price on products (category, price_cfa, id);
create index products_image on products (image_url) where image_url is not null;
create index products_updated on products (updated_at, id);
create index products_category on products (category_key, least(price_cfa, promo_price_cfa)) where active;
create index products_brand on products (brand_key, least(price_cfa, promo_price_cfa)) where active;
create index products_promotions on products (least(price_cfa, promo_price_cfa)) where active and promo_price_cfa is not null;
create index products_attributes on products using gin (attribute_keys) where active;
create index products_expiration on products (expiration_date, id);
create index products_low_stock on products (stock_qty, id);

-- Every word that a product was ever found by: a mistyped word is compared with these, some thousands, instead
-- of with every product. Filled by triggers whoever writes (SECURITY DEFINER, listed in docs/security.md: it only inserts here).
create table lea.product_vocabulary (word text primary key);
create index product_vocabulary_similar on lea.product_vocabulary using gin (word extensions.gin_trgm_ops);
create function lea.learn_words(texts text[]) returns void language sql security definer set search_path = pg_catalog, pg_temp as $$
  insert into lea.product_vocabulary
    select distinct word from unnest(texts) as words, regexp_split_to_table(words, '[^a-z0-9]+') as word
    where length(word) between 3 and 60 order by word
  on conflict do nothing $$;
create function lea.learn_new_products() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform lea.learn_words((select array_agg(words) from fresh));
  return null;
end $$;
create function lea.learn_changed_product() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform lea.learn_words(array[new.words]);
  return null;
end $$;
create trigger learn_new after insert on products referencing new table as fresh
  for each statement execute function lea.learn_new_products();
create trigger learn_changed after update of name, brand, category, attributes, tags on products
  for each row when (old.words is distinct from new.words) execute function lea.learn_changed_product();

-- ---------------------------------------------------------------- conversations
create table conversations (
  id uuid primary key default gen_random_uuid(),
  user_id uuid references users (id) on delete set null,
  started_at timestamptz not null default now(),
  ended_at timestamptz,
  status text not null check (status in ('open', 'closed')),
  mode text not null default 'assistant' check (mode in ('assistant', 'waiting', 'human')),
  assigned_to uuid references users (id) on delete set null,
  chat_id text,
  last_message_at timestamptz not null default now(),
  last_inbound_at timestamptz,
  human_since timestamptz,
  summary text,
  dialogue jsonb not null default '{}',
  unread_count integer not null default 0,
  labels text[] not null default '{}',
  snoozed_until timestamptz,
  -- The actor in the data: when a turn is due, who works on it until when, and the fence against the late.
  due_at timestamptz,
  burst_started_at timestamptz,
  lease_owner text,
  lease_expires_at timestamptz,
  fence bigint not null default 0,
  attempts integer not null default 0,
  dead_at timestamptz
);
create unique index conversations_one_open on conversations (user_id) where status = 'open';
create index conversations_due on conversations (due_at) where due_at is not null;
create index conversations_user on conversations (user_id, started_at desc);
create index conversations_inbox on conversations (status, mode, last_message_at desc, id desc);
create index conversations_recent on conversations (last_message_at desc, id desc);
create index conversations_assigned on conversations (assigned_to, last_message_at desc) where status = 'open';
-- Most have none, and every message rewrites its conversation's row: those stay out.
create index conversations_labels on conversations using gin (labels) where cardinality(labels) > 0;
create index conversations_assignee on conversations (assigned_to) where assigned_to is not null;
create index conversations_started on conversations (started_at);

create table messages (
  id uuid primary key default gen_random_uuid(),
  conversation_id uuid references conversations (id) on delete cascade,
  sender text not null check (sender in ('user', 'assistant', 'human')),
  content text not null,
  timestamp timestamptz not null default now(),
  seq bigint generated always as identity,
  author_id uuid references users (id) on delete set null,
  kind text not null default 'text',
  status text not null default 'received'
    check (status in ('received', 'suggested', 'queued', 'sending', 'sent', 'delivered', 'read', 'failed', 'unknown', 'dropped')),
  provider_id text unique,
  button_id text,
  part jsonb,
  attachment jsonb,
  turn_id uuid,
  handled_at timestamptz,
  edited_at timestamptz,
  deleted_at timestamptz,
  echo_id text,
  send_attempts integer not null default 0,
  received_at timestamptz not null default now()
);
create index messages_thread on messages (conversation_id, timestamp desc, seq desc);
create index messages_unhandled on messages (conversation_id) where sender = 'user' and handled_at is null and deleted_at is null;
create index messages_outbox on messages (conversation_id, seq) where status in ('queued', 'sending');
create index messages_search on messages using gin (to_tsvector('lea.french_unaccent', content));
create index messages_timestamp on messages (timestamp);
create index messages_author on messages (author_id) where author_id is not null;

create table conversation_notes (
  id uuid primary key default gen_random_uuid(),
  conversation_id uuid not null references conversations (id) on delete cascade,
  author_id uuid references users (id) on delete set null,
  content text not null,
  created_at timestamptz not null default now()
);
create index conversation_notes_thread on conversation_notes (conversation_id, created_at);
create index conversation_notes_author on conversation_notes (author_id) where author_id is not null;

-- One row a turn: why Léa said what she said, and what it cost.
create table turns (
  id uuid primary key default gen_random_uuid(),
  conversation_id uuid references conversations (id) on delete cascade,
  user_id uuid references users (id) on delete set null,
  started_at timestamptz not null default now(),
  finished_at timestamptz,
  outcome text not null,
  triage jsonb,
  candidates jsonb,
  model text,
  model_calls integer not null default 0,
  prompt_tokens integer not null default 0,
  cached_tokens integer not null default 0,
  completion_tokens integer not null default 0,
  cost_milli_cfa bigint not null default 0,
  response_ms integer
);
create index turns_conversation on turns (conversation_id, started_at desc);
create index turns_user on turns (user_id, started_at desc);
create index turns_started on turns (started_at);

create table recommendations (
  id uuid primary key default gen_random_uuid(),
  conversation_id uuid references conversations (id) on delete cascade,
  product_id uuid references products (id) on delete set null,
  recommended_at timestamptz not null default now(),
  turn_id uuid,
  rank smallint,
  reason text
);
create index recommendations_conversation on recommendations (conversation_id, recommended_at desc);
create index recommendations_product on recommendations (product_id, recommended_at desc);
create index recommendations_at on recommendations (recommended_at);

create table advisor_alerts (
  id uuid primary key default gen_random_uuid(),
  conversation_id uuid references conversations (id) on delete cascade,
  reason text not null,
  triggered_at timestamptz not null default now(),
  handled_by uuid references users (id),
  handled_at timestamptz,
  category text not null default 'manual',
  severity text not null default 'handoff' check (severity in ('handoff', 'urgent', 'emergency')),
  raised_again_at timestamptz
);
-- One alert a matter, not a message.
create unique index advisor_alerts_one_open on advisor_alerts (conversation_id, category) where handled_at is null;
create index advisor_alerts_open on advisor_alerts (triggered_at) where handled_at is null;
create index advisor_alerts_recent on advisor_alerts (triggered_at desc, id desc);
create index advisor_alerts_conversation on advisor_alerts (conversation_id, triggered_at desc);
create index advisor_alerts_handler on advisor_alerts (handled_by) where handled_by is not null;

create table slack_messages (
  alert_id uuid primary key references advisor_alerts (id) on delete cascade,
  channel text not null,
  ts text not null
);

-- ---------------------------------------------------------------- orders
create table orders (
  id uuid primary key default gen_random_uuid(),
  conversation_id uuid references conversations (id) on delete set null,
  order_link text not null,
  status text not null check (status in ('pending', 'completed', 'cancelled')),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  user_id uuid references users (id) on delete set null,
  code text unique,
  amount_cfa integer not null default 0 check (amount_cfa >= 0),
  source text not null default 'assistant' check (source in ('assistant', 'human', 'campaign')),
  campaign_id uuid,
  coupon_id uuid,
  clicks integer not null default 0,
  first_clicked_at timestamptz,
  completed_at timestamptz,
  delivered_at timestamptz,
  tracking_url text
);
create index orders_conversation on orders (conversation_id, created_at desc);
create index orders_user on orders (user_id, created_at desc);
create index orders_recent on orders (created_at desc, id desc);
create index orders_status on orders (status, created_at desc);
create index orders_campaign on orders (campaign_id) where campaign_id is not null;
create index orders_completed on orders (completed_at) where status = 'completed';

create table order_items (
  order_id uuid not null references orders (id) on delete cascade,
  line smallint not null,
  product_id uuid references products (id) on delete set null,
  name text not null,
  quantity integer not null check (quantity between 1 and 999),
  unit_price_cfa integer not null check (unit_price_cfa >= 0),
  primary key (order_id, line)
);
create index order_items_product on order_items (product_id);

-- ---------------------------------------------------------------- loyalty and campaigns
create table loyalty_coupons (
  id uuid primary key default gen_random_uuid(),
  user_id uuid references users (id) on delete cascade,
  code text unique not null,
  discount_pct integer not null check (discount_pct between 1 and 100),
  valid_from date not null,
  valid_to date not null check (valid_to >= valid_from),
  used boolean not null default false,
  score integer,
  reasons jsonb not null default '[]',
  budget_cfa integer not null default 0,
  order_id uuid references orders (id) on delete set null,
  redeemed_at timestamptz,
  created_at timestamptz not null default now()
);
create index loyalty_coupons_user on loyalty_coupons (user_id, created_at desc);
create index loyalty_coupons_recent on loyalty_coupons (created_at desc, id desc);
create index loyalty_coupons_order on loyalty_coupons (order_id) where order_id is not null;
alter table orders add foreign key (coupon_id) references loyalty_coupons (id) on delete set null;
create index orders_coupon on orders (coupon_id) where coupon_id is not null;

create table campaigns (
  id uuid primary key default gen_random_uuid(),
  name text not null,
  type text not null check (type in ('survey', 'reactivation', 'usage_tip', 'restock')),
  template text not null,
  audience jsonb not null default '{}',
  coupon_pct integer check (coupon_pct between 1 and 100),
  state text not null default 'draft' check (state in ('draft', 'running', 'paused', 'done')),
  created_by uuid references users (id) on delete set null,
  created_at timestamptz not null default now(),
  started_at timestamptz,
  finished_at timestamptz
);
create index campaigns_recent on campaigns (created_at desc, id desc);
create index campaigns_author on campaigns (created_by) where created_by is not null;
alter table orders add foreign key (campaign_id) references campaigns (id) on delete set null;

create table campaign_messages (
  id uuid primary key default gen_random_uuid(),
  user_id uuid references users (id) on delete cascade,
  type text not null check (type in ('survey', 'reactivation', 'usage_tip', 'restock')),
  sent_at timestamptz,
  status text not null check (status in ('pending', 'sent', 'failed')),
  campaign_id uuid references campaigns (id) on delete set null,
  -- What it is sent for ("order:<id>"): never twice for the same cause.
  cause text,
  due_at timestamptz not null default now(),
  order_id uuid references orders (id) on delete set null,
  product_id uuid references products (id) on delete set null,
  coupon_id uuid references loyalty_coupons (id) on delete set null,
  message_id uuid references messages (id) on delete set null,
  replied_at timestamptz,
  failure text,
  created_at timestamptz not null default now()
);
create unique index campaign_messages_cause on campaign_messages (user_id, type, cause);
create index campaign_messages_due on campaign_messages (due_at) where status = 'pending';
create index campaign_messages_user on campaign_messages (user_id, created_at desc);
create index campaign_messages_sent on campaign_messages (sent_at desc) where sent_at is not null;
create index campaign_messages_coupon on campaign_messages (coupon_id) where coupon_id is not null;
create index campaign_messages_campaign on campaign_messages (campaign_id, status);
create index campaign_messages_order on campaign_messages (order_id) where order_id is not null;
create index campaign_messages_product on campaign_messages (product_id) where product_id is not null;
create index campaign_messages_message on campaign_messages (message_id) where message_id is not null;

create table survey_answers (
  id uuid primary key default gen_random_uuid(),
  campaign_message_id uuid unique references campaign_messages (id) on delete set null,
  conversation_id uuid references conversations (id) on delete set null,
  order_id uuid references orders (id) on delete set null,
  user_id uuid references users (id) on delete cascade,
  score smallint not null check (score between 1 and 5),
  comment text,
  answered_at timestamptz not null default now()
);
create index survey_answers_at on survey_answers (answered_at desc, id desc);
create index survey_answers_user on survey_answers (user_id);
create index survey_answers_conversation on survey_answers (conversation_id) where conversation_id is not null;
create index survey_answers_order on survey_answers (order_id) where order_id is not null;

-- ---------------------------------------------------------------- demand
create table unmet_demand (
  id uuid primary key default gen_random_uuid(),
  conversation_id uuid references conversations (id) on delete set null,
  query text not null,
  need_key text not null,
  category text,
  reason text not null check (reason in ('not_found', 'out_of_stock', 'too_expensive', 'unsuitable')),
  product_id uuid references products (id) on delete set null,
  asked_at timestamptz not null default now()
);
create index unmet_demand_at on unmet_demand (asked_at desc, id desc);
create index unmet_demand_conversation on unmet_demand (conversation_id);
create index unmet_demand_product on unmet_demand (product_id) where product_id is not null;

create table restock_requests (
  user_id uuid not null references users (id) on delete cascade,
  product_id uuid not null references products (id) on delete cascade,
  requested_at timestamptz not null default now(),
  notified_at timestamptz,
  primary key (user_id, product_id)
);
create index restock_requests_product on restock_requests (product_id);

-- ---------------------------------------------------------------- settings, audit, privacy
-- Append-only versions; the newest row is in force.
create table settings (
  version integer generated always as identity primary key,
  value jsonb not null,
  created_at timestamptz not null default now(),
  created_by uuid references users (id) on delete set null
);
create index settings_author on settings (created_by) where created_by is not null;

create table audit_logs (
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  actor_id uuid,
  actor_role text not null,
  action text not null,
  table_name text not null,
  row_id text,
  columns text[] not null default '{}'
);
create index audit_logs_at on audit_logs (at desc, id desc);

create table deletion_logs (
  id uuid primary key default gen_random_uuid(),
  subject_hash text not null,
  deleted_at timestamptz not null default now(),
  requested_by text not null check (requested_by in ('customer', 'staff', 'retention')),
  counts jsonb not null,
  consents jsonb not null default '[]',
  hash_expires_at timestamptz not null
);
create index deletion_logs_at on deletion_logs (deleted_at desc, id desc);

-- Keyed hashes of what an erased person's late redeliveries would carry; they fade after 30 days.
create table erased_keys (
  key_hash text primary key,
  expires_at timestamptz not null
);

-- The address of an erased person until the one confirmation is sent.
create table erasure_confirmations (
  id uuid primary key,
  chat_id text not null,
  language text not null,
  created_at timestamptz not null default now()
);

create table quarantined_events (
  id uuid primary key default gen_random_uuid(),
  received_at timestamptz not null default now(),
  channel text not null,
  reason text not null,
  raw jsonb not null
);
create index quarantined_events_at on quarantined_events (received_at);

create table idempotency_keys (
  scope text not null,
  key text not null,
  created_at timestamptz not null default now(),
  request_hash text not null,
  response jsonb,
  primary key (scope, key)
);
create index idempotency_keys_at on idempotency_keys (created_at);

create table export_links (
  token_hash text primary key,
  user_id uuid not null references users (id) on delete cascade,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index export_links_user on export_links (user_id);

create table push_subscriptions (
  endpoint text primary key,
  user_id uuid not null references users (id) on delete cascade,
  keys jsonb not null,
  created_at timestamptz not null default now()
);
create index push_subscriptions_user on push_subscriptions (user_id);

-- Counts by day for reports: they survive an erasure because no person is in them.
create table kpi_daily (
  day date not null,
  metric text not null,
  label text not null default '',
  value bigint not null default 0,
  primary key (day, metric, label)
);
