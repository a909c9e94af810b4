import { rmSync } from 'node:fs';
import pg from 'pg';
import { openDatabase } from '../src/adapters/persistence/knex/database.ts';
import { KnexConversationQueue } from '../src/adapters/persistence/knex/knex-conversation-queue.ts';
import { KnexUnitOfWork } from '../src/adapters/persistence/knex/knex-unit-of-work.ts';
import { seedCatalogue } from '../src/adapters/persistence/demo/seed-catalogue.ts';
import { simulatorChatId } from '../src/adapters/messaging/fake/simulator-message.ts';
import { LocalMediaStore } from '../src/adapters/storage/local/local-media-store.ts';
import type { LanguageModel } from '../src/ports/language-model.ts';
import { createHarness } from '../tests/support/harness.ts';
import { RecordingLog } from '../tests/support/recording-log.ts';
import { scratchFolder } from '../tests/support/scratch-folder.ts';

/** What came back for one message. */
export interface Answer {
  readonly texts: readonly string[];
  readonly outcome: string | null;
  /** Severities of the alerts that it raised. */
  readonly alerts: readonly string[];
}

export interface EvaluationShop {
  /** Every customer says one thing; answers come in the same order. */
  sayAll(
    messages: readonly { readonly phone: string; readonly say: string | readonly string[] }[],
  ): Promise<readonly Answer[]>;
  close(): Promise<void>;
}

/** Half a minute between two messages of a person: nobody reaches the limit of model calls. */
const PAUSE_MS = 30_000;
const LEASE_MS = 120_000;

/** The demo shop with the real retrieval of a migrated PostgreSQL, a fake gateway and the model given. */
export async function openShop(options: {
  readonly ownerUrl: string;
  readonly serverUrl: string;
  readonly model: LanguageModel;
}): Promise<EvaluationShop> {
  await seedCatalogue(options.ownerUrl, new Date());
  const db = openDatabase(options.serverUrl, 8);
  const owner = new pg.Pool({
    connectionString: options.ownerUrl,
    options: '-c search_path=public,extensions',
    max: 2,
  });
  const directory = scratchFolder('eval-media');
  const log = new RecordingLog();
  const lea = createHarness({
    adapters: {
      uow: new KnexUnitOfWork(db, { enqueue: async () => undefined }),
      queue: new KnexConversationQueue({ db, listenUrl: options.serverUrl, log }),
      model: options.model,
      store: new LocalMediaStore({ directory }),
      log,
      publicUrl: 'https://lea.example',
      channelName: 'fake',
      burstWindowMs: 0,
      ownerEmail: 'patronne@lea.example',
    },
  });

  /** Works on whatever is due, side by side, until nothing is. */
  const settle = async (): Promise<void> => {
    for (let round = 0; round < 20; round += 1) {
      const leases = await lea.adapters.queue.claim('eval', 100, LEASE_MS);
      if (leases.length === 0) return;
      await Promise.all(
        leases.map(async (lease) => {
          await lea.parts.answerConversation.execute(lease);
          await lea.parts.sendOutbox.execute(lease);
          await lea.adapters.queue.release(lease);
        }),
      );
    }
    throw new Error('A conversation never came to rest.');
  };
  const alertsOf = async (chatId: string): Promise<readonly string[]> =>
    (
      await owner.query<{ severity: string }>(
        `select a.severity from advisor_alerts a join conversations c on c.id = a.conversation_id where c.chat_id = $1 order by a.triggered_at, a.id`,
        [chatId],
      )
    ).rows.map(({ severity }) => severity);
  const outcomeOf = async (chatId: string): Promise<string | null> =>
    (
      await owner.query<{ outcome: string }>(
        `select t.outcome from turns t join conversations c on c.id = t.conversation_id where c.chat_id = $1 order by t.started_at desc, t.finished_at desc limit 1`,
        [chatId],
      )
    ).rows[0]?.outcome ?? null;

  return {
    sayAll: async (messages) => {
      lea.pass(PAUSE_MS);
      const before = await Promise.all(
        messages.map(async ({ phone }) => ({
          shown: lea.shownTo(phone).length,
          alerts: (await alertsOf(simulatorChatId(phone))).length,
        })),
      );
      for (const { phone, say } of messages)
        for (const text of typeof say === 'string' ? [say] : say)
          await lea.receive({ phone, text });
      await settle();
      return Promise.all(
        messages.map(async ({ phone }, index) => ({
          texts: lea
            .shownTo(phone)
            .slice(before[index]!.shown)
            .map(({ text, buttons }) =>
              [text, ...buttons.map(({ title }) => `[${title}]`)].join('\n'),
            ),
          outcome: await outcomeOf(simulatorChatId(phone)),
          alerts: (await alertsOf(simulatorChatId(phone))).slice(before[index]!.alerts),
        })),
      );
    },
    close: async () => {
      await db.destroy();
      await owner.end();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
