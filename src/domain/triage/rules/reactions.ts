import { has, near, seq, unless } from '../patterns.ts';
import type { Rule } from '../rule.ts';

/** Reactions of the skin, burns and bites that a person should judge today. */
export const REACTION_RULES: readonly Rule[] = [
  {
    id: 'allergy',
    category: 'severe_allergy',
    severity: 'urgent',
    source:
      'ANSM: cosmétovigilance, effets indésirables; SFD (dermatologie): urticaire, eczéma de contact',
    replyKey: 'urgent',
    patterns: [
      near(12, 'shop_product', 'gave_me', ['itching', 'skin_reaction', 'rash', 'blister']),
      near(12, 'itching', 'itching', 'shop_product', ['after', 'using']),
      seq(5, 'shop_product', 'self', 'burn'),
      has('allergy_event'),
      near(14, 'after', 'shop_product', 'skin_reaction'),
      near(10, 'shop_product', 'blister'),
      near(10, 'shop_product', 'swell', ['face', 'any_body', 'skin_reaction']),
      unless(near(4, 'face', 'swell'), 'mild'),
      near(5, 'rash', 'everywhere'),
      near(8, 'itching', 'everywhere', 'after'),
    ],
  },
  {
    id: 'burn',
    category: 'burn',
    severity: 'urgent',
    source: 'SFB; ERC first aid: burns (cool with running water 10 to 20 minutes)',
    replyKey: 'burn',
    patterns: [
      near(7, 'touch', 'limb', 'hot_object'),
      near(6, 'spill', 'hot_object'),
      unless(near(4, 'self', 'burn'), 'sun', 'old_mark', 'shop_product'),
      unless(near(4, 'self', 'burn', 'event'), 'sun', 'old_mark'),
      unless(near(8, 'burn', 'heat'), 'old_mark'),
      unless(
        near(4, 'burn', 'any_body', ['have', 'event']),
        'sun',
        'old_mark',
        'shop_product',
        'itching',
      ),
      near(12, 'blister', 'heat'),
      near(8, 'sun', 'blister'),
      near(6, 'spill', 'hot'),
      near(12, ['child', 'self', 'third_person'], 'knock', 'heat', 'burn'),
      near(6, 'burn', 'second_degree'),
      unless(near(6, 'child', 'burn'), 'old_mark', 'sun', 'shop_product'),
      near(5, 'burn', 'blister'),
    ],
  },
  {
    id: 'bite',
    category: 'serious_symptom',
    severity: 'urgent',
    source: 'OMS: rage, prophylaxie post-exposition (laver 15 minutes, consulter)',
    replyKey: 'urgent',
    patterns: [seq(6, 'bite', 'animal'), seq(4, 'animal', 'bite')],
  },
];
