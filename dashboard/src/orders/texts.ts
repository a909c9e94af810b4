import { defineTexts } from '../i18n/texts.ts';

export const cancelTexts = defineTexts(
  {
    cancel: 'Annuler',
    cancelOf: (code: string) => `Annuler la commande ${code}`,
    title: (code: string) => `Annuler la commande ${code} ?`,
    completed:
      'La vente sort des chiffres du jour où elle a été faite, le stock revient, et un coupon utilisé pour elle peut resservir.',
    pending: 'Le lien envoyé au client ne vaut plus.',
    reason: 'Pourquoi ?',
    tell: 'Prévenir le client',
    keep: 'Ne rien changer',
    confirm: 'Annuler la commande',
    done: 'Commande annulée',
    failed: 'La commande n’a pas été annulée',
  },
  {
    cancel: 'Cancel',
    cancelOf: (code: string) => `Cancel order ${code}`,
    title: (code: string) => `Cancel order ${code}?`,
    completed:
      'The sale leaves the figures of the day it was made, the stock comes back, and a coupon that was used for it can be used again.',
    pending: 'The link that the customer has is no longer good.',
    reason: 'Why?',
    tell: 'Tell the customer',
    keep: 'Change nothing',
    confirm: 'Cancel the order',
    done: 'Order cancelled',
    failed: 'The order was not cancelled',
  },
);
