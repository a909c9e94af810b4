import { near, seq } from '../patterns.ts';
import type { Term } from '../patterns.ts';
import type { Rule } from '../rule.ts';

const NEWBORN: readonly Term[] = ['newborn', 'age_under_3_months'];
const INFANT: readonly Term[] = ['infant', 'age_under_2_years'];
const CHILD: readonly Term[] = ['child', 'age_child'];
const SICK: readonly Term[] = [
  'fever',
  'fever_value',
  'vomit',
  'diarrhoea',
  'not_feeding',
  'listless',
  'malaria',
];
/** The age and the symptom often stand in two sentences. */
const WHOLE_MESSAGE = 25;

/** Infants and children: the same sign weighs more, most of all before three months. */
export const CHILD_RULES: readonly Rule[] = [
  {
    id: 'newborn',
    category: 'infant',
    severity: 'emergency',
    source:
      'HAS / SFP: fièvre du nourrisson de moins de 3 mois; OMS: PCIME, signes de danger du jeune nourrisson',
    replyKey: 'infant',
    patterns: [
      seq(5, NEWBORN, 'hot_feel'),
      near(WHOLE_MESSAGE, NEWBORN, SICK),
      near(WHOLE_MESSAGE, NEWBORN, ['infant_sick', 'convulse', 'breathless', 'cough', 'crying']),
      near(8, 'infant', 'listless'),
      near(WHOLE_MESSAGE, INFANT, ['convulse', 'blue']),
    ],
  },
  {
    id: 'infant',
    category: 'infant',
    severity: 'urgent',
    source:
      'HAS / SFP; OMS: PCIME (enfant de 2 mois à 5 ans); ANSM: antitussifs contre-indiqués avant 2 ans',
    replyKey: 'infant',
    patterns: [
      seq(5, INFANT, 'hot_feel'),
      near(WHOLE_MESSAGE, INFANT, SICK),
      near(WHOLE_MESSAGE, INFANT, ['crying', 'rash', 'cough', 'infant_sick']),
      near(WHOLE_MESSAGE, INFANT, 'otc_medicine'),
      near(WHOLE_MESSAGE, 'infant', 'knock', ['head', 'event']),
      near(WHOLE_MESSAGE, INFANT, ['bleed', 'breathless']),
    ],
  },
  {
    id: 'meningitis-signs',
    category: 'serious_symptom',
    severity: 'emergency',
    source: 'OMS: meningitis; SPILF / HCSP: méningites, purpura fébrile',
    replyKey: 'emergency',
    patterns: [
      near(WHOLE_MESSAGE, 'stiff_neck', ['fever', 'fever_value', 'headache', 'vomit', 'child']),
      near(WHOLE_MESSAGE, ['child', 'infant'], 'stiff_neck'),
    ],
  },
  {
    id: 'child-sick',
    category: 'child_illness',
    severity: 'urgent',
    source: 'OMS: PCIME; HAS: fièvre de l’enfant; SFP: traumatisme crânien de l’enfant',
    replyKey: 'child',
    patterns: [
      near(WHOLE_MESSAGE, CHILD, SICK),
      near(WHOLE_MESSAGE, CHILD, 'otc_medicine', 'dose'),
      near(8, CHILD, 'belly', ['strong_pain', 'pain']),
      near(12, CHILD, ['urine'], ['dark', 'blood']),
      near(12, CHILD, 'knock', ['head', 'vomit', 'sleep']),
      near(12, CHILD, ['rash', 'headache', 'breathless', 'bleed']),
      near(10, [...CHILD, ...INFANT], 'insert', 'orifice'),
      seq(5, [...CHILD, ...INFANT], 'hot_feel'),
      near(10, CHILD, 'wrong_pipe'),
    ],
  },
];
