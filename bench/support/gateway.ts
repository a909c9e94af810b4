import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Delivered {
  readonly chatId: string;
  readonly type: 'text' | 'image' | 'interactive';
  readonly at: number;
}

export interface Gateway {
  readonly url: string;
  /** Messages taken so far. */
  readonly delivered: number;
  /** Resolves with the time (`performance.now()`) at which the last message of the next reply to a chat came. */
  reply(chatId: string, isLast: (message: Delivered) => boolean): Promise<number>;
  close(): Promise<void>;
}

/** A gateway that takes everything at once and keeps nothing: it must not be what is measured. */
export async function startGateway(): Promise<Gateway> {
  const waiting = new Map<string, (message: Delivered) => void>();
  let delivered = 0;

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const type = /^\/messages\/(text|image|interactive)$/.exec(request.url ?? '')?.[1];
    response.setHeader('content-type', 'application/json');
    if (type === undefined) {
      response.end('{"success":true,"status":{"code":4,"text":"AUTH"}}');
      return;
    }
    const { to } = JSON.parse(Buffer.concat(chunks).toString('utf8')) as { readonly to: string };
    delivered += 1;
    response.end(JSON.stringify({ sent: true, message: { id: `bench-out.${delivered}` } }));
    waiting.get(to)?.({ chatId: to, type: type as Delivered['type'], at: performance.now() });
  }

  const server = createServer((request, response) => {
    handle(request, response).catch(() => response.destroy());
  });
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    get delivered() {
      return delivered;
    },
    reply: (chatId, isLast) =>
      new Promise((resolve, reject) => {
        const late = setTimeout(() => {
          waiting.delete(chatId);
          reject(new Error('A customer got no reply within four minutes.'));
        }, 240_000);
        waiting.set(chatId, (message) => {
          if (!isLast(message)) return;
          clearTimeout(late);
          waiting.delete(chatId);
          resolve(message.at);
        });
      }),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
