import type { Language } from '../../domain/customer/customer.ts';
import { quoted } from '../../domain/shared/others-words.ts';
import type { Mail } from '../../ports/mailer.ts';

interface Invited {
  readonly name: string;
  readonly email: string;
  readonly language: Language;
  readonly shop: string;
  readonly publicUrl: string;
}

/** The mail to a new colleague. It carries no secret: the page sends a link to this address when asked. */
export function invitation({ email, language, publicUrl, ...invited }: Invited): Mail {
  const name = quoted(invited.name);
  const shop = quoted(invited.shop);
  const page = `${publicUrl}/sign-in`;
  return language === 'fr'
    ? {
        to: email,
        subject: `Votre accès au tableau de bord de ${shop}`,
        text: `Bonjour ${name},\n\nUn compte vient d'être ouvert pour vous sur le tableau de bord de ${shop}.\n\nOuvrez ${page}, saisissez votre adresse (${email}) et choisissez « Recevoir un lien par e-mail ».\n\nÀ bientôt,\nLéa`,
      }
    : {
        to: email,
        subject: `Your access to the dashboard of ${shop}`,
        text: `Hello ${name},\n\nAn account has been opened for you on the dashboard of ${shop}.\n\nOpen ${page}, enter your address (${email}) and choose "Get a link by e-mail".\n\nSee you soon,\nLéa`,
      };
}
