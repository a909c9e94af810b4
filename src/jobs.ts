import type { JobRunner } from './adapters/persistence/knex/job-runner.ts';
import { TOKENS, type UseCaseContainer } from './container.ts';
import type { AlertId } from './domain/conversation/alert.ts';
import type { OrderId } from './domain/order/order.ts';
import type { Upkeep } from './upkeep.ts';

/** Which use case does which job, and what comes round by itself (cron in UTC). */
export async function runJobs(
  jobs: JobRunner,
  container: UseCaseContainer,
  upkeep: Upkeep,
): Promise<void> {
  const deliverAlert = container.get(TOKENS.deliverAlert);
  const announceAlertTaken = container.get(TOKENS.announceAlertTaken);
  const confirmErasure = container.get(TOKENS.confirmErasure);
  const purgeMedia = container.get(TOKENS.purgeMedia);
  const purgePicture = container.get(TOKENS.purgePicture);
  const confirmOrder = container.get(TOKENS.confirmOrder);
  const sendCampaigns = container.get(TOKENS.sendDueCampaignMessages);
  const sendStockingReport = container.get(TOKENS.sendStockingReport);
  const tendConversations = container.get(TOKENS.tendConversations);
  await jobs.work({
    'deliver-alert': (data) => deliverAlert.execute({ ...data, alertId: data.alertId as AlertId }),
    'alert-taken': (data) => announceAlertTaken.execute(data),
    'confirm-erasure': (data) => confirmErasure.execute(data),
    'purge-media': (data) => purgeMedia.execute(data),
    'purge-picture': (data) => purgePicture.execute(data),
    'order-settled': (data) => confirmOrder.execute({ orderId: data.orderId as OrderId }),
  });
  await jobs.schedule('send-campaigns', '* * * * *', () => sendCampaigns.execute());
  await jobs.schedule('tend-conversations', '* * * * *', () => tendConversations.execute());
  await jobs.schedule('weekly-demand', '0 6 * * 1', () => sendStockingReport.execute());
  await jobs.schedule('apply-retention', '30 2 * * *', () => upkeep.applyRetention());
}
