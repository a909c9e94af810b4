import { describe, expect, it } from 'vitest';
import type { PhoneNumbers } from '../../src/ports/phone-numbers.ts';

/** What every reader of phone numbers keeps to: written → read, per country of the shop. */
export function phoneNumbersContract(
  name: string,
  forCountry: (country: string) => PhoneNumbers,
): void {
  describe(`PhoneNumbers: ${name}`, () => {
    it.each([
      ['GA', '077 01 23 45', '+24177012345'],
      ['GA', '77012345', '+24177012345'],
      ['GA', '+241 77 01 23 45', '+24177012345'],
      ['GA', '+241 (0)77 01 23 45', '+24177012345'],
      ['GA', '00241 77 01 23 45', '+24177012345'],
      ['GA', '24177012345', '+24177012345'],
      ['GA', '077-01.23.45', '+24177012345'],
      ['GA', '  066\u00a001\u00a023\u00a045 ', '+24166012345'],
      ['GA', '＋２４１７７０１２３４５', '+24177012345'],
      ['GA', '33612345678', '+33612345678'],
      ['GA', '+33 6 12 34 56 78', '+33612345678'],
      ['GA', '2250701020304', '+2250701020304'],
      ['CI', '4791234567', '+4791234567'],
      ['FR', '06 12 34 56 78', '+33612345678'],
      ['FR', '24177012345', '+24177012345'],
      ['CM', '6 77 12 34 56', '+237677123456'],
      ['SN', '77 123 45 67', '+221771234567'],
    ])('in %s reads %j as %s', (country, written, read) => {
      expect(forCountry(country).parse(written)).toBe(read);
    });

    it.each([
      ['CI', '07 01 02 03 04', '+2250701020304'],
      ['CI', '2250701020304', '+2250701020304'],
      ['CI', '07 12 34 56', '+22507123456'],
      ['CI', '+225 07 12 34 56', '+22507123456'],
      ['GA', '22507123456', '+22507123456'],
      ['GA', '00225 07 12 34 56', '+22507123456'],
      ['BJ', '01 97 12 34 56', '+2290197123456'],
      ['BJ', '97 12 34 56', '+22997123456'],
      ['GA', '22997123456', '+22997123456'],
      ['GA', '+229 97-12-34-56', '+22997123456'],
      ['GA', '04 11 11 11', '+24104111111'],
      ['GA', '01 72 11 11', '+24101721111'],
      ['GA', '4111111', '+2414111111'],
      ['GA', '+2414111111', '+2414111111'],
      ['FR', '+241 04 11 11 11', '+24104111111'],
      ['CI', '00241 7 11 11 11', '+2417111111'],
    ])('in %s knows the old and new numbering: %j is %s', (country, written, read) => {
      expect(forCountry(country).parse(written)).toBe(read);
    });

    it.each([
      '',
      '+',
      '1300',
      '18',
      'bonjour',
      'appelez le 077012345',
      '077012345 ou 066012345',
      'a@b.c',
      '+241',
      '12345678901234567890',
      '7'.repeat(5000),
      'un deux trois',
      '+225abc07123456',
    ])('has null for %j', (written) => {
      expect(forCountry('GA').parse(written)).toBeNull();
    });

    it('reads its own answers to the same', () => {
      const numbers = forCountry('GA');
      for (const number of [
        '+24177012345',
        '+22507123456',
        '+2250701020304',
        '+22997123456',
        '+33612345678',
      ]) {
        expect(numbers.parse(number)).toBe(number);
      }
    });
  });
}
