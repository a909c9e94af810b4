-- Nobody updates or removes lines of the audit log; only what has been kept for its time goes. However few days are asked
-- for, the last half year stays, so that nobody covers their tracks with the setting. SECURITY DEFINER, listed in
-- docs/security.md.
create function lea.forget_audit_logs(keep_days integer) returns bigint language plpgsql security definer set search_path = pg_catalog, public, lea, pg_temp as $$
declare forgotten bigint;
begin
  delete from audit_logs where at < now() - make_interval(days => greatest(coalesce(keep_days, 0), 180));
  get diagnostics forgotten = row_count;
  return forgotten;
end $$;
revoke all on function lea.forget_audit_logs(integer) from public;
grant execute on function lea.forget_audit_logs(integer) to service_role;
