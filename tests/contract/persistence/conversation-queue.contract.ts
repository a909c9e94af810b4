import { describe, expect, it } from 'vitest';
import type { ConversationId } from '../../../src/domain/conversation/conversation.ts';
import type { Lease } from '../../../src/ports/conversation-queue.ts';
import { NOW, anInbound, anOutbound } from '../../support/builders.ts';
import { aKnownCustomer, gate, inTransaction, only, present } from './given.ts';
import { freshStore, type OpenStore } from './store-under-test.ts';

const LEASE_MS = 30_000;
const QUIET_MS = 12_000;
const MAX_MS = 50_000;

export function conversationQueueContract(open: OpenStore): void {
  describe('conversation queue', () => {
    const store = freshStore(open);
    const schedule = (id: ConversationId, quietMs: number) =>
      inTransaction(store(), ({ conversations }) =>
        conversations.schedule([{ id, quietMs, inbound: 1, lastInboundAt: NOW }], MAX_MS),
      );
    const claim = (owner = 'worker', limit = 10): Promise<readonly Lease[]> =>
      store().queue.claim(owner, limit, LEASE_MS);
    const lockHeld = (lease: Lease) =>
      inTransaction(store(), ({ conversations }) => conversations.lockHeld(lease));
    const write = (conversationId: ConversationId) =>
      inTransaction(store(), async ({ messages }) => {
        const message = anInbound({ conversationId });
        await messages.appendInbound([message]);
        return message.id;
      });
    const aConversation = async (): Promise<ConversationId> =>
      (await aKnownCustomer(store())).conversationId;
    const aDueConversation = async (): Promise<ConversationId> => {
      const id = await aConversation();
      await schedule(id, 0);
      return id;
    };

    it('has nothing to do at first', async () => {
      await aConversation();
      expect(await claim()).toEqual([]);
    });

    it('gives a due conversation to one worker', async () => {
      const id = await aDueConversation();
      const lease = only(await claim('a'));
      const { fence } = lease;
      expect(lease).toEqual({ conversationId: id, owner: 'a', fence, attempts: 1, unsent: false });
      expect(await claim('b')).toEqual([]);
      expect((await lockHeld(lease))?.id).toBe(id);
    });

    it('is straightened after the clock was set back an hour: what waits is due, what a dead worker holds is free soon', async () => {
      const waiting = await aConversation();
      await schedule(waiting, QUIET_MS);
      const failed = await aDueConversation();
      await store().queue.fail(only(await claim('a')), 1_000);
      const held = await aDueConversation();
      only(await claim('dead'));
      await store().passTime(-3_600_000);
      expect(await claim('b')).toEqual([]);
      expect(await store().queue.straighten(LEASE_MS)).toBe(3);
      const taken = (await claim('b')).map(({ conversationId }) => conversationId);
      expect(taken.toSorted()).toEqual([waiting, failed].toSorted());
      await store().passTime(LEASE_MS + 1_000);
      expect((await claim('b')).map(({ conversationId }) => conversationId)).toContain(held);
    });

    it('is straightened without harm when nothing is astray, and leaves a living holder its lease', async () => {
      const waiting = await aConversation();
      await schedule(waiting, QUIET_MS);
      await aDueConversation();
      const mine = only(await claim('a', 1));
      expect(await store().queue.straighten(LEASE_MS)).toBe(0);
      expect(await claim('b')).toEqual([]);
      await store().passTime(-3_600_000);
      await store().queue.straighten(LEASE_MS);
      expect(await store().queue.renew(mine, LEASE_MS)).toBe(true);
      expect((await lockHeld(mine))?.id).toBe(mine.conversationId);
    });

    it('gives disjoint conversations to workers who claim at once, each at most as many as asked', async () => {
      const ids = await Promise.all(Array.from({ length: 12 }, aDueConversation));
      const leases = await Promise.all(['a', 'b', 'c', 'd'].map((owner) => claim(owner, 5)));
      for (const list of leases) expect(list.length).toBeLessThanOrEqual(5);
      const taken = [...leases.flat(), ...(await claim('e', 12))].map(
        ({ conversationId }) => conversationId,
      );
      expect(taken.toSorted()).toEqual(ids.toSorted());
    });

    it('says of what was suggested, failed or sent that nothing waits to be sent', async () => {
      const id = await aDueConversation();
      await inTransaction(store(), ({ messages }) =>
        messages.appendOutbound([
          anOutbound({ conversationId: id, status: 'suggested' }),
          anOutbound({ conversationId: id, status: 'failed' }),
          anOutbound({ conversationId: id, status: 'sent', providerId: 'out-1' }),
        ]),
      );
      expect(only(await claim()).unsent).toBe(false);
    });

    it('takes the longest due first', async () => {
      const [later, sooner] = [await aConversation(), await aConversation()];
      await schedule(later, QUIET_MS * 2);
      await schedule(sooner, QUIET_MS);
      await store().passTime(QUIET_MS * 3);
      expect(only(await claim('a', 1)).conversationId).toBe(sooner);
      expect(only(await claim('a', 1)).conversationId).toBe(later);
    });

    describe('burst window', () => {
      it('waits for quiet, and slides with each message', async () => {
        const id = await aConversation();
        await schedule(id, QUIET_MS);
        await store().passTime(10_000);
        expect(await claim()).toEqual([]);
        await schedule(id, QUIET_MS);
        await store().passTime(10_000);
        expect(await claim()).toEqual([]);
        await store().passTime(2_500);
        expect(only(await claim()).conversationId).toBe(id);
      });

      it('slides no further than its longest', async () => {
        const id = await aConversation();
        for (let i = 0; i < 5; i += 1) {
          await schedule(id, QUIET_MS);
          await store().passTime(9_000);
          expect(await claim()).toEqual([]);
        }
        await schedule(id, QUIET_MS);
        await store().passTime(5_500);
        expect(only(await claim()).conversationId).toBe(id);
      });

      it('is skipped where no quiet is asked for, and a message after that does not push it back', async () => {
        const id = await aConversation();
        await schedule(id, QUIET_MS);
        await schedule(id, 0);
        await schedule(id, QUIET_MS);
        expect(only(await claim()).conversationId).toBe(id);
      });

      it('begins anew with the first message after a claim', async () => {
        const id = await aConversation();
        await schedule(id, QUIET_MS);
        await store().passTime(MAX_MS);
        const lease = only(await claim());
        await store().passTime(20_000);
        await write(id);
        await schedule(id, QUIET_MS);
        await store().queue.release(lease);
        await store().passTime(10_000);
        expect(await claim()).toEqual([]);
        await store().passTime(2_500);
        expect(only(await claim()).conversationId).toBe(id);
      });
    });

    describe('release', () => {
      it('leaves at rest what is done', async () => {
        const id = await aConversation();
        const message = await write(id);
        await schedule(id, 0);
        const lease = only(await claim());
        await inTransaction(store(), ({ messages }) => messages.markHandled([message], null, NOW));
        await store().queue.release(lease);
        await store().passTime(MAX_MS);
        expect(await claim()).toEqual([]);
        expect(await lockHeld(lease)).toBeNull();
      });

      it('makes due what has unanswered messages', async () => {
        const id = await aConversation();
        await write(id);
        await schedule(id, 0);
        await store().queue.release(only(await claim()));
        expect(only(await claim()).conversationId).toBe(id);
      });

      it.each(['queued', 'sending'] as const)(
        'makes due what has replies that are %s',
        async (status) => {
          const id = await aDueConversation();
          const lease = only(await claim());
          await inTransaction(store(), ({ messages }) =>
            messages.appendOutbound([anOutbound({ conversationId: id, status })]),
          );
          await store().queue.release(lease);
          expect(only(await claim())).toMatchObject({ conversationId: id, unsent: true });
        },
      );

      it('leaves at rest what only has suggestions, or failures', async () => {
        const id = await aDueConversation();
        const lease = only(await claim());
        await inTransaction(store(), ({ messages }) =>
          messages.appendOutbound([
            anOutbound({ conversationId: id, status: 'suggested' }),
            anOutbound({ conversationId: id, status: 'failed' }),
          ]),
        );
        await store().queue.release(lease);
        expect(await claim()).toEqual([]);
      });

      it('forgets earlier failures', async () => {
        const id = await aDueConversation();
        await write(id);
        await store().queue.fail(only(await claim()), 0);
        const second = only(await claim());
        expect(second.attempts).toBe(2);
        await store().queue.release(second);
        expect(only(await claim()).attempts).toBe(1);
      });
    });

    describe('fail', () => {
      it('comes back after the time given, with the failures counted', async () => {
        const id = await aDueConversation();
        const lease = only(await claim());
        await store().queue.fail(lease, 10_000);
        expect(await claim()).toEqual([]);
        await store().passTime(10_500);
        expect(only(await claim())).toMatchObject({ conversationId: id, attempts: 2 });
      });

      it('lays aside for good, until somebody writes again', async () => {
        const id = await aDueConversation();
        await store().queue.fail(only(await claim()), 0);
        await store().queue.fail(only(await claim()), null);
        await store().passTime(3_600_000);
        expect(await claim()).toEqual([]);
        await schedule(id, 0);
        expect(only(await claim())).toMatchObject({ conversationId: id, attempts: 1 });
      });

      it('does not count a try that was postponed', async () => {
        const id = await aDueConversation();
        await store().queue.fail(only(await claim()), 0);
        await store().queue.postpone(only(await claim()), 10_000);
        expect(await claim()).toEqual([]);
        await store().passTime(10_500);
        expect(only(await claim())).toMatchObject({ conversationId: id, attempts: 2 });
      });
    });

    describe('suspects', () => {
      /** Its holders vanish, one after the other. */
      const lose = async (id: ConversationId, times: number): Promise<void> => {
        for (let time = 0; time < times; time += 1) {
          const lease = (await store().queue.claimSuspect('dead', LEASE_MS)) ?? only(await claim());
          expect(lease.conversationId).toBe(id);
          await store().passTime(LEASE_MS + 500);
        }
      };

      it('are those whose holders vanished twice; they come one at a time', async () => {
        const once = await aDueConversation();
        await lose(once, 1);
        expect(await store().queue.claimSuspect('a', LEASE_MS)).toBeNull();
        expect(only(await claim())).toMatchObject({ conversationId: once, attempts: 2 });
        await store().passTime(LEASE_MS + 500);
        expect(await claim()).toEqual([]);
        expect(await store().queue.claimSuspect('a', LEASE_MS)).toMatchObject({
          conversationId: once,
          attempts: 3,
        });
        expect(await store().queue.claimSuspect('b', LEASE_MS)).toBeNull();
      });

      it('come with the fewest tries first, so that bystanders are done before the culprit', async () => {
        const culprit = await aDueConversation();
        await lose(culprit, 4);
        const bystander = await aDueConversation();
        for (let time = 0; time < 2; time += 1) {
          expect(only(await claim()).conversationId).toBe(bystander);
          await store().passTime(LEASE_MS + 500);
        }
        const first = present(await store().queue.claimSuspect('a', LEASE_MS));
        const second = present(await store().queue.claimSuspect('b', LEASE_MS));
        expect([first.conversationId, second.conversationId]).toEqual([bystander, culprit]);
        expect([first.attempts, second.attempts]).toEqual([3, 5]);
      });

      it('are cleared by a success', async () => {
        const id = await aDueConversation();
        await write(id);
        await lose(id, 3);
        await store().queue.release(present(await store().queue.claimSuspect('a', LEASE_MS)));
        expect(only(await claim())).toMatchObject({ conversationId: id, attempts: 1 });
      });

      it('are not made by failures that were given back', async () => {
        const id = await aDueConversation();
        for (let time = 0; time < 4; time += 1) await store().queue.fail(only(await claim()), 0);
        expect(await store().queue.claimSuspect('a', LEASE_MS)).toBeNull();
        expect(only(await claim())).toMatchObject({ conversationId: id, attempts: 5 });
      });
    });

    describe('lease', () => {
      it('ends, so that a dead worker blocks nobody', async () => {
        const id = await aDueConversation();
        const first = only(await claim('a'));
        await store().passTime(LEASE_MS + 500);
        const second = only(await claim('b'));
        expect(second.conversationId).toBe(id);
        expect(second.fence).toBeGreaterThan(first.fence);
      });

      it('lasts longer when renewed', async () => {
        await aDueConversation();
        const lease = only(await claim('a'));
        await store().passTime(LEASE_MS - 5_000);
        expect(await store().queue.renew(lease, LEASE_MS)).toBe(true);
        await store().passTime(LEASE_MS - 5_000);
        expect(await claim('b')).toEqual([]);
      });

      it('once lost gives no rights, also to the same worker', async () => {
        const id = await aDueConversation();
        await write(id);
        const lost = only(await claim('a'));
        await store().passTime(LEASE_MS + 500);
        const held = only(await claim('a'));
        expect(await store().queue.renew(lost, LEASE_MS)).toBe(false);
        expect(await lockHeld(lost)).toBeNull();
        await store().queue.release(lost);
        await store().queue.fail(lost, 0);
        await store().queue.fail(lost, null);
        expect(await claim('b')).toEqual([]);
        expect((await lockHeld(held))?.id).toBe(id);
        expect(await store().queue.renew(held, LEASE_MS)).toBe(true);
      });

      it('is nobody else’s', async () => {
        await aDueConversation();
        const lease = only(await claim('a'));
        const stolen = { ...lease, owner: 'b' };
        expect(await store().queue.renew(stolen, LEASE_MS)).toBe(false);
        expect(await lockHeld(stolen)).toBeNull();
        await store().queue.release(stolen);
        expect((await lockHeld(lease))?.id).toBe(lease.conversationId);
      });

      it('keeps a message that arrives meanwhile for the next claim', async () => {
        const id = await aDueConversation();
        const lease = only(await claim('a'));
        await write(id);
        await schedule(id, 0);
        expect(await claim('b')).toEqual([]);
        await store().queue.release(lease);
        expect(only(await claim('b')).conversationId).toBe(id);
      });

      it('does not stop a takeover', async () => {
        await aDueConversation();
        const lease = only(await claim());
        await inTransaction(store(), async ({ conversations }) => {
          const conversation = present(await conversations.lock(lease.conversationId));
          await conversations.save({ ...conversation, mode: 'human', humanSince: NOW });
        });
        expect(await lockHeld(lease)).toMatchObject({ mode: 'human' });
      });
    });

    it('takes two schedules that name the same conversations in opposite order', async () => {
      const ids = await Promise.all(Array.from({ length: 8 }, aConversation));
      const all = (list: readonly ConversationId[]) =>
        inTransaction(store(), ({ conversations }) =>
          conversations.schedule(
            list.map((id) => ({ id, quietMs: 0, inbound: 1, lastInboundAt: NOW })),
            MAX_MS,
          ),
        );
      for (let round = 0; round < 5; round += 1)
        await Promise.all([all(ids), all(ids.toReversed())]);
      expect(await claim()).toHaveLength(8);
    });

    it('schedules nothing when the transaction fails', async () => {
      const id = await aConversation();
      await expect(
        inTransaction(store(), async ({ conversations }) => {
          await conversations.schedule(
            [{ id, quietMs: 0, inbound: 1, lastInboundAt: NOW }],
            MAX_MS,
          );
          throw new Error('rolled back');
        }),
      ).rejects.toThrow('rolled back');
      expect(await claim()).toEqual([]);
    });

    describe('waking', () => {
      it('calls when work is committed, and says in how long it will be due', async () => {
        const id = await aConversation();
        const [urgent, soon] = [gate(), gate()];
        const delays: number[] = [];
        const stop = await store().queue.onWork((dueInMs) => {
          delays.push(dueInMs);
          if (dueInMs > 0) soon.open();
          else urgent.open();
        });
        await schedule(id, QUIET_MS);
        await soon.opened;
        await schedule(id, 0);
        await urgent.opened;
        await stop();
        expect(Math.max(...delays)).toBeLessThanOrEqual(QUIET_MS);
      });

      it('calls for nothing that was rolled back, and nobody who has left', async () => {
        const [id, other] = [await aConversation(), await aConversation()];
        const heard: string[] = [];
        const stop = await store().queue.onWork(() => heard.push('left'));
        await inTransaction(store(), async ({ conversations }) => {
          await conversations.schedule(
            [{ id, quietMs: 0, inbound: 1, lastInboundAt: NOW }],
            MAX_MS,
          );
          throw new Error('rolled back');
        }).catch(() => undefined);
        // A later commit does not tell of it either.
        await write(other);
        await stop();
        const woken = gate();
        const stopSecond = await store().queue.onWork(() => woken.open());
        await schedule(other, 0);
        await woken.opened;
        await stopSecond();
        expect(heard).toEqual([]);
      });
    });
  });
}
