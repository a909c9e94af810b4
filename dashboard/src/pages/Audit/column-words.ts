import type { Language } from '../../i18n/language.tsx';
import { productWord } from '../../i18n/product-words.ts';

/** What changed, or what was looked for: French, English. */
const WORDS: Readonly<Record<string, readonly [string, string]>> = {
  // Conversations and people.
  id: ['identifiant', 'id'],
  user_id: ['client', 'customer'],
  conversation_id: ['conversation', 'conversation'],
  status: ['état', 'status'],
  state: ['état', 'state'],
  content: ['texte', 'text'],
  labels: ['étiquettes', 'labels'],
  snoozed_until: ['mise de côté', 'set aside until'],
  handled_by: ['prise en charge', 'handled by'],
  cancelled_at: ['date d’annulation', 'cancelled at'],
  cancel_reason: ['raison', 'reason'],
  used: ['utilisation', 'use'],
  order_id: ['commande', 'order'],
  role: ['rôle', 'role'],
  disabled_at: ['accès', 'access'],
  two_factor_required: ['second facteur', 'second factor'],
  // Settings.
  shopName: ['nom de la boutique', 'shop’s name'],
  country: ['pays', 'country'],
  timeZone: ['fuseau horaire', 'time zone'],
  tone: ['ton', 'tone'],
  emergencyNumbers: ['numéros d’urgence', 'emergency numbers'],
  openingHours: ['horaires', 'opening hours'],
  holidays: ['jours fermés', 'closed days'],
  address: ['adresse', 'address'],
  delivery: ['livraison', 'delivery'],
  payment: ['paiement', 'payment'],
  consentVersion: ['version du consentement', 'consent version'],
  consentTexts: ['texte de consentement', 'consent text'],
  humanSilenceMinutes: ['silence du conseiller', 'advisor’s silence'],
  conversationQuietHours: ['fin des conversations', 'end of conversations'],
  largeCartCfa: ['gros panier', 'large cart'],
  monthlyModelBudgetCfa: ['budget du modèle', 'model’s budget'],
  modelCallsPerMinute: ['appels par minute', 'calls a minute'],
  modelCallsPerDay: ['appels par jour', 'calls a day'],
  autonomy: ['autonomie', 'autonomy'],
  cannedReplies: ['réponses prêtes', 'canned replies'],
  triageReplies: ['réponses d’urgence', 'emergency replies'],
  couponRules: ['règles des coupons', 'coupon rules'],
  campaignRules: ['règles des campagnes', 'campaign rules'],
  attribution: ['attribution des ventes', 'attribution of sales'],
  retention: ['durées de conservation', 'retention'],
  triageReviewedBy: ['relecture du triage', 'review of the triage'],
};

const small = (word: string): string => `${word.slice(0, 1).toLowerCase()}${word.slice(1)}`;

/** Undefined where there is no word for it: a newer server may know other columns. */
export function columnWord(language: Language, column: string): string | undefined {
  const word = WORDS[column]?.[language === 'fr' ? 0 : 1];
  if (word !== undefined) return word;
  const ofProduct = productWord(language, column);
  return ofProduct === undefined ? undefined : small(ofProduct);
}
