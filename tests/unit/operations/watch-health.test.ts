import { beforeEach, describe, expect, it } from 'vitest';
import { MemoryOperatorLedger } from '../../../src/adapters/persistence/memory/memory-operator-ledger.ts';
import { NotifyOperator } from '../../../src/application/operations/operator-alerts.ts';
import { WatchHealth } from '../../../src/application/operations/watch-health.ts';
import { defaultSettings, type ShopSettings } from '../../../src/domain/shop/shop-settings.ts';
import type { OperatorNotice } from '../../../src/ports/advisor-notifier.ts';
import type { ChannelHealth } from '../../../src/ports/messaging-gateway.ts';
import { ProviderError } from '../../../src/ports/provider-error.ts';
import type { WorkState } from '../../../src/ports/system-reads.ts';
import { RecordingLog } from '../../support/recording-log.ts';

const WELL: WorkState = {
  dueConversations: 0,
  oldestDueSeconds: 0,
  workingConversations: 0,
  retryingConversations: 0,
  deadConversations: 0,
  waitingJobs: 0,
  deadJobs: 0,
  unsentMessages: 0,
  sentLately: 20,
  failedSendsLately: 0,
  turnsLately: 20,
  modelTurnsLately: 20,
  fallbacksLately: 0,
  appGreetings: 0,
  undelivered: [],
};
let now: Date;
let work: WorkState;
let health: ChannelHealth;
let shop: ShopSettings;
let costMilliCfa: number;
let told: OperatorNotice[];
let deaf: boolean;
let ledger: MemoryOperatorLedger;

beforeEach(() => {
  now = new Date('2026-11-24T09:00:00Z');
  work = WELL;
  health = 'connected';
  shop = defaultSettings('GA');
  costMilliCfa = 0;
  told = [];
  deaf = false;
  ledger = new MemoryOperatorLedger({ now: () => now });
});

/** One of several workers; they share the ledger. */
function worker(): WatchHealth {
  const notifier = {
    name: 'test',
    notifyAlert: async () => undefined,
    alertTaken: async () => undefined,
    notifyOperator: async (notice: OperatorNotice) => {
      if (deaf) throw new ProviderError('test', 'unavailable', 'away');
      told.push(notice);
    },
  };
  return new WatchHealth({
    operatorAlerts: new NotifyOperator({
      notifiers: [notifier],
      operatorLedger: ledger,
      log: new RecordingLog(),
    }),
    operatorLedger: ledger,
    systemReads: {
      work: async () => work,
      versions: async () => ({ postgres: '18', migrations: [], settings: 0 }),
      modelCostMilliCfaSince: async () => costMilliCfa,
    },
    gateway: { health: async () => health },
    settings: { current: () => shop },
    clock: { now: () => now },
  });
}
const news = (): readonly string[] => told.map(({ key, state }) => `${key} ${state}`);

describe('watching over the whole', () => {
  it('says nothing while all is well', async () => {
    await worker().execute();
    expect(news()).toEqual([]);
  });

  it.each<[string, Partial<WorkState>]>([
    ['dead_letters', { deadConversations: 1 }],
    ['dead_letters', { deadJobs: 2 }],
    ['queue', { oldestDueSeconds: 61 }],
    ['turns', { retryingConversations: 3 }],
    ['sends', { sentLately: 8, failedSendsLately: 2 }],
    ['model', { modelTurnsLately: 4, fallbacksLately: 1 }],
    ['notifier', { undelivered: [{ notifier: 'slack', count: 1 }] }],
  ])('tells of %s once, and gives the all-clear', async (key, change) => {
    const watch = worker();
    work = { ...WELL, ...change };
    await watch.execute();
    await watch.execute();
    expect(news()).toEqual([`${key} raised`]);
    work = WELL;
    await watch.execute();
    await watch.execute();
    expect(news()).toEqual([`${key} raised`, `${key} cleared`]);
    work = { ...WELL, ...change };
    await watch.execute();
    expect(news()).toHaveLength(3);
  });

  it('makes nothing of two failures in a quiet night', async () => {
    work = {
      ...WELL,
      sentLately: 1,
      failedSendsLately: 2,
      modelTurnsLately: 0,
      fallbacksLately: 2,
    };
    await worker().execute();
    expect(news()).toEqual([]);
  });

  it('tells of a lost WhatsApp at the second look, once for the whole fleet', async () => {
    const [one, two] = [worker(), worker()];
    health = 'disconnected';
    await one.execute();
    expect(news()).toEqual([]);
    await one.execute();
    await two.execute();
    await two.execute();
    expect(news()).toEqual(['channel raised']);
    health = 'unknown';
    await two.execute();
    expect(news()).toEqual(['channel raised']);
    health = 'connected';
    await Promise.all([one.execute(), two.execute()]);
    expect(news()).toEqual(['channel raised', 'channel cleared']);
  });

  it('tells when the month’s budget for the model is used up, and when there is some again', async () => {
    const watch = worker();
    costMilliCfa = 5_000_000;
    await watch.execute();
    expect(news()).toEqual([]);
    shop = { ...shop, monthlyModelBudgetCfa: 5_000 };
    await watch.execute();
    expect(news()).toEqual(['model_budget raised']);
    shop = { ...shop, monthlyModelBudgetCfa: 6_000 };
    await watch.execute();
    expect(news()).toEqual(['model_budget raised', 'model_budget cleared']);
  });

  it('tells again what reached nobody', async () => {
    const watch = worker();
    deaf = true;
    work = { ...WELL, deadJobs: 1 };
    await watch.execute();
    deaf = false;
    await watch.execute();
    expect(news()).toEqual([]);
    now = new Date(now.getTime() + 61_000);
    await worker().execute();
    await watch.execute();
    expect(news()).toEqual(['dead_letters raised']);
  });
});
