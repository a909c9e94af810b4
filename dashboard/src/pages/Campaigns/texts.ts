import { defineTexts } from '../../i18n/texts.ts';

export const campaignTexts = defineTexts(
  {
    title: 'Campagnes',
    description:
      'Enquêtes, conseils d’utilisation, relances et retours en stock, toujours avec l’accord du client.',
    list: 'Messages de campagne',
    type: 'Type',
    survey: 'Enquête',
    reactivation: 'Relance',
    usage_tip: 'Conseil d’utilisation',
    restock: 'Retour en stock',
    status: 'État',
    pending: 'Prévu',
    sent: 'Envoyé',
    failed: 'Non envoyé',
    due: 'Prévu le',
    sentAt: 'Envoyé le',
    replied: 'Réponse',
    any: 'Tous',
    empty: 'Aucun message de campagne',
    emptyText:
      'Léa envoie d’elle-même une enquête après la livraison et des conseils d’utilisation, aux clients qui l’acceptent et aux heures convenables.',
    noMatch: 'Aucun message dans cet état',
  },
  {
    title: 'Campaigns',
    description:
      'Surveys, usage tips, reminders and restock news, always with the customer’s consent.',
    list: 'Campaign messages',
    type: 'Type',
    survey: 'Survey',
    reactivation: 'Reminder',
    usage_tip: 'Usage tip',
    restock: 'Back in stock',
    status: 'State',
    pending: 'Planned',
    sent: 'Sent',
    failed: 'Not sent',
    due: 'Planned for',
    sentAt: 'Sent on',
    replied: 'Reply',
    any: 'All',
    empty: 'No campaign message',
    emptyText:
      'Léa sends a survey after delivery and usage tips by herself, to customers who agreed and at decent hours.',
    noMatch: 'No message in this state',
  },
);
