import { setTimeout as sleep } from 'node:timers/promises';
import { addCustomers, customers } from '../support/customers.ts';
import { ADVICE, post, THANKS, type Question } from '../support/converse.ts';
import { asOwner } from '../support/database.ts';
import { startGateway } from '../support/gateway.ts';
import { production, startLea } from '../support/lea-process.ts';
import type { Measurement } from '../support/measurement.ts';
import type { Part } from '../support/part.ts';
import { openTap, type TappedStatement } from '../support/statement-tap.ts';

/** What goes on whether anybody writes or not. */
const BACKGROUND =
  /pgboss|"settings"|live_changes|operator_alerts|^select 1$|^listen |kpi_clock|limit 50 for no key/;

/** What one turn asks of the database, seen on the wire; docs/turn-statements.md has the reasons. */
export const part: Part = async ({ postgres, say }) => {
  const database = await postgres.create();
  const gateway = await startGateway();
  const tap = await openTap(database.ownerUrl);
  const [person] = customers(1);
  try {
    await asOwner(database.ownerUrl, (client) => addCustomers(client, [person!]));
    const lea = await startLea({
      ...production({ databaseUrl: tap.url, whapiUrl: gateway.url }),
      BURST_WINDOW_MS: '0',
    });
    try {
      const turn = async (question: Question): Promise<readonly TappedStatement[]> => {
        await sleep(1_500);
        tap.reset();
        const reply = gateway.reply(person!.chatId, question.isLast);
        await post(lea.url, person!, question.text);
        await reply;
        await sleep(1_500);
        return ofTheTurn(tap.statements);
      };
      // The first of each finds connections cold.
      await turn(ADVICE);
      const advice = await turn(ADVICE);
      for (const { packet, sql } of advice)
        say(`${packet} ${sql.replaceAll(/\s+/g, ' ').slice(0, 150)}`);
      return [
        ...figures('a turn that recommends three products (five messages in all)', advice),
        ...figures('a turn of one line', await turn(THANKS)),
      ];
    } finally {
      await lea.stop();
    }
  } finally {
    await tap.close();
    await gateway.close();
    await database.drop();
  }
};

/** Without what goes on anyway, and without the transactions that hold nothing else. */
function ofTheTurn(statements: readonly TappedStatement[]): readonly TappedStatement[] {
  const transactions = new Map<number, TappedStatement[]>();
  const kept: TappedStatement[] = [];
  const close = (open: readonly TappedStatement[]): void => {
    const counts = open.some(({ sql }) => !isFrame(sql) && !BACKGROUND.test(sql));
    if (counts) kept.push(...open);
  };
  for (const statement of statements) {
    const open = transactions.get(statement.connection);
    if (/^begin;/i.test(statement.sql)) transactions.set(statement.connection, [statement]);
    else if (open === undefined) close([statement]);
    else {
      open.push(statement);
      if (!/^(commit|rollback)/i.test(statement.sql)) continue;
      transactions.delete(statement.connection);
      close(open);
    }
  }
  return kept;
}

const isFrame = (sql: string): boolean => /^(begin;|commit|rollback)/i.test(sql);

function figures(what: string, statements: readonly TappedStatement[]): readonly Measurement[] {
  const told = { unit: '', target: null };
  const commits = statements.filter(({ sql }) => /^commit/i.test(sql)).length;
  const alone = statements.filter(({ sql }) => /^select set_config/.test(sql)).length;
  return [
    { what: `statements of ${what}`, value: statements.length, ...told },
    { what: '  round trips', value: new Set(statements.map(({ packet }) => packet)).size, ...told },
    { what: '  commits', value: commits + alone, ...told },
  ];
}
