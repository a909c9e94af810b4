/**
 * Turns of phrase and product names that contain an alarming word and mean nothing of the kind. They are
 * taken out before the rules look, so that "crème brûlée" does not reach the burn rule. Each entry is as
 * narrow as it can be: an idiom that swallows too much hides an emergency.
 */
const IDIOMS: readonly string[] = [
  // dying of laughter, envy, heat, hunger
  String.raw`(?:meur[st]?|mour?rir|mourant|mort?e?s?|creve[rsz]?|die|dying|dead) (?:de |d |of |for |pour )(?:ce|cette|ces|envie|rire|rir|faim|soif|chaud|chaleur|froid|fatigue|honte|jalousie|sommeil|trouille|curiosite|laughter|laughing)`,
  String.raw`(?:odeur|parfum|prix|douceur|beau|belle|bon|bonne|genial|sublime|est) a (?:en )?(?:mourir|crever|tomber)`,
  String.raw`a (?:mourir|tomber)(?: par terre)? (?:tellement|de|tant)`,
  String.raw`dying to (?:try|buy|have|get|know)|to die for`,
  String.raw`(?:peaux?|cellules?|mer|poids|nature|peau) mortes?`,
  String.raw`(?:prix|tarifs?|promos?|promotions?|facture)(?: \w+){0,3} (?:tue|tuent|tuer|acheve)\b`,
  String.raw`tue(?:r|nt)? (?:le temps|les? (?:microbes?|bacteries?|germes?|poux|moustiques?|odeurs?|champignons?|acariens?|cafards?|insectes?))`,
  String.raw`mort\w*(?: de fatigue)? (?:ptdr|mdr|lol)`,
  String.raw`(?:envie |veux |pour |vouloir )?en finir (?:une bonne fois |enfin |vite )?(?:pour toutes )?avec (?!(?:(?:la|ma|cette|sa|toute|toute cette) vie|tout\b|moi|mes jours))`,
  String.raw`(?:envie|veux|voudrais|aimerais|peut|peux|faire|fait|font) (?:de )?(?:faire )?disparaitre (?:les?|l|mes|ces|ce|cette|des|la|mon) `,
  String.raw`va (?:encore )?me tuer (?:si j achete|si je depense|si je prends|s il voit|quand il verra|quand elle verra)`,
  String.raw`(?:coupe|coupent|couper) le souffle(?= (?:lol|mdr|tellement|de beaute))|a couper le souffle`,
  String.raw`(?:rouge|couleur|teinte) sang|sang de boeuf|rouges? a levres?`,
  String.raw`(?:faire|fait|font) (?:partir|disparaitre|descendre) (?!(?:la |une |ma |cette )?grossesse|(?:le |mon |ce )?bebe|la honte)`,
  // hearts
  String.raw`coups? de (?:coeur|foudre|pouce|main|fil|peigne|jeune|mou|barre|vieux|froid)`,
  String.raw`(?:par|bon|tout|grand|fond du) coeur`,
  String.raw`coeur (?:de palmier|de peche|de biche)|faux cils`,
  // burning without a burn
  String.raw`(?:creme|cremes) brulees?`,
  String.raw`brul(?:e|eur|eurs)(?: de)? (?:les? )?(?:graisses?|calories|parfums?)`,
  String.raw`brule parfum|anti brulures? d estomac|brulures? (?:d |de l )?estomac|sugar burn|fat burn\w*`,
  String.raw`(?:cheveux?|cheveu|meches?|pointes?|crinier\w*|tissage|perruque)(?: \w+){0,3} (?:brul\w*|cram\w*|burn\w*)`,
  String.raw`brule(?:r|s|nt)? (?:mes|les|mon|le|la)? ?(?:cheveux|meches|pointes)`,
  String.raw`(?:feu|brulures?) du rasoir|razor burn|envie brulante|actualite brulante`,
  // pregnancy words that are products or past
  String.raw`tests? (?:de )?(?:grossesse|gross\w*|enceinte)|pregnancy tests?`,
  String.raw`(?:apres|avant|post|suite a|depuis) (?:la |ma |une |mon |mes |sa |leur )?(?:grossesses?|pregnancy)`,
  String.raw`(?:ceinture|bas|collants?|coussins?|oreiller|pantalon|culotte|bandeau) de (?:grossesse|maternite|contention)`,
  String.raw`after (?:my |the )?pregnancy|pregnancy pillow`,
  String.raw`(?:tomber|tombe|etre|devenir) enceinte (?:vite|rapidement|naturellement)`,
  // fevers and temperatures of things
  String.raw`boutons? (?:de |d )?fievre|fievre du samedi|temperature (?:ambiante|de (?:la )?(?:piece|conservation|l eau|stockage))`,
  // blood, shock, crisis
  String.raw`(?:prises? de|pur|orange|oranges|don de|bon|chaud|circulation (?:du|de)|groupe|analyse de|masque) sang(?:uin\w*)?`,
  String.raw`gencives?(?: \w+){0,4} (?:saign\w*|sang)|saign\w* (?:des |de la |de |mes |les )?gencives?|bleeding gums|gums(?: \w+){0,2} bleed\w*`,
  String.raw`crises? de (?:rire|fou rire|jalousie|la (?:quarantaine|trentaine)|couple)|prix de crise|la crise (?:economique|actuelle)|crise economique|en ces temps de crise`,
  String.raw`prix choc|choc (?:des|de) (?:prix|promo)|soin choc|traitement choc|cure choc|shock price`,
  // actives called acid, gas or poison
  String.raw`acides? (?:hyaluronique|hyaluronic|folique|salicylique|salycilique|glycolique|lactique|azelaique|kojique|ascorbique|gras|amines?|mandelique|tranexamique|alpha|de fruits?|citrique|ferulique|aha)`,
  String.raw`(?:hyaluronic|salicylic|glycolic|folic|lactic|azelaic|kojic|fruit|fatty|amino) acids?`,
  String.raw`(?:parfum|ysl|dior|hypnotic|eau de parfum) poison|poison (?:de dior|girl|dior)`,
  String.raw`(?:eau|eaux) gazeuses?|champignons? (?:des|aux|sur|de|entre) (?:les? |mes |la |l )?(?:pieds?|ongles?|orteils?|peau|cheveux|adaptogene\w*)|cordyceps|reishi|anti (?:poison|acide)`,
  // swelling, shaving, bras, blackheads
  String.raw`soutiens? gorges?|rouge gorge|repulp\w*|(?:poches|cernes|yeux)(?: \w+){0,2} (?:gonfle\w*|enfle\w*)(?: \w+){0,2} (?:matin|reveil|fatigue)|(?:levres|cheveux) (?:gonflees?|volumineu\w*)(?= (?:naturel|glossy|gloss))`,
  // being aggressive to the skin, and colours
  String.raw`(?:peau|cuir chevelu|cheveux)(?: \w+){0,3} (?:agress\w*|viole\w*|maltrait\w*|etouf\w*|asphyxi\w*|respir\w*)|violettes?|violets?`,
  String.raw`(?:de|a) (?:mon|ton|votre|notre|leur) cote`,
  // "pas mal" is a lot or quite good
  String.raw`pas (?:si |trop )?mal(?: (?:de|d|du tout|comme|hein))?(?! (?:a|au|aux|partout)\b)`,
  // human words in other roles
  String.raw`livreur(?: \w+){0,3} (?:m |me )(?:r?appel\w*|joindre|contact\w*)|(?:r?appel\w*|contact\w*|joindre) (?:le |mon |votre )?livreur`,
  String.raw`a (?:croquer|macher|sucer)`,
  String.raw`sans (?:avoir besoin d |besoin d )?(?:une )?ordonnance|hors ordonnance|without (?:a )?prescription|no prescription`,
  String.raw`(?:cheveux|poils?|peau) humaine?s?|human hair`,
  String.raw`(?:conseil\w*|recommande\w*|approuve\w*|teste\w*|valide\w*|agree\w*) (?:par|en) (?:les? |un |des |mon |ma )?(?:pharmacien\w*|dermato\w*|medecins?|docteurs?)`,
  String.raw`(?:jamais|rien|pas) eu (?:de |d )?(?:allergies?|probleme\w*|soucis?)`,
  // harmless urgencies
  String.raw`(?:c est|pas|rien d|rien de) (?:pas )?(?:tres |si )?urgent (?:pas )?(?:du tout)?`,
];
const IDIOM = new RegExp(`\\b(?:${IDIOMS.join('|')})`, 'g');

/** Takes the harmless turns of phrase out of folded text, leaving a comma so that words do not join up. */
export function withoutIdioms(folded: string): string {
  return folded
    .replace(/['’\-/]/g, ' ')
    .replace(/ {2,}/g, ' ')
    .replace(IDIOM, ' , ');
}
