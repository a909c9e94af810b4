import type { Language } from '../../../domain/customer/customer.ts';
import { quoted } from '../../../domain/shared/others-words.ts';
import type { Mail } from '../../../ports/mailer.ts';

interface LinkMail {
  readonly to: string;
  readonly language: Language;
  readonly shop: string;
  readonly link: string;
  readonly minutes: number;
}

/** The mail with a sign-in link. */
export function signInMail({ to, language, link, minutes, ...mail }: LinkMail): Mail {
  const shop = quoted(mail.shop);
  return language === 'fr'
    ? {
        to,
        subject: `Votre lien de connexion à ${shop}`,
        text: `Bonjour,\n\nPour vous connecter au tableau de bord de ${shop}, ouvrez ce lien et confirmez :\n\n${link}\n\nIl sert une fois, pendant ${minutes} minutes. Si vous n'avez rien demandé, ignorez ce message.\n\nLéa`,
      }
    : {
        to,
        subject: `Your sign-in link for ${shop}`,
        text: `Hello,\n\nTo sign in to the dashboard of ${shop}, open this link and confirm:\n\n${link}\n\nIt works once, for ${minutes} minutes. If you did not ask for it, ignore this message.\n\nLéa`,
      };
}

/** The mail with a link to choose a password. */
export function passwordMail({ to, language, link, minutes, ...mail }: LinkMail): Mail {
  const shop = quoted(mail.shop);
  return language === 'fr'
    ? {
        to,
        subject: `Choisir votre mot de passe pour ${shop}`,
        text: `Bonjour,\n\nPour choisir un nouveau mot de passe pour le tableau de bord de ${shop}, ouvrez ce lien :\n\n${link}\n\nIl sert une fois, pendant ${minutes} minutes. Si vous n'avez rien demandé, ignorez ce message : votre mot de passe ne change pas.\n\nLéa`,
      }
    : {
        to,
        subject: `Choose your password for ${shop}`,
        text: `Hello,\n\nTo choose a new password for the dashboard of ${shop}, open this link:\n\n${link}\n\nIt works once, for ${minutes} minutes. If you did not ask for it, ignore this message: your password stays as it is.\n\nLéa`,
      };
}
