import type { TableName } from '../../../ports/table-store.ts';

export const TABLES: readonly TableName[] = [
  'products',
  'users',
  'conversations',
  'messages',
  'recommendations',
  'advisor_alerts',
  'orders',
  'loyalty_coupons',
  'campaign_messages',
  'consent_logs',
];

export const isTable = (name: string): name is TableName =>
  (TABLES as readonly string[]).includes(name);
