import type { Config } from '../../config.ts';
import type { Log } from '../../ports/log.ts';
import type { Mailer } from '../../ports/mailer.ts';
import { LocalIdentity } from './local/local-identity.ts';
import { SupabaseIdentity } from './supabase/supabase-identity.ts';

export interface IdentityMeans {
  readonly serverUrl: string;
  readonly publicUrl: string;
  readonly authSecret: string;
  readonly mailer: Mailer;
  readonly log: Log;
  /** How the mails name the shop. */
  readonly shopName?: () => string;
}

/** Sign-in as the configuration says. */
export function buildIdentity(
  config: Pick<Config, 'identity' | 'trustProxy' | 'corsOrigins'>,
  means: IdentityMeans,
): LocalIdentity | SupabaseIdentity {
  const { serverUrl, publicUrl, authSecret, mailer, log, shopName } = means;
  if (config.identity.kind === 'supabase') {
    return new SupabaseIdentity({ supabaseUrl: config.identity.url, databaseUrl: serverUrl, log });
  }
  return new LocalIdentity({
    databaseUrl: serverUrl,
    publicUrl,
    secret: authSecret,
    mailer,
    log,
    shopName: shopName ?? (() => 'Léa'),
    trustProxy: config.trustProxy,
    trustedOrigins: config.corsOrigins,
  });
}
