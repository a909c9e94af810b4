import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { effort, PATIENCE_MS, SEED, tell } from './effort.ts';
import { fromSchema, type JsonSchema } from './from-schema.ts';
import { nastyJson, nastyText } from './nasty-values.ts';
import { ROLES, startStaffedLea, type Role, type StaffedLea } from './staffed-lea.ts';

/** Requests made from the API's own document, with the rights of everybody, none of which may be answered by 5xx. */
const REQUESTS = effort('API', { short: 1_500, long: 50_000 });
const BATCH = 250;
const AT_ONCE = 6;

interface Operation {
  readonly method: string;
  readonly path: string;
  readonly parameters: readonly {
    readonly name: string;
    readonly in: string;
    readonly schema: JsonSchema;
  }[];
  readonly body?: JsonSchema;
  /** The answers that the document knows. */
  readonly statuses: readonly string[];
}
interface Shot {
  readonly operation: Operation;
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
  readonly role: Role;
}
interface Fault {
  readonly status: number;
  readonly shot: string;
  readonly answer: string;
}

let lea: StaffedLea;
let operations: readonly Operation[];
beforeAll(async () => {
  lea = await startStaffedLea();
  const document = (await (await fetch(`${lea.url}/openapi.json`)).json()) as {
    paths: Record<
      string,
      Record<
        string,
        {
          parameters: Operation['parameters'];
          requestBody?: { content: Record<string, { schema: JsonSchema }> };
          responses: Record<string, unknown>;
        }
      >
    >;
  };
  operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { parameters, requestBody, responses }]) => {
      const body = requestBody?.content['application/json']?.schema;
      return {
        method: method.toUpperCase(),
        path,
        parameters,
        statuses: Object.keys(responses),
        ...(body === undefined ? {} : { body }),
      };
    }),
  );
});
afterAll(() => lea?.stop());

const COLUMNS = [
  'id',
  'name',
  'price_cfa',
  'status',
  'user_id',
  'tags',
  'created_at',
  'x',
  '*',
  'a b',
  '',
];
const OPERATORS = [
  'eq',
  'neq',
  'gt',
  'gte',
  'lt',
  'lte',
  'like',
  'ilike',
  'in',
  'is',
  'cs',
  'not.eq',
  'fts',
  'or',
];
const restQuery = fc.array(
  fc.oneof(
    fc.tuple(
      fc.constantFrom(...COLUMNS),
      fc.oneof(
        nastyText,
        fc.tuple(fc.constantFrom(...OPERATORS), nastyText).map(([op, value]) => `${op}.${value}`),
      ),
    ),
    fc.tuple(
      fc.constantFrom('select', 'order', 'limit', 'offset', 'on_conflict', 'columns', 'and', 'or'),
      nastyText,
    ),
    fc.tuple(
      fc.constant('order'),
      fc
        .tuple(
          fc.constantFrom(...COLUMNS),
          fc.constantFrom('asc', 'desc', 'asc.nullsfirst', 'desc.x', ''),
        )
        .map((parts) => parts.join('.')),
    ),
    fc.tuple(
      fc.constant('select'),
      fc.subarray(COLUMNS).map((parts) => parts.join(',')),
    ),
  ),
  { maxLength: 4 },
);

/** What headers can carry over the wire; the rest is tried on a bare socket elsewhere. */
const headerValue = nastyText.map((text) =>
  text
    .replace(/[^\t\x20-\x7e\x80-\xff]/g, '?')
    .trim()
    .slice(0, 2_000),
);
const oddHeaders = fc.dictionary(
  fc.constantFrom(
    'accept',
    'accept-encoding',
    'prefer',
    'range',
    'if-none-match',
    'idempotency-key',
    'origin',
    'cookie',
    'x-request-id',
    'user-agent',
    'accept-profile',
    'content-profile',
    'x-http-method-override',
    'forwarded',
    'x-forwarded-host',
    'x-forwarded-proto',
    'last-event-id',
  ),
  fc.oneof(
    headerValue,
    fc.constantFrom(
      'return=representation',
      'count=exact',
      'return=minimal,count=planned',
      '0-9',
      'application/vnd.pgrst.object+json',
      'bytes=0-1',
      'gzip, br;q=0',
      '*/*;q=x',
    ),
  ),
  { maxKeys: 3 },
);

const encoded = (text: string): string => {
  // Half a character has no place in a URL: what a client would send stands for it.
  const whole = text.toWellFormed();
  return encodeURIComponent(whole);
};

/** Objects without a prototype have no `String`. */
const written = (value: unknown): string =>
  typeof value === 'string' ? value : (JSON.stringify(value) ?? '');

const ids = (): readonly string[] => lea.ids();

function shotAt(operation: Operation): fc.Arbitrary<Shot> {
  const part = ({ schema }: { schema: JsonSchema }) =>
    fc.oneof(
      { weight: 3, arbitrary: fc.nat().map((at) => lea.ids()[at % lea.ids().length]!) },
      { weight: 2, arbitrary: nastyText },
      { weight: 1, arbitrary: fromSchema(schema, ids).map(written) },
    );
  const inPath = fc.tuple(...operation.parameters.filter((one) => one.in === 'path').map(part));
  const inQuery = operation.parameters.filter((one) => one.in === 'query');
  const query = fc.tuple(
    ...inQuery.map((one) =>
      fc.option(
        fc
          .oneof(
            { weight: 5, arbitrary: fromSchema(one.schema, ids) },
            { weight: 1, arbitrary: nastyText },
          )
          .map((value) => [one.name, written(value)] as const),
        { freq: 5 },
      ),
    ),
  );
  const body =
    operation.body === undefined
      ? fc.option(
          nastyJson.map((value) => JSON.stringify(value) ?? ''),
          { freq: 1 },
        )
      : fc.oneof(
          {
            weight: 12,
            arbitrary: fromSchema(operation.body, ids).map((value) => JSON.stringify(value) ?? ''),
          },
          { weight: 1, arbitrary: nastyJson.map((value) => JSON.stringify(value) ?? '') },
          { weight: 1, arbitrary: nastyText },
        );
  return fc
    .record({
      role: fc.constantFrom(...ROLES),
      inPath,
      query,
      more: operation.path.startsWith('/rest/') ? restQuery : fc.constant([]),
      body: operation.method === 'GET' ? fc.constant(null) : body,
      odd: fc.oneof(
        { weight: 3, arbitrary: fc.constant({}) },
        { weight: 1, arbitrary: oddHeaders },
      ),
      type: fc.oneof(
        { weight: 15, arbitrary: fc.constant('application/json') },
        {
          weight: 1,
          arbitrary: fc.constantFrom(
            'text/plain',
            'text/csv',
            'application/json; charset=utf-16',
            'multipart/form-data',
            'multipart/form-data; boundary=x',
            'image/png',
            'x',
            'application/x-www-form-urlencoded',
          ),
        },
      ),
      version: fc.boolean(),
    })
    .map((drawn) => {
      let at = 0;
      const path = operation.path
        .replace(/\{\w+\}/g, () => encoded(drawn.inPath[at++] || '-'))
        .replace(/^\/functions\//, drawn.version ? '/functions/v1/' : '/functions/');
      const pairs = [
        ...drawn.query.flatMap((pair) => (pair === null ? [] : [pair])),
        ...drawn.more,
      ];
      const search = pairs.map(([name, value]) => `${encoded(name)}=${encoded(value)}`).join('&');
      return {
        operation,
        method: operation.method,
        path: search === '' ? path : `${path}?${search}`,
        headers: { ...drawn.odd, ...(drawn.body === null ? {} : { 'content-type': drawn.type }) },
        body: drawn.body,
        role: drawn.role,
      };
    });
}

/** An answer that streams is read no further than its head. */
async function shoot(shot: Shot): Promise<Fault | { readonly status: number }> {
  const abort = new AbortController();
  const response = await fetch(lea.url + shot.path, {
    method: shot.method,
    headers: { ...shot.headers, ...lea.headersOf(shot.role) },
    redirect: 'manual',
    signal: abort.signal,
    ...(shot.body === null ? {} : { body: shot.body }),
  });
  const { status } = response;
  const streams = (response.headers.get('content-type') ?? '').startsWith('text/event-stream');
  if (streams) {
    abort.abort();
    return { status };
  }
  const answer = await response.text();
  return status < 500
    ? { status }
    : {
        status,
        shot: `${shot.role} ${shot.method} ${shot.path} ${JSON.stringify(shot.headers)} ${shot.body?.slice(0, 600) ?? ''}`,
        answer: answer.slice(0, 300),
      };
}

it(
  `answers ${REQUESTS} requests made from its own document, none with a failure of its own`,
  { timeout: PATIENCE_MS },
  async () => {
    const faults: Fault[] = [];
    const answers = new Map<string, number>();
    const undocumented = new Set<string>();
    const reached = new Map<string, number>();
    const arbitraries = operations.map(shotAt);
    const any = fc.oneof(...arbitraries);
    for (let done = 0; done < REQUESTS; done += BATCH) {
      await lea.refresh();
      const shots = fc.sample(any, {
        numRuns: Math.min(BATCH, REQUESTS - done),
        seed: SEED + done,
      });
      const queue = [...shots];
      await Promise.all(
        Array.from({ length: AT_ONCE }, async () => {
          for (let shot = queue.shift(); shot !== undefined; shot = queue.shift()) {
            const outcome = await shoot(shot);
            const key = `${shot.role} ${outcome.status}`;
            answers.set(key, (answers.get(key) ?? 0) + 1);
            if (outcome.status < 300) reached.set(shot.role, (reached.get(shot.role) ?? 0) + 1);
            const { method, path, statuses } = shot.operation;
            // 431 is node's own, for headers too large, whatever is asked.
            if (![...statuses, '431'].includes(String(outcome.status)))
              undocumented.add(`${method} ${path} ${outcome.status}`);
            if ('shot' in outcome) faults.push(outcome);
          }
        }),
      );
    }
    tell('api', {
      requests: REQUESTS,
      seed: SEED,
      faults: faults.length,
      answers: Object.fromEntries([...answers].sort()),
    });
    expect(faults, `seed ${SEED}`).toEqual([]);
    expect([...undocumented].sort(), `seed ${SEED}`).toEqual([]);
    // Had validation or a limit stopped everything at the door, this would prove nothing.
    for (const role of ROLES)
      expect(reached.get(role) ?? 0, `${role}: ${JSON.stringify([...answers])}`).toBeGreaterThan(
        REQUESTS / 200,
      );
  },
);

it('is well after all of it', async () => {
  expect((await fetch(`${lea.url}/readyz`)).status).toBe(200);
});
