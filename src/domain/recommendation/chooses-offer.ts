import { foldText } from '../language/normalise-text.ts';

const ORDINALS: Readonly<Record<string, number>> = {
  premier: 1,
  premiere: 1,
  '1er': 1,
  '1ere': 1,
  '1re': 1,
  first: 1,
  '1st': 1,
  prems: 1,
  deuxieme: 2,
  second: 2,
  seconde: 2,
  '2e': 2,
  '2eme': 2,
  '2nd': 2,
  '2nde': 2,
  dexieme: 2,
  deuzieme: 2,
  deuxiem: 2,
  troisieme: 3,
  third: 3,
  '3e': 3,
  '3eme': 3,
  '3rd': 3,
  troisiem: 3,
  trosieme: 3,
};
const LAST = ['dernier', 'derniere', 'last'];
const NTH = `(${[...Object.keys(ORDINALS), ...LAST].sort((a, b) => b.length - a.length).join('|')})`;
const ARTICLE =
  "(?:le |la |l'|celui |the |du |pour le |pour la |option |choix |produit |numero |number |num |no |n |n degres |nr |# ?)*";
const POLITE =
  '(?: (?:svp|stp|s il vous plait|s il te plait|please|pls|merci|thanks|thank you|pour moi|ok|alors|donc|one|lea|madame|monsieur|d accord|aussi|bien))*';
const OPENING =
  '(?:(?:oui|ok|okay|d accord|bon|alors|finalement|bonjour|bjr|yes|merci|non|donc|voila|plutot|mieux|super|parfait) )*';
const TAKES =
  '(?:je (?:prends?|prend|prendrai|vais prendre|veux(?: bien)?|voudrais|choisis|choisi|commande|vais commander|veux commander|veux prendre|voudrais commander|pren)|jprends?|jveux?|jveu|j ?(?:aimerais|ai choisi)|commander|commandez|commande|donnez moi|mettez moi|envoyez moi|reservez moi|va pour|ok pour|pour moi ca sera|ce sera|i ?(?:ll|will)? ?(?:take|have|order|want|buy)|i want to (?:order|buy)|order|buy|give me)(?: donc| plutot| alors)? ';
const REFUSES = /\b(?:pas|annule[rz]?|sauf|sans|cancel|not|moins|combien|difference|enleve[rz]?)\b/;

const ALONE = new RegExp(`^${OPENING}${ARTICLE}(?:([1-9])|${NTH})${POLITE}$`);
const TAKEN = new RegExp(
  `(?:^|[ ,])${TAKES}${ARTICLE}(?:([1-9])|${NTH})(?=${POLITE}(?:$| et (?:l |le |la |du |de |un )| pour (?:ma|mon|mes|moi|le|la) |,))`,
  'g',
);
const THE_ONE = new RegExp(
  `^${OPENING}(?:je (?:le |la |l )?(?:prends?|veux|commande)|jprends?|commander|commande|order|i ll take it|i take it|je veux (?:le |la )?commander)(?: (?:ca|cela|celui la|celle la|it))?${POLITE}$`,
);

/**
 * The number of the offer that a message chooses, from 1; null when it chooses none or more than one.
 * A quantity ("2 boites"), a frequency ("1 fois par jour ?") or a question about an offer is no choice.
 */
export function choosesOffer(text: string, offeredCount: number): number | null {
  if (offeredCount < 1 || text.length > 120) return null;
  const asked = text.includes('?');
  const words = foldText(text)
    .replace(/[^a-z0-9,#]+/g, ' ')
    .replace(/ ?, ?/g, ',')
    .replace(/,(?=[a-z0-9])/g, ' , ')
    .replace(/(?<!,),+$/, '')
    .replace(/\s+/g, ' ')
    .trim();
  const clauses = words.split(' , ').map((clause) =>
    clause
      .replace(/\b(?:annule[rz]?|pas|sauf|cancel) (?:le |la |the )?\w+/g, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  );
  const chosen = new Set<number>();
  for (const clause of clauses) {
    const alone = asked ? null : ALONE.exec(clause);
    if (alone && !REFUSES.test(clause)) chosen.add(rankOf(alone[1], alone[2], offeredCount));
    for (const match of clause.matchAll(TAKEN))
      chosen.add(rankOf(match[1], match[2], offeredCount));
  }
  // "Le 1 et le 2" is two wishes: a person or the model sorts it out.
  if (
    /\b(?:[1-9]|premiere?|deuxieme|troisieme) (?:et|and|ou|or) (?:le |la |the )?(?:[1-9]|premiere?|deuxieme|troisieme|second)\b/.test(
      words,
    )
  )
    return null;
  if (chosen.size === 0 && offeredCount === 1 && !asked && THE_ONE.test(words)) return 1;
  const [rank] = chosen;
  return chosen.size === 1 && rank !== undefined && rank >= 1 && rank <= offeredCount ? rank : null;
}

function rankOf(
  figure: string | undefined,
  ordinal: string | undefined,
  offeredCount: number,
): number {
  if (figure !== undefined) return Number(figure);
  return LAST.includes(ordinal ?? '') ? offeredCount : (ORDINALS[ordinal ?? ''] ?? 0);
}
