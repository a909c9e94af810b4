import { SOON_MS, timesAnswered } from '../../../domain/conversation/repeated.ts';
import type { Order } from '../../../domain/order/order.ts';
import type { TurnContext } from '../turn-context.ts';
import type { TurnPlan } from '../turn-plan.ts';

/**
 * The very same within a minute of its answer, as a phone sends it again or an impatient thumb: nothing new is
 * said, and the second time only where to look. Danger has been looked for before.
 */
export function repeatStep(context: TurnContext): TurnPlan | null {
  const { messages, history, latestOrders, texts, now } = context;
  // What was taken back meanwhile may be ordered again in the same words.
  if (latestOrders.some((order) => order.status === 'cancelled' && isRecent(order, now)))
    return null;
  const madeOrder = (since: Date): boolean =>
    latestOrders.some(({ createdAt }) => createdAt >= since);
  const times = messages.map((message) => timesAnswered(message, history, madeOrder));
  if (times.includes(0)) return null;
  if (Math.max(...times) !== 2) return { outcome: 'silent', parts: [] };
  const choices = [{ id: 'advisor', title: texts.advisor }];
  return { outcome: 'talked', parts: [{ kind: 'choices', text: texts.answeredAbove, choices }] };
}

const isRecent = ({ createdAt }: Order, now: Date): boolean =>
  now.getTime() - createdAt.getTime() <= SOON_MS;
