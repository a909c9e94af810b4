-- A sale is one sale however it is told, and can be taken back: what was really taken from the stock, who did what,
-- and figures that follow.
alter table orders
  add column currency text not null default 'XAF' check (currency in ('XAF', 'XOF')),
  add column cancelled_at timestamptz,
  add column cancel_reason text check (length(cancel_reason) <= 500);
update orders set cancelled_at = updated_at where status = 'cancelled';

-- Less than the quantity where the shelf held less. Of sales before this column their quantity is the best guess.
alter table order_items add column stock_taken integer not null default 0 check (stock_taken >= 0);
update order_items i set stock_taken = quantity from orders o
  where o.id = i.order_id and o.status = 'completed' and i.product_id is not null;

create table order_events (
  id bigint generated always as identity primary key,
  order_id uuid not null references orders (id) on delete cascade,
  at timestamptz not null default now(),
  kind text not null check (kind in ('created', 'completed', 'cancelled', 'delivery', 'reported', 'amount_differs')),
  via text not null check (via in ('assistant', 'staff', 'cart', 'demo_cart')),
  -- As in audit_logs without a reference: what somebody did outlives the account.
  actor_id uuid,
  amount_cfa integer,
  reason text check (length(reason) <= 500),
  report_key text
);
create index order_events_order on order_events (order_id, id);
create unique index order_events_report on order_events (order_id, report_key) where report_key is not null;
alter table order_events enable row level security;
alter table order_events force row level security;
do $$ begin execute format('create policy owner_all on order_events to %I using (true) with check (true)', current_user); end $$;
revoke all on order_events from anon, authenticated, service_role;
grant select on order_events to authenticated;
grant select, insert, update, delete on order_events to service_role;
grant usage on sequence order_events_id_seq to service_role;
create policy staff_read on order_events for select to authenticated using ((select lea.user_role()) in ('support', 'admin'));
create policy service_all on order_events to service_role using (true) with check (true);

create index orders_user_completed on orders (user_id, completed_at desc) where completed_at is not null;

-- As in 0004, and back again: a completed order that is cancelled leaves the figures of the day it was completed.
create or replace function lea.kpi_order(before orders, after orders) returns void language plpgsql set search_path = pg_catalog, public, lea, pg_temp as $$
declare
  was boolean := coalesce(before.status = 'completed', false);
  is_now boolean := coalesce(after.status = 'completed', false);
  was_on date := case when before.status = 'completed' then lea.shop_day(coalesce(before.completed_at, before.updated_at)) end;
  sold_on date := case when after.status = 'completed' then lea.shop_day(coalesce(after.completed_at, after.updated_at)) end;
begin
  if was then
    insert into kpi_changes (day, metric, label, value)
      select was_on, metric, before.source, case metric when 'orders' then -1 else -before.amount_cfa end
      from unnest(array['orders', 'sales_cfa']) metric;
  end if;
  if is_now then
    insert into kpi_changes (day, metric, label, value)
      select sold_on, metric, after.source, case metric when 'orders' then 1 else after.amount_cfa end from unnest(array['orders', 'sales_cfa']) metric;
  end if;
  if was <> is_now then
    insert into kpi_changes (day, metric, label, value)
      select coalesce(sold_on, was_on), 'product_sold', product_id::text, case when is_now then sum(quantity) else -sum(quantity) end
      from order_items where order_id = after.id and product_id is not null group by product_id;
  end if;
  if after.conversation_id is null then return; end if;
  if before.id is null then perform lea.kpi_step(after.conversation_id, 'ordered', lea.shop_day(after.created_at)); end if;
  if after.clicks > 0 and coalesce(before.clicks, 0) = 0 then
    perform lea.kpi_step(after.conversation_id, 'clicked', lea.shop_day(coalesce(after.first_clicked_at, after.updated_at)));
  end if;
  if is_now and not was then perform lea.kpi_step(after.conversation_id, 'completed', sold_on); end if;
  if was and not is_now then perform lea.kpi_taken_back(after.conversation_id); end if;
end $$;

-- A conversation's completed step after one of its orders was taken back: that of the first that remains, or none.
create function lea.kpi_taken_back(conversation uuid) returns void language plpgsql set search_path = pg_catalog, public, lea, pg_temp as $$
declare
  known kpi_conversations;
  remains date;
begin
  -- Locked before the orders are read: one that is completed beside this waits in kpi_step.
  select * into known from kpi_conversations where conversation_id = conversation for update;
  if known.completed_on is null then return; end if;
  select min(lea.shop_day(coalesce(completed_at, updated_at))) into remains from orders where conversation_id = conversation and status = 'completed';
  if remains = known.completed_on then return; end if;
  update kpi_conversations set completed_on = remains where conversation_id = conversation;
  insert into kpi_changes (day, metric, value) values (known.completed_on, 'completed', -1);
  if remains is not null then
    insert into kpi_changes (day, metric, value) values (remains, 'completed', 1);
  elsif known.recommended_on is not null then
    insert into kpi_changes (day, metric, value) values (known.recommended_on, 'converted', -1);
  end if;
end $$;
revoke all on function lea.kpi_taken_back(uuid) from public, anon, authenticated, service_role;
