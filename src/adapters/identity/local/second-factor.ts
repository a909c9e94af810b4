import type { BetterAuthPlugin } from 'better-auth';
import { createAuthMiddleware } from 'better-auth/api';
import { twoFactor } from 'better-auth/plugins';

/** Where a browser goes that used a link and still owes the code. */
const CODE_PAGE = '/sign-in?two_factor=1';

/**
 * Codes from an authenticator app, asked for after the password and after the link alike. The library asks
 * only after the password; a mailbox would then open an account that has a second factor. Its own challenge
 * is hung behind the link as well.
 */
export function secondFactor() {
  const plugin = twoFactor({ issuer: 'Léa', allowPasswordless: true });
  const challenge = plugin.hooks.after[0];
  if (challenge === undefined) throw new Error('The two-factor plugin has no challenge any more.');
  const afterLink = (context: { readonly path?: string | undefined }): boolean =>
    context.path === '/magic-link/verify';
  const linkChallenge = {
    id: 'second-factor-after-link',
    hooks: {
      after: [
        { matcher: afterLink, handler: challenge.handler },
        {
          matcher: afterLink,
          handler: createAuthMiddleware(async (ctx) => {
            const { returned } = ctx.context;
            const owes =
              typeof returned === 'object' && returned !== null && 'twoFactorRedirect' in returned;
            const { callbackURL } = (ctx.query ?? {}) as { readonly callbackURL?: string };
            if (owes && callbackURL !== undefined) throw ctx.redirect(CODE_PAGE);
          }),
        },
      ],
    },
  } satisfies BetterAuthPlugin;
  return [plugin, linkChallenge] as const;
}
