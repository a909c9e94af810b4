import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

export interface PeerRequest {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: unknown;
  readonly at: number;
}

export interface PeerMessage {
  readonly id: string;
  readonly type: 'text' | 'image' | 'interactive';
  readonly to: string;
  readonly body: Record<string, unknown>;
  readonly at: number;
}

/** How the peer treats requests other than well. */
export interface Behaviour {
  /** Only requests whose path begins so; all when left out. */
  readonly on?: string;
  /** How many of them; 1 when left out, Infinity for all from now on. */
  readonly times?: number;
  readonly delayMs?: number;
  /** Receives the request and never answers. */
  readonly hang?: boolean;
  /** Receives the request and tears the connection down. */
  readonly drop?: boolean;
  /** The message is sent all the same, whatever is answered. */
  readonly acts?: boolean;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** An object is sent as JSON, a text as it is. */
  readonly body?: unknown;
  /** Milliseconds between the bytes of the answer. */
  readonly dripMs?: number;
}

export interface PeerMedia {
  readonly bytes: Uint8Array;
  readonly contentType?: string;
}

export interface WhapiPeer {
  readonly url: string;
  readonly token: string;
  readonly requests: readonly PeerRequest[];
  readonly connections: number;
  /** What was accepted for sending, in order. */
  sent(chatId?: string): readonly PeerMessage[];
  /** Waits until so many messages were accepted. */
  waitForSent(count: number, timeoutMs?: number): Promise<readonly PeerMessage[]>;
  script(...behaviours: readonly Behaviour[]): void;
  /** Offers a file under `/media/{id}` and, without credentials, under the link that is returned. */
  addMedia(id: string, media: PeerMedia): string;
  setHealth(text: string): void;
  /** Posts an event as the gateway does. */
  postWebhook(
    url: string,
    event: unknown,
    secret?: string,
  ): Promise<{ readonly status: number; readonly text: string }>;
  /** Forgets requests, messages and behaviours. */
  reset(): void;
  close(): Promise<void>;
}

/** A gateway that speaks Whapi's shapes, on a free port of this machine. */
export async function startWhapiPeer(
  options: { readonly token?: string; readonly latencyMs?: number } = {},
): Promise<WhapiPeer> {
  const token = options.token ?? 'peer-token';
  let requests: PeerRequest[] = [];
  let messages: PeerMessage[] = [];
  let behaviours: (Behaviour & { left: number })[] = [];
  const media = new Map<string, PeerMedia>();
  let settings: Record<string, unknown> = {};
  let health = 'AUTH';
  let serial = 0;
  let connections = 0;

  const accept = (type: PeerMessage['type'], body: Record<string, unknown>): PeerMessage => {
    serial += 1;
    const id = `peer.${process.pid}.${serial}`;
    const message = { id, type, to: String(body['to']), body, at: Date.now() };
    messages.push(message);
    return message;
  };

  const next = (path: string): Behaviour | null => {
    const found = behaviours.find(({ on, left }) => left > 0 && path.startsWith(on ?? '/'));
    if (found === undefined) return null;
    found.left -= 1;
    return found;
  };

  const messageType = (path: string): PeerMessage['type'] | null => {
    const type = /^\/messages\/(text|image|interactive)$/.exec(path)?.[1];
    return (type as PeerMessage['type'] | undefined) ?? null;
  };

  const server = createServer((request, response) => {
    handle(request, response).catch(() => response.destroy());
  });
  server.on('connection', () => (connections += 1));

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname: path, search: query } = new URL(request.url ?? '/', 'http://peer');
    const body = readJson(await read(request));
    const method = request.method ?? 'GET';
    const { headers } = request;
    requests.push({ method, path, query, headers, body, at: Date.now() });
    if (options.latencyMs !== undefined) await sleep(options.latencyMs);

    const behaviour = next(path);
    if (behaviour !== null) {
      const type = messageType(path);
      if (behaviour.acts === true && type !== null) accept(type, asRecord(body));
      if (behaviour.delayMs !== undefined) await sleep(behaviour.delayMs);
      if (behaviour.hang === true) return;
      if (behaviour.drop === true) return void request.socket.destroy();
      if (behaviour.status !== undefined || behaviour.body !== undefined) {
        return answerWith(response, behaviour);
      }
    }
    const file = /^\/(media|files)\/(.+)$/.exec(path);
    if (file?.[1] === 'files') return serve(response, media.get(decodeURIComponent(file[2]!)));
    if (request.headers.authorization !== `Bearer ${token}`) {
      return fail(response, 401, 'Unauthorized');
    }
    if (file !== null) return serve(response, media.get(decodeURIComponent(file[2]!)));
    route(method, path, body, response);
  }

  function route(method: string, path: string, body: unknown, response: ServerResponse): void {
    const listed = method === 'GET' ? /^\/messages\/list\/(.+)$/.exec(path)?.[1] : undefined;
    if (listed !== undefined) {
      const chatId = decodeURIComponent(listed);
      return json(response, 200, {
        messages: messages.filter(({ to }) => to === chatId).map(asListed),
      });
    }
    const type = method === 'POST' ? messageType(path) : null;
    if (type !== null) {
      const given = asRecord(body);
      const problem = problemWith(type, given);
      if (problem !== null) return fail(response, 400, problem);
      const { id, at } = accept(type, given);
      const timestamp = Math.trunc(at / 1_000);
      const message = { id, from_me: true, type, chat_id: given['to'], timestamp, source: 'api' };
      return json(response, 200, { sent: true, message: { ...message, status: 'pending' } });
    }
    if (method === 'PUT' && /^\/presences\/./.test(path))
      return json(response, 200, { success: true });
    if (method === 'PUT' && /^\/messages\/./.test(path))
      return json(response, 200, { success: true });
    if (method === 'GET' && path === '/health') {
      return json(response, 200, {
        uptime: 78,
        status: { code: 4, text: health },
        version: '1.8.3',
      });
    }
    if (path === '/settings') {
      if (method === 'PATCH') settings = { ...settings, ...asRecord(body) };
      return json(response, 200, settings);
    }
    fail(response, 404, 'Not found');
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const sent = (chatId?: string): readonly PeerMessage[] =>
    messages.filter((message) => chatId === undefined || message.to === chatId);

  return {
    url,
    token,
    get requests() {
      return requests;
    },
    get connections() {
      return connections;
    },
    sent,
    async waitForSent(count, timeoutMs = 5_000) {
      const deadline = Date.now() + timeoutMs;
      while (messages.length < count) {
        if (Date.now() > deadline) {
          throw new Error(`${messages.length} of ${count} messages were sent in ${timeoutMs} ms.`);
        }
        await sleep(5);
      }
      return sent();
    },
    script(...more) {
      behaviours.push(...more.map((behaviour) => ({ ...behaviour, left: behaviour.times ?? 1 })));
    },
    addMedia(id, file) {
      media.set(id, file);
      return `${url}/files/${encodeURIComponent(id)}`;
    },
    setHealth(text) {
      health = text;
    },
    async postWebhook(target, event, secret) {
      const headers: Record<string, string> = { 'content-type': 'application/json' };
      if (secret !== undefined) headers['x-webhook-secret'] = secret;
      const body = typeof event === 'string' ? event : JSON.stringify(event);
      const response = await fetch(target, { method: 'POST', headers, body });
      return { status: response.status, text: await response.text() };
    },
    reset() {
      requests = [];
      messages = [];
      behaviours = [];
      connections = 0;
    },
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

/** A sent message as Whapi lists it. */
function asListed({ id, type, to, body, at }: PeerMessage): Record<string, unknown> {
  const common = { id, from_me: true, type, chat_id: to, timestamp: Math.trunc(at / 1_000) };
  const content = type === 'text' ? { body: body['body'] } : body;
  return { ...common, source: 'api', status: 'sent', [type]: content };
}

/** Silence that is recognised as Ogg Opus, padded to `size` bytes. */
export function oggOfSize(size = 200): Uint8Array {
  const head = Buffer.from('OggS\0\x02'.padEnd(28, '\0') + 'OpusHead', 'latin1');
  return Buffer.concat([head, Buffer.alloc(Math.max(0, size - head.length))]);
}

/** What Whapi refuses: its limits, as far as they are known. */
function problemWith(type: PeerMessage['type'], body: Record<string, unknown>): string | null {
  if (!/^\d{7,15}@s\.whatsapp\.net$|^\d+@lid$/.test(String(body['to']))) return 'bad to';
  if (type === 'text') return isText(body['body'], 4_096) ? null : 'bad body';
  if (type === 'image') return isPicture(String(body['media'])) ? null : 'bad media';
  const { buttons, list } = asRecord(body['action']);
  if (!isText(asRecord(body['body'])['text'], 1_024)) return 'bad text';
  if (body['type'] === 'button') return areChoices(buttons, 3, 20) ? null : 'bad buttons';
  const { label, sections } = asRecord(list);
  const [section] = Array.isArray(sections) ? (sections as unknown[]) : [];
  const good = isText(label, 20) && areChoices(asRecord(section)['rows'], 10, 24);
  return good ? null : 'bad list';
}

/** As WhatsApp: JPEG or PNG by an address, or whole; what the bytes are counts, not what they are called. */
function isPicture(media: string): boolean {
  const [, type, bytes] = /^data:(image\/\w+);base64,(.+)$/.exec(media) ?? [];
  if (type === undefined || bytes === undefined)
    return /^https?:/.test(media) && !media.endsWith('.webp');
  const magic = { 'image/jpeg': '/9j/', 'image/png': 'iVBORw0KGgo' }[type];
  return magic !== undefined && bytes.startsWith(magic);
}

const isText = (value: unknown, max: number): boolean =>
  typeof value === 'string' && value !== '' && value.length <= max;

function areChoices(value: unknown, most: number, titleLength: number): boolean {
  if (!Array.isArray(value) || value.length < 1 || value.length > most) return false;
  const choices = value.map(asRecord);
  const fits = choices.every(
    ({ id, title, description }) =>
      isText(id, 256) &&
      isText(title, titleLength) &&
      (description === undefined || isText(description, 72)),
  );
  return fits && new Set(choices.map(({ title }) => title)).size === choices.length;
}

const asRecord = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

function readJson(text: string): unknown {
  try {
    return text === '' ? null : (JSON.parse(text) as unknown);
  } catch {
    return text;
  }
}

const json = (response: ServerResponse, status: number, body: unknown): void => {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
};

const fail = (response: ServerResponse, status: number, message: string): void =>
  json(response, status, { error: { code: status, message } });

function serve(response: ServerResponse, file: PeerMedia | undefined): void {
  if (file === undefined) return fail(response, 404, 'Media not found');
  response.writeHead(200, { 'content-type': file.contentType ?? 'application/octet-stream' });
  response.end(file.bytes);
}

async function answerWith(response: ServerResponse, behaviour: Behaviour): Promise<void> {
  const { status = 200, body = '', headers = {}, dripMs } = behaviour;
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  if (dripMs === undefined) return void response.end(text);
  for (const character of text) {
    if (response.destroyed) return;
    response.write(character);
    await sleep(dripMs);
  }
  response.end();
}
