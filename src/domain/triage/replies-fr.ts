import { callNow, listNumbers, seeSomebody } from './reply-builder.ts';
import type { TriageReplies } from './reply.ts';

export const NOT_A_DEVICE_FR =
  'Léa n’est pas un dispositif médical et ne remplace pas les secours.';
const WORDING = {
  noNumbersNow: 'Appelez les secours ou rendez-vous tout de suite à l’hôpital le plus proche.',
  noNumbersLater: 'rendez-vous à l’hôpital le plus proche.',
  ifWorse: 'Si cela s’aggrave, n’attendez pas :',
  alerted: 'Un conseiller est prévenu.',
  alertedAndAnswers: 'Un conseiller est prévenu et vous répond ici.',
  notADevice: NOT_A_DEVICE_FR,
};

/** The fixed French replies. */
export const FRENCH: TriageReplies = {
  emergency: callNow(
    WORDING,
    'Ce que vous décrivez peut être grave. Appelez les secours maintenant :',
    'Restez auprès de la personne.',
  ),
  breathing: callNow(
    WORDING,
    'Une gêne pour respirer ne doit pas attendre. Appelez les secours maintenant :',
    'Gardez la personne assise, au calme, et ne la laissez pas seule.',
  ),
  stroke: callNow(
    WORDING,
    'Ces signes demandent des secours tout de suite. Appelez maintenant :',
    'Notez l’heure de début et ne donnez ni à boire, ni à manger, ni médicament.',
  ),
  unconscious: callNow(
    WORDING,
    'Appelez les secours maintenant :',
    'Si la personne respire, couchez-la sur le côté, rien dans la bouche. Les secours vous guideront au téléphone.',
  ),
  bleeding: callNow(
    WORDING,
    'Appelez les secours maintenant :',
    'Si une plaie saigne, appuyez fort dessus avec un linge propre, sans relâcher.',
  ),
  poisoning: callNow(
    WORDING,
    'Appelez les secours maintenant, même sans signe visible :',
    'Ne faites pas vomir, ne donnez rien à boire ni à manger, et gardez l’emballage près de vous.',
  ),
  eye: callNow(
    WORDING,
    'Rincez tout de suite l’œil sous un filet d’eau propre, 20 minutes, paupières ouvertes, sans frotter. Appelez en même temps :',
    'Ôtez les lentilles si elles viennent seules. Ne mettez aucun produit dans l’œil.',
  ),
  skin: callNow(
    WORDING,
    'Rincez tout de suite la peau à grande eau, 20 minutes, et ôtez les vêtements touchés. Appelez en même temps :',
    'Ne mettez rien d’autre sur la peau, et gardez l’emballage près de vous.',
  ),
  inhaled: callNow(
    WORDING,
    'Sortez tout de suite à l’air libre avec toutes les personnes présentes, sans vous attarder, puis appelez :',
    'Ne retournez pas dans la pièce. Restez au calme, assis.',
  ),
  allergy: callNow(
    WORDING,
    'Une réaction comme celle-ci peut aller vite. Appelez les secours maintenant :',
    'Ne restez pas sans quelqu’un près de vous.',
  ),
  suicide: ({ emergencyNumbers }) =>
    [
      'Merci de me l’avoir écrit. Ce que vous traversez compte, et vous n’avez pas à le porter sans aide.',
      'Parlez maintenant à quelqu’un près de vous, et appelez :',
      listNumbers(emergencyNumbers, 'les secours, ou rendez-vous à l’hôpital le plus proche.'),
      'Si vous pouvez, éloignez ce qui pourrait vous faire du mal. Une personne de l’équipe est prévenue et va vous écrire ici.',
      NOT_A_DEVICE_FR,
    ].join('\n'),
  violence: ({ emergencyNumbers }) =>
    [
      'Je suis désolée de ce qui vous arrive. Ce n’est pas votre faute. Si vous êtes en danger, mettez-vous à l’abri et appelez :',
      listNumbers(emergencyNumbers, 'la police ou les secours.'),
      'Des soins rapides sont importants, à l’hôpital le plus proche. Une personne de l’équipe est prévenue et va vous écrire ici.',
      NOT_A_DEVICE_FR,
    ].join('\n'),
  burn: ({ emergencyNumbers }) =>
    [
      'Passez la brûlure tout de suite sous l’eau fraîche du robinet, 10 à 20 minutes. Ni glace, ni corps gras, ne percez rien.',
      'Si elle est étendue, au visage, aux mains, chez un enfant, chimique ou électrique, appelez maintenant :',
      listNumbers(emergencyNumbers, 'les secours, ou rendez-vous à l’hôpital le plus proche.'),
      `Un conseiller est prévenu. ${NOT_A_DEVICE_FR}`,
    ].join('\n'),
  infant: callNow(
    WORDING,
    'Chez un tout-petit, ces signes doivent être vus sans attendre. Rendez-vous à l’hôpital le plus proche ou appelez :',
    'Ne lui donnez pas de médicament sans avis.',
  ),
  child: seeSomebody(
    WORDING,
    'Pour un enfant, le mieux est un avis médical dès aujourd’hui, avant tout produit.',
  ),
  pregnancy: seeSomebody(
    WORDING,
    'Pendant une grossesse ou un allaitement, voyez une sage-femme ou un médecin avant tout produit.',
  ),
  pregnancy_emergency: callNow(
    WORDING,
    'Pendant une grossesse, ces signes doivent être vus tout de suite. Rendez-vous à la maternité la plus proche ou appelez :',
    'Ne restez pas seule et ne prenez rien en attendant.',
  ),
  sickle_cell: seeSomebody(
    WORDING,
    'Une crise drépanocytaire doit être vue à l’hôpital aujourd’hui ; restez au chaud et buvez de l’eau. Avec fièvre, mal à la poitrine, gêne pour respirer ou douleur trop forte, n’attendez pas.',
  ),
  urgent: seeSomebody(
    WORDING,
    'Ce que vous décrivez mérite un avis médical aujourd’hui, plutôt qu’un produit.',
  ),
  pharmacist: () =>
    'Pour votre sécurité, c’est à un professionnel de répondre à cette question. Je préviens un conseiller, il vous écrit ici. Ne changez rien à votre traitement d’ici là. Léa n’est pas un dispositif médical.',
  prescription: () =>
    'Une ordonnance ou un médicament, c’est une personne qui s’en occupe. Je préviens un conseiller, il vous écrit ici.',
  complaint: () =>
    'Je suis désolée pour ce désagrément. Je transmets tout de suite à un conseiller, qui reprend votre dossier ici avec vous.',
  human: () => 'Bien sûr. Je préviens un conseiller, il vous écrit ici dès que possible.',
};
