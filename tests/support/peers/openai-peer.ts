import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the peer does with one request. */
export type PeerScript =
  | { readonly kind: 'json'; readonly value: unknown }
  /** Ignores the schema: prose around a fenced object. */
  | { readonly kind: 'fenced'; readonly value: unknown }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'refusal' }
  | {
      readonly kind: 'finish';
      readonly reason: 'length' | 'content_filter';
      readonly value?: unknown;
    }
  | { readonly kind: 'no_choices' }
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly error?: Record<string, unknown>;
      readonly headers?: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'transcript'; readonly text: string; readonly usage?: Record<string, unknown> }
  /** Never answers; with `afterHeaders`, stops in the middle of the body. */
  | { readonly kind: 'hang'; readonly afterHeaders?: boolean }
  | { readonly kind: 'slow'; readonly milliseconds: number; readonly then: PeerScript }
  /** Cuts the connection. */
  | { readonly kind: 'drop' };

export interface PeerRequest {
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  /** The parsed body of a chat completion; null for a transcription. */
  readonly body: {
    readonly model: string;
    readonly messages: readonly { readonly role: string; readonly content: unknown }[];
    readonly [key: string]: unknown;
  } | null;
  /** The fields of a transcription, and the body as it came. */
  readonly fields: Readonly<Record<string, string>>;
  readonly raw: string;
}

export const USAGE = {
  prompt_tokens: 1_000,
  completion_tokens: 100,
  total_tokens: 1_100,
  prompt_tokens_details: { cached_tokens: 400 },
};

/** An OpenAI-compatible server on a free local port, told what to answer to each request. */
export class OpenAiPeer {
  readonly requests: PeerRequest[] = [];
  /** Answers when no script is queued. */
  respond: (request: PeerRequest) => PeerScript | Promise<PeerScript> = () => ({
    kind: 'status',
    status: 500,
  });
  /** Models that this server does not know. */
  readonly goneModels = new Set<string>();
  readonly #queue: PeerScript[] = [];
  readonly #server = createServer((request, response) => void this.#handle(request, response));

  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return this;
  }

  get baseUrl(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/v1`;
  }

  /** One script per coming request, before `respond` is asked. */
  queue(...scripts: readonly PeerScript[]): void {
    this.#queue.push(...scripts);
  }

  reset(): void {
    this.requests.length = 0;
    this.#queue.length = 0;
    this.goneModels.clear();
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const seen = readRequest(request, Buffer.concat(chunks));
    this.requests.push(seen);
    const model = seen.body?.model ?? seen.fields['model'] ?? '';
    if (this.goneModels.has(model)) {
      return sendJson(response, 404, {
        error: {
          message: `The model \`${model}\` does not exist or you do not have access to it.`,
          type: 'invalid_request_error',
          param: null,
          code: 'model_not_found',
        },
      });
    }
    await this.#play(response, this.#queue.shift() ?? (await this.respond(seen)), model);
  }

  async #play(response: ServerResponse, script: PeerScript, model: string): Promise<void> {
    const complete = (message: Record<string, unknown>, finish = 'stop') =>
      sendJson(response, 200, {
        id: 'chatcmpl-peer',
        object: 'chat.completion',
        created: 1,
        model,
        choices: [
          {
            index: 0,
            message: { role: 'assistant', refusal: null, ...message },
            finish_reason: finish,
            logprobs: null,
          },
        ],
        usage: USAGE,
      });
    switch (script.kind) {
      case 'json':
        return complete({ content: JSON.stringify(script.value) });
      case 'fenced':
        return complete({
          content: `Bien sûr {voici} :\n\`\`\`json\n${JSON.stringify(script.value, null, 2)}\n\`\`\`\nBonne journée !`,
        });
      case 'text':
        return complete({ content: script.text });
      case 'refusal':
        return complete({ content: null, refusal: 'Je ne peux pas aider.' });
      case 'finish':
        return complete({ content: JSON.stringify(script.value ?? {}) }, script.reason);
      case 'no_choices':
        return sendJson(response, 200, {
          id: 'chatcmpl-peer',
          object: 'chat.completion',
          created: 1,
          model,
          choices: [],
        });
      case 'status':
        return sendJson(
          response,
          script.status,
          {
            error: { message: 'scripted', type: 'error', param: null, code: null, ...script.error },
          },
          script.headers,
        );
      case 'transcript':
        return sendJson(response, 200, {
          text: script.text,
          ...(script.usage === undefined ? {} : { usage: script.usage }),
        });
      case 'hang':
        if (script.afterHeaders)
          response.writeHead(200, { 'content-type': 'application/json' }).write('{"id":');
        return;
      case 'slow':
        await new Promise((resolve) => setTimeout(resolve, script.milliseconds));
        return this.#play(response, script.then, model);
      case 'drop':
        response.destroy();
        return;
    }
  }
}

function sendJson(
  response: ServerResponse,
  status: number,
  value: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  if (response.destroyed) return;
  response
    .writeHead(status, { 'content-type': 'application/json', ...headers })
    .end(JSON.stringify(value));
}

function readRequest(request: IncomingMessage, bytes: Buffer): PeerRequest {
  const raw = bytes.toString('utf8');
  const isJson = (request.headers['content-type'] ?? '').includes('application/json');
  const body = isJson ? (JSON.parse(raw) as NonNullable<PeerRequest['body']>) : null;
  const fields = Object.fromEntries(
    [
      ...raw.matchAll(
        /name="([a-z_]+)"(?:; filename="([^"]*)")?\r\n(?:[^\r]+\r\n)*\r\n([^]*?)\r\n--/g,
      ),
    ].map(([, name, filename, value]) => [name!, filename ?? value!]),
  );
  return {
    path: request.url ?? '',
    headers: request.headers,
    body,
    fields: isJson ? {} : fields,
    raw,
  };
}

/** The JSON data that Léa sends for an advice. */
export function dataOf(request: PeerRequest): {
  readonly produits: readonly string[];
  readonly client: string;
  readonly [key: string]: unknown;
} {
  const content = request.body?.messages.find(({ role }) => role === 'user')?.content;
  return JSON.parse(typeof content === 'string' ? content : '{}') as ReturnType<typeof dataOf>;
}

/** A model that recommends the first products it is shown. */
export function firstProducts(count = 2): (request: PeerRequest) => PeerScript {
  return (request) => {
    const ids = dataOf(request)
      .produits.slice(0, count)
      .map((line) => line.split('|')[0]!);
    const kind = ids.length > 0 ? 'recommend' : 'nothing_fits';
    return {
      kind: 'json',
      value: {
        kind,
        message: 'Voici ce que je vous propose.',
        items: ids.map((id) => ({ id, reason: 'Texture douce et agréable.' })),
        options: [],
        red_flag: 'none',
        red_flag_reason: null,
      },
    };
  };
}
