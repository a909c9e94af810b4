import type { Pool } from 'pg';
import type { Language, UserId } from '../../../domain/customer/customer.ts';
import type { StaffRole } from '../../../domain/shared/actor.ts';
import type { StaffIdentity } from '../../../ports/identity.ts';
import { asService } from './as-role.ts';
import { ShortMemory } from './short-memory.ts';

const KEEP_MS = 3_000;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export interface StaffEntry extends StaffIdentity {
  readonly language: Language;
}

/** Who works here at this moment, whatever a token says; a change elsewhere is seen within seconds. */
export class StaffDirectory {
  readonly #pool: Pool;
  readonly #memory = new ShortMemory<StaffEntry | null>(KEEP_MS);

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  /** Null for customers, strangers and disabled accounts. */
  async find(id: string): Promise<StaffEntry | null> {
    if (!UUID.test(id)) return null;
    return this.#memory.get(id.toLowerCase(), () => this.#read(id.toLowerCase()));
  }

  /** After a change made here, so that it holds from the next request on. */
  forget(id: string): void {
    this.#memory.forget(id.toLowerCase());
  }

  async #read(id: string): Promise<StaffEntry | null> {
    return asService(this.#pool, async ({ client }) => {
      const { rows } = await client.query<{
        role: StaffRole;
        name: string | null;
        language: Language;
      }>(
        `select role, name, language from public.users
          where id = $1 and role in ('admin', 'product_editor', 'support') and disabled_at is null`,
        [id],
      );
      const row = rows[0];
      return row === undefined ? null : { userId: id as UserId, ...row };
    });
  }
}
