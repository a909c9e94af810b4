-- What a product cost before, so that a slip can be undone.
create table product_prices (
  id bigint generated always as identity primary key,
  -- What was changed at once is undone at once: one edit, or a whole import.
  change_id uuid not null,
  product_id uuid not null references products (id) on delete cascade,
  at timestamptz not null default now(),
  actor_id uuid,
  via text not null check (via in ('edit', 'import', 'undo')),
  price_before integer not null,
  price_after integer not null,
  promo_before integer,
  promo_after integer
);
create index product_prices_product on product_prices (product_id, id desc);
create index product_prices_change on product_prices (change_id);
alter table product_prices enable row level security;
alter table product_prices force row level security;
do $$ begin execute format('create policy owner_all on product_prices to %I using (true) with check (true)', current_user); end $$;
revoke all on product_prices from anon, authenticated, service_role;
grant select, insert on product_prices to authenticated;
grant select on product_prices to service_role;
create policy staff_read on product_prices for select to authenticated
  using ((select lea.user_role()) in ('support', 'product_editor', 'admin'));
create policy editors_insert on product_prices for insert to authenticated
  with check ((select lea.user_role()) in ('product_editor', 'admin'));
create policy service_read on product_prices for select to service_role using (true);

-- Barcodes that are none, and the same article's number in its one form (src/domain/catalogue/barcode.ts): a file that
-- says "0" twice has not found the same product. Damaged numbers stay to be seen and corrected.
update products set barcode = null where barcode ~ '^[0[:space:][:punct:]]*$'
  or lower(barcode) in ('aucun', 'aucune', 'neant', 'néant', 'sans', 'sans code', 'na', 'n/a', 'nc', 'nd', 'none', 'null', 'nan', 'rien', 'inconnu', 'x', 'xxx', 'non', 'vide');
with gtins as (
  select id, lpad(barcode, 14, '0') as digits from products
   where barcode ~ '^([0-9]{11,12}|0[0-9]{13})$'),
sound as (
  select id, case when digits like '000000%' then right(digits, 8) else right(digits, 13) end as value from gtins
   where (select sum(substr(digits, n, 1)::int * case when n % 2 = 1 then 3 else 1 end) from generate_series(1, 14) n) % 10 = 0),
alone as (select value from sound group by value having count(*) = 1)
update products p set barcode = s.value from sound s
 where p.id = s.id and s.value in (select value from alone) and not exists (select from products o where o.barcode = s.value);
