import { has, near, seq, unless } from '../patterns.ts';
import type { Rule } from '../rule.ts';

/** What the counter hands to a person: treatments, prescriptions, complaints, asking for somebody. */
export const COUNTER_RULES: readonly Rule[] = [
  {
    id: 'interaction',
    category: 'drug_interaction',
    severity: 'handoff',
    source:
      'ANSM: Thésaurus des interactions médicamenteuses; HAS: automédication et traitement chronique',
    replyKey: 'pharmacist',
    patterns: [
      near(10, 'alcohol', 'medicine', ['swallow', 'took', 'mix', 'question_safe']),
      near(8, 'dose', 'otc_medicine'),
      near(12, 'interaction', [
        'medicine',
        'chronic_medicine',
        'treatment',
        'disease',
        'supplement',
      ]),
      near(14, 'chronic_medicine', ['question_safe', 'mix', 'supplement', 'took', 'treatment']),
      near(6, 'treatment', 'disease'),
      near(14, 'disease', ['question_safe'], ['use', 'supplement', 'took']),
      near(8, 'mix', 'medicine', ['question_safe', 'took', 'supplement']),
      near(8, 'chem_mix', 'medicine'),
      near(14, ['took', 'use'], 'treatment', 'question_safe', 'supplement'),
      near(6, 'danger', 'treatment'),
    ],
  },
  {
    id: 'prescription',
    category: 'prescription',
    severity: 'handoff',
    source:
      'Code de la santé publique (listes I et II); OMS: résistance aux antimicrobiens. Une parapharmacie n’en délivre pas',
    replyKey: 'prescription',
    patterns: [has('prescription', 'rx_medicine')],
  },
  {
    id: 'complaint',
    category: 'anger_refund',
    severity: 'handoff',
    source: 'Règle de la boutique: réclamations et remboursements sont traités par une personne',
    replyKey: 'complaint',
    patterns: [
      near(4, 'got', 'fake'),
      near(6, '~your', 'useless'),
      near(6, 'fed_up', ['your', 'shop_silence', 'not_received', 'long_wait', 'waiting']),
      has('refund', 'double_charge', 'counterfeit', 'complaint'),
      has('insult'),
      has('upset'),
      near(12, 'not_received', ['shop_thing', 'got', 'long_wait']),
      near(8, 'shop_thing', 'defective', 'got'),
      near(5, 'shop_thing', 'useless'),
      near(12, 'long_wait', ['shop_thing', 'shop_silence']),
      has('shop_silence'),
      near(8, 'got', 'defective', 'shop_thing'),
    ],
  },
  {
    id: 'human',
    category: 'human_request',
    severity: 'handoff',
    source: 'Règle de la boutique: qui demande une personne en a une',
    replyKey: 'human',
    patterns: [
      unless(near(6, 'talk', 'human'), 'shop_product'),
      seq(5, 'talk', 'human'),
      has('call_me'),
      near(8, 'robot', ['human', '~want', 'upset']),
    ],
  },
];
