import type { Knex } from 'knex';
import type { UserId } from '../../../domain/customer/customer.ts';
import { joinOpenConversations } from './join-conversations.ts';

/** Tables whose rows simply follow the person. */
const FOLLOW = [
  'customer_aliases',
  'turns',
  'orders',
  'loyalty_coupons',
  'survey_answers',
  'export_links',
] as const;

/** Makes two people one: `kept` takes over all that belongs to `other`, who is gone afterwards. */
export async function mergePeople(
  trx: Knex.Transaction,
  kept: UserId,
  other: UserId,
  now: Date,
): Promise<void> {
  await joinOpenConversations(trx, kept, other, now);
  await trx('conversations').where('user_id', other).update({ user_id: kept });
  // Nobody may change a consent: it is written anew for the person who stays.
  await trx.raw(
    `with theirs as (delete from consent_logs where user_id = ? returning *)
     insert into consent_logs (id, user_id, consent_given, timestamp, purpose, version, message_id)
       select id, ?, consent_given, timestamp, purpose, version, message_id from theirs`,
    [other, kept],
  );
  for (const table of FOLLOW) await trx(table).where('user_id', other).update({ user_id: kept });
  await trx.raw(
    `update campaign_messages m set user_id = ? where user_id = ?
       and not exists (select from campaign_messages k where k.user_id = ? and k.type = m.type and k.cause = m.cause)`,
    [kept, other, kept],
  );
  await trx.raw(
    'insert into restock_requests select ?::uuid, product_id, requested_at, notified_at from restock_requests where user_id = ? on conflict do nothing',
    [kept, other],
  );
  const { phone_number: phone } = await trx('users')
    .where('id', other)
    .first<{ phone_number: string | null }>('phone_number');
  await trx.raw(
    `update users k set
       name = coalesce(k.name, g.name),
       service_consent = coalesce(k.service_consent, g.service_consent),
       consent_version = case when k.service_consent is null then coalesce(g.consent_version, k.consent_version) else k.consent_version end,
       consent_asked_at = case when k.service_consent is null then coalesce(g.consent_asked_at, k.consent_asked_at) else coalesce(k.consent_asked_at, g.consent_asked_at) end,
       marketing_consent = coalesce(k.marketing_consent, g.marketing_consent),
       transfer_consent = coalesce(k.transfer_consent, g.transfer_consent),
       transfer_version = case when k.transfer_consent is null then coalesce(g.transfer_version, k.transfer_version) else k.transfer_version end,
       other_names = (select coalesce(array_agg(distinct name), '{}') from unnest(k.other_names || g.other_names || g.name) as name where name is not null and name is distinct from coalesce(k.name, g.name)),
       preferences = g.preferences || k.preferences,
       health = g.health || k.health
     from users g where k.id = ? and g.id = ?`,
    [kept, other],
  );
  await trx('users').where('id', other).delete();
  await trx.raw('update users set phone_number = coalesce(phone_number, ?) where id = ?', [
    phone,
    kept,
  ]);
}
