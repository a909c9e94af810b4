import type { ConversationId } from '../../../src/domain/conversation/conversation.ts';
import type { UserId } from '../../../src/domain/customer/customer.ts';
import { SERVICE } from '../../../src/domain/shared/actor.ts';
import type { Repositories } from '../../../src/ports/unit-of-work.ts';
import { NOW, aConversationId, aPhone, aUserId, at, chatOf } from '../../support/builders.ts';
import type { StoreUnderTest } from './store-under-test.ts';

/** `work` in a transaction of the service. */
export const inTransaction = <T>(
  store: StoreUnderTest,
  work: (repositories: Repositories) => Promise<T>,
): Promise<T> => store.uow.run(SERVICE, work);

/** Never stale: a day before `NOW`. */
export const YESTERDAY = at(-86_400);

export interface KnownCustomer {
  readonly userId: UserId;
  readonly conversationId: ConversationId;
  readonly phone: string;
}

/** Somebody known with an open conversation since `openedAt`. */
export async function aKnownCustomer(
  store: StoreUnderTest,
  openedAt: Date = NOW,
): Promise<KnownCustomer> {
  const phone = aPhone();
  return inTransaction(store, async ({ customers, conversations }) => {
    const userId = only(
      await customers.resolve(
        [{ aliases: [phone], phone, name: null, newId: aUserId() }],
        openedAt,
      ),
    );
    const opened = only(
      await conversations.ensureOpen(
        [{ userId, newId: aConversationId(), chatId: chatOf(phone) }],
        openedAt,
        new Date(openedAt.getTime() - 86_400_000),
      ),
    );
    return { userId, conversationId: opened.id, phone };
  });
}

/** The single element of a list. */
export function only<T>(list: readonly T[]): T {
  const [first] = list;
  if (list.length !== 1 || first === undefined)
    throw new Error(`Expected exactly one element, got ${list.length}.`);
  return first;
}

/** What is there in any case. */
export function present<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error('Expected something, got nothing.');
  return value;
}

/** A promise that is settled from outside. */
export function gate(): { readonly opened: Promise<void>; open(): void } {
  let release = (): void => undefined;
  const opened = new Promise<void>((resolve) => (release = resolve));
  return { opened, open: () => release() };
}
