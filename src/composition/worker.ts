import { hostname } from 'node:os';
import { capacityIn } from '../adapters/persistence/knex/database.ts';
import { straightenJobs } from '../adapters/persistence/knex/straighten-jobs.ts';
import { pruneLiveChanges } from '../adapters/persistence/knex/knex-live-events.ts';
import { ConversationWorker, LEASE_MS } from '../adapters/worker/conversation-worker.ts';
import { Housekeeping } from '../adapters/worker/housekeeping.ts';
import type { AlertId } from '../domain/conversation/alert.ts';
import type { OrderId } from '../domain/order/order.ts';
import { part, type Recipe } from './part.ts';

/** Turns in flight at once in one process; most of a turn waits for the model. */
const CONCURRENCY = 400;
const FOLD_MS = 15_000;
const WATCH_MS = 30_000;
const STRAIGHTEN_MS = 30_000;

/** All that a worker does: conversations, jobs and what comes round. */
export const worker: readonly Recipe[] = [
  part(
    'worker',
    ['db', 'queue', 'answerConversation', 'sendOutbox', 'deadLetterConversation', 'log', 'metrics'],
    ({ db, queue, answerConversation, sendOutbox, deadLetterConversation, log, metrics }) =>
      new ConversationWorker({
        queue,
        answer: answerConversation,
        send: sendOutbox,
        deadLetter: deadLetterConversation,
        log,
        metrics,
        name: `${hostname()}-${process.pid}`,
        concurrency: CONCURRENCY,
        capacity: () => capacityIn(db),
      }),
  ),
  part(
    'housekeeping',
    ['db', 'queue', 'kpiFold', 'watchHealth', 'log'],
    ({ db, queue, kpiFold, watchHealth, log }) =>
      new Housekeeping(
        [
          {
            name: 'fold',
            everyMs: FOLD_MS,
            work: async () => {
              await kpiFold.fold();
              await pruneLiveChanges(db);
            },
          },
          {
            name: 'clock',
            everyMs: STRAIGHTEN_MS,
            work: async () => {
              await queue.straighten(LEASE_MS);
              await straightenJobs(db);
            },
          },
          { name: 'watch', everyMs: WATCH_MS, work: () => watchHealth.execute() },
        ],
        log,
      ),
  ),
  part(
    'runJobs',
    [
      'jobs',
      'deliverAlert',
      'announceAlertTaken',
      'confirmErasure',
      'purgeMedia',
      'purgePicture',
      'confirmOrder',
      'sendDueCampaignMessages',
      'conversationHousekeeping',
      'sendStockingReport',
      'applyRetention',
    ],
    (needs) => async () => {
      const { jobs } = needs;
      await jobs.work({
        'deliver-alert': (data) =>
          needs.deliverAlert.execute({ ...data, alertId: data.alertId as AlertId }),
        'alert-taken': (data) => needs.announceAlertTaken.execute(data),
        'confirm-erasure': (data) => needs.confirmErasure.execute(data),
        'purge-media': (data) => needs.purgeMedia.execute(data),
        'purge-picture': (data) => needs.purgePicture.execute(data),
        'order-settled': (data) => needs.confirmOrder.execute({ orderId: data.orderId as OrderId }),
      });
      // Cron, in UTC.
      const everyMinute = '* * * * *';
      await jobs.schedule('send-campaigns', everyMinute, () =>
        needs.sendDueCampaignMessages.execute(),
      );
      await jobs.schedule('conversation-housekeeping', everyMinute, () =>
        needs.conversationHousekeeping.execute(),
      );
      await jobs.schedule('weekly-demand', '0 6 * * 1', () => needs.sendStockingReport.execute());
      await jobs.schedule('apply-retention', '30 2 * * *', () => needs.applyRetention.execute());
    },
  ),
];
