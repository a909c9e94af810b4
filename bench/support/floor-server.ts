/** The least that a durable acknowledgement costs: read the body, one INSERT with its commit, answer. */
import { createServer, type IncomingMessage } from 'node:http';
import pg from 'pg';

const pool = new pg.Pool({ connectionString: process.env['FLOOR_DATABASE_URL'], max: 16 });

async function bodyOf(
  request: IncomingMessage,
): Promise<{ readonly messages: readonly { readonly id: string }[] }> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString('utf8')) as Awaited<ReturnType<typeof bodyOf>>;
}

const server = createServer((request, response) => {
  if (request.method === 'GET') return void response.end('{}');
  bodyOf(request)
    .then((body) =>
      pool.query('insert into floor_messages (provider_id, body) values ($1, $2)', [
        body.messages[0]!.id,
        body,
      ]),
    )
    .then(
      () => response.setHeader('content-type', 'application/json').end('{}'),
      () => response.writeHead(500).end(),
    );
});
server.listen(Number(process.env['PORT']), '127.0.0.1');
process.on('SIGTERM', () => process.exit(0));
