import { describe, expect, it } from 'vitest';
import { extractHealthFacts } from '../../../src/domain/triage/profile-facts.ts';

const NOTHING = { allergens: [], medicines: [] };

describe('extractHealthFacts', () => {
  it.each([
    ['je suis enceinte de 3 mois', { pregnant: true }],
    ['jsui ensinte', { pregnant: true }],
    ['pour femme enceinte', { pregnant: true }],
    ["I'm pregnant", { pregnant: true }],
    ['je ne suis pas enceinte', { pregnant: false }],
    ['enceinte ? non je suis pas enceinte', { pregnant: false }],
    ["j'allaite", { breastfeeding: true }],
    ["je n'allaite plus", { breastfeeding: false }],
    ["j'ai arrêté d'allaiter", { breastfeeding: false }],
    ['je suis ni enceinte ni allaitante', { pregnant: false, breastfeeding: false }],
    ['crème pour bébé de 3 mois', { ageMonths: 3 }],
    ['mon fils de 2 ans', { ageMonths: 24 }],
    ['my 2 year old', { ageMonths: 24 }],
    ['bb de trois semaines', { ageMonths: 0 }],
    ['un lait pour nouveau-né', { ageMonths: 0 }],
    ['pour mes filles de 6 ans et 8 mois', { ageMonths: 8 }],
    ['je suis asthmatique', { asthma: true }],
    ['épileptique', { epilepsy: true }],
  ])('%s', (text, facts) => {
    expect(extractHealthFacts(text)).toEqual({ ...NOTHING, ...facts });
  });

  it.each([
    'test de grossesse svp',
    "j'étais enceinte l'an dernier",
    'depuis 2 mois',
    'il y a 3 ans',
    'livraison en 2 jours',
    'sans parfum',
    'aucune allergie',
    "pas d'asthme",
    'vergetures après ma grossesse',
  ])('reads nothing into %j', (text) => {
    expect(extractHealthFacts(text)).toEqual(NOTHING);
  });

  it.each([
    ["je suis allergique à l'arachide et au parfum", ['arachide', 'parfum']],
    ['peanut allergy', ['arachide']],
    ['un baume sans huiles essentielles', ['huiles essentielles']],
    ['un baume aux huiles essentielles', []],
    ['je ne supporte pas le latex', ['latex']],
    ['intolérante au gluten', ['gluten']],
    ["je ne suis pas allergique à l'arachide", []],
    ['allergique aux fruits à coque, une crème', ['fruits à coque']],
    ['je suis allergique au romarin et à la sauge, un baume', ['romarin', 'sauge']],
    ['allergie à l’huile de neem', ['huile de neem']],
    ['je suis allergique au soleil', []],
    ['allergique à tout', []],
    ['je suis allergique au 077123456', []],
    ['une réaction allergique sur le visage', []],
  ])('%s: allergens', (text, allergens) => {
    expect(extractHealthFacts(text).allergens).toEqual(allergens);
  });

  it.each([
    ['je prends du xarelto', ['anticoagulant']],
    ['je suis sous anti coagulants', ['anticoagulant']],
    ['traitement pour la tension', ['antihypertenseur']],
    ['metformine et levothyrox', ['antidiabétique', 'hormone thyroïdienne']],
    ['je ne prends pas de pilule', []],
  ])('%s: medicines', (text, medicines) => {
    expect(extractHealthFacts(text).medicines).toEqual(medicines);
  });
});
