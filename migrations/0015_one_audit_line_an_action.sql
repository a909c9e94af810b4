-- The use cases write the audit log now, a line for each action; triggers would add one for each row and column.
do $$ declare t text; begin
  for t in select event_object_table from information_schema.triggers where trigger_schema = 'public' and trigger_name = 'audit' group by 1 loop
    execute format('drop trigger audit on public.%I', t);
  end loop;
end $$;
drop function lea.audit();

-- Who asked for an erasure: the customer, the retention period, a program with the service key, or a member of staff by
-- id. `staff` stands in older rows, which nobody changes.
alter table deletion_logs drop constraint deletion_logs_requested_by_check;
alter table deletion_logs add constraint deletion_logs_requested_by_check
  check (requested_by in ('customer', 'staff', 'retention', 'service') or requested_by ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$');
