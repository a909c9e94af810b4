import type { Token } from '../language/tokens.ts';

/**
 * Family as written in the catalogue's cautions → names and descriptions (ANSM's thesaurus classes, everyday
 * words).
 */
const FAMILIES: ReadonlyArray<readonly [string, RegExp]> = [
  [
    'anticoagulant',
    /^(?:anti ?coagul\w*|coagulants?|fluidifiants?|xarelto|rivaroxaban|eliquis|apixaban|pradaxa|antivitamines?|warfarine?|coumadine|previscan|sintrom|avk|lovenox|heparine|thinners?)$/,
  ],
  ['antiagrégant', /^(?:kardegic|plavix|clopidogrel|aspegic|aspirine?|antiagregants?)$/],
  [
    'antihypertenseur',
    /^(?:anti ?hypertenseurs?|hypertenseurs?|amlodipine|amlor|ramipril|perindopril|coversyl|losartan|valsartan|bisoprolol|atenolol|betabloquants?|lasilix|furosemide|aldactone|nicardipine|captopril|loxen)$/,
  ],
  [
    'antidiabétique',
    /^(?:anti ?diabetiques?|metformine?|glucophage|diamicron|gliclazide|amarel|insuline?|insulin|januvia|ozempic|daonil)$/,
  ],
  [
    'antidépresseur',
    /^(?:anti ?depresseurs?|antidepressants?|fluoxetine|prozac|sertraline|zoloft|seroplex|escitalopram|paroxetine|deroxat|laroxyl|venlafaxine|effexor)$/,
  ],
  [
    'antiépileptique',
    /^(?:anti ?epileptiques?|depakine|valproate|tegretol|carbamazepine|keppra|gardenal|phenobarbital|lamictal|rivotril)$/,
  ],
  [
    'antirétroviral',
    /^(?:anti ?retrovir\w*|arv|trt|tritherapie|efavirenz|dolutegravir|truvada|biktarvy)$/,
  ],
  ['hormone thyroïdienne', /^(?:levothyrox|euthyrox|levothyroxine|thyroxine)$/],
  ['contraceptif', /^(?:pilule|contracepti\w*|implanon|jasmine|leeloo)$/],
  [
    'corticoïde',
    /^(?:corticoides?|cortisone|prednisone|prednisolone|solupred|dexamethasone|betamethasone)$/,
  ],
  [
    'anti-inflammatoire',
    /^(?:anti ?inflammatoires?|anti ?inflammatory|ains|ibuprofene?|advil|nurofen|diclofenac|voltarene?|ketoprofene|profenid|naproxene)$/,
  ],
  ['immunosuppresseur', /^(?:immunosuppresseurs?|methotrexate|ciclosporine|tacrolimus)$/],
  ['anticancéreux', /^(?:chimio\w*|chemo\w*|tamoxifene|anticancereux)$/],
  ['statine', /^(?:statines?|tahor|crestor|atorvastatine|simvastatine|rosuvastatine)$/],
  ['digitalique', /^(?:digoxine?|digitali\w*)$/],
  ['antiarythmique', /^(?:cordarone|amiodarone)$/],
  ['lithium', /^(?:lithium|teralithe)$/],
  ['rétinoïde', /^(?:retinoides?|roaccutane|isotretinoine|curacne|procuta)$/],
  ['opioïde', /^(?:tramadol\w*|tramol|codeine|morphine)$/],
  ['sédatif', /^(?:sedatifs?|somniferes?|stilnox|zolpidem|imovane|zopiclone)$/],
  [
    'anxiolytique',
    /^(?:anxiolytiques?|benzodiazepines?|lexomil|xanax|alprazolam|valium|diazepam|bromazepam)$/,
  ],
  [
    'antipaludique',
    /^(?:antipalud\w*|coartem|artemether|artesunate|nivaquine|chloroquine|quinine|malarone)$/,
  ],
  ['diurétique', /^(?:diuretiques?|lasilix|furosemide|aldactone|hydrochlorothiazide)$/],
  [
    'antibiotique',
    /^(?:antibiotiques?|antibiotics?|amoxicilline?|augmentin|ciprofloxacine?|doxycycline|azithromycine?|metronidazole|flagyl|cotrimoxazole|bactrim)$/,
  ],
  ['antifongique', /^(?:antifongiques?|fluconazole|terbinafine|itraconazole|griseofulvine)$/],
  ['triptan', /^(?:\w*triptans?)$/],
  ['lévodopa', /^(?:levodopa|modopar|sinemet)$/],
  ['biphosphonate', /^(?:bis?phosphonates?|fosamax|alendronate|actonel)$/],
  ['déféroxamine', /^(?:deferoxamine|desferal)$/],
];
/** "traitement pour la tension" names the family by the illness. */
const BY_ILLNESS: ReadonlyArray<readonly [string, RegExp]> = [
  ['antihypertenseur', /^(?:tension|hypertension|pressure)$/],
  ['antidiabétique', /^(?:diabete|diabetes)$/],
  ['antiépileptique', /^(?:epilepsie|epilepsy)$/],
  ['antirétroviral', /^(?:vih|hiv|sida)$/],
  ['hormone thyroïdienne', /^(?:thyroide|thyroid|thyroidiennes?)$/],
  ['antidépresseur', /^(?:depression)$/],
  ['statine', /^(?:cholesterol)$/],
  ['antipaludique', /^(?:palu|paludisme|malaria)$/],
  ['immunosuppresseur', /^(?:greffe|transplant\w*)$/],
];
const TREATMENT =
  /^(?:trait\w*|medicaments?|medocs?|comprimes?|cachets?|medications?|medicines?|pills?|treatment|soigne\w*)$/;
const REACH = 5;

/** The families of medicines that a customer says she takes; denied ones ("pas d'antidépresseur") are left out. */
export function medicineFamiliesIn(
  tokens: readonly Token[],
  denied: (start: number, end: number) => boolean,
): readonly string[] {
  const found = new Set<string>();
  tokens.forEach((token, index) => {
    const next = tokens[index + 1]?.word ?? '';
    // "anti coagulant" in two words reads as one.
    const word = token.word === 'anti' ? `anti${next}` : token.word;
    if (!denied(index, index))
      for (const [family, pattern] of FAMILIES) if (pattern.test(word)) found.add(family);
    if (!TREATMENT.test(token.word) || denied(index, index)) return;
    const around = tokens.slice(Math.max(0, index - REACH), index + REACH + 1);
    for (const [family, pattern] of BY_ILLNESS)
      if (around.some((neighbour) => pattern.test(neighbour.word))) found.add(family);
  });
  return [...found];
}
