import type { TableName } from '../../../ports/shown-tables.ts';

/** An answer with a status or headers of its own; a plain value gets the route's status. */
export class Reply<T> {
  readonly status: number;
  readonly body: T;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, body: T, headers: Readonly<Record<string, string>> = {}) {
    this.status = status;
    this.body = body;
    this.headers = headers;
  }
}

/**
 * "The row": read with the caller's rights when it is sent. What is remembered under an Idempotency-Key is
 * then the row's id, not the customer's words.
 */
export class RowReply {
  readonly table: TableName;
  readonly id: string;
  readonly status: number | null;

  constructor(table: TableName, id: string, status: number | null = null) {
    this.table = table;
    this.id = id;
    this.status = status;
  }
}
