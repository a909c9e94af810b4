import {
  parsePhoneNumberFromString,
  type CountryCode,
  type PhoneNumber,
} from 'libphonenumber-js/max';
import type { PhoneNumbers } from '../../ports/phone-numbers.ts';

/** Côte d'Ivoire until 2021 and Bénin until 2024: eight digits, which the numbering plans of today call too short. */
const OLD_PLANS: Readonly<Record<string, string>> = { CI: '225', BJ: '229' };
const OLD_NUMBER = /^\+(?:225|229)\d{8}$/;

/** Reads numbers with Google's numbering plans, and those that its plans have forgotten. */
export class LibphonePhoneNumbers implements PhoneNumbers {
  readonly #country: CountryCode;

  constructor(options: { readonly country: string }) {
    this.#country = options.country as CountryCode;
  }

  parse(text: string): string | null {
    const international = text.trim().replace(/^00(?=[\s.-]*[1-9])/, '+');
    const withPlus = international.startsWith('+') ? international : `+${international}`;
    const abroad = this.#read(withPlus);
    if (international.startsWith('+')) return possible(abroad) ?? oldNumber(withPlus);
    const athome = this.#read(international);
    // WhatsApp writes international numbers without the plus: a sure reading wins over a merely possible one.
    return (
      valid(athome) ??
      valid(abroad) ??
      oldNumber(withPlus) ??
      possible(athome) ??
      this.#oldNational(international) ??
      possible(abroad)
    );
  }

  #read(text: string): PhoneNumber | undefined {
    return parsePhoneNumberFromString(text, { defaultCountry: this.#country, extract: false });
  }

  #oldNational(text: string): string | null {
    const callingCode = OLD_PLANS[this.#country];
    return callingCode === undefined ? null : oldNumber(`+${callingCode}${text}`);
  }
}

const valid = (number: PhoneNumber | undefined): string | null =>
  number?.isValid() === true ? number.number : null;
const possible = (number: PhoneNumber | undefined): string | null =>
  number?.isPossible() === true ? number.number : null;

/** An old number once its separators are gone; anything else in it makes it none. */
function oldNumber(text: string): string | null {
  const digits = text.replace(/[\s().-]/g, '');
  return OLD_NUMBER.test(digits) ? digits : null;
}
