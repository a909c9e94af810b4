import { defineTexts } from '../../i18n/texts.ts';

export const systemTexts = defineTexts(
  {
    title: 'Système',
    description: 'L’état du serveur, relu toutes les 15 secondes.',
    ready: 'En service',
    readyText: 'Le serveur, la base de données et le traitement des messages répondent.',
    notReady: 'Service dégradé',
    details: 'Détails',
    yes: 'oui',
    no: 'non',
    none: 'aucun',
    docs: 'Documentation de l’API',
    refresh: 'Relire maintenant',
  },
  {
    title: 'System',
    description: 'The state of the server, read again every 15 seconds.',
    ready: 'In service',
    readyText: 'The server, the database and the handling of messages answer.',
    notReady: 'Degraded',
    details: 'Details',
    yes: 'yes',
    no: 'no',
    none: 'none',
    docs: 'Documentation of the API',
    refresh: 'Read again now',
  },
);
