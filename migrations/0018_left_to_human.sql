-- What a customer wrote while a person had the conversation: answered by Léa once they hand it back without a word.
alter table messages add column left_to_human boolean not null default false;
