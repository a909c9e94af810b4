-- The provider id of the message that this one answers to.
alter table messages add column quoted_id text;
-- A keyed hash of a word from the shop's phone that came too swiftly to be typed: the same one in several chats is
-- the WhatsApp Business app's own greeting, and its sender is 'assistant' then.
alter table messages add column swift_hash text;
create index messages_swift on messages (swift_hash, timestamp desc) where swift_hash is not null;
