-- What is counted by product has a row for each product and day: a year of it was read for the ten best. Whole
-- months are read from here, the days at both ends from kpi_daily.
create table kpi_monthly (
  month date not null check (extract(day from month) = 1),
  metric text not null,
  label text not null,
  value bigint not null,
  primary key (month, metric, label)
);
create index kpi_monthly_metric on kpi_monthly (metric, month) include (label, value);
alter table kpi_monthly enable row level security;
alter table kpi_monthly force row level security;
do $$ begin execute format('create policy owner_all on kpi_monthly to %I using (true) with check (true)', current_user); end $$;
revoke all on kpi_monthly from anon, authenticated, service_role;
grant select on kpi_monthly to authenticated;
grant select, insert, update, delete on kpi_monthly to service_role;
create policy admin_read on kpi_monthly for select to authenticated using ((select lea.user_role()) = 'admin');
create policy service_all on kpi_monthly to service_role using (true) with check (true);

insert into kpi_monthly (month, metric, label, value)
  select date_trunc('month', day)::date, metric, label, sum(value) from kpi_daily
   where metric in ('product_recommended', 'product_sold') group by 1, 2, 3;
