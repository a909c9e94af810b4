/**
 * Ordinary turns whose words a rule would take for a danger, by kind. They hold wherever they stand, unlike names and
 * idioms, which are lists (`idioms.ts`). Each is a frame around the alarming word, so that the word alone still alarms.
 */
const TURNS: readonly RegExp[] = [
  // Wood, by the trees that it is sold of.
  /\bbois (?:de |d )(?:rose|santal|cedre|hinoki|cade|panama|oud|agar|gaiac|inde|olivier)\b/g,
  /(?<=\blevures? )de biere\b/g,
  /\b(?:gratte|racle)s? langues?\b/g,
  // Tools, not what was done to somebody: nobody is a "râpe à pieds".
  /\brapes? (?:double|simple|electrique|metal\w*|de pedicure|pedicure|(?:pour |a |aux |des )?(?:les )?(?:pieds?|talons?|callosites?|ongles?))\b/g,
  /\bskin prep\b/g,
  // "SOS" as part of a name has its thing beside it.
  /\b(?:sprays?|cremes?|laits?|huiles?|baumes?|serums?|masques?|soins?|kits?|sticks?|patchs?|gels?|lotions?|pansements?|gouttes?|brumes?|roll on) sos\b/g,
  /\bsos (?=(?:levres|insectes|ampoules|boutons|hydrat\w*|repar\w*|cils|mains|pieds|talons|peaux?|cheveux|taches|piqures|moustiques|eclat|rougeurs|cernes|ongles)\b)/g,
  // A strong dose of care.
  /\b(?:(?:shampo+ing|shampoing|soins?|masques?|cremes?|laits?|lotions?|serums?|cures?|traitements?|gels?|savons?|poudres?|huiles?|ampoules?|corps|programmes?|formules?) )chocs?\b/g,
  /\bchocs? (?=anti\w*|acn\w*|hydrat\w*|repar\w*|eclat)/g,
  /\b(?:suis|etais|ete|etions|reste|restee) (?:tres |trop |vraiment |un peu )?choquee?s?\b(?! (?:et )?(?:bleue?|par terre|etouff))/g,
  // Products for what the body does, named with it.
  /\b(?:serviettes?|tampons?|protege slips?|culottes?(?: menstruelles?)?|cups?|coupes? menstruelles?|protections?)(?: \w+){0,3}? (?:regles?|flux|menstru\w*)(?: (?:tres|trop|super))?(?: (?:abondante?s?|fort\w*|importante?s?|heavy))?/g,
  /\bstop (?:saignements?|hemorragies?)(?: de nez)?\b/g,
  // What it shall not do.
  /\b(?:qui|ne|n) (?:(?:me|m|lui|les?) )?(?:brul|piqu|irrit|gratt|assech|etouff)\w* (?:pas|plus|rien|jamais)(?: du tout)?(?: (?:les?|la|l|aux?|mes|mon|ma)(?: la)? \w+)?/g,
  // Fuller, as people wish it.
  /\b(?:pour|veux|voudrais|aimerais|envie de|peut|faire|fait) gonfler (?:un peu )?(?:mes|les|ses) (?:levres|cheveux|fesses|seins|joues)\b/g,
  // Swallowed by way of speaking; what is swallowed in earnest is not in the list.
  /\b(?:aval\w*|raval\w*) (?:mes|ses|tes|nos|leurs|ma|sa|son|mon) (?:mots?|paroles?|salive|fierte|larmes|sourire|orgueil)\b/g,
  // Breath taken by prices and by beauty, not by a person or an illness.
  /\b(?:frais|prix|tarifs?|total|facture|montant|livraison|addition|beaute|parfum|resultats?)(?: \w+){0,4}? coup\w* le souffle\b/g,
  /\b(?:tu|vous) (?:m |me |nous )?(?:fais|faites|fait) (?:trop |tellement )?mourir(?: de \w+)?/g,
  /\bmeur\w* (?:d |de |of )(?:amour|impatience|hate|gourmandise|love)\b/g,
  // Of what somebody died says nothing of who writes.
  /\b(?:mort|morte|morts|mortes|decedee?s?|decede|enterree?s?|parti|partie|emportee?s?|deces|died|passed away) (?:\w+ ){0,2}?(?:d |de |du |des |par |of |from )(?:(?:un|une|l|la|le|a|an|suites? d) )?(?:\w+ )?(?:infarctus|avc|crise(?: cardiaque)?|hemorragie|cancer|arret cardiaque|coeur|paludisme|palu|embolie|diabete|stroke|heart attack|malaria)\b/g,
  // "il" that stands for nobody.
  /\bil (?:ne )?(?:me |m |nous |lui |te |vous |leur )?(?:en )?(?:faut|faudrait|faudra|fallait)\b/g,
  // Names of people, and an up-to-date vaccination card.
  /\b(?:mme|mlle|madame|monsieur|mr|famille|docteur|dr) noyer\b/g,
  /\bvaccin\w*(?: (?:est|sont|bien))? a jour\b/g,
];

/** Takes them out of folded text without apostrophes, leaving a comma so that words do not join up. */
export const withoutOrdinaryTurns = (folded: string): string =>
  TURNS.reduce((text, turn) => text.replace(turn, ' , '), folded);
