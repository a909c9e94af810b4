import type { Token } from './tokens.ts';

/** Family as written in the catalogue's cautions → names and descriptions (ANSM's thesaurus classes, everyday words). */
const FAMILIES: ReadonlyArray<readonly [string, RegExp]> = [
  [
    'anticoagulant',
    /^(?:anti ?coagul\w*|coagulants?|fluidifiants?|xarelto|rivaroxaban|eliquis|apixaban|pradaxa|warfarine?|coumadine|previscan|sintrom|avk|lovenox|heparine|thinners?)$/,
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
    /^(?:anti ?retrovir\w*|arv|tritherapie|efavirenz|dolutegravir|truvada|biktarvy)$/,
  ],
  ['hormone thyroïdienne', /^(?:levothyrox|euthyrox|levothyroxine|thyroxine)$/],
  ['contraceptif', /^(?:pilule|contracepti\w*|implanon|jasmine|leeloo)$/],
  [
    'corticoïde',
    /^(?:corticoides?|cortisone|prednisone|prednisolone|solupred|dexamethasone|betamethasone)$/,
  ],
  [
    'anti-inflammatoire',
    /^(?:ibuprofene?|advil|nurofen|diclofenac|voltarene?|ketoprofene|profenid|naproxene)$/,
  ],
  ['immunosuppresseur', /^(?:immunosuppresseurs?|methotrexate|ciclosporine|tacrolimus)$/],
  ['anticancéreux', /^(?:chimio\w*|chemo\w*|tamoxifene|anticancereux)$/],
  ['statine', /^(?:statines?|tahor|crestor|atorvastatine|simvastatine|rosuvastatine)$/],
  ['digitalique', /^digoxine$/],
  ['antiarythmique', /^(?:cordarone|amiodarone)$/],
  ['lithium', /^(?:lithium|teralithe)$/],
  ['rétinoïde', /^(?:roaccutane|isotretinoine|curacne|procuta)$/],
  ['opioïde', /^(?:tramadol\w*|tramol|codeine|morphine)$/],
  ['anxiolytique', /^(?:anxiolytiques?|lexomil|xanax|alprazolam|valium|diazepam|bromazepam)$/],
  ['antipaludique', /^(?:antipalud\w*|coartem|nivaquine|chloroquine|quinine|malarone)$/],
  ['diurétique', /^(?:diuretiques?|lasilix|furosemide|aldactone|hydrochlorothiazide)$/],
];
/** "traitement pour la tension" names the family by the illness. */
const BY_ILLNESS: ReadonlyArray<readonly [string, RegExp]> = [
  ['antihypertenseur', /^(?:tension|hypertension|pressure)$/],
  ['antidiabétique', /^(?:diabete|diabetes)$/],
  ['antiépileptique', /^(?:epilepsie|epilepsy)$/],
  ['antirétroviral', /^(?:vih|hiv|sida)$/],
  ['hormone thyroïdienne', /^(?:thyroide|thyroid)$/],
  ['antidépresseur', /^(?:depression)$/],
  ['statine', /^(?:cholesterol)$/],
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
