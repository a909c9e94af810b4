import { describe, expect, it } from 'vitest';
import {
  numberedText,
  presentChoices,
} from '../../../src/adapters/messaging/shared/present-choices.ts';
import { shorten } from '../../../src/adapters/messaging/shared/shorten.ts';

const titled = (...titles: readonly string[]) => titles.map((title, n) => ({ id: `c${n}`, title }));

describe('shortening', () => {
  it.each([
    ['court', 20, 'court'],
    ['exactement vingt car', 20, 'exactement vingt car'],
    ['Parler à un conseiller', 20, 'Parler à un conseil…'],
    ['Parler tout de suite', 19, 'Parler tout de…'],
    ['Anticonstitutionnellement', 20, 'Anticonstitutionnel…'],
    ['  des bords  ', 20, 'des bords'],
    ['👩🏾‍⚕️👩🏾‍⚕️👩🏾‍⚕️👩🏾‍⚕️', 20, '👩🏾‍⚕️👩🏾‍⚕️…'],
  ])('%j to %i is %j', (text, max, expected) => {
    expect(shorten(text, max)).toBe(expected);
    expect(shorten(text, max).length).toBeLessThanOrEqual(max);
  });

  it('ends with a text of many megabytes', () => {
    expect(shorten('mot '.repeat(2_000_000), 4_096)).toHaveLength(4_096);
  });
});

describe('presenting choices', () => {
  it('prefers buttons, then a list, then words', () => {
    const as = (count: number) =>
      presentChoices('Lequel ?', titled(...Array.from({ length: count }, (_, n) => `Choix ${n}`)))
        .as;
    expect([0, 1, 3, 4, 10, 11].map(as)).toEqual([
      'text',
      'buttons',
      'buttons',
      'list',
      'list',
      'text',
    ]);
  });

  it('takes a list where two buttons would read the same', () => {
    const presented = presentChoices(
      'Lequel ?',
      titled('Crème hydratante AA jour', 'Crème hydratante AA nuit'),
    );
    expect(presented.as).toBe('list');
  });

  it('writes out what would read the same even in a list', () => {
    const presented = presentChoices(
      'Lequel ?',
      titled('Crème hydratante visage de jour', 'Crème hydratante visage de nuit'),
    );
    expect(presented).toEqual({
      as: 'text',
      text: 'Lequel ?\n\n1. Crème hydratante visage de jour\n2. Crème hydratante visage de nuit',
    });
  });

  it('tells a cut row title in full below', () => {
    const presented = presentChoices(
      'Lequel ?',
      titled('Un', 'Deux', 'Trois', 'Gel nettoyant purifiant sans savon'),
    );
    expect(presented).toMatchObject({
      as: 'list',
      rows: [
        { id: 'c0', title: 'Un' },
        {},
        {},
        { title: 'Gel nettoyant purifiant…', description: 'Gel nettoyant purifiant sans savon' },
      ],
    });
  });

  it.each([
    ['a text that is too long', 'x'.repeat(1_025), titled('Oui')],
    ['no text', '  ', titled('Oui')],
    ['an empty title', 'Lequel ?', titled('Oui', ' ')],
    ['an endless id', 'Lequel ?', [{ id: 'x'.repeat(201), title: 'Oui' }]],
    [
      'an id given twice',
      'Lequel ?',
      [
        { id: 'a', title: 'Oui' },
        { id: 'a', title: 'Non' },
      ],
    ],
  ])('writes out with %s', (_what, text, choices) => {
    expect(presentChoices(text, choices).as).toBe('text');
  });

  it('numbers with descriptions', () => {
    const choices = [
      { id: 'a', title: 'Un', description: 'le premier' },
      { id: 'b', title: 'Deux' },
    ];
    expect(numberedText('Lequel ?', choices)).toBe('Lequel ?\n\n1. Un – le premier\n2. Deux');
  });
});
