import { LocalIdentity } from '../adapters/identity/local/local-identity.ts';
import { SupabaseIdentity } from '../adapters/identity/supabase/supabase-identity.ts';
import { part, type Recipe } from './part.ts';

/** Who staff are: sign-in of our own, or Supabase's tokens. */
export const identity: readonly Recipe[] = [
  part(
    'identity',
    ['config', 'serverUrl', 'publicUrl', 'authSecret', 'mailer', 'log', 'settings'],
    ({ config, serverUrl, publicUrl, authSecret, mailer, log, settings }) =>
      config.identity.kind === 'supabase'
        ? new SupabaseIdentity({ supabaseUrl: config.identity.url, databaseUrl: serverUrl, log })
        : new LocalIdentity({
            databaseUrl: serverUrl,
            publicUrl,
            secret: authSecret,
            mailer,
            log,
            shopName: () => settings.current().shopName,
            trustProxy: config.trustProxy,
            trustedOrigins: config.corsOrigins,
          }),
  ),
  part('accounts', ['identity'], ({ identity: { accounts } }) => accounts),
  part('signIn', ['identity'], ({ identity: staff }) => ('nodeHandler' in staff ? staff : null)),
];
