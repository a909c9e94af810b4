/** What the terminal says: progress while starting, then where everything is. */
export const progressLine = (step: string): string => `  … ${step}`;

export interface BannerFacts {
  readonly url: string;
  readonly simulator: boolean;
  readonly mailPage: boolean;
  readonly admin: { readonly email: string; readonly password: string | null };
  readonly warnings: readonly string[];
  readonly role: string;
  readonly dataDir: string;
}

/** The addresses and how to sign in; the password only on the start that made it. */
export function banner(facts: BannerFacts): string {
  if (facts.role === 'worker') return '\n  Léa travaille (ROLE=worker). Arrêt : Ctrl-C.\n';
  const password =
    facts.admin.password === null
      ? 'mot de passe affiché au premier démarrage, ou celui de ADMIN_PASSWORD'
      : `mot de passe : ${facts.admin.password}`;
  const lines = [
    '',
    `  Léa écoute sur ${facts.url}`,
    '',
    `  Tableau de bord   ${facts.url}/`,
    ...(facts.simulator ? [`  Simulateur        ${facts.url}/simulator`] : []),
    `  API               ${facts.url}/docs`,
    ...(facts.mailPage ? [`  Courrier (essai)  ${facts.url}/dev/mail`] : []),
    `  Connexion         ${facts.admin.email}   ${password}`,
    '',
    ...facts.warnings.map((warning) => `  ! ${warning}`),
    ...(facts.warnings.length === 0 ? [] : ['']),
    `  Données : ${facts.dataDir}   Arrêt : Ctrl-C`,
    '',
  ];
  return lines.join('\n');
}
