import { PRODUCT_COLUMNS } from '../catalogue/product-fields.ts';

/** Tables about a customer, staff, the installation or nobody; and what an erasure does with a customer's rows. */
export interface RegisteredTable {
  readonly about: 'customer' | 'staff' | 'shop';
  /** What becomes of it when a customer is erased, or when it expires. */
  readonly erasure: string;
  /** Tells who somebody is, or what somebody said or is like. */
  readonly personal: readonly string[];
  /** Leads to a person only through another table or a key. */
  readonly pseudonymous: readonly string[];
  readonly none: readonly string[];
  /** Columns of a customer's row that keep what is in them when the customer is erased; the others are emptied. */
  readonly stays: readonly string[];
}

const names = (list: string): readonly string[] => list.split(' ').filter((name) => name !== '');
const table = (
  about: RegisteredTable['about'],
  erasure: string,
  columns: {
    readonly personal?: string;
    readonly pseudonymous?: string;
    readonly none?: string;
    readonly stays?: string;
  },
): RegisteredTable => ({
  about,
  erasure,
  personal: names(columns.personal ?? ''),
  pseudonymous: names(columns.pseudonymous ?? ''),
  none: names(columns.none ?? ''),
  stays: names(columns.stays ?? ''),
});

const WITH_CONVERSATION = 'row deleted with the conversation';
const WITH_PERSON = 'row deleted';
const NOTHING = 'nothing of a customer is in it';
const BY_STAFF =
  'stays as long as the settings say (365 days): what a member of staff did, by ids and names of columns; the id of an erased customer leads nowhere';

/**
 * Every column of every table of ours, and what it holds. A test compares it with the database, so that a new
 * column is not forgotten; docs/privacy-register.md is written from it.
 */
export const PERSONAL_DATA_REGISTER: Readonly<Record<string, RegisteredTable>> = {
  'public.users': table('customer', WITH_PERSON, {
    personal:
      'phone_number name other_names language service_consent marketing_consent transfer_consent preferences health',
    pseudonymous: 'id',
    none: 'role created_at consent_version transfer_version consent_asked_at disabled_at',
  }),
  'public.customer_aliases': table('customer', WITH_PERSON, {
    personal: 'alias',
    pseudonymous: 'user_id',
    none: 'created_at',
  }),
  'public.consent_logs': table(
    'customer',
    'row deleted; the deletion log keeps purpose, version and date',
    {
      personal: 'consent_given',
      pseudonymous: 'id user_id message_id',
      none: 'timestamp purpose version',
    },
  ),
  'public.conversations': table('customer', WITH_PERSON, {
    personal: 'chat_id summary dialogue labels',
    pseudonymous: 'id user_id assigned_to',
    none: 'started_at ended_at status mode last_message_at last_inbound_at human_since unread_count snoozed_until due_at burst_started_at lease_owner lease_expires_at fence attempts dead_at',
  }),
  'public.messages': table('customer', WITH_CONVERSATION, {
    personal: 'content part attachment details',
    pseudonymous: 'id conversation_id author_id provider_id turn_id echo_id quoted_id swift_hash',
    none: 'sender timestamp seq kind status button_id handled_at left_to_human edited_at deleted_at send_attempts received_at',
  }),
  'public.conversation_notes': table('customer', WITH_CONVERSATION, {
    personal: 'content',
    pseudonymous: 'id conversation_id author_id',
    none: 'created_at',
  }),
  'public.turns': table('customer', WITH_CONVERSATION, {
    personal: 'triage candidates',
    pseudonymous: 'id conversation_id user_id',
    none: 'started_at finished_at outcome model model_calls prompt_tokens cached_tokens completion_tokens cost_milli_cfa response_ms',
  }),
  'public.recommendations': table('customer', WITH_CONVERSATION, {
    personal: 'product_id reason',
    pseudonymous: 'id conversation_id turn_id',
    none: 'recommended_at rank',
  }),
  'public.advisor_alerts': table('customer', WITH_CONVERSATION, {
    personal: 'reason category severity',
    pseudonymous: 'id conversation_id handled_by',
    none: 'triggered_at handled_at raised_again_at',
  }),
  'public.slack_messages': table('customer', 'row deleted with the alert', {
    pseudonymous: 'alert_id channel ts',
  }),
  'public.orders': table(
    'customer',
    'unlinked: user_id, conversation_id, tracking_url and cancel_reason emptied, the amount stays',
    {
      personal: 'tracking_url cancel_reason',
      pseudonymous: 'id conversation_id user_id order_link code campaign_id coupon_id',
      none: 'status created_at updated_at amount_cfa currency source clicks first_clicked_at completed_at cancelled_at delivered_at',
      stays:
        'id order_link code campaign_id coupon_id status created_at updated_at amount_cfa currency source clicks first_clicked_at completed_at cancelled_at delivered_at',
    },
  ),
  'public.order_events': table('customer', 'stays with the unlinked order, its reason emptied', {
    personal: 'reason',
    pseudonymous: 'id order_id actor_id report_key',
    none: 'at kind via amount_cfa',
    stays: 'id order_id actor_id report_key at kind via amount_cfa',
  }),
  'public.order_items': table('customer', 'stays with the unlinked order', {
    pseudonymous: 'order_id',
    none: 'line product_id name quantity unit_price_cfa stock_taken',
    stays: 'order_id line product_id name quantity unit_price_cfa stock_taken',
  }),
  'public.loyalty_coupons': table('customer', WITH_PERSON, {
    personal: 'score reasons',
    pseudonymous: 'id user_id code order_id',
    none: 'discount_pct valid_from valid_to used budget_cfa redeemed_at created_at',
  }),
  'public.campaign_messages': table('customer', WITH_PERSON, {
    personal: 'replied_at failure',
    pseudonymous: 'id user_id campaign_id cause order_id product_id coupon_id message_id',
    none: 'type sent_at status due_at created_at',
  }),
  'public.survey_answers': table('customer', WITH_PERSON, {
    personal: 'score comment',
    pseudonymous: 'id campaign_message_id conversation_id order_id user_id',
    none: 'answered_at',
  }),
  'public.unmet_demand': table(
    'customer',
    `${WITH_CONVERSATION}; its words stay in the figures only when at least two other customers used the same`,
    {
      personal: 'query need_key',
      pseudonymous: 'id conversation_id',
      none: 'category reason product_id asked_at',
    },
  ),
  'public.restock_requests': table('customer', WITH_PERSON, {
    personal: 'product_id',
    pseudonymous: 'user_id',
    none: 'requested_at notified_at',
  }),
  'public.quarantined_events': table(
    'customer',
    'rows that quote a number of the person deleted; all after seven days (setting)',
    {
      personal: 'raw',
      pseudonymous: 'id',
      none: 'received_at channel reason',
    },
  ),
  'public.early_changes': table(
    'customer',
    'rows of the person’s chats deleted; all after a day, or once their message came',
    { personal: 'text chat_id', pseudonymous: 'provider_id', none: 'received_at' },
  ),
  'public.export_links': table('customer', 'row deleted; expired ones daily', {
    pseudonymous: 'token_hash user_id',
    none: 'expires_at used_at',
  }),
  'public.erasure_confirmations': table(
    'customer',
    'row deleted once the confirmation is sent, after a week at the latest',
    { personal: 'chat_id', pseudonymous: 'id', none: 'language created_at' },
  ),
  'public.media_purges': table('customer', 'row deleted once the files are gone', {
    personal: 'folders',
    pseudonymous: 'id',
    none: 'created_at',
  }),
  'public.deletion_logs': table(
    'customer',
    'stays as proof; the keyed hash fades when its time is over',
    {
      pseudonymous: 'id subject_hash requested_by',
      none: 'deleted_at counts consents hash_expires_at',
      stays: 'id subject_hash deleted_at requested_by counts consents hash_expires_at',
    },
  ),
  'public.erased_keys': table('customer', 'keyed hashes of provider ids, 30 days', {
    pseudonymous: 'key_hash',
    none: 'expires_at',
    stays: 'key_hash expires_at',
  }),
  'public.kpi_conversations': table('customer', WITH_CONVERSATION, {
    pseudonymous: 'conversation_id',
    none: 'handed recommended_on ordered_on clicked_on completed_on',
  }),
  'public.live_changes': table('customer', 'ids only; gone after ten minutes, and after a crash', {
    pseudonymous: 'row_id conversation_id',
    none: 'tx id at type',
    stays: 'row_id conversation_id tx id at type',
  }),
  'public.idempotency_keys': table('customer', 'answers name rows by id; gone after two days', {
    pseudonymous: 'scope key request_hash response',
    none: 'created_at',
  }),

  'public.push_subscriptions': table('staff', 'goes with the account', {
    personal: 'endpoint keys',
    pseudonymous: 'user_id',
    none: 'created_at',
  }),
  'public.audit_logs': table('staff', BY_STAFF, {
    personal: 'address',
    pseudonymous: 'actor_id actor_ref row_id row_ids subject_id subject_ids',
    none: 'id at actor_role action outcome table_name columns row_count channel',
    stays: 'actor_id actor_ref row_id row_ids subject_id subject_ids',
  }),
  'public.settings': table('staff', NOTHING, {
    personal: 'value',
    pseudonymous: 'created_by',
    none: 'version created_at',
  }),
  'lea_auth.user': table('staff', 'goes with the account', {
    personal: 'name email image',
    pseudonymous: 'id',
    none: 'emailVerified createdAt updatedAt twoFactorEnabled twoFactorRequired',
  }),
  'lea_auth.session': table('staff', 'goes with the account, or expires', {
    personal: 'ipAddress userAgent',
    pseudonymous: 'id token userId',
    none: 'expiresAt createdAt updatedAt',
  }),
  'lea_auth.account': table('staff', 'goes with the account', {
    pseudonymous: 'id accountId userId accessToken refreshToken idToken password',
    none: 'providerId accessTokenExpiresAt refreshTokenExpiresAt scope createdAt updatedAt',
  }),
  'lea_auth.verification': table('staff', 'expires', {
    personal: 'value',
    pseudonymous: 'id identifier',
    none: 'expiresAt createdAt updatedAt',
  }),
  'lea_auth.twoFactor': table('staff', 'goes with the account', {
    pseudonymous: 'id secret backupCodes userId',
    none: 'verified failedVerificationCount lockedUntil',
  }),
  'lea_auth.rateLimit': table('staff', 'overwritten by later attempts', {
    personal: 'key',
    pseudonymous: 'id',
    none: 'count lastRequest',
  }),
  'lea_auth.accountAttempt': table('staff', 'expires', {
    pseudonymous: 'key',
    none: 'points expire',
  }),
  'lea_auth.jwks': table('shop', NOTHING, {
    none: 'id publicKey privateKey createdAt expiresAt alg crv',
  }),

  'public.products': table('shop', NOTHING, {
    none: `id ${PRODUCT_COLUMNS.map(({ column }) => column).join(' ')} created_at updated_at search attribute_keys brand_key category_key words`,
  }),
  'public.product_prices': table('shop', NOTHING, {
    pseudonymous: 'actor_id',
    none: 'id change_id product_id at via price_before price_after promo_before promo_after',
  }),
  'public.campaigns': table('shop', NOTHING, {
    pseudonymous: 'created_by',
    none: 'id name type template audience coupon_pct state created_at started_at finished_at',
  }),
  'public.kpi_daily': table('shop', 'counts without a person: they stay', {
    none: 'day metric label value',
  }),
  'public.kpi_monthly': table('shop', 'counts without a person: they stay', {
    none: 'month metric label value',
  }),
  'public.kpi_changes': table('shop', 'counts without a person: they stay', {
    none: 'id day metric label value',
  }),
  'public.kpi_clock': table('shop', NOTHING, { none: 'only_row time_zone' }),
  'public.operator_alerts': table('shop', NOTHING, {
    none: 'key message raised_at cleared_at told_at tried_at',
  }),
  'lea.catalogue_version': table('shop', NOTHING, { none: 'only_row version' }),
  'lea.erasure_key': table('shop', NOTHING, { none: 'only_one mark since' }),
  'lea.product_vocabulary': table('shop', NOTHING, { none: 'word' }),
  'lea.migrations': table('shop', NOTHING, { none: 'id name batch migration_time' }),
  'lea.migrations_lock': table('shop', NOTHING, { none: 'index is_locked' }),
};
