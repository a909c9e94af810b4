import { has, near, unless } from '../patterns.ts';
import type { Rule } from '../rule.ts';

/** The illness and the sign often stand in two sentences. */
const WHOLE_MESSAGE = 25;

/** Signs that no shelf product answers and that should be seen today. */
export const SYMPTOM_RULES: readonly Rule[] = [
  {
    id: 'fever-malaria',
    category: 'serious_symptom',
    severity: 'urgent',
    source: 'OMS: guidelines for malaria (toute fièvre en zone d’endémie se teste)',
    replyKey: 'urgent',
    patterns: [
      near(4, 'crisis', 'malaria'),
      near(6, 'malaria', ['since', 'third_person', 'use', 'treatment', 'sure']),
      unless(near(5, 'have', 'fever'), 'sun'),
      near(10, 'fever', 'since'),
      near(6, 'have', 'malaria'),
      near(12, 'fever', [
        'malaria',
        'headache',
        'vomit',
        'diarrhoea',
        'listless',
        'cough',
        'rash',
        'a_lot',
      ]),
      has('fever_value'),
    ],
  },
  {
    id: 'digestive',
    category: 'serious_symptom',
    severity: 'urgent',
    source:
      'OMS: traitement de la diarrhée, signes de déshydratation; SFMU: douleur abdominale aiguë',
    replyKey: 'urgent',
    patterns: [
      near(8, 'belly', 'pain', 'severe'),
      near(12, 'diarrhoea', 'vomit'),
      near(
        8,
        ['diarrhoea', 'vomit'],
        ['since', 'a_lot', 'dizzy', 'listless', 'have', 'third_person'],
      ),
      near(6, 'belly', 'strong_pain', 'a_lot'),
      near(8, 'belly', 'pain', ['fever', 'vomit', 'since']),
    ],
  },
  {
    id: 'urinary',
    category: 'serious_symptom',
    severity: 'urgent',
    source: 'SPILF: infections urinaires; OMS: paludisme grave (urines coca)',
    replyKey: 'urgent',
    patterns: [near(5, 'urine', 'dark'), near(4, 'urine', 'blood')],
  },
  {
    id: 'any-bleeding',
    category: 'serious_symptom',
    severity: 'urgent',
    source: 'Samu-Urgences de France: saignements inexpliqués',
    replyKey: 'urgent',
    patterns: [
      near(8, 'limb', 'infected'),
      unless(near(6, 'bleed', ['have', 'third_person', 'any_body', 'since', 'after']), 'mild'),
      near(10, 'wound', 'infected'),
      near(8, 'infected', ['a_lot', 'fever', 'swell']),
    ],
  },
  {
    id: 'pressure-sugar',
    category: 'serious_symptom',
    severity: 'urgent',
    source: 'ESC/ESH: crise hypertensive; SFD (diabète): hypo- et hyperglycémie',
    replyKey: 'urgent',
    patterns: [
      near(5, ['have', 'third_person'], 'hypo_event'),
      has('high_pressure', 'high_sugar'),
      near(4, 'blood_pressure', 'very_off'),
      near(5, 'blood_sugar', 'very_off'),
    ],
  },
  {
    id: 'sickle-cell-emergency',
    category: 'serious_symptom',
    severity: 'emergency',
    source:
      'HAS: syndromes drépanocytaires majeurs (fièvre, syndrome thoracique aigu, signes de gravité)',
    replyKey: 'sickle_cell',
    patterns: [
      near(WHOLE_MESSAGE, 'sickle', ['fever', 'fever_value', 'breathless', 'chest', 'paralysis']),
    ],
  },
  {
    id: 'sickle-cell',
    category: 'serious_symptom',
    severity: 'urgent',
    source: 'HAS: syndromes drépanocytaires majeurs (crise vaso-occlusive)',
    replyKey: 'sickle_cell',
    patterns: [near(10, 'sickle', ['crisis', 'has_crisis', 'pain', 'strong_pain'])],
  },
  {
    id: 'eye',
    category: 'serious_symptom',
    severity: 'urgent',
    source: 'SFO: urgences ophtalmologiques (traumatisme, baisse de vision)',
    replyKey: 'urgent',
    patterns: [near(8, 'eye', 'eye_injury', 'event'), has('vision_loss')],
  },
  {
    id: 'clot-lump-sti',
    category: 'serious_symptom',
    severity: 'urgent',
    source:
      'HAS: thrombose veineuse; INCa: signes d’alerte du sein; OMS: STI guidelines, prophylaxie post-exposition',
    replyKey: 'urgent',
    patterns: [near(8, 'leg_clot', 'swell', ['pain', 'fever']), has('lump', 'sti')],
  },
  {
    id: 'severe-pain',
    category: 'serious_symptom',
    severity: 'urgent',
    source: 'Samu-Urgences de France: douleur intense ou qui dure',
    replyKey: 'urgent',
    patterns: [
      has('in_trouble'),
      near(6, 'severe', ['pain', 'headache']),
      near(8, 'headache', ['a_lot', 'vomit', 'fever']),
      near(6, 'breathless', 'since'),
      unless(near(8, 'asthma_word', 'crisis'), 'years_ago'),
    ],
  },
];
