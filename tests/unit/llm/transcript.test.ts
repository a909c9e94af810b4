import { describe, expect, it } from 'vitest';
import { hintFor, judgeTranscript } from '../../../src/adapters/llm/openai/transcript.ts';

const HINT = hintFor(['karité', 'Ogoolia', 'crème solaire']);

describe('judgeTranscript', () => {
  it.each([
    ['Je cherche une crème pour ma peau sèche.', 4],
    ['Bonjour Léa', 2],
    ['Oui', 1],
    ['Merci beaucoup', null],
    ['Le deuxième', 2],
  ])('is sure of: %s', (text, seconds) => {
    expect(judgeTranscript(text, seconds, HINT)).toEqual({ text, confidence: 'sure' });
  });
  it.each([
    '',
    '   ',
    '...',
    '♪♪♪',
    '[Musique]',
    '(silence)',
    "Sous-titres réalisés par la communauté d'Amara.org",
    "Merci d'avoir regardé cette vidéo !",
    'Sous-titrage Société Radio-Canada',
    'Thanks for watching!',
    'Abonnez-vous',
    'MBC 뉴스 이덕영입니다',
    'ご視聴ありがとうございました',
    HINT,
    'Mots possibles : karité, Ogoolia',
  ])('takes for silence: %s', (text) => {
    expect(judgeTranscript(text, 5, HINT)).toEqual({ text: '', confidence: 'silence' });
  });
  it.each<[string, number | null]>([
    ['le le le le le le le le le le', 5],
    ['Je cherche une crème hydratante pour le visage et le corps de ma fille', 1],
    ['Bon voilà', 20],
    ['Ah', 2],
    [
      "Je voudrais un savon doux pour la peau de mon bébé et puis merci d'avoir regardé cette vidéo jusqu'au bout",
      8,
    ],
  ])('reads back: %s (%s s)', (text, seconds) => {
    expect(judgeTranscript(text, seconds, HINT)).toMatchObject({ confidence: 'unsure' });
  });
});

it('bounds the hint', () => {
  const hint = hintFor(Array.from({ length: 500 }, (_, index) => `produit ${index}`));
  expect(hint.length).toBeLessThanOrEqual(600);
  expect(hint).toContain('produit 0');
});
