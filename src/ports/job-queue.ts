/**
 * Work that runs later, with retries. Payloads hold ids only, and none that is a person's or that outlives one: the
 * queue keeps them for a day after the job is done.
 */
export type Job =
  | {
      readonly name: 'deliver-alert';
      readonly data: { readonly alertId: string; readonly notifier: string };
    }
  | {
      readonly name: 'alert-taken';
      readonly data: { readonly alertId: string; readonly advisorName: string };
    }
  | { readonly name: 'confirm-erasure'; readonly data: { readonly confirmationId: string } }
  | { readonly name: 'purge-media'; readonly data: { readonly purgeId: string } }
  | { readonly name: 'purge-picture'; readonly data: { readonly key: string } }
  | { readonly name: 'order-settled'; readonly data: { readonly orderId: string } };

/** Bound to the caller's transaction: a job exists if and only if the transaction commits. */
export interface JobQueue {
  enqueue(job: Job): Promise<void>;
}
