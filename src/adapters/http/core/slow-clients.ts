import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** In milliseconds unless they say otherwise. */
export interface SlowClientLimits {
  /** A body may begin as slowly as it likes for so long. */
  readonly bodyGraceMs: number;
  /** Then this much must have come per second on average: half of what the slowest phones send. */
  readonly leastBytesPerSecond: number;
  /** An answer of which nothing is taken for so long is dropped. */
  readonly unreadMs: number;
  readonly checkEveryMs: number;
}

/** What is on its way in on a connection. */
interface Upload {
  request: IncomingMessage | null;
  since: number;
  readBefore: number;
}

/**
 * Closes connections that send a body byte by byte or take no answer, so that a few of them cannot hold what
 * everybody shares; who is merely slow goes on. Node itself sees to headers and to connections that say nothing.
 */
export function closeSlowClients(server: Server, limits: SlowClientLimits): void {
  const uploads = new Map<Socket, Upload>();
  server.timeout = limits.unreadMs;
  server.on('connection', (socket: Socket) => {
    uploads.set(socket, { request: null, since: 0, readBefore: 0 });
    socket.once('close', () => uploads.delete(socket));
  });
  server.prependListener('request', (request: IncomingMessage, response: ServerResponse) => {
    response.on('timeout', dropUnread);
    const upload = uploads.get(request.socket);
    if (upload === undefined) return;
    upload.request = request;
    upload.since = performance.now();
    upload.readBefore = request.socket.bytesRead;
  });
  const sweep = setInterval(() => {
    const now = performance.now();
    for (const [socket, upload] of uploads) {
      if (upload.request?.complete !== false) upload.request = null;
      else if (isSlow(socket, upload, now, limits)) socket.destroy();
    }
  }, limits.checkEveryMs).unref();
  server.once('close', () => clearInterval(sweep));
}

/** What lies here unread is our slowness, not theirs. */
function isSlow(
  socket: Socket,
  { request, since, readBefore }: Upload,
  now: number,
  { bodyGraceMs, leastBytesPerSecond }: SlowClientLimits,
): boolean {
  const elapsed = now - since;
  if (elapsed < bodyGraceMs || request!.readableLength > 0) return false;
  return (socket.bytesRead - readBefore) / (elapsed / 1_000) < leastBytesPerSecond;
}

/** A long wait for us is none of theirs; streams of events beat more often than this. */
function dropUnread(socket: Socket): void {
  if (socket.writableLength > 0) socket.destroy();
}
