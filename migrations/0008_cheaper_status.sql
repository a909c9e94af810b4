-- A message goes through four statuses and more. With the status in an index, or in its condition, each step wrote
-- the row anew into all seven of them, the search of words included. What waits to be sent has no id of the
-- gateway's yet, which sets it apart as well.
drop index messages_outbox;
create index messages_outbox on messages (conversation_id, seq) where provider_id is null and sender <> 'user';
-- Room for the row's next version on its own page, without which every index is written all the same.
alter table messages set (fillfactor = 85);
