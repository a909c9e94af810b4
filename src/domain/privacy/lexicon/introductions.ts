import { phrasesOf } from '../../shared/phrases.ts';

/**
 * How people say a name, folded and cut into words; "(a|b)" stands for either. What follows is taken
 * - `name`: whatever it is, as nothing but a name can follow,
 * - `person`: when it is a name or a word that nobody knows,
 * - `capital`: when it is a name, or is written like one,
 * - `account`: as the name of an account.
 */
const SAYINGS = {
  name: `
    je m (appelle|appele|apelle|apele|appel)
    je m (apel|appell|appelles|appelais|nomme|prenomme)
    j m (appelle|appel|apelle|apel)
    jm (appelle|appel|apelle|apel)
    je (mappelle|mapelle|mappel|mapel|mapele|mappele)
    (jmappelle|jmapelle|jmappel|jmapel|jemappelle|jemapelle)
    je me (nomme|prenomme)
    (m|me) (appelle|prenomme|nomme)
    (mon|mes|son|ton|votre|leur) (nom|prenom|noms) (est|c est|cest)
    (mon|mes|son|ton|votre|leur) (nom|prenom|noms) (c|s est|cé|ce)
    (mon|mes|son|ton|votre|leur) (prenoms|blaze|pseudo|surnom) (est|c est|cest)
    (mon|mes|son|ton|votre|leur) (prenoms|blaze|pseudo|surnom) (c|s est|cé|ce)
    (mon|son) (nom|prenom) (complet|entier) (est|c est|cest|c)
    (mon|son) nom de (famille|jeune fille) (est|c est|cest|c)
    (mon|son) petit nom (est|c est|cest|c)
    nom et (prenom|prenoms)
    noms et prenoms
    (il|elle|on|qui|lui) s (appelle|appele|apelle|appel|apel|appelait|nomme)
    (il|elle|on|qui) (sappelle|sapelle|sapel|sappel)
    (il|elle|qui) se (nomme|prenomme)
    on (m|l) (appelle|appele|appel|apelle|surnomme)
    au nom de
    aux noms de
    a l attention de
    a l ordre de
    (fille|fils|bebe|mari) (s appelle|s appel|s apelle|sappelle)
    (femme|epouse|mere|pere) (s appelle|s appel|s apelle|sappelle)
    (fille|fils|bebe|mari) (sapelle|se nomme|se prenomme|c est|cest)
    (femme|epouse|mere|pere) (sapelle|se nomme|se prenomme|c est|cest)
    (soeur|frere|tante|oncle) (s appelle|s appel|s apelle|sappelle)
    (cousin|cousine|ami|amie) (s appelle|s appel|s apelle|sappelle)
    (soeur|frere|tante|oncle) (sapelle|se nomme|se prenomme|c est|cest)
    (cousin|cousine|ami|amie) (sapelle|se nomme|se prenomme|c est|cest)
    (copine|copain|voisin|voisine) (s appelle|s appel|s apelle|sappelle)
    (enfant|niece|neveu|patron) (s appelle|s appel|s apelle|sappelle)
    (copine|copain|voisin|voisine) (sapelle|se nomme|se prenomme|c est|cest)
    (enfant|niece|neveu|patron) (sapelle|se nomme|se prenomme|c est|cest)
    (patronne|collegue|fiance|fiancee) (s appelle|s appel|s apelle|sappelle)
    (maman|papa|petite|petit|nounou) (s appelle|s appel|s apelle|sappelle)
    (patronne|collegue|fiance|fiancee) (sapelle|se nomme|se prenomme|c est|cest)
    (maman|papa|petite|petit|nounou) (sapelle|se nomme|se prenomme|c est|cest)
    my (name|surname|nickname) is
    my name s
    my (first|last|full) name is
    my names
    (his|her|their) name is
    (his|her) name s
    they call me
    people call me
    i am called
    i m called
  `,
  person: `
    je me presente
    (le|la) (petit|petite)
    je suis
    j suis
    (jsuis|jsui|chuis|chui|chsuis)
    moi (c est|cest|c|ce|cé|je suis|jsuis)
    c moi
    c est moi
    cest moi
    ici c est
    (appelez|appelle|appeler|nommez) moi
    nous sommes
    il s agit de
    de la part de
    signe
    alias
    (ma|mon|sa|son|ta|ton|notre|votre|leur) (fille|fils|bebe)
    (ma|mon|sa|son|ta|ton|notre|votre|leur) (mari|femme|epouse|epoux)
    (ma|mon|sa|son|ta|ton|notre|votre|leur) (mere|pere|soeur|frere)
    (ma|mon|sa|son|ta|ton|notre|votre|leur) (tante|oncle|cousin|cousine)
    (ma|mon|sa|son|ta|ton|notre|votre|leur) (ami|amie|copine)
    (ma|mon|sa|son|ta|ton|notre|votre|leur) (copain|voisin|voisine|enfant)
    (ma|mon|sa|son|ta|ton|notre|votre|leur) (niece|neveu|fiance|fiancee)
    (ma|mon|sa|son|ta|ton|notre|votre|leur) (patron|patronne|collegue|nounou)
    (ma|mon|sa|son|ta|ton|notre|votre|leur) (menagere|tata|tantie)
    (ma|mon|sa|son|ta|ton|notre|votre|leur) (tonton|maman|papa|mamie)
    (ma|mon|sa|son|ta|ton|notre|votre|leur) (papi|cherie|cheri|filleul)
    (ma|mon|sa|son|ta|ton|notre|votre|leur) (filleule|jumeau|jumelle|aine)
    (ma|mon|sa|son|ta|ton|notre|votre|leur) (ainee|cadet|cadette|benjamin)
    (ma|mon|sa|son|ta|ton|notre|votre|leur) (gosse|gars|pote|rival)
    (ma|mon|sa|son|ta|ton|notre|votre|leur) (coepouse|marraine|parrain|livreur)
    (ma|mon|sa|son|ta|ton|notre|votre|leur) (chauffeur|assistante)
    (ma|mon|sa|son|ta|ton|notre|votre|leur) (secretaire|gardien)
    (ma|mon|notre|sa|son) (petit|petite|grand) (fille|fils|frere|soeur|mere)
    (ma|mon|notre|sa|son) (grande|belle|beau) (fille|fils|frere|soeur|mere)
    (ma|mon|notre|sa|son) (petit|petite|grand) (pere|ami|amie|copain|copine)
    (ma|mon|notre|sa|son) (grande|belle|beau) (pere|ami|amie|copain|copine)
    (ma|mon) (petit|petite)
    my (son|daughter|husband|wife|mother|father)
    my (sister|brother|baby|friend|boss|kid)
    my (child|niece|nephew|aunt|uncle|cousin)
    my (mum|mom|dad|girlfriend|boyfriend|neighbour|neighbor)
    (maman|papa|mere|pere|mari|femme|fille|fils|epouse|soeur|frere|tante) de
    (mother|father|wife|husband|son|daughter|sister|brother) of
    (mme|madame|mlle|melle|mademoiselle|mr|monsieur|mrs|miss|ms|dr)
    (docteur|doctor|tantie|tantine|tata|tonton|maman|mama|papa|ya|yaya)
    (tante|oncle|pasteur|abbe|imam|serigne|sokhna|hadja|hajia|alhaji|aunty)
    (auntie|uncle|prof|professeur|maitre)
    (colonel|commandant|mamie|papi|kota|mami)
    i (m|am)
    (im|iam)
    el hadj
    hi i (m|am)
  `,
  capital: `
    c est
    cest
    c
    ici
    voici
    this is
    it s
    its
    here is
    m
    me
    pr
    grand
    vieux
    mere
    soeur
    frere
    chef
    sister
    brother
    mister
    (pour|chez|a|avec|par|lui|elle|from|to|for)
    (with|de|et|moi|ask|call|meet|nom|client|cliente)
    (bonjour|bonsoir|salut|hello|hi|hey|coucou)
    (cc|bjr|bsr|slt|chere|cher|dear|allo)
    (mbolo|merci|thanks|thank you|regards|cordialement|cdt|bisous)
    (bises|salutations|amicalement|respectueusement)
    (best|sincerely|cheers|courage)
    (demandez|demander|demande|appelez)
    (appeler|contactez|contacter|voyez|joignez)
    (livrez|livrer|prevenez|saluez|remettez|remettre|laissez|confiez|donnez)
    (livrez|livrer|livraison|remettez|remettre) (a|chez|pour|to|for)
    (remis|donnez|donner|envoyez|envoyer) (a|chez|pour|to|for)
    (confiez|deposez|deposer|apportez|destine) (a|chez|pour|to|for)
    (destinee|deliver|delivery|give|send) (a|chez|pour|to|for)
    s (appelle|appel|apelle|nomme)
    (sappelle|sapelle)
    (prenomme|prenommee|nomme|nommee|surnomme|surnommee)
    named
    called
  `,
  account: `
    (mon|ma|my) (insta|instagram|ig|facebook|fb|tiktok) (est|c est|cest|c|is)
    (mon|ma|my) (snap|snapchat|telegram) (est|c est|cest|c|is)
    (mon|ma|my) (twitter|linkedin|profil|page) (est|c est|cest|c|is)
    (insta|instagram|ig|facebook|fb)
    (tiktok|snap|snapchat|telegram|twitter|linkedin)
  `,
} as const;

export type Introduction = keyof typeof SAYINGS;

/** An introduction's words after the first. */
export interface Saying {
  readonly rest: readonly string[];
  readonly introduces: Introduction;
}

/** By their first word, the longest first. */
export const INTRODUCTIONS: ReadonlyMap<string, readonly Saying[]> = (() => {
  const found = new Map<string, Saying[]>();
  for (const introduces of Object.keys(SAYINGS) as Introduction[])
    for (const line of phrasesOf(SAYINGS[introduces]))
      for (const phrase of spelledOut(line)) {
        const [first = '', ...rest] = phrase.split(' ');
        found.set(first, [...(found.get(first) ?? []), { rest, introduces }]);
      }
  for (const sayings of found.values()) sayings.sort((a, b) => b.rest.length - a.rest.length);
  return found;
})();

function spelledOut(line: string): readonly string[] {
  const open = line.indexOf('(');
  if (open < 0) return [line];
  const close = line.indexOf(')', open);
  return line
    .slice(open + 1, close)
    .split('|')
    .flatMap((way) => spelledOut(line.slice(0, open) + way + line.slice(close + 1)));
}

/** A form's fields: what follows their colon is a name. */
export const FIELDS: ReadonlySet<string> = new Set(
  phrasesOf(`
  nom
  prenom
  noms
  prenoms
  name
  surname
  firstname
  lastname
  destinataire
  beneficiaire
  recipient
  client
  cliente
  interlocuteur
  receptionnaire
`),
);
/** Said after the name: "Mbadinga à l'appareil". */
export const AFTERWARDS: readonly (readonly string[])[] = [
  'a l appareil',
  'au telephone',
  'au bout du fil',
  'a l ecoute',
  'speaking',
  'on the line',
].map((phrase) => phrase.split(' '));
/** They join the parts of a name. */
export const PARTICLES: ReadonlySet<string> = new Set(
  phrasesOf(`
  de
  du
  des
  la
  le
  el
  al
  ben
  bin
  bint
  ould
  mint
  van
  von
  da
  dos
  ag
  epouse
  epse
  veuve
  nee
  dit
  dite
  alias
  ep
`),
);
/** They stand before a name and are none. */
export const TITLES: ReadonlySet<string> = new Set(
  phrasesOf(`
  mme
  madame
  mlle
  melle
  mademoiselle
  mr
  monsieur
  m
  mrs
  miss
  ms
  dr
  docteur
  pr
  me
  maitre
  la
  le
  maman
  papa
  tantie
  tata
  tonton
  ya
  bien
  donc
  moi
`),
);
