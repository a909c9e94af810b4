import type { Act, DayAsked, ShopTopic } from './act.ts';

/** Folded words, one space between; the first that matches wins. */
const TOPICS: readonly (readonly [ShopTopic, RegExp])[] = [
  [
    'order_status',
    /\b(?:ou|quand|statut|suivi|etat|nouvelles?|where|status|track|toujours pas|pas encore)\b.{0,30}\b(?:commande|colis|livreur|livraison arrive|order|parcel)\b|\b(?:ma|mon) (?:commande|colis)\b.{0,25}\b(?:ou|arrive\w*|livre\w*|quand|toujours pas|est|prete?|en est)\b|\b(?:pas (?:encore )?|toujours (?:pas|rien) )recu\b|\bpas (?:encore )?(?:ete )?livre\b|\bj attends (?:toujours )?(?:ma|mon)\b|\b(?:r?envo\w+|donne\w*|ou est|perdu|redonne\w*|retrouve\w*)(?: moi)?(?: \w+)? lien\b/,
  ],
  [
    'total',
    /\b(?:(?:le |mon |au )total|en tout|total de (?:ma|la) commande|in total|altogether)\b/,
  ],
  [
    'hours',
    /\b(?:vous etes|vous etes vous|etes vous|c ?est|boutique|magasin|pharmacie|vs etes|z etes|t es) ?(?:\w+ ){0,2}(?:ouverte?s?|fermee?s?)\b|\b(?:horaires?|heures? d ?(?:ouverture|e fermeture)|(?:a |de )?(?:quelle|kel) heure|jusqu ?a quelle heure|opening hours?|ouvrez|fermez|ferme(?:nt|s)? (?:a|quand)|ouvert\w* (?:le |ce |a |les )?(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|aujourd ?hui|demain|soir|midi|\d+)|(?:dimanche|samedi|aujourd hui|demain|ce soir) (?:vous|c est|on) (?:etes )?(?:ouver\w*|ferm\w*|travaill\w*)|travaillez (?:le |ce )?\w*|(?:jours? )?feries?|are you open|what time|when do you (?:open|close))\b/,
  ],
  [
    'returns',
    /\b(?:echanger?|echangez|retourner?|retours?|rembours\w*|reprenez|reprendre|rendre (?:le|la|un) (?:produit|article)|si (?:ca|il|elle) (?:ne )?(?:me )?(?:convient|va|plait) pas|refund|return policy)\b/,
  ],
  [
    'pick_up',
    /\b(?:venir (?:le |la |les )?(?:chercher|recuperer|prendre|acheter)|(?:passer?|viens|vien|viendrai) (?:\w+ ){0,2}(?:chercher|recuperer|prendre|a la (?:boutique|pharmacie)|en boutique|au magasin)|recuperer (?:moi meme|sur place|en boutique|ma commande)|sur place|retrait|click and collect|pick ?up|collect)\b/,
  ],
  [
    'payment',
    /\b(?:mobile money|airtel money|moov money|airtel|moov|orange money|momo|wave|mtn|payer|paie|paye|payez|payment|paiements?|regler|reglement|especes|cash|cheque|carte (?:bancaire|visa|bleue)|visa|credit|virement|acompte|(?:moyens?|modes?|facilites?) de paiement|pay)\b/,
  ],
  [
    'delivery',
    /\b(?:livr\w*|frais de port|deliver\w*|expedie[rz]?|envoye[rz]? (?:a|au|en|sur|vers) \w+|yango|dhl|coursier|ship(?:ping)?)\b/,
  ],
  [
    'address',
    /\b(?:adresse|ou (?:se trouve|etes vous|vous trouvez|vous etes|est la (?:boutique|pharmacie)|est le magasin|c est|est votre|je peux vous trouver)|vous etes (?:ou|situes?|a quel)|c est ou(?: ca)?$|situes? ou|situee? ou|localisation|itineraire|quel quartier|where are you|your address|located|vous trouver|quel endroit|votre (?:boutique|magasin|pharmacie) (?:est )?(?:ou|a))\b/,
  ],
  [
    'how_to_order',
    /\b(?:comment (?:\w+ ){0,3}(?:command\w*|achet\w*|pass\w* commande)|comment (?:ca|sa) (?:marche|se passe) (?:pour|la commande)|how (?:do|can|to) (?:\w+ )?order)\b/,
  ],
  [
    'contact',
    /\b(?:(?:votre|un|le) (?:numero|num|tel\w*|contact|mail|e ?mail)(?: de (?:tel\w*|la boutique))?|vous appeler|je peux appeler|facebook|instagram|tiktok|site (?:web|internet)|phone number)\b/,
  ],
  [
    'who_are_you',
    /\b(?:robot|ia|bot|intelligence artificielle|(?:qui|ki) (?:etes vous|es tu|est ce|parle|t es|etes)|vous etes qui|tu es qui|t es qui|c est qui|vraie? (?:pharmacie|personne|humain)|une pharmacie ou|humain|je parle a qui|(?:a|avec) qui (?:je|ai je|j)|comment (?:tu|vous) (?:t|vous) ?appel\w*|ton nom|votre nom|who are you|are you (?:a |an )?(?:robot|bot|real|human|ai))\b/,
  ],
];
const WEEKDAYS: readonly RegExp[] = [
  /\b(?:lundis?|monday)\b/,
  /\b(?:mardis?|tuesday)\b/,
  /\b(?:mercredis?|wednesday)\b/,
  /\b(?:jeudis?|thursday)\b/,
  /\b(?:vendredis?|friday)\b/,
  /\b(?:samedis?|saturday)\b/,
  /\b(?:dimanches?|sunday)\b/,
];
const MONTHS: readonly RegExp[] = [
  /^janv/,
  /^fev|^feb/,
  /^mars$|^march$/,
  /^avr|^apr/,
  /^mai$|^may$/,
  /^juin|^june$/,
  /^juil|^july$/,
  /^aout|^aug/,
  /^sept/,
  /^oct/,
  /^nov/,
  /^dec/,
];
/** Days that have a name. */
const FEASTS: readonly (readonly [RegExp, number, number])[] = [
  [/\b(?:noel|christmas)\b/, 12, 25],
  [/\b(?:jour de l an|nouvel an|new year)\b/, 1, 1],
  [/\b(?:fete du travail)\b/, 5, 1],
  [/\b(?:assomption)\b/, 8, 15],
  [/\b(?:toussaint)\b/, 11, 1],
];

/** What a clause asks about the shop itself; null when it asks nothing of the kind. */
export function readShopQuestion(words: readonly string[]): Act | null {
  const text = words.join(' ');
  const topic = TOPICS.find(([, pattern]) => pattern.test(text))?.[0];
  if (topic === undefined) return null;
  return {
    kind: 'ask_shop',
    topic,
    day: dayIn(words, text),
    named: topic === 'delivery' ? placeIn(words) : topic === 'payment' ? meansIn(text) : null,
  };
}

function dayIn(words: readonly string[], text: string): DayAsked | null {
  const feast = FEASTS.find(([pattern]) => pattern.test(text));
  if (feast !== undefined) return { kind: 'date', month: feast[1], day: feast[2] };
  for (const [at, word] of words.entries()) {
    const month = MONTHS.findIndex((pattern) => pattern.test(word));
    const day = /^(\d{1,2})(?:er)?$/.exec(words[at - 1] ?? '')?.[1];
    if (month >= 0 && day !== undefined && Number(day) >= 1 && Number(day) <= 31)
      return { kind: 'date', month: month + 1, day: Number(day) };
  }
  if (/\bapres demain\b/.test(text)) return { kind: 'in_days', days: 2 };
  if (/\b(?:demain|tomorrow|2main|dem1)\b/.test(text)) return { kind: 'in_days', days: 1 };
  if (
    /\b(?:aujourd hui|ajd|auj|ce (?:soir|midi|matin)|cet? (?:apres midi|aprem)|today|tonight|la maintenant)\b/.test(
      text,
    )
  )
    return { kind: 'in_days', days: 0 };
  const index = WEEKDAYS.findIndex((pattern) => pattern.test(text));
  return index < 0 ? null : { kind: 'weekday', index };
}

const NO_PLACE =
  /^(?:la|le|l|les|domicile|maison|moi|nous|quel\w*|combien|partir|cette|ce|cet|mon|ma|mes|votre|un|une|payer|peu|main|temps|heure|livrer|livraison|prix|midi|soir|matin|demain|quoi|qui|cote|plus|distance|home|the|my|day|order|date)$/;

/** "À Owendo", "sur Akanda", "livraison Nzeng Ayong": one or two words that name a place. */
function placeIn(words: readonly string[]): string | null {
  const at = words.findIndex(
    (word, index) =>
      /^(?:a|au|aux|en|sur|vers|jusqu|to|in|dans)$/.test(word) &&
      !NO_PLACE.test(words[index + 1] ?? 'la') &&
      !/^\d/.test(words[index + 1] ?? '0'),
  );
  const start =
    at >= 0 ? at + 1 : words.findIndex((word) => /^(?:livraison|delivery)$/.test(word)) + 1;
  if (start <= 0) return null;
  const place = words
    .slice(start, start + 2)
    .filter((word, index, all) => (index === 0 || !ENDS.test(all[0]!)) && !ENDS.test(word));
  return place.length === 0 || NO_PLACE.test(place[0]!) ? null : place.join(' ');
}
const ENDS =
  /^(?:c|est|ce|cmb|combien|ca|coute|possible|svp|stp|aussi|et|ou|quand|pour|express|gratuit\w*|ok|vous|je|il|on|de|du|des|d|le|la|les|a|en|par|demain|aujourd|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|maintenant|prix|tarif|domicile|dans|sur|frais|how|is|much|please)$/;

const MEANS =
  /\b(?:carte (?:bancaire|visa|bleue|de credit)|visa|mastercard|paypal|orange money|airtel(?: money)?|moov(?: money)?|mtn(?: money| momo)?|wave|cheque|virement|western union|especes|cash|a credit|plusieurs fois|\d fois|bitcoin|crypto)\b/;

/** "Par carte visa", "avec Wave": a means of payment by its name. */
const meansIn = (text: string): string | null => MEANS.exec(text)?.[0] ?? null;
