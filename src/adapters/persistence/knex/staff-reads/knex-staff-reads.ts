import type { Knex } from 'knex';
import type { Actor } from '../../../../domain/shared/actor.ts';
import type { PhoneNumbers } from '../../../../ports/phone-numbers.ts';
import type {
  Colleague,
  CustomerSheet,
  InboxPage,
  InboxQuery,
  StaffReads,
  ThreadPage,
  TurnView,
} from '../../../../ports/staff-reads.ts';
import { identityOf, inTransactionAs } from '../database.ts';
import { readCustomerSheet } from './customer-sheet.ts';
import { countInbox, inboxItem, readInbox } from './inbox-list.ts';
import { readOffered } from './offered-products.ts';
import { searchConversations } from './search-conversations.ts';
import { StaffNames } from './staff-names.ts';
import { readConversation, readMessages, readNotes } from './thread.ts';
import { readTurns } from './turns.ts';

/** Reads of the inbox, each in one transaction with the caller's rights. */
export class KnexStaffReads implements StaffReads {
  readonly #db: Knex;
  readonly #names: StaffNames;
  readonly #phones: PhoneNumbers;

  constructor(db: Knex, phones: PhoneNumbers) {
    this.#db = db;
    this.#names = new StaffNames(db);
    this.#phones = phones;
  }

  async profile(actor: Actor): Promise<Colleague | null> {
    if (actor.kind !== 'staff') return null;
    const row = await inTransactionAs(this.#db, identityOf(actor), (trx) =>
      trx<Colleague>('users').where({ id: actor.userId }).first('id', 'name'),
    );
    return row ?? null;
  }

  async colleague(id: string): Promise<Colleague> {
    return (await this.#names.all())(id) ?? { id, name: null };
  }

  async inbox(actor: Actor, query: InboxQuery): Promise<InboxPage> {
    const names = await this.#names.all();
    const found =
      query.q === undefined || query.q === '' || !readsMessages(actor)
        ? null
        : await searchConversations(this.#db, query.q, this.#phones);
    const me = actor.kind === 'staff' ? actor.userId : null;
    return inTransactionAs(this.#db, identityOf(actor), async (trx) => {
      const { rows, next } = await readInbox(trx, query, me, found);
      return {
        items: rows.map((row) => inboxItem(row, names, found?.matches.get(row.id) ?? null)),
        next_cursor: next,
        counts: await countInbox(trx, me),
      };
    });
  }

  async thread(
    actor: Actor,
    query: {
      readonly conversationId: string;
      readonly before?: string | undefined;
      readonly limit: number;
      readonly today: string;
    },
  ): Promise<ThreadPage | null> {
    const names = await this.#names.all();
    const { conversationId, before } = query;
    return inTransactionAs(this.#db, identityOf(actor), async (trx) => {
      const conversation = await readConversation(trx, conversationId, names);
      if (conversation === null) return null;
      const { messages, earlier, oldest } = await readMessages(
        trx,
        conversationId,
        before,
        query.limit,
        names,
      );
      const notes = await readNotes(
        trx,
        conversationId,
        earlier === null ? null : oldest,
        before,
        names,
      );
      const products = await readOffered(
        trx,
        messages.flatMap(({ product_id, quoted }) =>
          [product_id, quoted?.product_id].filter((id) => id != null),
        ),
        query.today,
      );
      return { conversation, messages, notes, products, earlier };
    });
  }

  async customer(
    actor: Actor,
    query: { readonly conversationId: string; readonly today: string },
  ): Promise<CustomerSheet | null> {
    return inTransactionAs(this.#db, identityOf(actor), (trx) =>
      readCustomerSheet(trx, query.conversationId, query.today),
    );
  }

  async turns(
    actor: Actor,
    query: { readonly conversationId: string; readonly turnId?: string | undefined },
  ): Promise<readonly TurnView[]> {
    return inTransactionAs(this.#db, identityOf(actor), (trx) =>
      readTurns(trx, query.conversationId, query.turnId),
    );
  }
}

/** Who the policy on messages lets read them. */
const readsMessages = (actor: Actor): boolean =>
  actor.kind === 'service' || (actor.kind === 'staff' && actor.role !== 'product_editor');
