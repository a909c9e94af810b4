import { bothEnds, READ } from '../shared/reading.ts';
import { foldText } from '../language/normalise-text.ts';

export type ShopQuestion = 'hours' | 'address' | 'delivery' | 'payment' | 'order_status';

/** Folded text; the first that matches wins. */
const PATTERNS: readonly (readonly [ShopQuestion, RegExp])[] = [
  [
    'order_status',
    /\b(ou|quand|statut|suivi|etat|nouvelles?|where|status|track)\b.{0,30}\b(commande|colis|livraison arrive|order|parcel)\b|\b(ma|mon) (commande|colis)\b.{0,20}\b(ou|arrive|livre|quand|toujours pas|est)\b|\bpas (encore )?recu\b.{0,20}\b(commande|colis)\b/,
  ],
  [
    'hours',
    /\b(vous etes|vous etes vous|etes vous|c ?est|boutique|magasin|pharmacie) ?(\w+ ){0,2}(ouverte?s?|fermee?s?)\b|\b(horaires?|heures? d ?ouverture|a quelle heure|jusqu ?a quelle heure|opening hours?|ouvrez|fermez|ouverts? (le )?(dimanche|samedi|aujourd ?hui|demain))\b|\bare you open\b/,
  ],
  [
    'address',
    /\b(adresse|ou (se trouve|etes vous|vous trouvez|vous etes|est la boutique|est le magasin)|vous etes (ou|situes?)|situes? ou|localisation|quel quartier|where are you|your address|located)\b/,
  ],
  ['delivery', /\b(livrez|livraison|livrer|frais de (livraison|port)|deliver(y|ing)?|expediez)\b/],
  [
    'payment',
    /\b(mobile money|airtel money|moov money|orange money|momo|payer (comment|par|en|avec)|comment (je )?(payer?|regler)|(moyens?|modes?|facilites?) de paiement|especes|carte bancaire|pay(ment)? (methods?|by|with))\b/,
  ],
];

/** A question about the shop itself, answered from settings and orders, never from a model's memory. */
export function shopQuestion(text: string): ShopQuestion | null {
  const folded = foldText(bothEnds(text, READ.message)).replace(/['’-]/g, ' ');
  return PATTERNS.find(([, pattern]) => pattern.test(folded))?.[0] ?? null;
}
