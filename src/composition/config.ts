import { z } from 'zod';
import { COUNTRIES } from '../domain/shop/countries.ts';
import { countryCode } from '../domain/shop/country-code.ts';
import { exposureOf, isGuessable, missingSecret, sharedSecret } from './safety.ts';
import { weaknessOfSecret } from './secret-strength.ts';
import { isVapidPrivateKey } from './vapid-keys.ts';

/** A setting that stops the start: one sentence that names the variable. */
export class ConfigError extends Error {}

const optional = z.string().min(1).optional();
const choice = <const T extends readonly [string, ...string[]]>(
  name: string,
  values: T,
  fallback: T[number],
) => z.enum(values, { error: `${name} must be one of ${values.join(', ')}.` }).default(fallback);
const integer = (name: string, min: number, max: number) =>
  z.coerce
    .number({ error: `${name} must be a whole number from ${min} to ${max}.` })
    .int(`${name} must be a whole number.`)
    .min(min, `${name} must be at least ${min}.`)
    .max(max, `${name} must be at most ${max}.`);
const url = (name: string, protocols: readonly string[]) =>
  z
    .string()
    .refine(
      (value) => URL.canParse(value) && protocols.includes(new URL(value).protocol),
      `${name} must be a URL beginning with ${protocols.map((p) => `${p}//`).join(' or ')}`,
    );
/** Keys from which others are made, and what opens everything. */
const KEY_LENGTH = 32;
/** What two programs tell each other. */
const TOKEN_LENGTH = 24;
/** Every secret of ours passes here: one measure, one sentence. */
const secret = (name: string, minLength = KEY_LENGTH) =>
  z.string().superRefine((value, context) => {
    const weakness = weaknessOfSecret(value, minLength);
    if (weakness === null) return;
    context.addIssue({
      code: 'custom',
      message: `${name} is too weak: ${weakness}; take one from "openssl rand -base64 48".`,
    });
  });
/** Goes behind "Bearer". */
const bearer = (name: string, minLength?: number) =>
  secret(name, minLength).regex(/^\S+$/, `${name} must not contain spaces.`);

/** As a code (`US`) or by its French or English name. */
const country = (name: string) =>
  z
    .string()
    .transform((value, context) => {
      const code = countryCode(value);
      if (code === null)
        context.addIssue(`${name} must be a country: its two-letter code (US) or its name.`);
      return code ?? '';
    })
    .optional();

const http = ['http:', 'https:'] as const;

const list = (value: string): readonly string[] =>
  value
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');

const Environment = z.object({
  PORT: integer('PORT', 0, 65_535).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  PUBLIC_URL: url('PUBLIC_URL', http)
    .refine(isBareAddress, 'PUBLIC_URL must be an address only: no user, no query, no #.')
    .transform((value) => value.replace(/(?<!\/)\/+$/, ''))
    .optional(),
  NODE_ENV: choice('NODE_ENV', ['development', 'production', 'test'], 'development'),
  LOG_LEVEL: choice(
    'LOG_LEVEL',
    ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'],
    'info',
  ),
  ROLE: choice('ROLE', ['all', 'web', 'worker'], 'all'),
  DATABASE_URL: url('DATABASE_URL', ['postgres:', 'postgresql:']).optional(),
  APP_DATABASE_URL: url('APP_DATABASE_URL', ['postgres:', 'postgresql:']).optional(),
  DATABASE_POOL: integer('DATABASE_POOL', 2, 200).default(16),
  DATA_DIR: z.string().min(1).default('./.lea'),
  DEMO_DATA: z
    .enum(['true', 'false', 'catalogue'], {
      error: 'DEMO_DATA must be true, false or catalogue.',
    })
    .optional(),
  MESSAGING: choice('MESSAGING', ['fake', 'whapi'], 'fake'),
  WHAPI_TOKEN: optional,
  WHAPI_BASE_URL: url('WHAPI_BASE_URL', http).default('https://gate.whapi.cloud'),
  WHAPI_WEBHOOK_SECRET: secret('WHAPI_WEBHOOK_SECRET', TOKEN_LENGTH).optional(),
  LLM: choice('LLM', ['stub', 'openai'], 'stub'),
  OPENAI_API_KEY: optional,
  OPENAI_BASE_URL: url('OPENAI_BASE_URL', http).optional(),
  OPENAI_MODEL: z.string().min(1).default('gpt-4o'),
  OPENAI_FALLBACK_MODEL: z.string().min(1).default('gpt-5.4-mini'),
  OPENAI_TRANSCRIBE_MODEL: z.string().min(1).default('gpt-transcribe'),
  MODEL_PROVIDER_NAME: z.string().trim().min(1).max(80).optional(),
  MODEL_PROVIDER_COUNTRY: country('MODEL_PROVIDER_COUNTRY'),
  DATA_COUNTRY: country('DATA_COUNTRY'),
  NOTIFIERS: z.string().default('log'),
  SMTP_URL: url('SMTP_URL', ['smtp:', 'smtps:']).optional(),
  EMAIL_FROM: optional,
  ALERT_EMAIL_TO: optional,
  SLACK_BOT_TOKEN: optional,
  SLACK_CHANNEL: optional,
  SLACK_SIGNING_SECRET: secret('SLACK_SIGNING_SECRET').optional(),
  SLACK_API_URL: url('SLACK_API_URL', http).optional(),
  CART_URL_TEMPLATE: z
    .string()
    .refine(
      (value) => value.includes('{order_id}') && /^https?:\/\//.test(value),
      'CART_URL_TEMPLATE must be a URL that contains {order_id}.',
    )
    .optional(),
  CART_CALLBACK_SECRET: secret('CART_CALLBACK_SECRET', TOKEN_LENGTH).optional(),
  IDENTITY: choice('IDENTITY', ['local', 'supabase'], 'local'),
  SUPABASE_URL: url('SUPABASE_URL', http).optional(),
  AUTH_SECRET: secret('AUTH_SECRET').optional(),
  ERASURE_KEY: secret('ERASURE_KEY').optional(),
  VAPID_PRIVATE_KEY: z
    .string()
    .regex(
      /^[\w-]{43}$/,
      'VAPID_PRIVATE_KEY must be 43 characters of base64url, as "npx web-push generate-vapid-keys" prints them.',
    )
    .refine(isVapidPrivateKey, 'VAPID_PRIVATE_KEY must be a private key of the curve P-256.')
    .optional(),
  ADMIN_EMAIL: z.email('ADMIN_EMAIL must be a mail address.').default('admin@lea.local'),
  ADMIN_PASSWORD: z
    .string()
    .min(10, 'ADMIN_PASSWORD is too weak: at least 10 characters are needed.')
    .refine(
      (value) => !isGuessable(value),
      'ADMIN_PASSWORD is too weak: it is too long or too easy to guess.',
    )
    .optional(),
  // No secret: every client carries it.
  PUBLIC_API_KEY: z
    .string()
    .regex(/^[\x21-\x7e]+$/, 'PUBLIC_API_KEY must be of plain characters without spaces.')
    .default('lea-public'),
  SERVICE_ROLE_KEY: bearer('SERVICE_ROLE_KEY').optional(),
  STORAGE: choice('STORAGE', ['local', 's3'], 'local'),
  S3_ENDPOINT: url('S3_ENDPOINT', http).optional(),
  S3_BUCKET: optional,
  S3_ACCESS_KEY_ID: optional,
  S3_SECRET_ACCESS_KEY: optional,
  S3_REGION: z.string().min(1).default('us-east-1'),
  BURST_WINDOW_MS: integer('BURST_WINDOW_MS', 0, 5_000).default(1_200),
  COUNTRY: z
    .string()
    .refine(
      (value) => Object.hasOwn(COUNTRIES, value),
      `COUNTRY must be one of ${Object.keys(COUNTRIES).join(', ')}.`,
    )
    .default('GA'),
  TIME_ZONE: z
    .string()
    .refine(
      (value) => Intl.supportedValuesOf('timeZone').includes(value) || isTimeZone(value),
      'TIME_ZONE must be an IANA time zone such as Africa/Libreville.',
    )
    .optional(),
  CURRENCY: z.enum(['XAF', 'XOF'], { error: 'CURRENCY must be XAF or XOF.' }).optional(),
  EMERGENCY_NUMBERS: z
    .string()
    .regex(
      /^[^:,]+:[^:,]+(,[^:,]+:[^:,]+)*$/,
      'EMERGENCY_NUMBERS must read "SAMU:1300,Pompiers:18".',
    )
    .optional(),
  METRICS_TOKEN: bearer('METRICS_TOKEN', TOKEN_LENGTH).optional(),
  TRUST_PROXY: integer('TRUST_PROXY', 0, 10).default(0),
  CORS_ORIGINS: z
    .string()
    .default('')
    .transform((value) => list(value).map((entry) => entry.replace(/\/$/, '').toLowerCase()))
    .refine(
      (origins) => origins.every(isExactOrigin),
      'CORS_ORIGINS must be a comma list of exact origins such as https://shop.example.org, without "*" and "null".',
    ),
  /** npm's own, which names the script that it runs. */
  npm_lifecycle_event: z.string().optional(),
});

/** Every variable that Léa reads. */
export const SETTINGS: readonly string[] = Object.keys(Environment.shape).filter(
  (name) => name !== 'npm_lifecycle_event',
);

/** Scheme, host and port of a web page, without the patterns that libraries read as "any". */
function isExactOrigin(value: string): boolean {
  if (/[*?]/.test(value) || !URL.canParse(value)) return false;
  const { origin, protocol } = new URL(value);
  return origin === value && (http as readonly string[]).includes(protocol);
}

function isBareAddress(value: string): boolean {
  if (!URL.canParse(value)) return true;
  const { username, password, search, hash } = new URL(value);
  return [username, password, search, hash].every((part) => part === '');
}

function isTimeZone(value: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: value });
    return true;
  } catch {
    return false;
  }
}

type Env = z.infer<typeof Environment>;

function required<K extends keyof Env>(env: Env, name: K, because: string): NonNullable<Env[K]> {
  const value = env[name];
  if (value === undefined) throw new ConfigError(`${name} is required with ${because}.`);
  return value;
}

function messaging(env: Env) {
  if (env.MESSAGING === 'fake')
    return { kind: 'fake' as const, webhookSecret: env.WHAPI_WEBHOOK_SECRET ?? null };
  return {
    kind: 'whapi' as const,
    token: required(env, 'WHAPI_TOKEN', 'MESSAGING=whapi'),
    baseUrl: env.WHAPI_BASE_URL,
    webhookSecret: required(env, 'WHAPI_WEBHOOK_SECRET', 'MESSAGING=whapi'),
  };
}

function languageModel(env: Env) {
  if (env.LLM === 'stub') return { kind: 'stub' as const };
  return {
    kind: 'openai' as const,
    apiKey: required(env, 'OPENAI_API_KEY', 'LLM=openai'),
    baseUrl: env.OPENAI_BASE_URL ?? null,
    model: env.OPENAI_MODEL,
    fallbackModel: env.OPENAI_FALLBACK_MODEL,
    transcribeModel: env.OPENAI_TRANSCRIBE_MODEL,
    provider: {
      name: env.MODEL_PROVIDER_NAME ?? null,
      country: env.MODEL_PROVIDER_COUNTRY ?? null,
    },
  };
}

export type NotifierConfig = ReturnType<typeof notifier>;
function notifier(env: Env, name: string) {
  switch (name) {
    case 'log':
      return { kind: 'log' as const };
    case 'smtp':
      return {
        kind: 'smtp' as const,
        smtpUrl: required(env, 'SMTP_URL', 'NOTIFIERS=smtp'),
        from: required(env, 'EMAIL_FROM', 'NOTIFIERS=smtp'),
        to: required(env, 'ALERT_EMAIL_TO', 'NOTIFIERS=smtp'),
      };
    case 'slack':
      return {
        kind: 'slack' as const,
        token: required(env, 'SLACK_BOT_TOKEN', 'NOTIFIERS=slack'),
        channel: required(env, 'SLACK_CHANNEL', 'NOTIFIERS=slack'),
        apiUrl: env.SLACK_API_URL ?? null,
      };
    default:
      throw new ConfigError(
        `NOTIFIERS must be a comma list of log, smtp, slack; "${name}" is none of them.`,
      );
  }
}

function storage(env: Env) {
  if (env.STORAGE === 'local') return { kind: 'local' as const };
  return {
    kind: 's3' as const,
    endpoint: required(env, 'S3_ENDPOINT', 'STORAGE=s3'),
    bucket: required(env, 'S3_BUCKET', 'STORAGE=s3'),
    accessKeyId: required(env, 'S3_ACCESS_KEY_ID', 'STORAGE=s3'),
    secretAccessKey: required(env, 'S3_SECRET_ACCESS_KEY', 'STORAGE=s3'),
    region: env.S3_REGION,
  };
}

function demoData(env: Env): 'none' | 'catalogue' | 'shop' {
  if (env.DEMO_DATA === 'catalogue') return 'catalogue';
  const wanted =
    env.DEMO_DATA === undefined ? env.DATABASE_URL === undefined : env.DEMO_DATA === 'true';
  return wanted ? 'shop' : 'none';
}

function database(env: Env) {
  if (env.DATABASE_URL === undefined) return { kind: 'embedded' as const };
  return {
    kind: 'url' as const,
    ownerUrl: env.DATABASE_URL,
    appUrl: env.APP_DATABASE_URL ?? null,
    authSecret: required(env, 'AUTH_SECRET', 'DATABASE_URL'),
    erasureKey: required(env, 'ERASURE_KEY', 'DATABASE_URL'),
  };
}

export type Config = ReturnType<typeof readConfig>;

/**
 * Reads the environment once.
 * @throws ConfigError with one sentence naming the variable that is unknown, missing or weak
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>) {
  // An empty variable is an unset one: that is how compose files leave things out.
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = Environment.safeParse(given);
  if (!parsed.success)
    throw new ConfigError(parsed.error.issues[0]?.message ?? 'The configuration is not valid.');
  const env = parsed.data;
  const emergencyNumbers =
    env.EMERGENCY_NUMBERS === undefined
      ? null
      : list(env.EMERGENCY_NUMBERS).map((pair) => ({
          label: pair.split(':')[0]!.trim(),
          number: pair.split(':')[1]!.trim(),
        }));
  if (
    env.MESSAGING === 'whapi' &&
    emergencyNumbers === null &&
    COUNTRIES[env.COUNTRY]!.emergencyNumbers.length === 0
  ) {
    throw new ConfigError(
      `EMERGENCY_NUMBERS is required with MESSAGING=whapi: none are known for COUNTRY=${env.COUNTRY}.`,
    );
  }
  const exposure = exposureOf({
    host: env.HOST,
    publicUrl: env.PUBLIC_URL ?? null,
    trustProxy: env.TRUST_PROXY,
    environment: env.NODE_ENV,
  });
  const unsafe = missingSecret(env, exposure) ?? sharedSecret(env);
  if (unsafe !== null) throw new ConfigError(unsafe);
  return {
    /** By `npm start`, and not by whoever set it up to go on alone. */
    startedByNpm: env.npm_lifecycle_event === 'start',
    port: env.PORT,
    host: env.HOST,
    publicUrl: env.PUBLIC_URL ?? null,
    environment: env.NODE_ENV,
    logLevel: env.LOG_LEVEL,
    role: env.ROLE,
    dataDir: env.DATA_DIR,
    database: database(env),
    databasePool: env.DATABASE_POOL,
    demoData: demoData(env),
    messaging: messaging(env),
    languageModel: languageModel(env),
    notifiers: list(env.NOTIFIERS).map((name) => notifier(env, name)),
    mail:
      env.SMTP_URL === undefined
        ? { kind: 'outbox' as const }
        : { kind: 'smtp' as const, smtpUrl: env.SMTP_URL, from: env.EMAIL_FROM ?? env.ADMIN_EMAIL },
    ownerEmail: env.ALERT_EMAIL_TO ?? env.ADMIN_EMAIL,
    slackSigningSecret: env.SLACK_SIGNING_SECRET ?? null,
    cart: {
      template: env.CART_URL_TEMPLATE ?? null,
      callbackSecret: env.CART_CALLBACK_SECRET ?? null,
    },
    identity:
      env.IDENTITY === 'local'
        ? { kind: 'local' as const }
        : { kind: 'supabase' as const, url: required(env, 'SUPABASE_URL', 'IDENTITY=supabase') },
    authSecret: env.AUTH_SECRET ?? null,
    erasureKey: env.ERASURE_KEY ?? null,
    vapidPrivateKey: env.VAPID_PRIVATE_KEY ?? null,
    admin: { email: env.ADMIN_EMAIL, password: env.ADMIN_PASSWORD ?? null },
    publicApiKey: env.PUBLIC_API_KEY,
    serviceRoleKey: env.SERVICE_ROLE_KEY ?? null,
    storage: storage(env),
    burstWindowMs: env.BURST_WINDOW_MS,
    country: env.COUNTRY,
    dataCountry: env.DATA_COUNTRY ?? null,
    timeZone: env.TIME_ZONE ?? COUNTRIES[env.COUNTRY]!.timeZone,
    currency: env.CURRENCY ?? COUNTRIES[env.COUNTRY]!.currency,
    emergencyNumbers,
    metricsToken: env.METRICS_TOKEN ?? null,
    trustProxy: env.TRUST_PROXY,
    corsOrigins: env.CORS_ORIGINS,
    exposure,
  };
}
