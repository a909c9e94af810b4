import type { Clock } from '../../ports/clock.ts';
import type { IdGenerator } from '../../ports/id-generator.ts';
import type { KeyedHash } from '../../ports/keyed-hash.ts';

export interface PrivacyDeps {
  readonly ids: IdGenerator;
  readonly clock: Clock;
  readonly hash: KeyedHash;
  /** Where customers reach this installation, without a trailing slash. */
  readonly publicUrl: string;
}
