import { describe, expect, it } from 'vitest';
import { CHANNEL_LIMITS } from '../../../src/domain/message/channel-limits.ts';
import { fitParts } from '../../../src/domain/message/fit-parts.ts';
import { splitText } from '../../../src/domain/message/split-text.ts';

const bare = (text: string): string => text.replaceAll(/\s+/g, '');

describe('a text in pieces', () => {
  const SENTENCE = 'Appliquez la crème matin et soir sur une peau propre et sèche. ';
  const TEXTS: readonly [string, string][] = [
    ['sentences', SENTENCE.repeat(200)],
    ['paragraphs', `${SENTENCE.repeat(3).trim()}\n\n`.repeat(60)],
    ['one endless word', 'a'.repeat(10_000)],
    ['emoji of several parts', '👩🏾‍⚕️'.repeat(1_500)],
    ['accents that are written apart', 'e\u0301'.repeat(5_000)],
    ['white space', `a${' '.repeat(9_000)}b`],
    ['a letter that is longer than a message', `a${'\u0301'.repeat(9_000)}b`],
  ];
  it.each(TEXTS)('of %s loses nothing, keeps the order and fits', (_what, text) => {
    const pieces = splitText(text, CHANNEL_LIMITS.text);
    expect(bare(pieces.join(''))).toBe(bare(text));
    for (const piece of pieces) {
      expect(piece.length).toBeLessThanOrEqual(CHANNEL_LIMITS.text);
      expect(piece.trim()).toBe(piece);
      expect(piece).not.toBe('');
    }
  });

  it('is cut between paragraphs, else between sentences, else between words, never inside of an emoji', () => {
    expect(splitText('Un deux trois.\n\nQuatre. Cinq.', 20)).toEqual([
      'Un deux trois.',
      'Quatre. Cinq.',
    ]);
    expect(splitText('Un deux trois. Quatre cinq six.', 20)).toEqual([
      'Un deux trois.',
      'Quatre cinq six.',
    ]);
    expect(splitText('un deux trois quatre cinq', 15)).toEqual(['un deux trois', 'quatre cinq']);
    expect(splitText('👩🏾‍⚕️👩🏾‍⚕️👩🏾‍⚕️', 16)).toEqual(['👩🏾‍⚕️👩🏾‍⚕️', '👩🏾‍⚕️']);
  });

  it('is one piece where it fits, and none where it is empty', () => {
    expect(splitText('a'.repeat(4_096), 4_096)).toHaveLength(1);
    expect(splitText('  ', 10)).toEqual([]);
  });
});

describe('parts that fit a channel', () => {
  const long = 'Une phrase de quelques mots. '.repeat(300).trim();
  const choices = [{ id: 'a', title: 'Oui' }];

  it('stay as they are where they fit', () => {
    const parts = [
      { kind: 'text', text: 'Bonjour' },
      { kind: 'choices', text: 'x'.repeat(2_000), choices },
    ] as const;
    expect(fitParts(parts)).toEqual(parts);
  });

  it('become several, all of them sent in any case where the one was', () => {
    const parts = fitParts([{ kind: 'text', text: long, always: true }]);
    expect(parts).toHaveLength(3);
    expect(parts.every(({ always }) => always === true)).toBe(true);
  });

  it('keep choices below the end of their text', () => {
    const parts = fitParts([{ kind: 'choices', text: long, choices }]);
    expect(parts.at(-1)).toMatchObject({ kind: 'choices', choices });
    expect(parts.slice(0, -1).every(({ kind }) => kind === 'text')).toBe(true);
    expect(bare(parts.map((part) => (part.kind === 'product' ? '' : part.text)).join(''))).toBe(
      bare(long),
    );
  });
});
