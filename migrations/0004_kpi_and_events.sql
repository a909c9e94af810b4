-- Figures, live events, operator's alerts, and what retention needs.

-- ---------------------------------------------------------------- figures
-- Day by day and without persons. Triggers append what changed to kpi_changes, so that two turns never wait
-- for one counter's row; a job folds the changes into kpi_daily. A report adds both and is exact at any time.
create table kpi_changes (
  id bigint generated always as identity primary key,
  day date not null,
  metric text not null,
  label text not null default '',
  value bigint not null
);
create index kpi_changes_metric on kpi_changes (metric, day);
create index kpi_daily_metric on kpi_daily (metric, day) include (label, value);

-- How far each conversation came, so that it is counted once a step. It goes with the conversation; the
-- counts stay.
create table kpi_conversations (
  conversation_id uuid primary key references conversations (id) on delete cascade,
  handed boolean not null default false,
  recommended_on date,
  ordered_on date,
  clicked_on date,
  completed_on date
);

-- The shop's time zone, in which a day begins; the server keeps it equal to the setting.
create table kpi_clock (
  only_row boolean primary key default true check (only_row),
  time_zone text not null
);

create index unmet_demand_key on unmet_demand (need_key);

-- ---------------------------------------------------------------- operator
-- What the operator was told, for the whole fleet: each state once.
create table operator_alerts (
  key text primary key,
  message text not null,
  raised_at timestamptz not null default now(),
  cleared_at timestamptz,
  told_at timestamptz,
  tried_at timestamptz not null default now()
);

do $$ declare t text; begin
  foreach t in array array['kpi_changes', 'kpi_conversations', 'kpi_clock', 'operator_alerts'] loop
    execute format('alter table public.%I enable row level security', t);
    execute format('alter table public.%I force row level security', t);
    execute format('create policy owner_all on public.%I to %I using (true) with check (true)', t, current_user);
    execute format('revoke all on %I from anon, authenticated, service_role', t);
    execute format('grant select, insert, update, delete on %I to service_role', t);
    execute format('create policy service_all on %I to service_role using (true) with check (true)', t);
  end loop;
  foreach t in array array['kpi_changes', 'operator_alerts'] loop
    execute format('grant select on %I to authenticated', t);
    execute format('create policy admin_read on %I for select to authenticated using ((select lea.user_role()) = ''admin'')', t);
  end loop;
end $$;
grant usage on sequence kpi_changes_id_seq to service_role;
grant select on lea.migrations to service_role;

create function lea.shop_day(at timestamptz) returns date language sql stable
  as $$ select (at at time zone coalesce((select time_zone from public.kpi_clock), 'Africa/Libreville'))::date $$;

-- A label must never be a customer's words, whatever somebody wrote into the column.
create function lea.code_or_other(label text) returns text language sql immutable
  as $$ select case when label ~ '^[a-z][a-z_]{0,39}$' then label else 'other' end $$;

-- The trigger functions are SECURITY DEFINER (listed in docs/security.md): whoever writes a row is counted,
-- and nobody else may write the counters.
create function lea.kpi_conversations_in() returns trigger language plpgsql security definer set search_path = pg_catalog, public, lea, pg_temp as $$
begin
  insert into kpi_changes (day, metric, value) select lea.shop_day(started_at), 'conversations', count(*) from fresh group by 1;
  if exists (select from fresh where mode <> 'assistant') then
    insert into kpi_conversations (conversation_id, handed) select id, true from fresh where mode <> 'assistant';
    insert into kpi_changes (day, metric, value) select lea.shop_day(started_at), 'handed', count(*) from fresh where mode <> 'assistant' group by 1;
  end if;
  return null;
end $$;
create trigger kpi_in after insert on conversations referencing new table as fresh for each statement execute function lea.kpi_conversations_in();

create function lea.kpi_conversation_handed() returns trigger language plpgsql security definer set search_path = pg_catalog, public, lea, pg_temp as $$
begin
  insert into kpi_conversations as k (conversation_id, handed) values (new.id, true)
    on conflict (conversation_id) do update set handed = true where not k.handed;
  if found then insert into kpi_changes (day, metric, value) values (lea.shop_day(new.started_at), 'handed', 1); end if;
  return null;
end $$;
create trigger kpi_handed after update of mode on conversations for each row
  when (old.mode = 'assistant' and new.mode <> 'assistant') execute function lea.kpi_conversation_handed();

create function lea.kpi_recommendations_in() returns trigger language plpgsql security definer set search_path = pg_catalog, public, lea, pg_temp as $$
begin
  with first_time as (
    insert into kpi_conversations as k (conversation_id, recommended_on)
      select conversation_id, lea.shop_day(min(recommended_at)) from fresh where conversation_id is not null group by 1 order by 1
      on conflict (conversation_id) do update set recommended_on = excluded.recommended_on where k.recommended_on is null
      returning recommended_on, completed_on)
  insert into kpi_changes (day, metric, value)
    select recommended_on, metric, count(*) from first_time, unnest(array['recommended', 'converted']) metric
    where metric = 'recommended' or completed_on is not null group by 1, 2;
  insert into kpi_changes (day, metric, label, value)
    select lea.shop_day(recommended_at), 'product_recommended', product_id::text, count(*) from fresh where product_id is not null group by 1, 3;
  return null;
end $$;
create trigger kpi_in after insert on recommendations referencing new table as fresh for each statement execute function lea.kpi_recommendations_in();

-- An order's part in the figures follows from the order alone, so that unlinking it from a person changes nothing.
create function lea.kpi_order(before orders, after orders) returns void language plpgsql set search_path = pg_catalog, public, lea, pg_temp as $$
declare
  was boolean := coalesce(before.status = 'completed', false);
  is_now boolean := coalesce(after.status = 'completed', false);
  sold_on date := case when after.status = 'completed' then lea.shop_day(coalesce(after.completed_at, after.updated_at)) end;
begin
  if was then
    insert into kpi_changes (day, metric, label, value)
      select lea.shop_day(coalesce(before.completed_at, before.updated_at)), metric, before.source, case metric when 'orders' then -1 else -before.amount_cfa end
      from unnest(array['orders', 'sales_cfa']) metric;
  end if;
  if is_now then
    insert into kpi_changes (day, metric, label, value)
      select sold_on, metric, after.source, case metric when 'orders' then 1 else after.amount_cfa end from unnest(array['orders', 'sales_cfa']) metric;
  end if;
  if is_now and not was then
    insert into kpi_changes (day, metric, label, value)
      select sold_on, 'product_sold', product_id::text, sum(quantity) from order_items where order_id = after.id and product_id is not null group by product_id;
  end if;
  if after.conversation_id is null then return; end if;
  if before.id is null then perform lea.kpi_step(after.conversation_id, 'ordered', lea.shop_day(after.created_at)); end if;
  if after.clicks > 0 and coalesce(before.clicks, 0) = 0 then
    perform lea.kpi_step(after.conversation_id, 'clicked', lea.shop_day(coalesce(after.first_clicked_at, after.updated_at)));
  end if;
  if is_now and not was then perform lea.kpi_step(after.conversation_id, 'completed', sold_on); end if;
end $$;

-- Counts a conversation for a step unless it was counted before; a completed order after a recommendation is
-- a conversion of the day of the first recommendation.
create function lea.kpi_step(conversation uuid, step text, reached_on date) returns void language plpgsql set search_path = pg_catalog, public, lea, pg_temp as $$
declare recommended date;
begin
  insert into kpi_conversations as k (conversation_id, ordered_on, clicked_on, completed_on)
    values (conversation, case when step = 'ordered' then reached_on end, case when step = 'clicked' then reached_on end, case when step = 'completed' then reached_on end)
    on conflict (conversation_id) do update set
      ordered_on = coalesce(k.ordered_on, excluded.ordered_on), clicked_on = coalesce(k.clicked_on, excluded.clicked_on), completed_on = coalesce(k.completed_on, excluded.completed_on)
    where case step when 'ordered' then k.ordered_on when 'clicked' then k.clicked_on else k.completed_on end is null
    returning recommended_on into recommended;
  if not found then return; end if;
  insert into kpi_changes (day, metric, value) values (reached_on, step, 1);
  if step = 'completed' and recommended is not null then insert into kpi_changes (day, metric, value) values (recommended, 'converted', 1); end if;
end $$;

create function lea.kpi_order_in() returns trigger language plpgsql security definer set search_path = pg_catalog, public, lea, pg_temp as $$
begin
  perform lea.kpi_order(null, new);
  return null;
end $$;
create function lea.kpi_order_changed() returns trigger language plpgsql security definer set search_path = pg_catalog, public, lea, pg_temp as $$
begin
  perform lea.kpi_order(old, new);
  return null;
end $$;
create trigger kpi_in after insert on orders for each row execute function lea.kpi_order_in();
create trigger kpi_changed after update on orders for each row
  when (old.status is distinct from new.status or (old.clicks = 0 and new.clicks > 0) or (new.status = 'completed'
    and (old.amount_cfa, old.source, old.completed_at) is distinct from (new.amount_cfa, new.source, new.completed_at)))
  execute function lea.kpi_order_changed();

-- Lines that are written after their order was completed.
create function lea.kpi_order_items_in() returns trigger language plpgsql security definer set search_path = pg_catalog, public, lea, pg_temp as $$
begin
  insert into kpi_changes (day, metric, label, value)
    select lea.shop_day(coalesce(o.completed_at, o.updated_at)), 'product_sold', i.product_id::text, sum(i.quantity)
    from fresh i join orders o on o.id = i.order_id where o.status = 'completed' and i.product_id is not null group by 1, 3;
  return null;
end $$;
create trigger kpi_in after insert on order_items referencing new table as fresh for each statement execute function lea.kpi_order_items_in();

create function lea.kpi_turns_in() returns trigger language plpgsql security definer set search_path = pg_catalog, public, lea, pg_temp as $$
begin
  insert into kpi_changes (day, metric, value)
    select day, metric, case metric when 'turns' then turns when 'model_milli_cfa' then cost when 'responses' then responses else waited end
    from (select lea.shop_day(started_at) as day, count(*) as turns, sum(cost_milli_cfa)::bigint as cost,
            count(response_ms) filter (where outcome not in ('silent', 'suggested')) as responses,
            coalesce(sum(response_ms) filter (where outcome not in ('silent', 'suggested')), 0) as waited
          from fresh group by 1) sums, unnest(array['turns', 'model_milli_cfa', 'responses', 'response_ms']) metric
    where metric = 'turns' or (metric = 'model_milli_cfa' and cost <> 0) or (metric in ('responses', 'response_ms') and responses > 0);
  return null;
end $$;
create trigger kpi_in after insert on turns referencing new table as fresh for each statement execute function lea.kpi_turns_in();

create function lea.kpi_answers() returns trigger language plpgsql security definer set search_path = pg_catalog, public, lea, pg_temp as $$
begin
  if tg_op = 'UPDATE' then
    insert into kpi_changes (day, metric, value) values (lea.shop_day(old.answered_at), 'score_sum', -old.score), (lea.shop_day(old.answered_at), 'scores', -1);
  end if;
  insert into kpi_changes (day, metric, value) values (lea.shop_day(new.answered_at), 'score_sum', new.score), (lea.shop_day(new.answered_at), 'scores', 1);
  return null;
end $$;
create trigger kpi_in after insert on survey_answers for each row execute function lea.kpi_answers();
create trigger kpi_changed after update of score, answered_at on survey_answers for each row
  when ((old.score, old.answered_at) is distinct from (new.score, new.answered_at)) execute function lea.kpi_answers();

-- An answer of Léa's that waits for approval is work for an advisor, but no escalation.
create function lea.kpi_alerts_in() returns trigger language plpgsql security definer set search_path = pg_catalog, public, lea, pg_temp as $$
begin
  insert into kpi_changes (day, metric, label, value) values (lea.shop_day(new.triggered_at), 'escalations', lea.code_or_other(new.category), 1);
  return null;
end $$;
create trigger kpi_in after insert on advisor_alerts for each row when (new.category <> 'approval') execute function lea.kpi_alerts_in();

create function lea.kpi_demand_in() returns trigger language plpgsql security definer set search_path = pg_catalog, public, lea, pg_temp as $$
begin
  insert into kpi_changes (day, metric, label, value) select lea.shop_day(asked_at), 'unmet', reason, count(*) from fresh group by 1, 3;
  return null;
end $$;
create trigger kpi_in after insert on unmet_demand referencing new table as fresh for each statement execute function lea.kpi_demand_in();

-- The words of a need may be somebody's own. When rows go (erasure, retention), a need is remembered by its
-- words only if at least two other customers asked for the same; the number of needs stays in any case.
create function lea.kpi_demand_out() returns trigger language plpgsql security definer set search_path = pg_catalog, public, lea, pg_temp as $$
begin
  insert into kpi_changes (day, metric, label, value)
    select lea.shop_day(asked_at), 'unmet_kept', need_key, count(*) from gone
    where exists (select from kpi_daily where metric = 'unmet_kept' and label = gone.need_key)
       or (select count(*) from (select distinct c.user_id from unmet_demand u join conversations c on c.id = u.conversation_id where u.need_key = gone.need_key limit 2) others) = 2
    group by 1, 3;
  return null;
end $$;
create trigger kpi_out after delete on unmet_demand referencing old table as gone for each statement execute function lea.kpi_demand_out();

-- What was there before there were triggers.
insert into kpi_conversations (conversation_id, handed, recommended_on, ordered_on, clicked_on, completed_on)
  select c.id, c.mode <> 'assistant' or exists (select from messages m where m.conversation_id = c.id and m.sender = 'human'),
    (select lea.shop_day(min(recommended_at)) from recommendations r where r.conversation_id = c.id),
    (select lea.shop_day(min(created_at)) from orders o where o.conversation_id = c.id),
    (select lea.shop_day(min(coalesce(first_clicked_at, updated_at))) from orders o where o.conversation_id = c.id and clicks > 0),
    (select lea.shop_day(min(coalesce(completed_at, updated_at))) from orders o where o.conversation_id = c.id and status = 'completed')
  from conversations c;
insert into kpi_changes (day, metric, label, value)
  select lea.shop_day(started_at), 'conversations', '', count(*) from conversations group by 1
  union all select lea.shop_day(c.started_at), 'handed', '', count(*) from kpi_conversations k join conversations c on c.id = k.conversation_id where handed group by 1
  union all select recommended_on, 'recommended', '', count(*) from kpi_conversations where recommended_on is not null group by 1
  union all select recommended_on, 'converted', '', count(*) from kpi_conversations where recommended_on is not null and completed_on is not null group by 1
  union all select ordered_on, 'ordered', '', count(*) from kpi_conversations where ordered_on is not null group by 1
  union all select clicked_on, 'clicked', '', count(*) from kpi_conversations where clicked_on is not null group by 1
  union all select completed_on, 'completed', '', count(*) from kpi_conversations where completed_on is not null group by 1
  union all select lea.shop_day(recommended_at), 'product_recommended', product_id::text, count(*) from recommendations where product_id is not null group by 1, 3
  union all select lea.shop_day(coalesce(completed_at, updated_at)), 'orders', source, count(*) from orders where status = 'completed' group by 1, 3
  union all select lea.shop_day(coalesce(completed_at, updated_at)), 'sales_cfa', source, sum(amount_cfa) from orders where status = 'completed' group by 1, 3
  union all select lea.shop_day(coalesce(o.completed_at, o.updated_at)), 'product_sold', i.product_id::text, sum(i.quantity)
    from order_items i join orders o on o.id = i.order_id where o.status = 'completed' and i.product_id is not null group by 1, 3
  union all select lea.shop_day(started_at), 'turns', '', count(*) from turns group by 1
  union all select lea.shop_day(started_at), 'model_milli_cfa', '', sum(cost_milli_cfa)::bigint from turns group by 1
  union all select lea.shop_day(started_at), 'responses', '', count(*) from turns where response_ms is not null and outcome not in ('silent', 'suggested') group by 1
  union all select lea.shop_day(started_at), 'response_ms', '', sum(response_ms) from turns where response_ms is not null and outcome not in ('silent', 'suggested') group by 1
  union all select lea.shop_day(answered_at), 'scores', '', count(*) from survey_answers group by 1
  union all select lea.shop_day(answered_at), 'score_sum', '', sum(score) from survey_answers group by 1
  union all select lea.shop_day(triggered_at), 'escalations', lea.code_or_other(category), count(*) from advisor_alerts where category <> 'approval' group by 1, 3
  union all select lea.shop_day(asked_at), 'unmet', reason, count(*) from unmet_demand group by 1, 3;

-- ---------------------------------------------------------------- live events
-- What changed, by ids only, for the staff's screens; minutes of it are kept. Unlogged: a crash empties it, and
-- the screens then read everything again. Ordered by transaction, so that a late commit is not missed.
create unlogged table live_changes (
  tx xid8 not null default pg_current_xact_id(),
  id uuid not null default gen_random_uuid(),
  at timestamptz not null default now(),
  type text not null,
  row_id uuid,
  conversation_id uuid,
  primary key (tx, id)
);
create index live_changes_at on live_changes (at);
alter table live_changes enable row level security;
alter table live_changes force row level security;
do $$ begin execute format('create policy owner_all on live_changes to %I using (true) with check (true)', current_user); end $$;
revoke all on live_changes from anon, authenticated, service_role;
grant select, delete on live_changes to service_role;
create policy service_read on live_changes for select to service_role using (true);
create policy service_prune on live_changes for delete to service_role using (true);

-- NOTIFY makes committing transactions wait for each other, which cost seven eighths of the inserts a second
-- when every one did it. So one transaction at a time wakes the listeners; what commits beside it is found by
-- their next look, half a second later at most.
create function lea.tell(type text, id uuid, conversation uuid) returns void language plpgsql security definer set search_path = pg_catalog, public, lea, pg_temp as $$
begin
  insert into live_changes (type, row_id, conversation_id) values (type, id, conversation);
  if pg_try_advisory_xact_lock(7305245) then perform pg_notify('lea_events', ''); end if;
end $$;

create function lea.live_messages_in() returns trigger language plpgsql security definer set search_path = pg_catalog, public, lea, pg_temp as $$
begin
  insert into live_changes (type, row_id, conversation_id) select 'message', id, conversation_id from fresh;
  if pg_try_advisory_xact_lock(7305245) then perform pg_notify('lea_events', ''); end if;
  return null;
end $$;
create trigger live_in after insert on messages referencing new table as fresh for each statement execute function lea.live_messages_in();

create function lea.live_row() returns trigger language plpgsql security definer set search_path = pg_catalog, public, lea, pg_temp as $$
begin
  if tg_op = 'DELETE' then
    perform lea.tell(tg_argv[0], old.id, old.id);
  elsif tg_argv[0] = 'conversation' then
    perform lea.tell(tg_argv[0], new.id, new.id);
  else
    perform lea.tell(tg_argv[0], new.id, new.conversation_id);
  end if;
  return null;
end $$;
create trigger live_changed after update of status, content, attachment, edited_at, deleted_at on messages for each row
  when (old.content is distinct from new.content or old.edited_at is distinct from new.edited_at or old.deleted_at is distinct from new.deleted_at
    or old.attachment is distinct from new.attachment or (old.status is distinct from new.status and new.status not in ('queued', 'sending')))
  execute function lea.live_row('message');

create trigger live_in after insert on conversations for each row execute function lea.live_row('conversation');
create trigger live_changed after update of mode, status, assigned_to, labels, snoozed_until, unread_count, dead_at, user_id, summary on conversations for each row
  when ((old.mode, old.status, old.assigned_to, old.labels, old.snoozed_until, old.dead_at, old.user_id, old.summary)
    is distinct from (new.mode, new.status, new.assigned_to, new.labels, new.snoozed_until, new.dead_at, new.user_id, new.summary)
    or (old.unread_count > 0 and new.unread_count = 0))
  execute function lea.live_row('conversation');
create trigger live_out after delete on conversations for each row execute function lea.live_row('conversation');

create trigger live_in after insert on advisor_alerts for each row execute function lea.live_row('alert');
create trigger live_changed after update of handled_at, handled_by, raised_again_at, severity on advisor_alerts for each row
  when ((old.handled_at, old.handled_by, old.raised_again_at, old.severity) is distinct from (new.handled_at, new.handled_by, new.raised_again_at, new.severity))
  execute function lea.live_row('alert');

create trigger live_in after insert on orders for each row execute function lea.live_row('order');
create trigger live_changed after update on orders for each row
  when ((old.status, old.amount_cfa, old.clicks, old.delivered_at, old.tracking_url) is distinct from (new.status, new.amount_cfa, new.clicks, new.delivered_at, new.tracking_url))
  execute function lea.live_row('order');

-- Above fifty rows in one statement (an import) one event without an id stands for all.
create function lea.live_products() returns trigger language plpgsql security definer set search_path = pg_catalog, public, lea, pg_temp as $$
begin
  if (select count(*) from (select from changed limit 51) as several) > 50 then
    perform lea.tell('product', null, null);
  else
    perform lea.tell('product', id, null) from changed;
  end if;
  return null;
end $$;
create trigger live_in after insert on products referencing new table as changed for each statement execute function lea.live_products();
create trigger live_changed after update on products referencing new table as changed for each statement execute function lea.live_products();
create trigger live_out after delete on products referencing old table as changed for each statement execute function lea.live_products();

create function lea.live_settings() returns trigger language plpgsql security definer set search_path = pg_catalog, public, lea, pg_temp as $$
begin
  perform lea.tell('settings', null, null);
  return null;
end $$;
create trigger live_in after insert on settings for each statement execute function lea.live_settings();

-- ---------------------------------------------------------------- retention
create index conversations_last on conversations (last_message_at);
create index conversations_dead on conversations (dead_at) where dead_at is not null;
create index export_links_expiry on export_links (expires_at);
create index erased_keys_expiry on erased_keys (expires_at);

-- Nobody updates the deletion log; only what has outlived its proof fades. SECURITY DEFINER, listed in
-- docs/security.md.
create function lea.fade_deletion_hashes() returns bigint language plpgsql security definer set search_path = pg_catalog, public, lea, pg_temp as $$
declare faded bigint;
begin
  update deletion_logs set subject_hash = '' where hash_expires_at < now() and subject_hash <> '';
  get diagnostics faded = row_count;
  return faded;
end $$;

revoke all on all functions in schema lea from public;
grant execute on function lea.shop_day(timestamptz), lea.code_or_other(text) to anon, authenticated, service_role;
grant execute on function lea.fade_deletion_hashes() to service_role;
