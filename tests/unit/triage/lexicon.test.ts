import { describe, expect, it } from 'vitest';
import { ENTRIES, LEXICON } from '../../../src/domain/triage/lexicon/lexicon.ts';
import { readLexicon } from '../../../src/domain/shared/read-lexicon.ts';
import { RED_FLAGS } from '../../../src/domain/triage/red-flags.ts';

describe('the lexicon of danger', () => {
  it('reads phrases, a source and a note', () => {
    const [entry] = readLexicon('fr', {
      fever: `
        # source: OMS: PCIME | https://example.org/pcime | 2014
        # note: "chaud" alone is the weather
        =chaud
        fievre
      `,
    });

    expect(entry).toEqual({
      concept: 'fever',
      language: 'fr',
      phrases: ['=chaud', 'fievre'],
      source: { name: 'OMS: PCIME', link: 'https://example.org/pcime', date: '2014' },
      note: '"chaud" alone is the weather',
    });
  });

  it('leaves open what is not known of a source', () => {
    const [entry] = readLexicon('en', { fever: '# source: WHO\nfever' });

    expect(entry?.source).toEqual({ name: 'WHO', link: null, date: null });
  });

  it.each([
    ['Fièvre!', 'lexicon fr, fever, line 1: "Fièvre!" is neither a phrase'],
    ['# sauce: OMS', 'lexicon fr, fever, line 1: "# sauce: OMS" is neither a phrase'],
    ['fievre\nfievre', 'lexicon fr, fever, line 2: "fievre" is there twice'],
    ['', 'lexicon fr, fever: no phrase'],
  ])('refuses %j and says where', (text, message) => {
    expect(() => readLexicon('fr', { fever: `\n${text}\n` })).toThrow(message);
  });

  it('has each language by itself and all of both', () => {
    const of = (language: string): number =>
      ENTRIES.filter((entry) => entry.language === language).flatMap(({ phrases }) => phrases)
        .length;

    expect(of('fr')).toBeGreaterThan(of('en'));
    expect(of('fr') + of('en')).toBe([...LEXICON.values()].flat().length);
  });

  it('names a source for every rule, and tells what has no link yet', () => {
    const words = ENTRIES.filter(({ source }) => source === null).length;
    const rules = RED_FLAGS.filter(({ source }) => !/https?:/.test(source)).length;
    process.stdout.write(
      `without a source: ${words} of ${ENTRIES.length} concepts; ` +
        `without a link: ${rules} of ${RED_FLAGS.length} rules\n`,
    );

    expect(RED_FLAGS.filter(({ source }) => source.trim() === '')).toEqual([]);
  });
});
