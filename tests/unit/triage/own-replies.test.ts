import { describe, expect, it } from 'vitest';
import { TRIAGE_REPLY_KEYS } from '../../../src/domain/triage/reply.ts';
import { triageReply } from '../../../src/domain/triage/replies.ts';

const numbers = { emergencyNumbers: [{ label: 'SAMU', number: '1300' }] };
const own = [
  { reply: 'emergency', language: 'fr', text: 'Courez à l’hôpital.' },
  { reply: 'complaint', language: 'fr', text: 'La gérante vous rappelle.' },
] as const;

describe("a shop's own words for red flags", () => {
  it('never lose the emergency numbers, nor what Léa is not', () => {
    const reply = triageReply('emergency', 'fr', numbers, own);
    expect(reply).toMatch(/^Courez à l’hôpital\.\n📞 SAMU : 1300\n/);
    expect(reply).toContain('pas un dispositif médical');
  });

  it('are sent as they are where they name every number', () => {
    const words =
      'Appelez le 1300. Léa n’est pas un dispositif médical et ne remplace pas les secours.';
    const named = [{ reply: 'emergency', language: 'fr', text: words }] as const;
    expect(triageReply('emergency', 'fr', numbers, named)).toBe(words);
  });

  it('stand alone where no number belongs', () =>
    expect(triageReply('complaint', 'fr', numbers, own)).toBe('La gérante vous rappelle.'));

  it('hold for their language and reply only', () => {
    expect(triageReply('emergency', 'en', numbers, own)).toBe(
      triageReply('emergency', 'en', numbers),
    );
    expect(triageReply('stroke', 'fr', numbers, own)).toBe(triageReply('stroke', 'fr', numbers));
  });
});

describe('our own words', () => {
  it.each(TRIAGE_REPLY_KEYS)('say that somebody is called: %s', (key) => {
    for (const context of [numbers, { emergencyNumbers: [] }]) {
      expect(triageReply(key, 'fr', context)).toMatch(
        /conseiller (?:est prévenu|, )|préviens un conseiller|à un conseiller|équipe est prévenue/,
      );
      expect(triageReply(key, 'en', context)).toMatch(
        /advisor|our team|somebody (?:from|of) the team/i,
      );
    }
  });
});
