-- Sending words to a model abroad is agreed to on its own. The version is that of the text which was shown last:
-- with it and no answer, the question was asked and is open.
alter table users
  add column transfer_consent boolean,
  add column transfer_version text,
  -- What a customer goes by, beside the first name known: taken out of whatever goes to a model.
  add column other_names text[] not null default '{}';

alter table consent_logs drop constraint consent_logs_purpose_check;
alter table consent_logs add constraint consent_logs_purpose_check
  check (purpose in ('service', 'marketing', 'transfer_abroad'));
