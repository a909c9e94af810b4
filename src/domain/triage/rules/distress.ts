import { has, near, seq, unless } from '../patterns.ts';
import type { Rule } from '../rule.ts';

/** Words of despair and of violence. Past or reported speech counts as well: a person should look. */
export const DISTRESS_RULES: readonly Rule[] = [
  {
    id: 'suicidal',
    category: 'suicidal',
    severity: 'emergency',
    source:
      'HAS: crise suicidaire, repérage; OMS: LIVE LIFE / Preventing suicide; ligne 3114 (France) pour les formulations',
    replyKey: 'suicide',
    patterns: [
      near(4, 'leave', 'forever'),
      near(10, 'die', 'worthless'),
      has('die_now'),
      near(5, 'release', ['gone', 'death']),
      near(8, ['want', 'medicine', 'took', 'dose'], 'not_wake'),
      near(3, 'want', 'kill_self'),
      has('~suicide_word'),
      has('self_harm', 'goodbye'),
      near(4, '~want', 'death'),
      seq(4, '~not', '~want', '~living'),
      seq(4, ['~want', '~not'], '~not', '~living'),
      near(4, 'tired_of', 'living'),
      near(4, 'living', '~tired_of', '~not'),
      near(12, 'worthless', 'gone'),
      near(12, 'worthless', 'death'),
      unless(near(8, 'medicine', 'die'), 'emergency_word'),
    ],
  },
  {
    id: 'violence',
    category: 'violence',
    severity: 'urgent',
    source:
      'HAS: repérage des violences au sein du couple; OMS: violence against women, clinical handbook',
    replyKey: 'violence',
    patterns: [
      has('rape', 'assault'),
      unless(near(8, 'aggressor', 'self', 'hit'), 'knock', 'years_ago', 'shop_thing'),
      seq(4, 'aggressor', 'self', 'hit'),
      seq(5, 'aggressor', 'hit', ['child', 'infant']),
      seq(6, 'aggressor', 'self', 'fear'),
      seq(3, 'aggressor', 'hit'),
    ],
  },
];
