import { describe, expect, it } from 'vitest';
import { extractHealthFacts } from '../../../src/domain/triage/profile-facts.ts';
import { triage } from '../../../src/domain/triage/triage.ts';

const STORY =
  'Bonjour, je voulais vous raconter que ma cousine est venue pour le mariage et que nous avons beaucoup dansé. ' +
  'Le marché était plein, les tomates étaient belles, et la pluie est arrivée vers le soir. ';
const story = (length: number): string =>
  STORY.repeat(Math.ceil(length / STORY.length)).slice(0, length);
const DANGERS: readonly (readonly [string, string])[] = [
  ['mon bébé ne respire plus', 'emergency_breathing'],
  ['il a avalé de la javel', 'emergency_poisoning'],
  ['j’ai très mal à la poitrine et au bras gauche', 'emergency_cardiac'],
  ['je veux mourir', 'suicidal'],
  ['my baby is not breathing', 'emergency_breathing'],
];

describe('a long message', () => {
  it('is no danger for being long', () => {
    expect(triage(story(10_000)).severity).toBe('none');
    expect(triage(story(65_536)).severity).toBe('none');
  });

  describe.each(DANGERS)('with "%s"', (danger, category) => {
    it.each([
      ['at its end', (length: number) => `${story(length)} ${danger}`],
      ['at its beginning', (length: number) => `${danger}. ${story(length)}`],
      [
        'in its middle',
        (length: number) => `${story(length / 2)}. ${danger}. ${story(length / 2)}`,
      ],
      ['behind a thousand figures', (length: number) => `${'0'.repeat(length)} ${danger}`],
      [
        'behind a thousand words of one letter',
        (length: number) => `${'a '.repeat(length / 2)}. ${danger}`,
      ],
      [
        'between accents that stand for nothing',
        (length: number) => `${'\u0301\u0316'.repeat(length / 2)} ${danger}`,
      ],
    ])('%s is an emergency', (_, write) => {
      for (const length of [3_000, 10_000, 60_000])
        expect(triage(write(length))).toMatchObject({ severity: 'emergency', category });
    });
  });

  it('finds a sign across the place where one passage ends and the next begins', () => {
    for (let words = 1_050; words <= 1_230; words += 1)
      expect(triage(`${'oui '.repeat(words)} mon bébé ne respire plus`).category).toBe(
        'emergency_breathing',
      );
  });

  it('is not quieted by what stands pages before', () => {
    const old = 'J’ai fait un avc il y a 5 ans.';
    expect(triage(old).severity).not.toBe('emergency');
    expect(triage(`${old} ${story(20_000)} Mon père fait un avc.`).category).toBe(
      'emergency_stroke',
    );
  });

  it('tells what must be known about a person wherever it stands', () => {
    const facts = extractHealthFacts(
      `${story(30_000)} je suis enceinte et allergique au miel. ${story(30_000)}`,
    );
    expect(facts.pregnant).toBe(true);
    expect(facts.allergens).toContain('miel');
  });
});
