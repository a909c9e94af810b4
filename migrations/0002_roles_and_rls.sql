-- Roles named as on Supabase, row-level security forced on every table, least privilege by grant and by policy.
do $$ declare r text; begin
  foreach r in array array['anon', 'authenticated', 'service_role'] loop
    if not exists (select from pg_roles where rolname = r) then execute format('create role %I nologin noinherit', r); end if;
  end loop;
end $$;

revoke all on schema public from public;
grant usage on schema public, lea, extensions to anon, authenticated, service_role;
-- Supabase grants everything to these by default; start from nothing.
revoke all on all tables in schema public from anon, authenticated, service_role;
revoke all on all sequences in schema public from anon, authenticated, service_role;
alter default privileges in schema public revoke all on tables from anon, authenticated, service_role;
alter default privileges in schema public revoke all on sequences from anon, authenticated, service_role;
revoke all on all functions in schema lea from public;
grant execute on all functions in schema lea to anon, authenticated, service_role;
revoke all on function lea.learn_words(text[]), lea.learn_new_products(), lea.learn_changed_product() from anon, authenticated, service_role;
grant select on lea.product_vocabulary to service_role;

create function lea.claims() returns jsonb language sql stable parallel safe
  as $$ select coalesce(nullif(current_setting('request.jwt.claims', true), '')::jsonb, '{}') $$;
create function lea.user_role() returns text language sql stable parallel safe
  as $$ select coalesce(lea.claims() ->> 'user_role', '') $$;
create function lea.user_id() returns uuid language sql stable parallel safe
  as $$ select nullif(lea.claims() ->> 'sub', '')::uuid $$;
grant execute on function lea.claims(), lea.user_role(), lea.user_id() to anon, authenticated, service_role;

-- FORCE binds the owner too; migrations and backups pass through this policy.
do $$ declare t text; begin
  for t in select tablename from pg_tables where schemaname = 'public' and tablename not like 'knex%' loop
    execute format('alter table public.%I enable row level security', t);
    execute format('alter table public.%I force row level security', t);
    execute format('create policy owner_all on public.%I to %I using (true) with check (true)', t, current_user);
  end loop;
end $$;

-- products
grant select on products to anon, authenticated, service_role;
grant insert, update, delete on products to authenticated;
grant update (stock_qty, updated_at) on products to service_role;
create policy public_read on products for select to anon using (active);
create policy staff_read on products for select to authenticated
  using (active or (select lea.user_role()) in ('support', 'product_editor', 'admin'));
create policy editors_insert on products for insert to authenticated with check ((select lea.user_role()) in ('product_editor', 'admin'));
create policy editors_update on products for update to authenticated
  using ((select lea.user_role()) in ('product_editor', 'admin')) with check ((select lea.user_role()) in ('product_editor', 'admin'));
create policy editors_delete on products for delete to authenticated using ((select lea.user_role()) in ('product_editor', 'admin'));
create policy service_read on products for select to service_role using (true);
create policy service_stock on products for update to service_role using (true) with check (true);

-- users
grant select, insert, update on users to authenticated;
grant select, insert, update, delete on users to service_role;
create policy admin_read on users for select to authenticated using ((select lea.user_role()) = 'admin');
create policy support_read on users for select to authenticated using ((select lea.user_role()) = 'support' and role = 'customer');
create policy own_row on users for select to authenticated
  using (id = (select lea.user_id()) and (select lea.user_role()) in ('support', 'product_editor', 'admin'));
create policy admin_insert on users for insert to authenticated with check ((select lea.user_role()) = 'admin');
create policy admin_update on users for update to authenticated
  using ((select lea.user_role()) = 'admin') with check ((select lea.user_role()) = 'admin');
create policy service_all on users to service_role using (true) with check (true);

-- consent_logs: append-only until an erasure
grant select, insert on consent_logs to authenticated;
grant select, insert, delete on consent_logs to service_role;
create policy staff_read on consent_logs for select to authenticated using ((select lea.user_role()) in ('support', 'admin'));
create policy staff_insert on consent_logs for insert to authenticated with check ((select lea.user_role()) in ('support', 'admin'));
create policy service_read on consent_logs for select to service_role using (true);
create policy service_insert on consent_logs for insert to service_role with check (true);
create policy service_erase on consent_logs for delete to service_role using (true);

-- conversations
grant select, insert, update on conversations to authenticated;
grant select, insert, update, delete on conversations to service_role;
create policy staff_read on conversations for select to authenticated using ((select lea.user_role()) in ('support', 'admin'));
create policy staff_insert on conversations for insert to authenticated with check ((select lea.user_role()) in ('support', 'admin'));
create policy staff_update on conversations for update to authenticated
  using ((select lea.user_role()) in ('support', 'admin')) with check ((select lea.user_role()) in ('support', 'admin'));
create policy service_all on conversations to service_role using (true) with check (true);

-- messages: staff write as humans only
grant select, insert on messages to authenticated;
grant select, insert, update, delete on messages to service_role;
create policy staff_read on messages for select to authenticated using ((select lea.user_role()) in ('support', 'admin'));
create policy staff_insert on messages for insert to authenticated
  with check ((select lea.user_role()) in ('support', 'admin') and sender = 'human');
create policy service_all on messages to service_role using (true) with check (true);

-- recommendations
grant select on recommendations to authenticated;
grant select, insert, update, delete on recommendations to service_role;
create policy staff_read on recommendations for select to authenticated
  using ((select lea.user_role()) in ('support', 'product_editor', 'admin'));
create policy service_all on recommendations to service_role using (true) with check (true);

-- loyalty_coupons: support may redeem and nothing else (guarded below)
grant select, insert, update on loyalty_coupons to authenticated;
grant select, insert, update, delete on loyalty_coupons to service_role;
create policy staff_read on loyalty_coupons for select to authenticated using ((select lea.user_role()) in ('support', 'admin'));
create policy admin_insert on loyalty_coupons for insert to authenticated with check ((select lea.user_role()) = 'admin');
create policy staff_update on loyalty_coupons for update to authenticated
  using ((select lea.user_role()) in ('support', 'admin')) with check ((select lea.user_role()) in ('support', 'admin'));
create policy service_all on loyalty_coupons to service_role using (true) with check (true);
create function lea.guard_coupon_redeem() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if current_user = 'authenticated' and lea.user_role() = 'support'
     and (old.used or not new.used
          or (to_jsonb(new) - array['used', 'redeemed_at', 'order_id']) is distinct from (to_jsonb(old) - array['used', 'redeemed_at', 'order_id'])) then
    raise insufficient_privilege using message = 'support may only redeem a coupon';
  end if;
  return new;
end $$;
create trigger guard_redeem before update on loyalty_coupons for each row execute function lea.guard_coupon_redeem();

-- campaign_messages
grant select, insert, update on campaign_messages to authenticated;
grant select, insert, update, delete on campaign_messages to service_role;
create policy staff_read on campaign_messages for select to authenticated using ((select lea.user_role()) in ('support', 'admin'));
create policy admin_insert on campaign_messages for insert to authenticated with check ((select lea.user_role()) = 'admin');
create policy admin_update on campaign_messages for update to authenticated
  using ((select lea.user_role()) = 'admin') with check ((select lea.user_role()) = 'admin');
create policy service_all on campaign_messages to service_role using (true) with check (true);

-- logs: the service appends, admins read, nobody changes
grant select on deletion_logs, audit_logs to authenticated;
grant insert on deletion_logs, audit_logs to service_role;
create policy admin_read on deletion_logs for select to authenticated using ((select lea.user_role()) = 'admin');
create policy service_insert on deletion_logs for insert to service_role with check (true);
create policy admin_read on audit_logs for select to authenticated using ((select lea.user_role()) = 'admin');
create policy service_insert on audit_logs for insert to service_role with check (true);

-- settings: append-only versions
grant select, insert on settings to authenticated, service_role;
create policy staff_read on settings for select to authenticated
  using ((select lea.user_role()) in ('support', 'product_editor', 'admin'));
create policy admin_insert on settings for insert to authenticated with check ((select lea.user_role()) = 'admin');
create policy service_read on settings for select to service_role using (true);
create policy service_insert on settings for insert to service_role with check (true);

-- Support and admin read and write what belongs to conversations and orders; the service does all.
do $$ declare t text; begin
  foreach t in array array['advisor_alerts', 'orders'] loop
    execute format('grant select, insert, update on %I to authenticated', t);
    execute format('create policy staff_read on %I for select to authenticated using ((select lea.user_role()) in (''support'', ''admin''))', t);
    execute format('create policy staff_insert on %I for insert to authenticated with check ((select lea.user_role()) in (''support'', ''admin''))', t);
    execute format('create policy staff_update on %I for update to authenticated using ((select lea.user_role()) in (''support'', ''admin'')) with check ((select lea.user_role()) in (''support'', ''admin''))', t);
  end loop;
  foreach t in array array['conversation_notes', 'order_items'] loop
    execute format('grant select, insert on %I to authenticated', t);
    execute format('create policy staff_read on %I for select to authenticated using ((select lea.user_role()) in (''support'', ''admin''))', t);
    execute format('create policy staff_insert on %I for insert to authenticated with check ((select lea.user_role()) in (''support'', ''admin''))', t);
  end loop;
  foreach t in array array['turns', 'survey_answers'] loop
    execute format('grant select on %I to authenticated', t);
    execute format('create policy staff_read on %I for select to authenticated using ((select lea.user_role()) in (''support'', ''admin''))', t);
  end loop;
  foreach t in array array['unmet_demand', 'restock_requests'] loop
    execute format('grant select on %I to authenticated', t);
    execute format('create policy staff_read on %I for select to authenticated using ((select lea.user_role()) in (''support'', ''product_editor'', ''admin''))', t);
  end loop;
  foreach t in array array['customer_aliases', 'kpi_daily', 'quarantined_events'] loop
    execute format('grant select on %I to authenticated', t);
    execute format('create policy admin_read on %I for select to authenticated using ((select lea.user_role()) = ''admin'')', t);
  end loop;
  foreach t in array array['advisor_alerts', 'orders', 'conversation_notes', 'order_items', 'turns', 'survey_answers', 'unmet_demand',
      'restock_requests', 'customer_aliases', 'kpi_daily', 'quarantined_events', 'slack_messages', 'campaigns', 'erased_keys', 'erasure_confirmations',
      'idempotency_keys', 'export_links', 'push_subscriptions'] loop
    execute format('grant select, insert, update, delete on %I to service_role', t);
    execute format('create policy service_all on %I to service_role using (true) with check (true)', t);
  end loop;
end $$;

-- campaigns
grant select, insert, update on campaigns to authenticated;
create policy staff_read on campaigns for select to authenticated using ((select lea.user_role()) in ('support', 'admin'));
create policy admin_insert on campaigns for insert to authenticated with check ((select lea.user_role()) = 'admin');
create policy admin_update on campaigns for update to authenticated
  using ((select lea.user_role()) = 'admin') with check ((select lea.user_role()) = 'admin');

-- push_subscriptions: one's own
grant select, insert, update, delete on push_subscriptions to authenticated;
create policy own_rows on push_subscriptions to authenticated
  using (user_id = (select lea.user_id()) and (select lea.user_role()) in ('support', 'product_editor', 'admin'))
  with check (user_id = (select lea.user_id()) and (select lea.user_role()) in ('support', 'product_editor', 'admin'));

-- Staff actions leave a trace whoever writes: ids and column names, never a person's words.
-- SECURITY DEFINER is listed in docs/security.md: it only inserts into audit_logs.
create function lea.audit() returns trigger language plpgsql security definer set search_path = pg_catalog, public, lea, pg_temp as $$
declare
  old_row jsonb := case when tg_op <> 'INSERT' then to_jsonb(old) end;
  new_row jsonb := case when tg_op <> 'DELETE' then to_jsonb(new) end;
  changed text[];
begin
  if lea.user_role() = '' then return null; end if;
  select coalesce(array_agg(k order by k), '{}') into changed
    from jsonb_object_keys(coalesce(new_row, old_row)) k
    where tg_op <> 'UPDATE' or old_row -> k is distinct from new_row -> k;
  if tg_op = 'UPDATE' and changed = '{}' then return null; end if;
  insert into audit_logs (actor_id, actor_role, action, table_name, row_id, columns)
    values (lea.user_id(), lea.user_role(), lower(tg_op), tg_table_name,
            coalesce(new_row, old_row) ->> case tg_table_name when 'settings' then 'version' else 'id' end,
            case when tg_op = 'UPDATE' then changed else '{}' end);
  return null;
end $$;
revoke all on function lea.audit() from public;
do $$ declare t text; begin
  foreach t in array array['products', 'users', 'consent_logs', 'conversations', 'messages', 'conversation_notes', 'advisor_alerts',
      'orders', 'loyalty_coupons', 'campaigns', 'settings'] loop
    execute format('create trigger audit after insert or update or delete on %I for each row execute function lea.audit()', t);
  end loop;
end $$;
