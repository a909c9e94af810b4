import { describe, expect, it } from 'vitest';
import { detectLanguage } from '../../../src/domain/language/detect-language.ts';

describe('the language of a message', () => {
  it.each([
    ['I need a cream for my baby', 'en'],
    ['how much is the first one please', 'en'],
    ['je voudrais une crème pour mon bébé', 'fr'],
    ['bonjour vous avez du savon noir', 'fr'],
  ])('%s', (text, language) => {
    expect(detectLanguage(text)).toBe(language);
  });

  it.each(['OUI', 'oui', 'NON', '1', 'ok', 'SUPPRIMER'])(
    'is not told by what everybody is asked to answer: %s',
    (text) => {
      expect(detectLanguage(text)).toBeNull();
    },
  );
});
