/** Undoes what a transaction wrote, last write first. */
export class Journal {
  #undo: (() => void)[] = [];

  record(undo: () => void): void {
    this.#undo.push(undo);
  }

  keep(): void {
    this.#undo = [];
  }

  rollBack(): void {
    for (const undo of this.#undo.toReversed()) undo();
    this.#undo = [];
  }
}

type IndexKey = string | null;

/**
 * Rows by key, with equality indexes. Rows are copied on the way in and never changed in place, so that what
 * a caller does to a value later changes nothing here.
 */
export class Table<Id extends string, Row extends object, Index extends string = never> {
  readonly #name: string;
  readonly #journal: Journal;
  readonly #keyOf: (row: Row) => Id;
  readonly #rows = new Map<Id, Row>();
  readonly #indexes: readonly {
    readonly name: Index;
    readonly keyOf: (row: Row) => IndexKey;
    readonly ids: Map<string, Set<Id>>;
  }[];

  constructor(
    name: string,
    journal: Journal,
    keyOf: (row: Row) => Id,
    indexes: Readonly<Record<Index, (row: Row) => IndexKey>>,
  ) {
    this.#name = name;
    this.#journal = journal;
    this.#keyOf = keyOf;
    this.#indexes = (Object.keys(indexes) as Index[]).map((index) => ({
      name: index,
      keyOf: indexes[index],
      ids: new Map<string, Set<Id>>(),
    }));
  }

  get(id: Id): Row | undefined {
    return this.#rows.get(id);
  }

  /** In the order of insertion. */
  all(): readonly Row[] {
    return [...this.#rows.values()];
  }

  /** Rows whose index has this value, in the order of insertion. */
  by(index: Index, key: string): readonly Row[] {
    const ids = this.#indexes.find(({ name }) => name === index)?.ids.get(key) ?? new Set<Id>();
    return [...ids].flatMap((id) => this.#rows.get(id) ?? []);
  }

  /** @throws as a database does, when the key is taken. */
  insert(row: Row): void {
    const id = this.#keyOf(row);
    if (this.#rows.has(id)) throw new Error(`Duplicate key in ${this.#name}: ${id}`);
    this.#put(id, structuredClone(row));
  }

  /** Inserts or replaces. */
  upsert(row: Row): void {
    this.#put(this.#keyOf(row), structuredClone(row));
  }

  /** Changes some fields; false when there is no such row. */
  update(id: Id, fields: Partial<Row>): boolean {
    const row = this.#rows.get(id);
    if (row === undefined) return false;
    this.#put(id, structuredClone({ ...row, ...fields }));
    return true;
  }

  /** Deletes the rows and answers how many there were. */
  deleteAll(rows: readonly Row[]): number {
    for (const row of rows) this.#put(this.#keyOf(row), undefined);
    return rows.length;
  }

  /** @throws as a foreign key does, when a row that is referred to is not there. */
  mustHave(id: Id | null): void {
    if (id !== null && !this.#rows.has(id)) throw new Error(`Not in ${this.#name}: ${id}`);
  }

  #put(id: Id, row: Row | undefined): void {
    const before = this.#rows.get(id);
    this.#journal.record(() => this.#write(id, before));
    this.#write(id, row);
  }

  #write(id: Id, row: Row | undefined): void {
    const before = this.#rows.get(id);
    if (row === undefined) this.#rows.delete(id);
    else this.#rows.set(id, row);
    for (const { keyOf, ids } of this.#indexes) {
      const [from, to] = [
        before === undefined ? null : keyOf(before),
        row === undefined ? null : keyOf(row),
      ];
      if (from === to) continue;
      if (from !== null) ids.get(from)?.delete(id);
      if (to !== null) ids.set(to, (ids.get(to) ?? new Set<Id>()).add(id));
    }
  }
}
