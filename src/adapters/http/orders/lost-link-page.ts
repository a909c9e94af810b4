/** For a customer whose order link leads nowhere. */
export const lostLinkPage = (): string => `<!doctype html>
<html lang="fr">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Lien introuvable</title>
<style>
  :root { color-scheme: light dark; }
  body { font: 1.05rem/1.5 system-ui, sans-serif; max-width: 32rem; margin: 20vh auto 0; padding: 0 1.25rem; }
</style>
<main>
  <h1>Lien introuvable</h1>
  <p>Ce lien de commande n’existe pas ou n’est plus valable.</p>
  <p>Écrivez-nous sur WhatsApp&nbsp;: nous vous en enverrons un nouveau.</p>
</main>
</html>
`;
