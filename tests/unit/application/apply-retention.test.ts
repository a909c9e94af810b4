import { beforeEach, expect, it } from 'vitest';
import type { UserId } from '../../../src/domain/customer/customer.ts';
import { ApplyRetention } from '../../../src/application/privacy/apply-retention.ts';
import type { Retention } from '../../../src/ports/retention.ts';
import { createHarness, say, type Harness } from '../../support/harness.ts';

const DAY = 86_400_000;
const BYTES = new Uint8Array([1]);

/** Conversations and customers that wait for their end, and what was asked about the rest. */
class ScriptedRetention implements Retention {
  conversations = 0;
  files: readonly string[] = [];
  silent: readonly UserId[] = [];
  unused: readonly string[] = [];
  readonly asked: { conversations?: Date; customers?: Date; expired?: object } = {};

  async purgeConversations(before: Date, limit: number) {
    this.asked.conversations = before;
    const count = Math.min(limit, this.conversations);
    this.conversations -= count;
    const { files } = this;
    this.files = [];
    return { count, files };
  }
  async silentCustomers(before: Date, limit: number) {
    this.asked.customers = before;
    const some = this.silent.slice(0, limit);
    this.silent = this.silent.slice(limit);
    return some;
  }
  async unusedFiles(keys: readonly string[]) {
    return keys.filter((key) => this.unused.includes(key));
  }
  async purgeExpired(before: object) {
    this.asked.expired = before;
    return { quarantined_events: 3 };
  }
}

let lea: Harness;
let retention: ScriptedRetention;
let apply: () => ReturnType<ApplyRetention['execute']>;
beforeEach(() => {
  lea = createHarness();
  retention = new ScriptedRetention();
  const { purgeUserData } = lea.parts;
  const useCase = new ApplyRetention({ ...lea.adapters, purgeUserData, retention });
  apply = () => useCase.execute();
});

it('asks for what is older than the shop’s limits, and answers what went', async () => {
  const rules = lea.adapters.settings.current().retention;
  const now = lea.adapters.clock.now();
  const ago = (days: number) => new Date(now.getTime() - days * DAY);
  expect(await apply()).toEqual({ conversations: 0, users: 0, quarantined_events: 3 });
  expect(retention.asked).toEqual({
    conversations: ago(rules.conversationsDays),
    customers: ago(rules.customersDays),
    expired: {
      quarantine: ago(rules.quarantineDays),
      idempotency: ago(2),
      auditDays: rules.auditDays,
      now,
    },
  });
  expect(lea.log.lines.map(({ event }) => event)).toContain('retention_applied');
});

it('goes on in batches until nothing is left', async () => {
  retention.conversations = 250;
  expect(await apply()).toMatchObject({ conversations: 250 });
  expect(retention.conversations).toBe(0);
});

it('leaves the rest of very many for the next day', async () => {
  retention.conversations = 50_001;
  expect(await apply()).toMatchObject({ conversations: 50_000 });
  expect(retention.conversations).toBe(1);
});

it('deletes the files of conversations that went, and what a crash left beside them, not what is in use', async () => {
  const { store } = lea.adapters;
  for (const key of ['media/awa/1', 'media/awa/2', 'media/awa/3', 'media/moussa/1'])
    await store.put(key, BYTES, 'audio/ogg');
  retention.conversations = 1;
  retention.files = ['media/awa/1', 'without-a-folder'];
  retention.unused = ['media/awa/2', 'media/moussa/1'];
  await apply();
  expect((await store.list('media/')).toSorted()).toEqual(['media/awa/3', 'media/moussa/1']);
});

it('erases who was silent, as a person is who asks for it, and tells nobody', async () => {
  await say(lea, '+24174000001', 'Bonjour');
  await say(lea, '+24174000002', 'Bonjour');
  const [awa, moussa] = lea.store.customers.all();
  const before = lea.shownTo('+24174000001').length;
  retention.silent = [awa!.id];
  expect(await apply()).toMatchObject({ users: 1 });
  await lea.settle();
  expect(lea.store.customers.all().map(({ id }) => id)).toEqual([moussa!.id]);
  expect(lea.store.deletions.all()).toMatchObject([{ requestedBy: 'retention' }]);
  expect(lea.shownTo('+24174000001')).toHaveLength(before);
});

it('tries files again that a day of tries did not delete', async () => {
  const now = lea.adapters.clock.now().getTime();
  for (const [id, owedSince] of [
    ['old', now - DAY - 1],
    ['fresh', now - DAY + 1],
  ] as const)
    lea.store.mediaPurges.insert({ id, folders: ['media/awa/'], createdAt: new Date(owedSince) });
  await apply();
  expect(await lea.jobs.waiting()).toEqual([{ name: 'purge-media', data: { purgeId: 'old' } }]);
});
