import { CONCEPTS } from '../../recommendation/lexicon/concepts.ts';
import { KNOWN_BRANDS } from '../../recommendation/lexicon/forbidden.ts';
import {
  FORM_WORDS,
  HONEST_WORDS,
  SPELLINGS,
  STOP_WORDS,
} from '../../recommendation/lexicon/stop-words.ts';
import { LEXICON } from '../../triage/lexicon/lexicon.ts';
import { phrasesOf } from '../../shared/phrases.ts';
import { ENGLISH_WORDS } from './en/ordinary-words.ts';
import { FRENCH_WORDS } from './fr/ordinary-words.ts';
import { PEOPLE_NAMES } from './people-names.ts';

/** Names that are words as well; small letters mean the word. */
const WORDS_AND_NAMES = phrasesOf(`
  rose
  blanche
  claire
  pierre
  grace
  divine
  fortune
  prince
  princesse
  blessing
  precious
  gift
  joy
  patience
  prudence
  constance
  clemence
  victoire
  tresor
  merveille
  esperance
  parfait
  desire
  aime
  aimee
  innocent
  juste
  fidele
  modeste
  marine
  reine
  olive
  iris
  violette
  aurore
  angel
  faith
  hope
  mercy
  charity
  glory
  sunday
  friday
  moise
  pascal
  jasmine
  marguerite
  dahlia
  capucine
  fleur
  belle
  perle
  ange
  fall
  tall
  kane
  mane
  max
  junior
  mama
  christ
  mami
  bella
  emeraude
  amour
  bonheur
  promesse
  gloire
  dieu
  saint
  sainte
  petit
  legrand
  lebon
  blanc
  noir
  brun
  roux
  rousseau
  benjamin
  guy
  jean
  jeans
  cherie
  nana
  perpetue
  placide
  martial
  guide
  destin
  privat
  regis
  urbain
  clement
  ariel
  melissa
  sage
  sena
  loba
  sans
  pene
  tape
  sow
  coly
  soro
  ola
  obi
  bah
  sika
  aya
  alpha
  carmen
  luna
  star
  pretty
  lovely
`);

/** What people say of themselves after "je suis" and lists of common words leave out. */
const OF_PEOPLE = phrasesOf(`
  enceinte
  diabetique
  asthmatique
  hypertendu
  hypertendue
  hypertendus
  drepanocytaire
  epileptique
  allergique
  intolerante
  intolerant
  metisse
  metis
  menopausee
  constipe
  constipee
  ballonne
  ballonnee
  enrhume
  enrhumee
  grippe
  grippee
  fatigue
  fatiguee
  epuise
  epuisee
  malade
  stresse
  stressee
  anemie
  anemiee
  deshydrate
  deshydratee
  brule
  brulee
  irrite
  irritee
  gene
  genee
  cliente
  client
  deja
  interesse
  interessee
  interesses
  interessees
  desole
  desolee
  navre
  navree
  decu
  decue
  ravi
  ravie
  enchante
  enchantee
  content
  contente
  satisfait
  satisfaite
  preneur
  preneuse
  partant
  partante
  dispo
  celibataire
  mariee
  marie
  fiancee
  fiance
  veuf
  divorce
  divorcee
  etudiant
  etudiante
  commercant
  commercante
  coiffeuse
  coiffeur
  infirmiere
  infirmier
  sage-femme
  esthetician
  esthéticienne
  estheticienne
  bloque
  bloquee
  perdu
  perdue
  confus
  confuse
  coince
  coincee
  inquiet
  inquiete
  angoisse
  angoissee
  deprime
  deprimee
  insomniaque
  sensible
  claire
  noire
  brune
  ebene
  teint
  bronzee
  bronze
  foncee
  fonce
  ivoirien
  senegalais
  togolais
  gabonais
  camerounais
  congolais
  beninois
  malien
  burkinabe
  guineen
  tchadien
  nigerian
  ghaneen
  equato
  francais
  libanais
  marocain
  diaspora
  accro
  fan
  adepte
  debutante
  novice
  allaitante
  primipare
  jeune
  mince
  ronde
  grosse
  maigre
  enrobee
  obese
  vegetarienne
  vegan
  musulmane
  chretienne
  catholique
  voilee
  pregnant
  breastfeeding
  allergic
  diabetic
  asthmatic
  interested
  looking
  sorry
  confused
  happy
  worried
  tired
  sick
  sure
  okay
  ok
  fine
  ready
  available
  new
  here
  back
  done
  afraid
  ronfle
  ronfler
  vomit
  vomir
  saigne
  saigner
  gratte
  transpire
  boite
  crache
  bave
  pleure
  mouille
  respire
  tremble
  gonfle
  perd
  rote
  souffre
  maigrit
  grossit
  vieillit
  grandit
  urine
  demange
  desquame
  pele
  deg
  degoute
  degoutee
  kc
  bjr
  slt
  cc
  svp
  stp
  mdr
  lol
  wesh
  deh
  kdo
  kado
  dispo
  rdv
  infos
  svpp
  mbolo
  bonsoir
  okay
  kiff
  waouh
  wow
  ouf
  hum
  humm
  parkinson
  crohn
  alzheimer
  ramadan
  tabaski
  noel
  paques
  carnaval
  whatsapp
  facebook
  instagram
  google
  android
  iphone
  airtel
  moov
  orange
  mtn
  wave
  momo
`);

const PLACES = phrasesOf(`
  libreville
  akanda
  owendo
  nzeng
  ayong
  okala
  angondje
  glass
  louis
  oloumi
  lalala
  nombakele
  batterie
  akebe
  plaine
  rio
  mindoube
  port
  gentil
  franceville
  oyem
  moanda
  mouila
  lambarene
  tchibanga
  makokou
  koulamoutou
  ntoum
  bitam
  mounana
  gabon
  estuaire
  cameroun
  cameroon
  douala
  akwa
  bonamoussadi
  bonaberi
  bonapriso
  bonanjo
  deido
  makepe
  logpom
  ndokoti
  yaounde
  bastos
  mvan
  biyem
  assi
  nlongkak
  bafoussam
  garoua
  maroua
  kribi
  limbe
  buea
  bamenda
  abidjan
  cocody
  yopougon
  marcory
  treichville
  adjame
  plateau
  koumassi
  abobo
  bingerville
  riviera
  angre
  bouake
  yamoussoukro
  korhogo
  daloa
  ivoire
  dakar
  pikine
  guediawaye
  rufisque
  almadies
  ouakam
  mermoz
  medina
  thies
  mbour
  saint
  louis
  kaolack
  ziguinchor
  senegal
  congo
  brazzaville
  kinshasa
  pointe
  noire
  bamako
  ouagadougou
  cotonou
  lome
  niamey
  ndjamena
  malabo
  bata
  libreville
  france
  paris
  lyon
  marseille
  maroc
  dubai
  afrique
  africa
  nigeria
  lagos
  ghana
  accra
  benin
  togo
  mali
  burkina
  niger
  tchad
  guinee
  conakry
  carrefour
  marche
  quartier
  pk
  bambouchine
  nkembo
  awendje
  alibandeng
  lalala
  likouala
  kinguele
  sotega
  sibang
  nomba
  domo
  ozangue
  charbonnages
  batavea
  ancienne
  sobraga
  montagne
  sainte
  cap
  esterias
  pk5
  pk8
  pk12
`);

const fold = (word: string): string => word.normalize('NFD').replace(/\p{M}/gu, '');
const cut = (text: string): readonly string[] => text.match(/[a-z]+/g) ?? [];

const OURS = [
  ...STOP_WORDS,
  ...HONEST_WORDS,
  ...FORM_WORDS,
  ...SPELLINGS.keys(),
  ...[...SPELLINGS.values()].flatMap(cut),
  ...CONCEPTS.flatMap(({ say, terms, attribute, category }) =>
    cut(fold(`${say} ${terms ?? ''} ${attribute ?? ''} ${category ?? ''}`.toLowerCase())),
  ),
  ...[...LEXICON.values()].flat().flatMap(cut),
];

const MISTYPED: ReadonlySet<string> = new Set(
  [...OURS, ...OF_PEOPLE.map(fold)].filter((word) => !PEOPLE_NAMES.has(word)),
);
const WORDS: ReadonlySet<string> = new Set([
  ...[...FRENCH_WORDS, ...ENGLISH_WORDS, ...OURS].filter((word) => !PEOPLE_NAMES.has(word)),
  ...WORDS_AND_NAMES,
  ...OF_PEOPLE.map(fold),
  ...PLACES,
]);
const BRANDS: ReadonlySet<string> = new Set(
  KNOWN_BRANDS.flatMap(cut).filter((word) => word.length > 2),
);
const BOTH: ReadonlySet<string> = new Set(WORDS_AND_NAMES);
/** From this many letters on, other forms of a common word are common as well. */
const FORMS_FROM = 6;
const ENDING = new RegExp(
  '(?:antes?|ants?|euses?|eux|ives?|iques?|istes?|ables?|ibles?|iens?|iennes?|aises?|oises?|' +
    'ees?|ements?|tions?|ing|ful|less)$',
);
const INFLECTION = /(?:issant|ante|ants|ant|ees|ee|es|er|ez|ent|e|s|x)$/;
const root = (word: string): string => word.replace(INFLECTION, '');
const squashed = (word: string): string => word.replace(/(.)\1/g, '$1');
const ROOTS: ReadonlySet<string> = new Set(
  [...WORDS].filter((word) => word.length >= FORMS_FROM).map((word) => squashed(root(word))),
);

export type Kind = 'name' | 'either' | 'word' | 'brand' | 'unknown';

/** What a folded word is by itself: a name, a word, both of them, a brand of the trade, or nothing that is known. */
export function kindOf(word: string): Kind {
  if (BOTH.has(word)) return 'either';
  if (PEOPLE_NAMES.has(word)) return 'name';
  if (WORDS.has(word)) return 'word';
  if (BRANDS.has(word)) return 'brand';
  if (
    word.length >= FORMS_FROM &&
    (ROOTS.has(squashed(root(word))) || (word.length > 7 && ENDING.test(word)))
  )
    return 'word';
  return 'unknown';
}

/** A word of the lists as it is written; other forms of it and what only looks like a word are none. */
export const isListedWord = (word: string): boolean => WORDS.has(word) || BRANDS.has(word);

/** Grammar, politeness, asking: never the beginning of a name. */
export const isGrammar = (word: string): boolean => STOP_WORDS.has(word) && !PEOPLE_NAMES.has(word);

/** Words of shopping and of what people say of themselves, which are mistyped most. */
export const mistypedWords = (): Iterable<string> => MISTYPED;
