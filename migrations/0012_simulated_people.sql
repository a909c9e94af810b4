-- Who is only played in the simulator has aliases and a chat of their own kind, so that they never meet the person who
-- really has the number, and no real gateway writes to it. Here those that nobody but the simulator wrote as so far.
with simulated as materialized (
  select distinct c.user_id as id
  from messages m join conversations c on c.id = m.conversation_id
  where m.provider_id like 'sim.%' and c.user_id is not null and not exists (
    select from conversations o join messages r on r.conversation_id = o.id
    where o.user_id = c.user_id and r.sender = 'user' and r.provider_id not like 'sim.%')),
renamed as (
  update customer_aliases a set alias = 'sim:' || a.alias from simulated s where a.user_id = s.id and a.alias like '+%')
update conversations c set chat_id = replace(c.chat_id, '@s.whatsapp.net', '@simulator')
from simulated s where c.user_id = s.id;
