import type { ConversationId } from '../../domain/conversation/conversation.ts';
import type { Random } from './random.ts';
import type { Stage } from './stage.ts';

const LEASE_MS = 60_000;
const MOST_ROUNDS = 20;
/** A little more than the burst window, and what a model takes to think. */
const SLOWEST_MS = 2_900;
const QUICKEST_MS = 1_500;

/** What became of it when Léa had worked on everything that was due. */
export interface Worked {
  readonly conversationId: ConversationId | null;
  /** An advisor was called. */
  readonly escalated: boolean;
}

/** Lets Léa work until nothing is due, as a worker of hers would, in her own good time. */
export async function work(stage: Stage, random: Random): Promise<Worked> {
  let worked: Worked = { conversationId: null, escalated: false };
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const { clock, product } = stage;
    const { queue, answerConversation, sendOutbox } = product;
    clock.moveTo(new Date(clock.now().getTime() + random.between(QUICKEST_MS, SLOWEST_MS)));
    const leases = await queue.claim('demo', 10, LEASE_MS);
    if (leases.length === 0) return worked;
    for (const lease of leases) {
      if (lease.unsent) await sendOutbox.execute(lease);
      const outcome = await answerConversation.execute(lease);
      await sendOutbox.execute(lease);
      await queue.release(lease);
      worked = {
        conversationId: lease.conversationId,
        escalated: worked.escalated || outcome === 'escalated',
      };
    }
    // A job may have left something to be sent.
    if ((await stage.runJobs()) === 0) return worked;
  }
  throw new Error('A conversation of the demo never came to rest.');
}
