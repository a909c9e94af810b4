import type { Language } from '../../i18n/language.tsx';

/** How a turn of Léa's ended, in words. */
const NAMES: Readonly<Record<string, readonly [fr: string, en: string]>> = {
  recommended: ['A proposé des produits', 'Offered products'],
  asked: ['A posé une question', 'Asked a question'],
  talked: ['A répondu', 'Answered'],
  nothing_fits: ['N’a rien trouvé qui convienne', 'Found nothing that fits'],
  escalated: ['A passé la main', 'Handed over'],
  consent_asked: ['A demandé l’accord', 'Asked for consent'],
  consent_given: ['Accord reçu', 'Consent given'],
  consent_refused: ['Accord refusé', 'Consent refused'],
  keyword: ['Mot-clé', 'Keyword'],
  ordered: ['A préparé une commande', 'Prepared an order'],
  informed: ['A renseigné sur la boutique', 'Gave shop information'],
  surveyed: ['A noté un avis', 'Took a rating'],
  suggested: ['Attend votre accord', 'Awaits approval'],
  silent: ['Est restée silencieuse', 'Stayed silent'],
  limited: ['Limite atteinte', 'Limit reached'],
  fallback: ['Réponse de secours', 'Fallback reply'],
};

export const outcomeName = (outcome: string, language: Language): string =>
  NAMES[outcome]?.[language === 'fr' ? 0 : 1] ?? outcome;
