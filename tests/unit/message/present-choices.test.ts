import { describe, expect, it } from 'vitest';
import { CHANNEL_LIMITS } from '../../../src/domain/message/channel-limits.ts';
import { fitLabel, fitLabels } from '../../../src/domain/message/fit-labels.ts';
import { numberedText, presentChoices } from '../../../src/domain/message/present-choices.ts';
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

describe('labels that fit', () => {
  it.each([
    ['court', 20, 'court'],
    ['  des bords  ', 20, 'des bords'],
    ['exactement vingt car', 20, 'exactement vingt car'],
    ['Parler tout de suite à un conseiller', 20, 'Parler tout de suite'],
    ['Crème visage pour peau sèche', 18, 'Crème visage'],
    ['Huile d’amande douce', 10, 'Huile'],
    ['Huile à l’amande douce', 9, 'Huile'],
    ['Shampoing, cheveux secs', 12, 'Shampoing'],
    ['Lait (bébé) corps', 8, 'Lait'],
    ['Anticonstitutionnellement', 20, 'Anticonstitutionnell'],
    ['👩🏾‍⚕️👩🏾‍⚕️👩🏾‍⚕️👩🏾‍⚕️', 20, '👩🏾‍⚕️👩🏾‍⚕️'],
    ['à la de du', 5, 'à la'],
  ])('%j to %i is %j', (label, max, expected) => {
    expect(fitLabel(label, max)).toBe(expected);
    expect(expected.length).toBeLessThanOrEqual(max);
  });

  it('are told apart by their number', () => {
    expect(fitLabels(['Crème solaire visage', 'Crème solaire corps'], 14)).toEqual([
      '1. Crème',
      '2. Crème',
    ]);
    expect(fitLabels(['Oui', 'OUI'], 20)).toEqual(['1. Oui', '2. OUI']);
  });

  it('are so for whatever names a shop gives', () => {
    const words = [
      'Crème',
      'hydratante',
      'de',
      'jour',
      'SPF50+',
      'pour',
      'bébé',
      '–',
      '👶🏾',
      'l’eau',
    ];
    for (let seed = 1; seed < 400; seed += 1) {
      const title = (nth: number) =>
        Array.from(
          { length: 1 + ((seed * nth) % 9) },
          (_, n) => words[(seed * (n + nth)) % 10],
        ).join(' ');
      const count = 2 + (seed % 9);
      const choices = titled(...Array.from({ length: count }, (_, nth) => title(nth + 1)));
      const presented = presentChoices('Lequel ?', choices);
      if (presented.as === 'text') continue;
      const [shown, max] =
        presented.as === 'buttons'
          ? [presented.buttons, CHANNEL_LIMITS.buttonTitle]
          : [presented.rows, CHANNEL_LIMITS.rowTitle];
      const titles = shown.map((choice) => choice.title);
      expect(new Set(titles).size).toBe(count);
      expect(titles.every((one) => one !== '' && one.length <= max && !one.includes('…'))).toBe(
        true,
      );
      for (const { title: full } of choices)
        expect(
          [presented.text, ...titles, ...shown.map(({ description = '' }) => description)].join(
            '\n',
          ),
        ).toContain(full.trim());
    }
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

  it('numbers what would read the same even in a list, and tells it in full', () => {
    const titles = ['Crème hydratante visage de jour', 'Crème hydratante visage de nuit'];
    expect(presentChoices('Lequel ?', titled(...titles))).toEqual({
      as: 'buttons',
      text: `Lequel ?\n\n1. ${titles[0]}\n2. ${titles[1]}`,
      buttons: [
        { id: 'c0', title: '1. Crème hydratante' },
        { id: 'c1', title: '2. Crème hydratante' },
      ],
    });
  });

  it('tells a button that was shortened in full above', () => {
    expect(presentChoices('Et maintenant ?', titled('Gel nettoyant purifiant sans savon'))).toEqual(
      {
        as: 'buttons',
        text: 'Et maintenant ?\n\n1. Gel nettoyant purifiant sans savon',
        buttons: [{ id: 'c0', title: 'Gel nettoyant' }],
      },
    );
  });

  it('tells a shortened row in full below, or above where something else stands there', () => {
    const long = 'Gel nettoyant purifiant sans savon';
    const rows = titled('Un', 'Deux', 'Trois', long);
    expect(presentChoices('Lequel ?', rows)).toMatchObject({
      as: 'list',
      text: 'Lequel ?',
      rows: [{ title: 'Un' }, {}, {}, { title: 'Gel nettoyant purifiant', description: long }],
    });
    const described = rows.map((row) => ({ ...row, description: 'en rayon' }));
    expect(presentChoices('Lequel ?', described).text).toContain(`4. ${long}`);
  });

  it('writes out what cannot be told in full beside its buttons', () => {
    const long = titled('un mot '.repeat(100), 'deux mots '.repeat(100));
    expect(presentChoices('Lequel ?', long).as).toBe('text');
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
