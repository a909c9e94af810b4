import type { Knex } from 'knex';
import type { ReplyPart } from '../../../domain/message/reply-part.ts';
import { phoneAliases, simulatedAliases } from '../../../domain/customer/alias.ts';
import type { SimulatorInput, SimulatorMessage, SimulatorPort } from '../../../ports/simulator.ts';
import { inTransactionAs } from './database.ts';

const NEWEST = 200;

export interface SimulatorDeps {
  readonly db: Knex;
  /** Hands a simulated message to the pipeline; answers its provider id. */
  readonly receive: (input: SimulatorInput) => Promise<{ readonly id: string }>;
  /** What the gateway sent last to a phone that the database does not know any more: the word after an erasure. */
  readonly lastWord: (phone: string) => SimulatorMessage | null;
  /** In a trial, who wrote through the webhook is shown as well, where nobody plays the same number. */
  readonly showsReal: boolean;
}

interface Row {
  readonly id: string;
  readonly provider_id: string | null;
  readonly sender: 'user' | 'assistant' | 'human';
  readonly content: string;
  readonly part: ReplyPart | null;
  readonly image_url: string | null;
  readonly status: string;
  readonly timestamp: Date;
}

/** The simulator over the messages table, which every process sees. */
export class KnexSimulator implements SimulatorPort {
  readonly #deps: SimulatorDeps;

  constructor(deps: SimulatorDeps) {
    this.#deps = deps;
  }

  send(input: SimulatorInput): Promise<{ readonly id: string }> {
    return this.#deps.receive(input);
  }

  async messages(phone: string): Promise<readonly SimulatorMessage[]> {
    const number = `+${phone.replace(/^00/, '').replace(/\D/g, '')}`;
    const { db, showsReal, lastWord } = this.#deps;
    const aliases = [...simulatedAliases(number), ...(showsReal ? phoneAliases(number) : [])];
    const found = await inTransactionAs(db, { role: 'service_role', claims: {} }, async (trx) => {
      const person = await trx('customer_aliases')
        .select<{ user_id: string }[]>('user_id')
        .whereIn('alias', aliases)
        .orderByRaw("alias like 'sim:%' desc")
        .first();
      if (person === undefined) return null;
      const theirs = trx('conversations').select('id').where('user_id', person.user_id);
      return trx('messages as m')
        .leftJoin(
          'products as p',
          trx.raw(`m.part ->> 'kind' = 'product' and p.id = (m.part ->> 'productId')::uuid`),
        )
        .whereIn('m.conversation_id', theirs)
        .whereNotIn('m.status', ['queued', 'suggested', 'dropped'])
        .whereNull('m.deleted_at')
        .orderBy([
          { column: 'm.timestamp', order: 'desc' },
          { column: 'm.seq', order: 'desc' },
        ])
        .limit(NEWEST)
        .select<Row[]>(
          'm.id',
          'm.provider_id',
          'm.sender',
          'm.content',
          'm.part',
          'p.image_url',
          'm.status',
          'm.timestamp',
        );
    });
    if (found === null) {
      const word = lastWord(phone);
      return word === null ? [] : [word];
    }
    return found.reverse().map(shown);
  }
}

const FROM = { user: 'customer', assistant: 'lea', human: 'advisor' } as const;

const shown = (row: Row): SimulatorMessage => ({
  // The phone knows what it sent by the id that it was given.
  id: row.sender === 'user' ? (row.provider_id ?? row.id) : row.id,
  from: FROM[row.sender],
  text: row.content,
  buttons:
    row.part?.kind === 'choices' ? row.part.choices.map(({ id, title }) => ({ id, title })) : [],
  imageUrl: row.image_url,
  status: row.status,
  at: row.timestamp,
});
