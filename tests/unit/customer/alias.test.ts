import { describe, expect, it } from 'vitest';
import { LibphonePhoneNumbers } from '../../../src/adapters/system/libphone-phone-numbers.ts';
import { phoneAliases } from '../../../src/domain/customer/alias.ts';

describe('the numbers of one line', () => {
  // By operator, before 2019 and today.
  const GABON: readonly [string, string][] = [
    ['1721111', '11721111'],
    ['2111111', '62111111'],
    ['5111111', '65111111'],
    ['6111111', '66111111'],
    ['4111111', '74111111'],
    ['7111111', '77111111'],
  ];
  it.each(GABON)('in Gabon, +241 %s of before 2019 is +241 %s', (old, today) => {
    const same = [`+241${today}`, `+2410${old}`, `+241${old}`];
    for (const number of same) expect(phoneAliases(number)).toEqual(same);
  });

  it.each([
    '+24176111111',
    '+24160111111',
    '+2413111111',
    '+24164111111',
    '+24171234567',
    '+24199111111',
  ])('in Gabon, %s never had another', (number) => expect(phoneAliases(number)).toEqual([number]));

  it('are found however an advisor writes them', () => {
    const numbers = new LibphonePhoneNumbers({ country: 'GA' });
    const main = (written: string) => phoneAliases(numbers.parse(written)!)[0];
    for (const written of [
      '04 11 11 11',
      '04111111',
      '074 11 11 11',
      '74 11 11 11',
      '+241 4 11 11 11',
      '+241 04 11 11 11',
      '00241 74 11 11 11',
      '2414111111',
    ])
      expect(main(written)).toBe('+24174111111');
  });

  it('are none of another country', () => {
    expect(phoneAliases('+33612345678')).toEqual(['+33612345678']);
    expect(phoneAliases('+24241111111')).toEqual(['+24241111111']);
  });
});
