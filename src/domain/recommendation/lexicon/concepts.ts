/**
 * What customers say, and what the catalogue calls it. `say` lists folded phrases; words of a phrase may
 * stand up to two words apart ("peau du visage sèche"). A category or attribute counts only when the
 * catalogue has it; otherwise its words are searched for.
 */
export interface Concept {
  readonly say: string;
  readonly attribute?: string;
  /** Surely this department, whatever else is said. */
  readonly category?: string;
  /** This department when nothing more precise is said: "quelque chose pour les cheveux". */
  readonly weakCategory?: string;
  /** Words to search for instead of those that were said. */
  readonly terms?: string;
}

const skin: readonly Concept[] = [
  {
    say: 'peau seche|peau tres seche|peau deshydratee|peau qui tire|peau qui tiraille|peau tiraille|visage tire|dry skin|skin is dry|skin dry|peau rugueuse',
    attribute: 'peau sèche',
  },
  {
    say: 'peau grasse|peau brillante|peau brille|visage brille|peau huileuse|oily skin|greasy skin|skin is oily',
    attribute: 'peau grasse',
  },
  { say: 'peau mixte|combination skin|mixed skin', attribute: 'peau mixte' },
  {
    say: 'peau sensible|peau delicate|peau reactive|peau fragile|peau irritee|sensitive skin',
    attribute: 'peau sensible',
  },
  {
    say: 'peau noire|peau ebene|peau foncee|peau black|peau africaine|peau metisse|dark skin|black skin|teint noir',
    attribute: 'peau noire',
  },
  { say: 'peau mature|peau agee|anti age|mature skin|anti aging', attribute: 'peau mature' },
  { say: 'peau normale|normal skin', attribute: 'peau normale' },
  {
    say: 'bouton|boutons|acne|imperfection|imperfections|point noir|points noirs|pustule|pimple|pimples|spots on my face|blackhead|blackheads|breakout|acneique|acneiques',
    attribute: 'acné',
  },
  { say: 'bouton de fievre', terms: 'bouton fievre' },
  {
    say: 'bouton de moustique|bouton moustique|piqure de moustique|piqure moustique|piqure insecte|mosquito bite|mosquito bites|gratte apres les moustiques',
    attribute: 'moustiques',
    terms: 'piqures',
  },
  {
    say: 'tache|taches|tache brune|tache noire|hyperpigmentation|dark spot|dark spots|anti tache|unifier le teint|unifiant',
    attribute: 'taches',
  },
  {
    say: 'vergeture|vergetures|stretch mark|stretch marks|stretchmark|stretchmarks',
    attribute: 'vergetures',
  },
  { say: 'ride|rides|anti rides|wrinkle|wrinkles', attribute: 'rides' },
  {
    say: 'cerne|cernes|poche sous les yeux|yeux fatigues|dark circles|eye bags',
    attribute: 'cernes',
  },
  { say: 'teint terne|coup d eclat|dull skin', attribute: 'teint terne' },
  {
    say: 'peau morte|peaux mortes|cellules mortes|mer morte|exfoliant|exfoliation|scrub',
    terms: 'gommage exfoliant',
  },
  {
    say: 'hydratant|hydratante|hydrater|hydratation|moisturizer|moisturiser|moisturizing',
    terms: 'hydratant hydratation',
  },
  {
    say: 'demaquillant|demaquillante|demaquiller|enlever le maquillage|retirer le maquillage|enlever mon maquillage|makeup remover|remove makeup|remove my makeup',
    terms: 'demaquillant micellaire',
  },
];
const hair: readonly Concept[] = [
  {
    say: 'cheveux crepus|cheveux crepu|cheveux afro|cheveux naturels|cheveux nappy|cheveux africains|afro|nappy|crepu|crepus|afro hair|natural hair|kinky hair|4c hair',
    attribute: 'cheveux crépus',
  },
  { say: 'cheveux frises|cheveux boucles|boucles|curly hair|curls', attribute: 'cheveux frisés' },
  {
    say: 'cheveux secs|cheveux abimes|cheveux cassants|cheveux casses|cheveux brules|pointes seches|pointes brulees|cheveux cassent|dry hair|damaged hair',
    attribute: 'cheveux secs',
  },
  { say: 'cheveux gras|cuir chevelu gras|oily hair|greasy hair', attribute: 'cheveux gras' },
  { say: 'pellicule|pellicules|antipelliculaire|dandruff', attribute: 'pellicules' },
  {
    say: 'chute de cheveux|chute cheveux|cheveux tombent|cheveux qui tombent|perte de cheveux|perds mes cheveux|anti chute|calvitie|alopecie|hair loss|hair falling|hair fall|pousse des cheveux|faire pousser',
    attribute: 'chute de cheveux',
  },
  { say: 'cheveux|capillaire|hair', weakCategory: 'Cheveux', terms: 'cheveux' },
];
const family: readonly Concept[] = [
  {
    say: 'bebe|bebes|nourrisson|nouveau ne|nouveaux nes|baby|babies|newborn|infant',
    attribute: 'bébé',
    weakCategory: 'Bébé et maman',
  },
  { say: 'mouche bebe', attribute: 'bébé', terms: 'mouche nez' },
  {
    say: 'fesses rouges|erytheme fessier|siege bebe|fesses du bebe|fesses de bebe|nappy rash|diaper rash',
    attribute: 'bébé',
    terms: 'change fesses',
  },
  {
    say: 'enceinte|femme enceinte|grossesse|pregnant|pregnancy',
    weakCategory: 'Bébé et maman',
    terms: 'grossesse enceinte',
  },
  {
    say: 'allaitement|allaite|allaiter|breastfeeding',
    weakCategory: 'Bébé et maman',
    terms: 'allaitement',
  },
  { say: 'enfant|enfants|gamin|gamine|kid|kids|child|children|toddler', terms: 'enfant' },
  { say: 'maman|future maman', terms: 'maman' },
];
const departments: readonly Concept[] = [
  {
    say: 'creme solaire|ecran solaire|ecran total|protection solaire|lait solaire|spray solaire|huile solaire|solaire|sunscreen|sun screen|sun cream|sunblock|anti uv|spf',
    category: 'Solaire',
    attribute: 'soleil',
    terms: 'solaire',
  },
  {
    say: 'apres soleil|coup de soleil|after sun|sunburn',
    category: 'Solaire',
    attribute: 'soleil',
    terms: 'apres-soleil',
  },
  {
    say: 'anti moustique|anti moustiques|moustique|moustiques|repulsif|palu|paludisme|insecte|insectes|mosquito|mosquitoes|mosquitos|repellent',
    category: 'Anti-moustiques',
    attribute: 'moustiques',
  },
  {
    say: 'complement|complements|complement alimentaire|complements alimentaires|supplement|supplements|food supplement',
    category: 'Compléments alimentaires',
  },
  {
    say: 'premiers secours|premier secours|premiers soins|first aid',
    category: 'Premiers secours',
  },
  { say: 'trousse de secours|first aid kit', terms: 'trousse secours' },
  { say: 'maquillage|makeup|make up|se maquiller|cosmetics', category: 'Maquillage' },
  { say: 'visage|face|figure', weakCategory: 'Soin du visage', terms: 'visage' },
  { say: 'corps|body', weakCategory: 'Soin du corps', terms: 'corps' },
  { say: 'hygiene', weakCategory: 'Hygiène', terms: 'hygiene' },
  {
    say: 'maigrir|mincir|perdre du poids|brule graisse|bruleur de graisse|ventre plat|minceur|weight loss|lose weight|slimming|cellulite',
    attribute: 'minceur',
  },
];
const wellbeing: readonly Concept[] = [
  {
    say: 'fatigue|fatiguee|fatigues|epuise|epuisee|coup de mou|manque d energie|energie|tonus|asthenie|tired|tiredness|energy',
    attribute: 'fatigue',
  },
  {
    say: 'sommeil|dormir|dors mal|dort mal|dors pas|insomnie|insomnies|endormir|sleep|sleeping',
    attribute: 'sommeil',
  },
  {
    say: 'stress|stresse|stressee|anxiete|nervosite|nerveux|nerveuse|detente|relaxation|stressed|anxious',
    attribute: 'stress',
  },
  {
    say: 'digestion|digerer|ballonnement|ballonnements|ballonne|gaz|ventre gonfle|bloating',
    attribute: 'digestion',
  },
  { say: 'jambe lourde|jambes lourdes|heavy legs', attribute: 'jambes lourdes' },
  { say: 'memoire|concentration|memory', attribute: 'mémoire' },
  { say: 'vitamine|vitamines|vitamin|vitamins', terms: 'vitamine' },
  {
    say: 'regle|regles|menstruation|menstruations|period|periods|serviettes hygieniques|serviette hygienique|sanitary pads',
    terms: 'regles menstruel hygieniques',
  },
  { say: 'muscle|muscles|courbature|courbatures|mal de dos|musculaire', terms: 'muscles massage' },
  { say: 'bleu|bleus|bosse|bosses|ecchymose|bruise|bruises', terms: 'bleus arnica' },
  { say: 'nez bouche|nez|moucher', terms: 'nez' },
  { say: 'plaie|plaies|coupure|egratignure|ecorchure|wound|cut', terms: 'plaies' },
  { say: 'sport|sportif|sportive|musculation|workout|gym', terms: 'sport' },
];
const labels: readonly Concept[] = [
  { say: 'bio|biologique|biologiques|organic', attribute: 'bio' },
  { say: 'vegan|vegane|vegans|vegetalien|vegetalienne', attribute: 'vegan' },
  {
    say: 'sans parfum|pas de parfum|non parfume|non parfumee|pas parfume|inodore|fragrance free|unscented|without fragrance|without perfume|no perfume|no fragrance',
    attribute: 'sans parfum',
  },
  {
    say: 'sans paraben|sans parabene|pas de paraben|paraben free|no paraben',
    attribute: 'sans paraben',
  },
  { say: 'sans sulfate|pas de sulfate|sulfate free', attribute: 'sans sulfates' },
  {
    say: 'sans hydroquinone|pas d hydroquinone|hydroquinone free|no hydroquinone',
    attribute: 'sans hydroquinone',
  },
];
/** English, slang and other names of things, as the shelves call them. */
const words: readonly Concept[] = [
  ['soap|sabon', 'savon'],
  ['oil', 'huile'],
  ['wipes', 'lingettes'],
  ['toothpaste|pate dentifrice|pate a dents', 'dentifrice'],
  ['toothbrush', 'brosse dents'],
  ['mouthwash', 'bain bouche'],
  ['shea|shea butter|beurre de karite', 'beurre karite'],
  ['hand|hands', 'mains'],
  ['foot|feet', 'pieds'],
  ['lip|lips', 'levres'],
  ['teeth|tooth', 'dents'],
  ['lipstick|rouge a levre', 'rouge levres'],
  ['foundation|fond de teint', 'fond teint'],
  ['mask|masks', 'masque'],
  ['thermometer', 'thermometre'],
  ['plaster|plasters|bandaid|band aid|sparadrap', 'pansements'],
  ['condom|condoms|capote|capotes', 'preservatifs'],
  ['gift|present|offrir|cadeau', 'cadeau coffret'],
  ['blood pressure|prendre la tension|mesurer la tension|appareil tension', 'tensiomètre'],
  ['face wash|cleanser|nettoyant visage', 'nettoyant visage'],
  ['wash', 'nettoyant'],
  ['lotion pour le corps|body lotion|lait de corps|lait corporel', 'lait corps'],
  ['conditioner|apres shampooing|apres shampoing', 'après-shampooing'],
  ['mosquito net|moustiquaire', 'moustiquaire'],
  ['hand sanitizer|sanitizer|gel desinfectant', 'gel hydroalcoolique'],
  ['castor oil|huile de ricin', 'huile ricin'],
  ['coconut|coconut oil', 'coco'],
  ['tire lait|breast pump', 'tire lait'],
  ['brosse a dents|brosse a dent', 'brosse dents'],
  ['green tea', 'the vert'],
  ['anti transpirant|transpiration|transpire|deodorants', 'deodorant'],
  ['mal dormir', 'sommeil'],
  ['iron', 'fer'],
  ['fish oil', 'omega'],
].map(([say, terms]) => ({ say: say!, terms: terms! }));

/** Every concept; longer phrases are tried first, whatever the order here. */
export const CONCEPTS: readonly Concept[] = [
  ...skin,
  ...hair,
  ...family,
  ...departments,
  ...wellbeing,
  ...labels,
  ...words,
];

/**
 * Attributes that point somewhere rather than exclude: a hand soap need not be labelled "mains".
 * They are searched for; all others must hold.
 */
export const SOFT_ATTRIBUTES: ReadonlySet<string> = new Set(
  'mains pieds levres yeux dents nez ongles os maison cadeau voyage sport enfant maman allaitement hydratation vitamines haleine intime muscles fievre tension bleus'
    .split(' ')
    .concat('femme enceinte', 'omega 3', 'petites plaies'),
);
