import { z } from 'zod';
import {
  createDocument,
  type ZodOpenApiOperationObject,
  type ZodOpenApiPathsObject,
  type ZodOpenApiResponseObject,
  type ZodOpenApiResponsesObject,
} from 'zod-openapi';
import { rolesOf } from '../../../domain/audit/staff-actions.ts';
import type { SignInEndpoint } from '../../../ports/identity.ts';
import { problem } from '../core/shapes.ts';
import type { Route, Who } from '../core/define-route.ts';

export interface DocumentFacts {
  readonly publicUrl: string;
  readonly version: string;
}

/** OpenAPI 3.1 of everything that is mounted, from the contracts that check it. */
export function openApiDocument(
  routes: readonly Route[],
  signIn: readonly SignInEndpoint[],
  { publicUrl, version }: DocumentFacts,
): unknown {
  const paths: ZodOpenApiPathsObject = {};
  for (const route of routes) {
    const path = openPath(route.contract.path);
    paths[path] = { ...paths[path], [route.contract.method.toLowerCase()]: operation(route) };
  }
  for (const endpoint of signIn)
    paths[endpoint.path] = {
      ...paths[endpoint.path],
      [endpoint.method]: signInOperation(endpoint),
    };
  return createDocument(
    {
      openapi: '3.1.0',
      info: {
        title: 'Léa',
        version,
        description: 'Every /functions/NAME answers at /functions/v1/NAME too.',
        license: { name: 'MIT', identifier: 'MIT' },
      },
      servers: [{ url: publicUrl }],
      paths,
      components: {
        schemas: { Problem: problem },
        securitySchemes: {
          bearer: {
            type: 'http',
            scheme: 'bearer',
            bearerFormat: 'JWT',
            description: "A member of staff's token, or SERVICE_ROLE_KEY",
          },
          session: { type: 'apiKey', in: 'cookie', name: 'lea.session_token' },
        },
      },
    },
    // What JSON Schema cannot say is left open.
    { allowEmptySchema: { transform: true, custom: true, date: true } },
  );
}

/** `/o/:code` and `/images/*key` → `/o/{code}` and `/images/{key}`. */
const openPath = (path: string): string => path.replace(/[:*](\w+)/g, '{$1}');

function operation(route: Route): ZodOpenApiOperationObject {
  const { contract, summary, who, tag } = route;
  const description = callers(who);
  return {
    operationId: operationId(contract.method, contract.path),
    summary,
    ...(description !== null && { description }),
    tags: [tag ?? 'Other'],
    security: security(who),
    requestParams: {
      path: z.object(
        Object.fromEntries(
          [...contract.path.matchAll(/[:*](\w+)/g)].map(([, name]) => [name, z.string()]),
        ),
      ),
      // Every contract's query is an object, whatever else it is.
      ...(contract.query && { query: contract.query as z.ZodObject }),
      header: headersOf(route),
    },
    ...(contract.body === undefined
      ? {}
      : {
          requestBody: {
            required: contract.method !== 'DELETE',
            content: { 'application/json': { schema: contract.body } },
          },
        }),
    responses: responses(route),
  };
}

const headersOf = ({ credential, ...route }: Route): z.ZodObject =>
  z.object({
    ...(credential && { [credential.header]: z.string().describe(credential.description) }),
    ...(route.kind === 'json' &&
      route.idempotent && {
        'Idempotency-Key': z
          .string()
          .max(200)
          .optional()
          .describe('Trying again with the same key does nothing twice'),
      }),
  });

function signInOperation(endpoint: SignInEndpoint): ZodOpenApiOperationObject {
  const { method, path, summary, open, redirects, parameters, body, answer } = endpoint;
  return {
    operationId: operationId(method, path),
    summary,
    tags: ['Sign-in'],
    security: open ? [] : [{ session: [] }],
    parameters: parameters as unknown as NonNullable<ZodOpenApiOperationObject['parameters']>,
    ...(body === null
      ? {}
      : { requestBody: { content: { 'application/json': { schema: body } } } }),
    responses: {
      ...(redirects
        ? { 302: { description: 'On to a page of the dashboard' } }
        : { 200: { description: 'Done', content: { 'application/json': { schema: answer } } } }),
      400: refusal('what is wrong with the request'),
      401: refusal(open ? 'what was shown is not right' : 'unauthenticated'),
      403: refusal('INVALID_ORIGIN: the request comes from the page of another site'),
      ...(method === 'get'
        ? {}
        : { 413: refusal('too_large'), 415: refusal('unsupported_media_type') }),
      429: refusal('rate_limited, TOO_MANY_ATTEMPTS'),
    },
  };
}

const operationId = (method: string, path: string): string =>
  [
    method.toLowerCase(),
    ...path
      .replace('/functions/', '')
      .split(/[^A-Za-z0-9]+/)
      .filter((word) => word !== ''),
  ]
    .map((word, index) => (index === 0 ? word : word[0]!.toUpperCase() + word.slice(1)))
    .join('');

function callers(who: Who): string | null {
  if (who === 'open') return null;
  if (who === 'anyone') return 'Anyone; what is seen depends on the caller.';
  return who === 'staff' ? 'Any member of staff.' : `Roles: ${rolesOf(who).join(', ')}.`;
}

function security(who: Who): Record<string, string[]>[] {
  if (who === 'open') return [];
  const signedIn = [{ bearer: [] }, { session: [] }];
  return who === 'anyone' ? [{}, ...signedIn] : signedIn;
}

const refusal = (description: string): ZodOpenApiResponseObject => ({
  description,
  content: { 'application/json': { schema: { $ref: '#/components/schemas/Problem' } } },
});

function responses(route: Route): ZodOpenApiResponsesObject {
  const { contract, who, errors = {} } = route;
  const usual: Record<string, string> = {
    ...(contract.body === undefined && contract.query === undefined
      ? {}
      : { 400: 'invalid_request, invalid_json' }),
    ...(who === 'open' ? {} : { 401: 'unauthenticated, invalid_token' }),
    ...(who === 'open' || who === 'anyone' ? {} : { 403: 'forbidden' }),
    ...(contract.body === undefined ? {} : { 413: 'too_large', 415: 'unsupported_media_type' }),
    ...(route.kind === 'json' && route.idempotent
      ? { 409: 'idempotency_in_progress', 422: 'idempotency_key_reused' }
      : {}),
    ...(route.unlimited ? {} : { 429: 'rate_limited' }),
    ...errors,
  };
  const contentType =
    route.kind === 'raw' ? (route.contentType ?? 'application/json') : 'application/json';
  const done = (description: string): ZodOpenApiResponseObject => ({
    description,
    content: { [contentType]: { schema: contract.response } },
  });
  return {
    [String(route.status ?? 200)]: done('Done'),
    ...Object.fromEntries(
      Object.entries(route.answers ?? {}).map(([status, what]) => [
        status,
        status === '204' ? { description: what } : done(what),
      ]),
    ),
    ...Object.fromEntries(Object.entries(usual).map(([status, codes]) => [status, refusal(codes)])),
  };
}
