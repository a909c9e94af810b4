import type { SignInEndpoint } from '../../../ports/identity.ts';
import { BASE_PATH, type Auth } from './create-auth.ts';
import { SIGN_IN_PATHS } from './sign-in-paths.ts';

type Json = Readonly<Record<string, unknown>>;

interface LibraryOperation {
  readonly description?: string;
  readonly parameters?: readonly Json[];
  readonly requestBody?: Content;
  readonly responses?: Readonly<Record<string, Content>>;
}
interface Content {
  readonly content?: { readonly 'application/json'?: { readonly schema?: Json } };
}

/** What nobody could call who must sign in first. The two codes come with the cookie of a half-done sign-in. */
const OPEN = new Set([
  '/sign-in/email',
  '/sign-in/magic-link',
  '/magic-link/verify',
  '/get-session',
  '/jwks',
  '/request-password-reset',
  '/reset-password',
  '/two-factor/verify-totp',
  '/two-factor/verify-backup-code',
  '/ok',
]);

/** The endpoints that are answered, in the words of the library that answers them. */
export async function describeSignIn(auth: Auth): Promise<readonly SignInEndpoint[]> {
  const document = await auth.api.generateOpenAPISchema();
  const paths = document.paths as Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  const { schemas } = document.components as unknown as { schemas: Readonly<Record<string, Json>> };
  return Object.keys(SIGN_IN_PATHS).flatMap((path) =>
    Object.entries(readOnce(paths[path] ?? {})).map(([method, described]) => {
      const operation = described as LibraryOperation;
      return {
        method,
        path: `${BASE_PATH}${path}`,
        summary: operation.description ?? path,
        open: OPEN.has(path),
        redirects: path === '/magic-link/verify',
        parameters: operation.parameters ?? [],
        body: schemaIn(operation.requestBody, schemas),
        answer: schemaIn(operation.responses?.['200'], schemas) ?? {},
      };
    }),
  );
}

/**
 * The library lists a POST beside a GET that it only answers when sessions are lengthened by a request of their
 * own.
 */
const readOnce = (methods: Readonly<Record<string, unknown>>) =>
  'get' in methods ? { get: methods['get'] } : methods;

function schemaIn(content: Content | undefined, schemas: Readonly<Record<string, Json>>) {
  const schema = content?.content?.['application/json']?.schema;
  return schema === undefined ? null : (whole(schema, schemas) as Json);
}

/** With what is referred to in its place: names such as `User` mean something else in the document's own parts. */
function whole(value: unknown, schemas: Readonly<Record<string, Json>>): unknown {
  if (Array.isArray(value)) return value.map((part) => whole(part, schemas));
  if (typeof value !== 'object' || value === null) return value;
  const { $ref } = value as { readonly $ref?: unknown };
  if (typeof $ref === 'string') return schemas[$ref.split('/').at(-1)!] ?? {};
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [key, whole(part, schemas)]),
  );
}
