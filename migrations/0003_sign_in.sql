-- Sign-in: what better-auth 1.7 keeps, in a schema of its own (`auth` is taken on Supabase). The names are the
-- library's; a test compares these tables with what it asks for. No row-level security here: nobody but the
-- server's own login comes near, and neither anon, authenticated nor service_role may even look inside.

create schema lea_auth;

-- An account belongs to a member of staff and goes with them.
create table lea_auth."user" (
  "id" uuid primary key references public.users (id) on delete cascade,
  "name" text not null,
  "email" text not null unique check ("email" = lower("email")),
  "emailVerified" boolean not null,
  "image" text,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now(),
  "twoFactorEnabled" boolean default false,
  "twoFactorRequired" boolean not null default false
);

create table lea_auth."session" (
  "id" uuid primary key default gen_random_uuid(),
  "expiresAt" timestamptz not null,
  "token" text not null unique,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null,
  "ipAddress" text,
  "userAgent" text,
  "userId" uuid not null references lea_auth."user" ("id") on delete cascade
);
create index "session_userId_idx" on lea_auth."session" ("userId");

-- The password's hash is here.
create table lea_auth."account" (
  "id" uuid primary key default gen_random_uuid(),
  "accountId" text not null,
  "providerId" text not null,
  "userId" uuid not null references lea_auth."user" ("id") on delete cascade,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  "scope" text,
  "password" text,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null
);
create index "account_userId_idx" on lea_auth."account" ("userId");

-- Links and challenges under way, by the hash of their token.
create table lea_auth."verification" (
  "id" uuid primary key default gen_random_uuid(),
  "identifier" text not null,
  "value" text not null,
  "expiresAt" timestamptz not null,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);
create index "verification_identifier_idx" on lea_auth."verification" ("identifier");

-- Secrets are encrypted under AUTH_SECRET.
create table lea_auth."twoFactor" (
  "id" uuid primary key default gen_random_uuid(),
  "secret" text not null,
  "backupCodes" text not null,
  "userId" uuid not null references lea_auth."user" ("id") on delete cascade,
  "verified" boolean,
  "failedVerificationCount" integer,
  "lockedUntil" timestamptz
);
create index "twoFactor_secret_idx" on lea_auth."twoFactor" ("secret");
create index "twoFactor_userId_idx" on lea_auth."twoFactor" ("userId");

create table lea_auth."jwks" (
  "id" uuid primary key default gen_random_uuid(),
  "publicKey" text not null,
  "privateKey" text not null,
  "createdAt" timestamptz not null,
  "expiresAt" timestamptz,
  "alg" text,
  "crv" text
);

-- Attempts by address and path.
create table lea_auth."rateLimit" (
  "id" uuid primary key default gen_random_uuid(),
  "key" text not null unique,
  "count" integer not null,
  "lastRequest" bigint not null
);

-- Attempts by account, keyed by a hash of the address (rate-limiter-flexible's table).
create table lea_auth."accountAttempt" (
  "key" varchar(255) primary key,
  "points" integer not null default 0,
  "expire" bigint
);
create index "accountAttempt_expire_idx" on lea_auth."accountAttempt" ("expire");

-- The server's login is given its rights here after the migrations: its name follows from the database's.
revoke all on schema lea_auth from public;
