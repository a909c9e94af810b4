import { randomInt, randomUUIDv7 } from 'node:crypto';
import type { IdGenerator } from '../../ports/id-generator.ts';

/** Digits and capitals that nobody confuses when reading aloud or writing by hand: no 0/O, 1/I/L, U/V. */
export const CODE_ALPHABET = '23456789ABCDEFGHJKMNPQRSTWXYZ';

/** Ids and codes from the system's secure source of chance. */
export class CryptoIdGenerator implements IdGenerator {
  uuid(): string {
    return randomUUIDv7();
  }

  code(length: number): string {
    return Array.from({ length }, () => CODE_ALPHABET.charAt(randomInt(CODE_ALPHABET.length))).join(
      '',
    );
  }
}
