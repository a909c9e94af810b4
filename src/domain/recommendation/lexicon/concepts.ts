import { phrasesOf } from '../../shared/phrases.ts';
import { mergeLexicons, readLexicon } from '../../shared/read-lexicon.ts';
import { ENGLISH_CONCEPTS } from './en/concepts.ts';
import { FRENCH_CONCEPTS } from './fr/concepts.ts';

/**
 * What customers say, and what the catalogue calls it. The phrases are folded; words of a phrase may
 * stand up to two words apart ("peau du visage sèche"). A category or attribute counts only when the
 * catalogue has it; otherwise its words are searched for.
 */
export interface Concept extends Omit<Meaning, 'say'> {
  /** Every way of saying it, in either language, with "|" between. */
  readonly say: string;
}

interface Meaning {
  /** The concept in the lexicons of `fr/` and `en/`. */
  readonly say: keyof typeof FRENCH_CONCEPTS | keyof typeof ENGLISH_CONCEPTS;
  readonly attribute?: string;
  /** Surely this department, whatever else is said. */
  readonly category?: string;
  /** This department when nothing more precise is said: "quelque chose pour les cheveux". */
  readonly weakCategory?: string;
  /** Words to search for instead of those that were said. */
  readonly terms?: string;
}

const skin: readonly Meaning[] = [
  {
    say: 'peau_seche',
    attribute: 'peau sèche',
  },
  {
    say: 'peau_grasse',
    attribute: 'peau grasse',
  },
  { say: 'peau_mixte', attribute: 'peau mixte' },
  {
    say: 'peau_sensible',
    attribute: 'peau sensible',
  },
  {
    say: 'peau_noire',
    attribute: 'peau noire',
  },
  { say: 'peau_mature', attribute: 'peau mature' },
  { say: 'peau_normale', attribute: 'peau normale' },
  {
    say: 'bouton',
    attribute: 'acné',
  },
  { say: 'bouton_de_fievre', terms: 'bouton fievre' },
  {
    say: 'bouton_de_moustique',
    attribute: 'moustiques',
    terms: 'piqures',
  },
  {
    say: 'tache',
    attribute: 'taches',
  },
  {
    say: 'vergeture',
    attribute: 'vergetures',
  },
  { say: 'ride', attribute: 'rides' },
  {
    say: 'cerne',
    attribute: 'cernes',
  },
  { say: 'teint_terne', attribute: 'teint terne' },
  {
    say: 'peau_morte',
    terms: 'gommage exfoliant',
  },
  {
    say: 'hydratant',
    terms: 'hydratant hydratation',
  },
  {
    say: 'demaquillant',
    terms: 'demaquillant micellaire',
  },
];
const hair: readonly Meaning[] = [
  {
    say: 'cheveux_crepus',
    attribute: 'cheveux crépus',
  },
  { say: 'cheveux_frises', attribute: 'cheveux frisés' },
  {
    say: 'cheveux_secs',
    attribute: 'cheveux secs',
  },
  { say: 'cheveux_gras', attribute: 'cheveux gras' },
  { say: 'pellicule', attribute: 'pellicules' },
  {
    say: 'chute_de_cheveux',
    attribute: 'chute de cheveux',
  },
  { say: 'cheveux', weakCategory: 'Cheveux', terms: 'cheveux' },
];
const family: readonly Meaning[] = [
  {
    say: 'bebe',
    attribute: 'bébé',
    weakCategory: 'Bébé et maman',
  },
  { say: 'mouche_bebe', attribute: 'bébé', terms: 'mouche nez' },
  {
    say: 'fesses_rouges',
    attribute: 'bébé',
    terms: 'change fesses',
  },
  {
    say: 'enceinte',
    weakCategory: 'Bébé et maman',
    terms: 'grossesse enceinte',
  },
  {
    say: 'allaitement',
    weakCategory: 'Bébé et maman',
    terms: 'allaitement',
  },
  { say: 'enfant', terms: 'enfant' },
  { say: 'maman', terms: 'maman' },
];
const departments: readonly Meaning[] = [
  {
    say: 'creme_solaire',
    category: 'Solaire',
    attribute: 'soleil',
    terms: 'solaire',
  },
  {
    say: 'apres_soleil',
    category: 'Solaire',
    attribute: 'soleil',
    terms: 'apres-soleil',
  },
  {
    say: 'anti_moustique',
    category: 'Anti-moustiques',
    attribute: 'moustiques',
  },
  {
    say: 'complement',
    category: 'Compléments alimentaires',
  },
  {
    say: 'premiers_secours',
    category: 'Premiers secours',
  },
  { say: 'trousse_de_secours', terms: 'trousse secours' },
  { say: 'maquillage', category: 'Maquillage' },
  { say: 'visage', weakCategory: 'Soin du visage', terms: 'visage' },
  { say: 'corps', weakCategory: 'Soin du corps', terms: 'corps' },
  { say: 'hygiene', weakCategory: 'Hygiène', terms: 'hygiene' },
  {
    say: 'maigrir',
    attribute: 'minceur',
  },
];
const wellbeing: readonly Meaning[] = [
  {
    say: 'fatigue',
    attribute: 'fatigue',
  },
  {
    say: 'sommeil',
    attribute: 'sommeil',
  },
  {
    say: 'stress',
    attribute: 'stress',
  },
  {
    say: 'digestion',
    attribute: 'digestion',
  },
  { say: 'jambe_lourde', attribute: 'jambes lourdes' },
  { say: 'memoire', attribute: 'mémoire' },
  { say: 'vitamine', terms: 'vitamine' },
  {
    say: 'regle',
    terms: 'regles menstruel hygieniques',
  },
  { say: 'muscle', terms: 'muscles massage' },
  { say: 'bleu', terms: 'bleus arnica' },
  { say: 'nez_bouche', terms: 'nez' },
  { say: 'plaie', terms: 'plaies' },
  { say: 'sport', terms: 'sport' },
];
const labels: readonly Meaning[] = [
  { say: 'bio', attribute: 'bio' },
  { say: 'vegan', attribute: 'vegan' },
  {
    say: 'sans_parfum',
    attribute: 'sans parfum',
  },
  {
    say: 'sans_paraben',
    attribute: 'sans paraben',
  },
  { say: 'sans_sulfate', attribute: 'sans sulfates' },
  {
    say: 'sans_hydroquinone',
    attribute: 'sans hydroquinone',
  },
];
/** English, slang and other names of things, as the shelves call them. */
const words: readonly Meaning[] = [
  { say: 'soap', terms: 'savon' },
  { say: 'oil', terms: 'huile' },
  { say: 'wipes', terms: 'lingettes' },
  { say: 'toothpaste', terms: 'dentifrice' },
  { say: 'toothbrush', terms: 'brosse dents' },
  { say: 'mouthwash', terms: 'bain bouche' },
  { say: 'shea', terms: 'beurre karite' },
  { say: 'hand', terms: 'mains' },
  { say: 'foot', terms: 'pieds' },
  { say: 'lip', terms: 'levres' },
  { say: 'teeth', terms: 'dents' },
  { say: 'lipstick', terms: 'rouge levres' },
  { say: 'foundation', terms: 'fond teint' },
  { say: 'mask', terms: 'masque' },
  { say: 'thermometer', terms: 'thermometre' },
  { say: 'plaster', terms: 'pansements' },
  { say: 'condom', terms: 'preservatifs' },
  { say: 'gift', terms: 'cadeau coffret' },
  { say: 'blood_pressure', terms: 'tensiomètre' },
  { say: 'face_wash', terms: 'nettoyant visage' },
  { say: 'wash', terms: 'nettoyant' },
  { say: 'lotion_pour_le_corps', terms: 'lait corps' },
  { say: 'conditioner', terms: 'après-shampooing' },
  { say: 'mosquito_net', terms: 'moustiquaire' },
  { say: 'hand_sanitizer', terms: 'gel hydroalcoolique' },
  { say: 'castor_oil', terms: 'huile ricin' },
  { say: 'coconut', terms: 'coco' },
  { say: 'tire_lait', terms: 'tire lait' },
  { say: 'brosse_a_dents', terms: 'brosse dents' },
  { say: 'green_tea', terms: 'the vert' },
  { say: 'anti_transpirant', terms: 'deodorant' },
  { say: 'mal_dormir', terms: 'sommeil' },
  { say: 'iron', terms: 'fer' },
  { say: 'fish_oil', terms: 'omega' },
];

const WAYS = mergeLexicons([
  ...readLexicon('fr', FRENCH_CONCEPTS),
  ...readLexicon('en', ENGLISH_CONCEPTS),
]);

/** Every concept; longer phrases are tried first, whatever the order here. */
export const CONCEPTS: readonly Concept[] = [
  ...skin,
  ...hair,
  ...family,
  ...departments,
  ...wellbeing,
  ...labels,
  ...words,
].map((meaning) => ({ ...meaning, say: (WAYS.get(meaning.say) ?? []).join('|') }));

/**
 * Attributes that point somewhere rather than exclude: a hand soap need not be labelled "mains".
 * They are searched for; all others must hold.
 */
export const SOFT_ATTRIBUTES: ReadonlySet<string> = new Set(
  phrasesOf(`
  mains
  pieds
  levres
  yeux
  dents
  nez
  ongles
  os
  maison
  cadeau
  voyage
  sport
  enfant
  maman
  allaitement
  hydratation
  vitamines
  haleine
  intime
  muscles
  fievre
  tension
  bleus
  femme enceinte
  omega 3
  petites plaies
`),
);
