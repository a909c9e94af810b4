-- One line for each action of staff, written by the use case: which action by a stable name, about whom, from where.
alter table audit_logs
  add column outcome text not null default 'done' check (outcome in ('done', 'denied', 'failed')),
  -- Several rows or customers in one action; a single one stands in row_id and subject_id.
  add column row_ids text[] not null default '{}',
  add column subject_id uuid,
  add column subject_ids uuid[] not null default '{}',
  add column row_count integer,
  add column channel text check (channel in ('dashboard', 'api', 'slack')),
  add column address inet,
  -- Slack's id of the person, who has no account with us.
  add column actor_ref text check (length(actor_ref) <= 64);

create index audit_logs_subject on audit_logs (subject_id, at desc, id desc) where subject_id is not null;
create index audit_logs_actor on audit_logs (actor_id, at desc, id desc) where actor_id is not null;
create index audit_logs_action on audit_logs (action, at desc, id desc);
