import { phrasesOf } from '../../shared/phrases.ts';
import { foldText } from '../../language/normalise-text.ts';
import { phoneticKey } from '../../language/phonetic-key.ts';
import type { Token } from '../../language/tokens.ts';
import { LEXICON } from './lexicon.ts';
import type { Concept } from './lexicon.ts';

type WordTest = (token: Token) => boolean;

/** One way of saying a concept: its first word led here, the rest must follow. */
export interface Entry {
  readonly concept: Concept;
  readonly rest: readonly WordTest[];
}

/** Below this many sounds a word is matched by spelling: short words sound alike too easily. */
const MIN_KEY = 3;
const MIN_LETTERS = 5;
/** From this many sounds on, one slip (a letter more, less, other or swapped) is forgiven. */
const MIN_FUZZY_KEY = 6;
const PREFIX_BUCKET = 3;

const bySpelling = new Map<string, Entry[]>();
const byKey = new Map<string, Entry[]>();
const byPrefix = new Map<string, Array<readonly [string, Entry]>>();
/** A key with one sound left out → the keys it may come from. */
const byDeletion = new Map<string, Set<string>>();

/**
 * Frequent words that are one slip away from an alarming one, and must stay themselves
 * ("respirant", "parfumer", "dormir").
 */
const KEEP = new Set(
  phrasesOf(`
  contour
  confort
  comment
  combien
  commande
  conseil
  conseils
  parfums
  parfum
  gommage
  massage
  maquillage
  hydratant
  hydratante
  cicatrisant
  apaisant
  apaisante
  moustique
  moustiques
  nettoyant
  nettoyante
  exfoliant
  protection
  protecteur
  solaire
  douceur
  couleur
  odeur
  senteur
  livraison
  reduction
  promotion
  collection
  solution
  lotion
  potion
  portion
  option
  attention
  intention
  prevention
  mention
  content
  contents
  respirant
  respirante
  ventre
  vente
  ventes
  vendre
  rendre
  prendre
  attendre
  entendre
  tendre
  brillant
  brillante
  brushing
  brume
  brosse
  deodorant
  dentifrice
  antirides
  contenance
  contenant
  composition
  texture
  teinture
  ceinture
  peinture
  creme
  cremes
  serum
  serums
  savon
  savons
  montre
  montrer
  marque
  marques
  masque
  masques
  manque
  bouche
  douche
  mouche
  touche
  couche
  couches
  bonjour
  bonsoir
  toujours
  journee
  matin
  demain
  semaine
  sommeil
  soleil
  conseiller
  conseillez
  conseille
  recommande
  recommandez
  disponible
  parapharmacie
  pharmacie
  pharmacies
  grossir
  grosse
  grosseur
  gencives
  genoux
  boutons
  bouton
  taches
  poudre
  coudre
  foudre
  cheveux
  chevelu
  cuir
  crepus
  frises
  lisses
  adulte
  adultes
  agite
  agrumes
  argile
  argan
  avoine
  beurre
  karite
  amande
  coco
  hemorroide
  hemorroides
  hemoroide
  hemoroides
  stylo
`),
);

for (const [concept, phrases] of LEXICON) for (const phrase of phrases) addPhrase(concept, phrase);

/** Every lexicon entry whose first word is this one, however it was written. */
export function entriesFor(token: Token): readonly Entry[] {
  const known = remembered.get(token.word);
  if (known !== undefined) return known;
  const found = look(token);
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(token.word, found);
  return found;
}

/**
 * Words repeat, and a key follows from its word; the bound keeps a flood of invented words from growing the
 * process.
 */
const MOST_REMEMBERED = 5_000;
const remembered = new Map<string, readonly Entry[]>();

function look(token: Token): readonly Entry[] {
  const found: Entry[] = [...(bySpelling.get(token.word) ?? []), ...(byKey.get(token.key) ?? [])];
  for (const [prefix, entry] of byPrefix.get(token.word.slice(0, PREFIX_BUCKET)) ?? []) {
    if (token.word.startsWith(prefix)) found.push(entry);
  }
  if (found.length === 0 && !KEEP.has(token.word))
    for (const key of neighbours(token.key)) found.push(...byKey.get(key)!);
  return found;
}

/** "jarive", "lavale", "dessence": an article or pronoun grown onto the word. */
export function withoutElision(token: Token): Token | null {
  if (!/^(?:[ldjnmtsc](?=[aeiouh])|qu(?=[aeio])).{4}/.test(token.word)) return null;
  const word = token.word.replace(/^(?:qu|.)/, '');
  return { ...token, word, key: phoneticKey(word) };
}

function addPhrase(concept: Concept, phrase: string): void {
  const words = phrase.split(/\s+/);
  const entry: Entry = { concept, rest: words.slice(1).map(wordTest) };
  const first = words[0]!;
  const word = foldText(first.replace(/[=*]/g, ''));
  const key = phoneticKey(word);
  if (first.endsWith('*')) push(byPrefix, word.slice(0, PREFIX_BUCKET), [word, entry] as const);
  else if (first.startsWith('=') || key.length < MIN_KEY || word.length < MIN_LETTERS)
    push(bySpelling, word, entry);
  else {
    push(byKey, key, entry);
    if (key.length >= MIN_FUZZY_KEY)
      for (const shorter of deletions(key)) addDeletion(shorter, key);
  }
}

function wordTest(written: string): WordTest {
  const word = foldText(written.replace(/[=*]/g, ''));
  const key = phoneticKey(word);
  if (written.endsWith('*')) return (token) => token.word.startsWith(word);
  // Inside a phrase the neighbours already disambiguate, so two sounds are enough.
  if (written.startsWith('=')) return (token) => token.word === word;
  return key.length < 2
    ? (token) => token.word === word
    : (token) => token.word === word || token.key === key;
}

function neighbours(key: string): ReadonlySet<string> {
  const near = new Set<string>();
  if (key.length < MIN_FUZZY_KEY) return near;
  for (const form of [key, ...deletions(key)])
    for (const candidate of byDeletion.get(form) ?? []) near.add(candidate);
  for (const form of deletions(key))
    if (form.length >= MIN_FUZZY_KEY && byKey.has(form)) near.add(form);
  return near;
}

/** The first sound is kept: slips at the very start are rare and cost most false alarms. */
function deletions(key: string): readonly string[] {
  return Array.from(
    { length: key.length - 1 },
    (_, index) => key.slice(0, index + 1) + key.slice(index + 2),
  );
}

function addDeletion(shorter: string, key: string): void {
  const keys = byDeletion.get(shorter);
  if (keys) keys.add(key);
  else byDeletion.set(shorter, new Set([key]));
}

function push<V>(map: Map<string, V[]>, key: string, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
