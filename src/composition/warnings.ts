import type { Config } from './config.ts';

/** What works but not as an owner may think, by a stable code, with a sentence for the terminal. */
const WARNINGS = {
  no_cart:
    "CART_URL_TEMPLATE n'est pas réglé : le lien de commande montre la commande, et un conseiller la confirme et la marque vendue.",
  no_mail:
    "SMTP_URL n'est pas réglé : aucun courrier ne part (invitations, liens de connexion, nouveaux mots de passe).",
  fake_messaging:
    'MESSAGING=fake : aucun client n’est joint ; le simulateur demande une connexion.',
  plain_http:
    'Léa est joignable d’ailleurs sans https : mots de passe et messages passent en clair.',
  same_secret:
    'AUTH_SECRET et ERASURE_KEY sont identiques : qui obtient l’un a l’autre. Changez AUTH_SECRET (chacun se reconnecte).',
} as const;

export type WarningCode = keyof typeof WARNINGS;
export interface Warning {
  readonly code: WarningCode;
  readonly text: string;
}

/** What the owner should know about the settings; said at the start, by `npm run doctor` and on the page Système. */
export function warningsOf(config: Config): readonly Warning[] {
  const { exposure, publicUrl, authSecret, erasureKey } = config;
  const serious = !exposure.trial;
  const given: Readonly<Record<WarningCode, boolean>> = {
    no_cart: serious && config.cart.template === null,
    no_mail: serious && config.mail.kind !== 'smtp',
    fake_messaging: serious && config.messaging.kind === 'fake',
    plain_http: exposure.by !== null && publicUrl?.startsWith('https:') !== true,
    same_secret: authSecret !== null && authSecret === erasureKey,
  };
  return (Object.keys(WARNINGS) as WarningCode[])
    .filter((code) => given[code])
    .map((code) => ({ code, text: WARNINGS[code] }));
}
