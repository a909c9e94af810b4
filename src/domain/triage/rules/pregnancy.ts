import { has, near, unless } from '../patterns.ts';
import type { Terms } from '../patterns.ts';
import type { Rule } from '../rule.ts';

const PREGNANT: Terms = ['pregnant'];
const EXPECTING: Terms = ['pregnant', 'breastfeeding'];
/** The state and the symptom often stand in two sentences. */
const WHOLE_MESSAGE = 25;

/**
 * Pregnancy or breast-feeding together with a sign, a medicine or a risk; the mere mention is for the cautions
 * filter.
 */
export const PREGNANCY_RULES: readonly Rule[] = [
  {
    id: 'pregnancy-emergency',
    category: 'pregnancy_risk',
    severity: 'emergency',
    source: 'CNGOF: urgences obstétricales; OMS: danger signs in pregnancy (MCPC)',
    replyKey: 'pregnancy_emergency',
    patterns: [
      has('waters'),
      near(5, 'have', 'contractions'),
      near(WHOLE_MESSAGE, PREGNANT, ['bleed', 'blood', 'preg_alarm', 'convulse', 'unconscious']),
      near(WHOLE_MESSAGE, PREGNANT, ['worst_headache', 'vision_loss']),
      near(WHOLE_MESSAGE, PREGNANT, 'belly', 'strong_pain'),
      // Pre-eclampsia: head or eyes with pressure, swelling or each other; a face that swells.
      near(WHOLE_MESSAGE, PREGNANT, 'headache', [
        'high_pressure',
        'vision_loss',
        'vision_gone',
        'swell',
        'strong_pain',
        'eye',
      ]),
      near(WHOLE_MESSAGE, PREGNANT, 'high_pressure', ['vision_loss', 'swell', 'belly']),
      unless(near(WHOLE_MESSAGE, PREGNANT, 'face', 'swell'), 'shop_wish'),
    ],
  },
  {
    id: 'pregnancy-symptom',
    category: 'pregnancy_risk',
    severity: 'urgent',
    source:
      'CNGOF; HAS: suivi et orientation des femmes enceintes; OMS: paludisme pendant la grossesse',
    replyKey: 'pregnancy',
    patterns: [
      near(WHOLE_MESSAGE, PREGNANT, [
        'fever',
        'fever_value',
        'vomit',
        'diarrhoea',
        'malaria',
        'breathless',
        'rash',
        'burn',
        'allergy_event',
        'high_pressure',
        'high_sugar',
      ]),
      unless(near(WHOLE_MESSAGE, PREGNANT, 'preg_symptom'), 'leg_clot'),
      near(12, 'breastfeeding', ['fever', 'infected', 'lump']),
    ],
  },
  {
    id: 'abortion',
    category: 'pregnancy_risk',
    severity: 'handoff',
    source: 'OMS: Abortion care guideline 2022 (orientation vers un soignant, sans jugement)',
    replyKey: 'pregnancy',
    patterns: [has('abortion')],
  },
  {
    id: 'pregnancy-medicine',
    category: 'pregnancy_risk',
    severity: 'handoff',
    source:
      'CRAT: médicaments et grossesse / allaitement; ANSM: AINS contre-indiqués, huiles essentielles; ANSES',
    replyKey: 'pharmacist',
    patterns: [
      near(WHOLE_MESSAGE, EXPECTING, 'treatment', 'disease'),
      near(WHOLE_MESSAGE, EXPECTING, ['medicine', 'chronic_medicine', 'rx_medicine']),
      near(WHOLE_MESSAGE, EXPECTING, 'risky_active', ['use', 'danger']),
    ],
  },
];
