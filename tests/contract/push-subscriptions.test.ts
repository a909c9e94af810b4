import { randomUUID } from 'node:crypto';
import type { UserId } from '../../src/domain/customer/customer.ts';
import type { StaffRole } from '../../src/domain/shared/actor.ts';
import { MemoryPushSubscriptions } from '../../src/adapters/persistence/memory/memory-push-subscriptions.ts';
import { pushSubscriptionsContract } from './push-subscriptions.contract.ts';

pushSubscriptionsContract('memory', async () => {
  const roles = new Map<UserId, StaffRole | null>();
  return {
    subscriptions: new MemoryPushSubscriptions((userId) => roles.get(userId) ?? null),
    async person(role, disabled = false) {
      const id = randomUUID() as UserId;
      roles.set(id, disabled ? null : role);
      return id;
    },
    close: async () => {},
  };
});
