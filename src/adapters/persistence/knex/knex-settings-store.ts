import type { Knex } from 'knex';
import type { AuditEntry } from '../../../domain/audit/audit-entry.ts';
import type { Actor } from '../../../domain/shared/actor.ts';
import { changedSettings } from '../../../domain/shop/changed-settings.ts';
import { completeSettings, type ShopSettings } from '../../../domain/shop/shop-settings.ts';
import type {
  SettingsChange,
  SettingsStore,
  SettingsVersion,
} from '../../../ports/settings-store.ts';
import { identityOf, inTransactionAs } from './database.ts';
import { writeAuditLine } from './write-audit-line.ts';
import { StaffNames } from './staff-reads/staff-names.ts';

const APPEND_LOCK = 7_305_246;

interface Row {
  readonly version: number;
  readonly value: Partial<ShopSettings>;
  readonly created_at: Date;
  readonly created_by: string | null;
}

export class KnexSettingsStore implements SettingsStore {
  readonly #db: Knex;
  readonly #defaults: ShopSettings;
  readonly #names: StaffNames;

  constructor(db: Knex, defaults: ShopSettings) {
    this.#db = db;
    this.#defaults = defaults;
    this.#names = new StaffNames(db);
  }

  async newest(actor: Actor): Promise<SettingsVersion> {
    const row = await inTransactionAs(this.#db, identityOf(actor), (trx) => newestRow(trx));
    return row === undefined
      ? { version: 0, value: this.#defaults, at: null, by: null }
      : this.#told(row);
  }

  async get(actor: Actor, version: number): Promise<SettingsVersion | null> {
    const row = await inTransactionAs(this.#db, identityOf(actor), (trx) =>
      trx('settings').where('version', version).first<Row | undefined>('*'),
    );
    return row === undefined ? null : this.#told(row);
  }

  async append(
    actor: Actor,
    expected: number,
    value: ShopSettings,
    line: AuditEntry,
  ): Promise<SettingsVersion | null> {
    const row = await inTransactionAs(this.#db, identityOf(actor), async (trx) => {
      // One at a time, so that of two that saw the same version one is told.
      await trx.raw('select pg_advisory_xact_lock(?)', [APPEND_LOCK]);
      if (((await newestRow(trx))?.version ?? 0) !== expected) return null;
      const [added] = await trx('settings')
        .insert({
          value: JSON.stringify(value),
          created_by: actor.kind === 'staff' ? actor.userId : null,
        })
        .returning<Row[]>('*');
      if (added === undefined) return null;
      await writeAuditLine(trx, actor, { ...line, rows: [String(added.version)] });
      return added;
    });
    return row === null ? null : this.#told(row);
  }

  async history(
    actor: Actor,
    before: number | null,
    limit: number,
  ): Promise<readonly SettingsChange[]> {
    const rows = await inTransactionAs(this.#db, identityOf(actor), (trx) =>
      trx('settings')
        .modify((query) => {
          if (before !== null) void query.where('version', '<', before);
        })
        .orderBy('version', 'desc')
        // One more: what the oldest one shown differs from.
        .limit(limit + 1)
        .select<Row[]>('*'),
    );
    const names = await this.#names.all();
    return rows.slice(0, limit).map((row, index) => ({
      version: row.version,
      at: row.created_at.toISOString(),
      by: names(row.created_by),
      changed: changedSettings(
        completeSettings(this.#defaults, rows[index + 1]?.value ?? {}),
        completeSettings(this.#defaults, row.value),
      ),
    }));
  }

  async #told(row: Row): Promise<SettingsVersion> {
    return {
      version: row.version,
      value: completeSettings(this.#defaults, row.value),
      at: row.created_at.toISOString(),
      by: (await this.#names.all())(row.created_by),
    };
  }
}

const newestRow = (trx: Knex.Transaction): Promise<Row | undefined> =>
  trx('settings').orderBy('version', 'desc').first<Row | undefined>('*');
