-- The ERASURE_KEY that the deletion log is written with, by a hash of it that gives nothing away: another key would
-- find nobody in the log, and whoever was erased would be back after a restore. The owner's alone, as the migrations'
-- own tables are; at most one row.
create table lea.erasure_key (
  only_one boolean primary key default true check (only_one),
  mark text not null,
  since timestamptz not null default now()
);
revoke all on lea.erasure_key from public;
