import type { IncomingMessage, ServerResponse } from 'node:http';
import { CLIENT_ADDRESS_HEADER } from './client-address-header.ts';
import { problem } from './tidy-answer.ts';

/** Sign-in sends a few short fields. */
const BODY_LIMIT = 32_768;

export interface NodeHandlerDeps {
  readonly handle: (request: Request) => Promise<Response>;
  readonly publicUrl: string;
  /** How many proxies stand in front: which entry of X-Forwarded-For is to be believed. */
  readonly trustProxy: number;
}

export type NodeHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** Puts a fetch-style handler onto node's own objects, with the client's address as we know it. */
export function nodeHandler(deps: NodeHandlerDeps): NodeHandler {
  return async (request, response) => {
    const body = await readBody(request);
    const answer =
      body === null
        ? problem(413, 'too_large', `The body is larger than ${BODY_LIMIT} bytes.`)
        : await answerTo(deps, request, body);
    await send(answer, response);
  };
}

async function answerTo(
  { handle, publicUrl, trustProxy }: NodeHandlerDeps,
  request: IncomingMessage,
  body: Buffer<ArrayBuffer>,
): Promise<Response> {
  let asked: Request;
  try {
    const headers = new Headers();
    for (const [name, value] of Object.entries(request.headers)) {
      if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
    }
    headers.set(CLIENT_ADDRESS_HEADER, clientAddress(request, trustProxy));
    if (isNoBrowser(headers)) headers.set('origin', new URL(publicUrl).origin);
    const method = request.method ?? 'GET';
    const bare = method === 'GET' || method === 'HEAD';
    // The path only: an absolute URL in the request line must not name another host.
    const { pathname, search } = new URL(request.url ?? '/', 'http://local');
    asked = new Request(new URL(pathname + search, publicUrl), {
      method,
      headers,
      ...(bare || body.length === 0 ? {} : { body }),
    });
  } catch {
    return problem(400, 'invalid_request', 'The request cannot be read.');
  }
  return handle(asked);
}

/**
 * Every browser says where a request that changes something comes from. What says nothing is a program, whose
 * cookies no other site can make it send; the library would refuse it all the same.
 */
const isNoBrowser = (headers: Headers): boolean =>
  !['origin', 'referer', 'sec-fetch-site'].some((name) => headers.has(name));

/** The address that the outermost proxy of ours saw, else the connection's. */
function clientAddress(request: IncomingMessage, trustProxy: number): string {
  const own = request.socket.remoteAddress ?? '0.0.0.0';
  if (trustProxy === 0) return own;
  const forwarded = [request.headers['x-forwarded-for'] ?? []].flat().join(',').split(',');
  const trusted = forwarded.map((part) => part.trim()).filter((part) => part !== '');
  return trusted.slice(-trustProxy)[0] ?? own;
}

async function readBody(request: IncomingMessage): Promise<Buffer<ArrayBuffer> | null> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Uint8Array>) {
    size += part.length;
    if (size > BODY_LIMIT) {
      request.resume();
      return null;
    }
    parts.push(part);
  }
  return Buffer.concat(parts);
}

async function send(answer: Response, response: ServerResponse): Promise<void> {
  response.statusCode = answer.status;
  for (const [name, value] of answer.headers) {
    if (name !== 'set-cookie') response.setHeader(name, value);
  }
  const cookies = answer.headers.getSetCookie();
  if (cookies.length > 0) response.setHeader('set-cookie', cookies);
  const body = Buffer.from(await answer.arrayBuffer());
  await new Promise<void>((resolve) => {
    response.once('close', resolve);
    response.end(body);
  });
}
