/** What a configuration must have to be safe, as one sentence that names the variable, or null. */
import { weaknessOf } from '../adapters/identity/local/password-policy.ts';
import type { Exposure } from '../adapters/network/exposure.ts';

export { exposureOf } from '../adapters/network/exposure.ts';

type Given = Readonly<Record<string, unknown>>;

/** Secrets that Léa made up by herself are for trying: whom others can reach keeps their own. */
export function missingSecret(env: Given, { by }: Exposure): string | null {
  if (by === null) return null;
  const missing = ['AUTH_SECRET', 'ERASURE_KEY'].find((name) => env[name] === undefined);
  return missing === undefined
    ? null
    : `${missing} is required where others can reach Léa (${by}): take one from "openssl rand -base64 48", or what secrets.json under DATA_DIR holds since a first try.`;
}

const SECRETS = [
  'SERVICE_ROLE_KEY',
  'AUTH_SECRET',
  'ERASURE_KEY',
  'ADMIN_PASSWORD',
  'WHAPI_WEBHOOK_SECRET',
  'CART_CALLBACK_SECRET',
  'METRICS_TOKEN',
  'SLACK_SIGNING_SECRET',
  'PUBLIC_API_KEY',
];
/** Both stay in the house: the owner is told (`warningsOf`), not stopped. */
const TOLERATED = new Set(['AUTH_SECRET', 'ERASURE_KEY']);

/** Who is told one secret may do what it opens, and nothing else. */
export function sharedSecret(env: Given): string | null {
  const given = SECRETS.filter((name) => env[name] !== undefined);
  for (const [index, name] of given.entries()) {
    const first = given
      .slice(0, index)
      .find((other) => env[other] === env[name] && !(TOLERATED.has(other) && TOLERATED.has(name)));
    if (first !== undefined) return `${name} must not be the same as ${first}: take another one.`;
  }
  return null;
}

/** Whether a password is among those that everybody tries first. */
export const isGuessable = (password: string): boolean => weaknessOf(password) !== null;
