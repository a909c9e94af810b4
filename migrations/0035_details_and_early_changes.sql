-- What a message carries beside words and files: a basket of WhatsApp's catalogue, the advertisement that it came from.
alter table messages add column details jsonb;

-- Edits and deletions that came before their message, until it comes; `text` is null for a deletion.
create table early_changes (
  provider_id text primary key,
  chat_id text,
  text text,
  received_at timestamptz not null default now()
);
create index early_changes_at on early_changes (received_at);
alter table early_changes enable row level security;
alter table early_changes force row level security;
do $$ begin execute format('create policy owner_all on early_changes to %I using (true) with check (true)', current_user); end $$;
revoke all on early_changes from anon, authenticated, service_role;
grant select, insert, update, delete on early_changes to service_role;
create policy service_all on early_changes to service_role using (true) with check (true);
