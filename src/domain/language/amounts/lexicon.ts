import { phrasesOf } from '../../shared/phrases.ts';

const setOf = (text: string): ReadonlySet<string> => new Set(phrasesOf(text).flatMap(wordsIn));
const wordsIn = (line: string): readonly string[] => line.split(' ');

/** A thousand, as it is said in Libreville, Douala, Abidjan and Dakar, and in English. */
export const THOUSAND = setOf(`
  k mil mill mille milles mile miles mll
  kolo kolos krika krikas
  thousand thousands thou
`);
export const MILLION = setOf('million millions');
/** What a price is counted in here. */
export const CURRENCY = setOf(`
  f fr frs franc francs fcfa cfa fcf fca xaf xof
  balle balles bal
`);
/** Both in one word: "5kf", "3millefcfa". */
export const THOUSAND_FRANCS = /^(?:k|mil|milles?)(?:f|frs?|francs?|f?cfa|xaf|xof)$/;
/** What follows a number that is surely no money: sizes, doses, ages, times, other money. */
export const MEASURES = setOf(`
  pourcent percent g gr grs gramme grammes gram grams kg kgs kilo kilos mg mcg
  ml mls cl dl l litre litres liter liters oz
  cm mm m km metre metres meters kilometres
  h hr hrs heure heures hour hours mn minute minutes seconde secondes
  an ans annee annees mois jour jours semaine semaines
  year years yr yrs month months week weeks day days
  fois times ui iu ppm unite unites units degre degres watt watts w volts v mah kcal calories
  gelule gelules comprime comprimes capsule capsules dose doses
  pill pills tablet tablets caps cps cp goutte gouttes
  euro euros eur dollar dollars usd naira nairas cedi cedis
  merci mercis bisou bisous bises thanks kisses bravos
`);
/** What is counted: no money either, but behind "budget 5000" the next thing may be named. */
export const THINGS = setOf(`
  sachet sachets boite boites piece pieces paquet paquets carton cartons flacon flacons tube tubes pot pots
  article articles produit produits lot lots rouleau rouleaux lingette lingettes couche couches
  savon savons creme cremes coton cotons compresse compresses feuille feuilles page pages gants masques
  box boxes bottle bottles packs pack items wipes
  enfant enfants personne personnes gens clients people kids abonnes vues
  chose choses question questions raison raisons probleme problemes bouton boutons
`);

/** What stands before figures that name something: an order, a telephone, a street, a factor. */
export const NAMES_SOMETHING = setOf(`
  commande cmd order ref reference ticket facture colis suivi tracking
  numero num nr no tel telephone whatsapp phone contact momo airtel moov wave code otp pin
  rue bp porte villa lot chambre spf ip indice fps
  doliprane paracetamol efferalgan dafalgan ibuprofene
`);
/** A dose is said without its unit behind these, or a letter further. */
export const DOSED = setOf(`
  vitamine vitamines vitamin omega magnesium calcium zinc fer iron biotine biotin
  collagene collagen fluor fluoride duraphat acide acid spiruline melatonine curaprox elmex
`);
/** Money that was paid or that is to be changed says nothing of what somebody will spend. */
export const NO_BOUND = `
  le
  la
  pas
  not
  celui a
  celle a
  ceux a
  celui de
  celle de
  the one at
  ai paye
  avais paye
  avons paye
  a paye
  ai verse
  ai envoye
  ai transfere
  ai depose
  ai depense
  paid
  i sent
  monnaie de
  monnaie sur
  monnaie pour
  la monnaie de
  la monnaie sur
  change for
  livraison
  frais de livraison
  livraison de
  livraison a
  livraison est
  livraison c est
  delivery is
  en
  depuis
  il est
  since
`;

/** Words that add nothing to an amount. */
export const POLITE = setOf(`
    oui non ok okay okey ouais bon bien bah ben eh alors donc plutot disons voila mieux peut etre et mais sinon
    svp stp s il vous te plait merci please pls thanks thank you yes no well maybe rather then so but
    bonjour bonsoir bjr bsr salut hello hi lea madame monsieur
    je j ai n ne n c est ca ce sera moi pour mon ma my me i m budget prix price le la les de du d des un une the
    a at en dans environ autour vers genre quelque chose something anything rien que juste only just
    seulement vous avez quoi tu as qu est y il peux peut avoir acheter prendre trouver get buy
    quelle quel quels quelles what do have for have got
    qui que se doit coute it costs
    f fr frs francs franc fcfa cfa montant somme max maxi maximum minimum pas plus tout compris
    cherche veux voudrais want peux can mettre payer depenser spend pay
`);
