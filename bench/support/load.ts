import autocannon from 'autocannon';
import { customers, webhookBody, type BenchCustomer } from './customers.ts';
import { WEBHOOK_SECRET } from './lea-process.ts';

export interface LoadResult {
  /** Answers with status 200 a second. */
  readonly perSecond: number;
  readonly accepted: number;
  /** Milliseconds. */
  readonly p99: number;
  readonly p50: number;
}

/** Posts messages of many customers over 64 connections; each has its own id. @throws Error when one is refused */
export async function postMessages(options: {
  readonly url: string;
  readonly seconds: number;
  readonly people: readonly BenchCustomer[];
  readonly text: string;
  /** A second, over all connections; as fast as it goes when left out. */
  readonly rate?: number;
}): Promise<LoadResult> {
  const { url, seconds, people, text, rate } = options;
  let next = 0;
  const result = await autocannon({
    url: `${url}/functions/whatsapp-webhook`,
    connections: 64,
    duration: seconds,
    ...(rate === undefined ? {} : { overallRate: Math.max(64, Math.round(rate)) }),
    requests: [
      {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-webhook-secret': WEBHOOK_SECRET },
        setupRequest: (request) => ({
          ...request,
          body: webhookBody(people[next++ % people.length]!, text),
        }),
      },
    ],
  });
  const refused = result.non2xx + result.errors + result.timeouts;
  if (refused > 0) throw new Error(`${refused} of ${result.requests.total} posts were refused.`);
  return {
    perSecond: result['2xx'] / result.duration,
    accepted: result['2xx'],
    p50: result.latency.p50,
    p99: result.latency.p99,
  };
}

export const CROWD = customers(2_000, 1_000_000);
