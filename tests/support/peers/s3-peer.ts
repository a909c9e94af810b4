import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isSigned } from './aws-signature.ts';

export interface S3Peer {
  readonly endpoint: string;
  readonly bucket: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly objects: Map<string, { readonly bytes: Buffer; readonly mimeType: string }>;
  /** Answers of the next requests instead of the real ones. */
  readonly failures: ({ readonly status: number; readonly code: string } | 'hang')[];
  requests: number;
  close(): Promise<void>;
}

const BUCKET = 'lea-media';

/** An object store with path-style addresses that checks every signature. */
export async function startS3Peer(): Promise<S3Peer> {
  const keys = { id: 'AKIATEST', secret: 'a-secret-of-the-test' };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      peer.requests += 1;
      const failure = peer.failures.shift();
      if (failure === 'hang') return;
      if (failure !== undefined) return fail(response, failure.status, failure.code);
      const body = Buffer.concat(chunks);
      if (!isSigned(request, body, keys)) return fail(response, 403, 'SignatureDoesNotMatch');
      return serve(peer, request, response, body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const peer: S3Peer = {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    bucket: BUCKET,
    accessKeyId: keys.id,
    secretAccessKey: keys.secret,
    objects: new Map(),
    failures: [],
    requests: 0,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return peer;
}

function serve(
  peer: S3Peer,
  request: IncomingMessage,
  response: ServerResponse,
  body: Buffer,
): void {
  const url = new URL(request.url ?? '/', peer.endpoint);
  const [, bucket = '', ...rest] = url.pathname.split('/');
  if (bucket !== BUCKET) return fail(response, 404, 'NoSuchBucket');
  const key = decodeURIComponent(rest.join('/'));
  if (key === '') return list(peer, response, url.searchParams);
  const object = peer.objects.get(key);
  switch (request.method) {
    case 'PUT':
      peer.objects.set(key, {
        bytes: body,
        mimeType: request.headers['content-type'] ?? 'binary/octet-stream',
      });
      return void response.end();
    case 'GET':
      if (object === undefined) return fail(response, 404, 'NoSuchKey');
      return void response.setHeader('content-type', object.mimeType).end(object.bytes);
    case 'DELETE':
      peer.objects.delete(key);
      return void response.writeHead(204).end();
    default:
      return fail(response, 405, 'MethodNotAllowed');
  }
}

function list(peer: S3Peer, response: ServerResponse, query: URLSearchParams): void {
  if (query.get('list-type') !== '2') return fail(response, 400, 'InvalidArgument');
  const found = [...peer.objects.keys()]
    .filter((key) => key.startsWith(query.get('prefix') ?? ''))
    .sort();
  const shown = found.slice(0, Math.min(Number(query.get('max-keys') ?? 1000), 1000));
  const contents = shown
    .map((key) => `<Contents><Key>${key}</Key><Size>1</Size></Contents>`)
    .join('');
  response.setHeader('content-type', 'application/xml');
  response.end(
    `<?xml version="1.0"?><ListBucketResult><IsTruncated>${shown.length < found.length}</IsTruncated>${contents}</ListBucketResult>`,
  );
}

function fail(response: ServerResponse, status: number, code: string): void {
  response.writeHead(status, { 'content-type': 'application/xml' });
  response.end(`<?xml version="1.0"?><Error><Code>${code}</Code></Error>`);
}
