-- Where the files of an erased person lie, until the job that deletes them is done: so the job's own payload, which
-- the queue keeps for a day, names nobody.
create table media_purges (
  id uuid primary key,
  folders text[] not null,
  created_at timestamptz not null default now()
);
alter table media_purges enable row level security;
alter table media_purges force row level security;
do $$ begin execute format('create policy owner_all on media_purges to %I using (true) with check (true)', current_user); end $$;
revoke all on media_purges from anon, authenticated, service_role;
grant select, insert, update, delete on media_purges to service_role;
create policy service_all on media_purges to service_role using (true) with check (true);
