import { has, near, seq, unless } from '../patterns.ts';
import type { Rule } from '../rule.ts';

/** Poison, overdose, allergic shock, severe burns, injuries: something from outside, and minutes count. */
export const EXPOSURE_RULES: readonly Rule[] = [
  {
    id: 'poison-in-eye',
    category: 'emergency_poisoning',
    severity: 'emergency',
    source:
      'Centres antipoison français; ERC first aid 2021: chemical eye injury (rinse at once, 20 minutes)',
    replyKey: 'eye',
    patterns: [near(8, 'poison', 'eye')],
  },
  {
    id: 'poison-on-skin',
    category: 'emergency_poisoning',
    severity: 'emergency',
    source: 'Centres antipoison français; SFB: brûlures chimiques (rincer 20 minutes)',
    replyKey: 'skin',
    patterns: [
      unless(
        near(
          10,
          'poison',
          ['limb', 'face', 'any_body', 'belly', 'head'],
          ['burn', 'spill', 'blister'],
        ),
        'swallow',
        'swallowed',
      ),
    ],
  },
  {
    id: 'inhaled',
    category: 'emergency_poisoning',
    severity: 'emergency',
    source:
      'Centres antipoison français: monoxyde de carbone, mélanges de produits ménagers (sortir, aérer)',
    replyKey: 'inhaled',
    patterns: [
      near(8, 'inhale', 'gas'),
      near(10, 'breathe', 'gas', ['vomit', 'headache', 'dizzy', 'cough', 'unconscious']),
      near(10, 'gas', 'gas_harm', ['unconscious', 'vomit', 'headache', 'dizzy']),
      near(10, 'chem_mix', 'poison', ['cough', 'inhale', 'choke']),
    ],
  },
  {
    id: 'overdose',
    category: 'emergency_overdose',
    severity: 'emergency',
    source:
      'Centres antipoison français: surdosage médicamenteux; ANSM: paracétamol, dose maximale; OMS: poison information',
    replyKey: 'poisoning',
    patterns: [
      near(10, 'instead', ['medicine', 'dose'], ['infant', 'child', 'took', 'by_mistake']),
      near(10, 'instead', ['infant', 'child'], 'medicine'),
      near(6, 'drugged', ['medicine', 'rx_medicine']),
      near(8, 'took', 'again', ['medicine', 'chronic_medicine']),
      near(8, 'many_pills', 'swallow'),
      near(8, 'took', 'times', ['medicine', 'chronic_medicine']),
      has('overdose_word'),
      near(8, 'took', 'many_pills'),
      unless(near(6, 'took', 'too_much', 'medicine'), 'shop_silence'),
      near(8, 'medicine', 'too_much', 'sleep'),
      near(10, 'by_mistake', 'took', ['medicine', 'chronic_medicine']),
      near(6, 'dose', 'too_much'),
      near(12, 'by_mistake', 'dose', ['infant', 'child', 'medicine']),
    ],
  },
  {
    id: 'poisoning',
    category: 'emergency_poisoning',
    severity: 'emergency',
    source:
      'Centres antipoison français: conduite à tenir (ne pas faire vomir, ne pas faire boire); OMS; ANSES: piles bouton',
    replyKey: 'poisoning',
    patterns: [
      unless(
        seq(5, ['child', 'infant', 'third_person', 'have'], 'swallowed'),
        'asks_leave',
        'cannot',
        'wrong_pipe',
      ),
      near(6, 'swallowed', ['by_mistake', 'household', 'poison']),
      near(10, 'swallow', 'wild', ['vomit', 'belly', 'dizzy']),
      near(6, 'took', 'deadly'),
      near(8, 'poison', 'mouth', 'insert'),
      near(7, 'swallow', 'poison'),
      near(9, 'swallow', ['household', 'medicine'], 'by_mistake'),
      unless(
        seq(6, ['child', 'infant', 'age_child'], 'swallow', 'household'),
        'dose',
        'asks_leave',
      ),
      unless(
        near(14, 'swallow', 'household', ['age_child', 'child', 'infant']),
        'dose',
        'asks_leave',
        'shop_wish',
      ),
      has('poisoned'),
    ],
  },
  {
    id: 'anaphylaxis',
    category: 'severe_allergy',
    severity: 'emergency',
    source: 'SFMU / SFA 2016: prise en charge de l’anaphylaxie; EAACI anaphylaxis guidelines',
    replyKey: 'allergy',
    patterns: [
      near(14, 'swell', 'everywhere', 'sudden_food'),
      seq(3, ['throat', 'mouth'], 'big'),
      near(6, 'cannot', 'swallow', ['throat', 'swell', 'mouth']),
      has('anaphylaxis'),
      near(5, 'throat', 'swell'),
      near(5, 'mouth', 'swell'),
      near(12, ['face', 'eye'], 'swell', ['sudden_food', 'allergy_event']),
      near(8, 'throat', 'closing', ['sudden_food', 'allergy_event', 'swell', 'since']),
      near(12, ['rash', 'allergy_event'], ['breathless', 'choke']),
      near(10, 'mouth', 'swell', 'after'),
      seq(5, 'bite', 'mouth', 'swell'),
    ],
  },
  {
    id: 'burn-severe',
    category: 'burn',
    severity: 'emergency',
    source:
      'SFB (Société francophone de brûlologie); HAS/SFMU: brûlures, critères de gravité; ERC first aid: burns',
    replyKey: 'burn',
    patterns: [
      unless(near(7, 'burn', ['severe_burn', 'deep']), 'shop_product', 'sun', 'old_mark'),
      near(8, 'burn', 'infant'),
      near(8, ['burn', 'blister'], 'age_under_2_years'),
      near(6, 'infant', ['heat'], ['burn', 'blister']),
    ],
  },
  {
    id: 'trauma',
    category: 'emergency_trauma',
    severity: 'emergency',
    source:
      'SFMU: traumatismes graves, traumatisme crânien; OMS: snakebite envenoming guidelines; ERC: drowning',
    replyKey: 'emergency',
    patterns: [
      has('electric_shock'),
      near(6, 'knock', 'height'),
      near(8, 'snake', 'bite'),
      unless(
        near(14, 'trauma', [
          'head',
          'vomit',
          'unconscious',
          'respond',
          'bleed',
          'blood',
          'deep',
          'cough',
          'limb',
          'vehicle',
          'burn',
        ]),
        'years_ago',
        'long_ago',
      ),
      near(12, 'knock', 'head', ['vomit', 'unconscious', 'bleed', 'confused', 'sleep']),
      unless(near(10, 'knock', 'vomit'), 'fever'),
    ],
  },
  {
    id: 'call-for-help',
    category: 'emergency_trauma',
    severity: 'emergency',
    source: 'Précaution de produit: toute demande explicite de secours',
    replyKey: 'emergency',
    patterns: [
      unless(near(8, 'urgency', ['kin', 'in_trouble']), 'shop_product', 'shop_thing'),
      has('emergency_word'),
      unless(has('help'), 'shop_product', 'shop_thing'),
      near(6, 'help', ['die', 'third_person']),
    ],
  },
];
