import type { PersonalData } from '../../../application/privacy/export-user-data.ts';

const escape = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

const STYLE = `
  :root { color-scheme: light dark; }
  body { font: 1rem/1.5 system-ui, sans-serif; max-width: 44rem; margin: 6vh auto; padding: 0 1.25rem; overflow-wrap: anywhere; }
  button, .button { font: inherit; padding: .7rem 1.2rem; border-radius: .5rem; border: 1px solid #0a7b5c; background: #0a7b5c; color: #fff; cursor: pointer; text-decoration: none; display: inline-block; margin: 0 .5rem .5rem 0; }
  button.second { background: transparent; color: inherit; }
  section { margin: 2rem 0; } article { border-top: 1px solid #8886; padding: .6rem 0; }
  dl { display: grid; grid-template-columns: minmax(8rem, 30%) 1fr; gap: .15rem 1rem; margin: 0; } dt { opacity: .75; } dd { margin: 0; white-space: pre-wrap; }
  .me { border-left: 3px solid #0a7b5c; padding-left: .8rem; }
`;

const page = (title: string, content: string): string => `<!doctype html>
<html lang="fr">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escape(title)}</title>
<style>${STYLE}</style>
<main>
<h1>${escape(title)}</h1>
${content}
</main>
</html>
`;

/** Asks first: what previews links in a chat only ever reads this, and the link stays good. */
export const askPage = (shopName: string): string =>
  page(
    'Vos données',
    `<p>${escape(shopName)} vous montre tout ce qui est enregistré à votre sujet.</p>
<p>Ce lien ne s’ouvre <strong>qu’une seule fois</strong>. Choisissez :</p>
<form method="post">
<button name="format" value="html">Voir mes données</button>
<button name="format" value="json" class="second">Télécharger le fichier</button>
</form>`,
  );

export const usedPage = (): string =>
  page(
    'Lien expiré',
    `<p>Ce lien a déjà servi, ou il a plus de 24 heures.</p>
<p>Écrivez <strong>MES DONNEES</strong> sur WhatsApp : vous en recevrez un nouveau.</p>`,
  );

const TITLES: Readonly<Record<string, string>> = {
  users: 'Votre fiche',
  customer_aliases: 'Vos numéros',
  consent_logs: 'Vos consentements',
  conversations: 'Vos conversations',
  messages: 'Vos messages',
  orders: 'Vos commandes',
  order_items: 'Vos articles commandés',
  loyalty_coupons: 'Vos coupons',
  campaign_messages: 'Messages de suivi',
  survey_answers: 'Vos notes',
  restock_requests: 'Vos demandes de retour en stock',
  recommendations: 'Ce qui vous a été conseillé',
  unmet_demand: 'Ce que vous avez cherché',
  advisor_alerts: 'Demandes transmises à un conseiller',
  conversation_notes: 'Notes des conseillers',
  turns: 'Réponses de Léa',
};

const LABELS: Readonly<Record<string, string>> = {
  phone_number: 'Téléphone',
  name: 'Nom',
  language: 'Langue',
  created_at: 'Date',
  service_consent: 'Consentement au service',
  marketing_consent: 'Consentement aux offres',
  consent_version: 'Version du texte',
  preferences: 'Préférences',
  health: 'Informations de santé',
  content: 'Texte',
  timestamp: 'Date',
  sender: 'De',
  kind: 'Nature',
  amount_cfa: 'Montant (FCFA)',
  status: 'État',
  code: 'Code',
  discount_pct: 'Remise (%)',
  valid_from: 'Valable du',
  valid_to: 'au',
  used: 'Utilisé',
  score: 'Note',
  comment: 'Commentaire',
  consent_given: 'Accord',
  purpose: 'Pour',
  version: 'Version',
  alias: 'Numéro ou identifiant',
  started_at: 'Début',
  ended_at: 'Fin',
  summary: 'Résumé',
  reason: 'Raison',
  query: 'Recherche',
};
const SENDERS: Readonly<Record<string, string>> = {
  user: 'Vous',
  assistant: 'Léa',
  human: 'Conseiller',
};

/** Everything that is held, to be read by the person whom it is about. */
export function dataPage(data: PersonalData, timeZone: string): string {
  const json = Buffer.from(JSON.stringify(data, null, 2)).toString('base64');
  const sections = Object.entries(data)
    .filter(([, rows]) => rows.length > 0)
    .map(
      ([table, rows]) =>
        `<section><h2>${escape(TITLES[table] ?? table)} (${rows.length})</h2>\n${rows.map((row) => rowOf(row, timeZone)).join('\n')}\n</section>`,
    );
  return page(
    'Vos données',
    `<p>Voici tout ce qui est enregistré à votre sujet. Pour tout effacer, écrivez <strong>SUPPRIMER</strong> sur WhatsApp.</p>
<p><a class="button" download="mes-donnees.json" href="data:application/json;base64,${json}">Télécharger le fichier</a></p>
${sections.join('\n')}`,
  );
}

function rowOf(row: Readonly<Record<string, unknown>>, timeZone: string): string {
  const fields = Object.entries(row).filter(([, value]) => !isEmpty(value));
  const items = fields.map(
    ([name, value]) =>
      `<dt>${escape(LABELS[name] ?? name)}</dt><dd>${escape(shown(name, value, timeZone))}</dd>`,
  );
  return `<article${row['sender'] === 'user' ? ' class="me"' : ''}><dl>${items.join('')}</dl></article>`;
}

const isEmpty = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  value === '' ||
  (typeof value === 'object' && !(value instanceof Date) && Object.keys(value).length === 0);

function shown(name: string, value: unknown, timeZone: string): string {
  if (value instanceof Date)
    return new Intl.DateTimeFormat('fr', {
      timeZone,
      dateStyle: 'medium',
      timeStyle: 'short',
    }).format(value);
  if (typeof value === 'boolean') return value ? 'oui' : 'non';
  if (name === 'sender' && typeof value === 'string') return SENDERS[value] ?? value;
  return typeof value === 'string' ? value : JSON.stringify(value);
}
