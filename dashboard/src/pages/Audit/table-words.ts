/** What a line is about: French, English. */
const WORDS: Readonly<Record<string, readonly [string, string]>> = {
  conversations: ['Conversations', 'Conversations'],
  messages: ['Messages', 'Messages'],
  conversation_notes: ['Notes', 'Notes'],
  advisor_alerts: ['Alertes', 'Alerts'],
  orders: ['Commandes', 'Orders'],
  loyalty_coupons: ['Coupons', 'Coupons'],
  consent_logs: ['Consentements', 'Consents'],
  users: ['Personnes', 'People'],
  products: ['Produits', 'Products'],
  product_prices: ['Prix', 'Prices'],
  recommendations: ['Conseils', 'Recommendations'],
  campaigns: ['Campagnes', 'Campaigns'],
  campaign_messages: ['Messages de campagne', 'Campaign messages'],
  settings: ['Réglages', 'Settings'],
  turns: ['Raisons de Léa', 'Léa’s reasons'],
  unmet_demand: ['Demande', 'Demand'],
  kpi_daily: ['Statistiques', 'Figures'],
  audit_logs: ['Journal', 'Audit log'],
  deletion_logs: ['Effacements', 'Erasures'],
  operator_alerts: ['Système', 'System'],
  push_subscriptions: ['Notifications', 'Notifications'],
};

/** The name itself where there is no word for it: a newer server may know other tables. */
export const tableWord = (language: 'fr' | 'en', table: string): string =>
  WORDS[table]?.[language === 'fr' ? 0 : 1] ?? table;

export const hasTableWord = (table: string): boolean => Object.hasOwn(WORDS, table);
