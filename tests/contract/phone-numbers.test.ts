import { LibphonePhoneNumbers } from '../../src/adapters/system/libphone-phone-numbers.ts';
import { phoneNumbersContract } from './phone-numbers.contract.ts';

phoneNumbersContract('libphonenumber', (country) => new LibphonePhoneNumbers({ country }));
