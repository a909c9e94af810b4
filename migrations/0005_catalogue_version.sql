-- Told by one look whether the words of the catalogue are still those that a process knows. A sequence, so that
-- no number comes back after a rollback.
create sequence lea.catalogue_versions;
create table lea.catalogue_version (
  only_row boolean primary key default true check (only_row),
  version bigint not null
);
insert into lea.catalogue_version (version) values (nextval('lea.catalogue_versions'));
grant select on lea.catalogue_version to service_role, authenticated;

-- Deferred to the commit, so that a long import keeps no other writer of the catalogue waiting; once for each
-- transaction, whatever the number of its rows.
create function lea.count_catalogue_version() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if current_setting('lea.catalogue_counted_in', true) is distinct from pg_current_xact_id()::text then
    update lea.catalogue_version set version = nextval('lea.catalogue_versions');
    perform set_config('lea.catalogue_counted_in', pg_current_xact_id()::text, true);
  end if;
  return null;
end $$;
revoke all on function lea.count_catalogue_version() from public, anon, authenticated, service_role;
create constraint trigger count_version after insert or delete on products
  deferrable initially deferred for each row execute function lea.count_catalogue_version();
-- Prices and stock change by the minute, these words seldom.
create constraint trigger count_changed_version after update on products
  deferrable initially deferred for each row
  when ((old.active, old.category, old.brand, old.attributes) is distinct from (new.active, new.category, new.brand, new.attributes))
  execute function lea.count_catalogue_version();
create trigger count_emptied_version after truncate on products
  for each statement execute function lea.count_catalogue_version();
