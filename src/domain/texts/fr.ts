import { dialogueFr } from './dialogue/fr.ts';
import { formatFcfa } from '../shared/money.ts';
import { consentText, transferText } from '../shop/consent-text.ts';
import type { DataRecipients, ModelProvider } from '../shop/data-recipients.ts';
import type { ShopSettings } from '../shop/shop-settings.ts';
import { consentFr } from './consent-words.ts';

/** Every French sentence that a customer may read from Léa, triage replies aside (`triage/replies.ts`). */
export const fr = {
  consentRequest: (shop: ShopSettings, recipients: DataRecipients) =>
    consentText(consentFr, shop, recipients),
  consentReminder: `Avant de vous répondre, il me faut votre accord pour enregistrer nos échanges. Répondez OUI ou NON.`,
  yes: 'OUI',
  no: 'NON',
  consentThanks: 'Merci !',
  transferRequest: (provider: ModelProvider) => transferText(consentFr, provider),
  transferAccepted: `Merci, c'est noté.`,
  transferRefused: `C'est noté : rien ne part à l'étranger, je vous réponds par moi-même.`,
  consentRefused: `C'est noté, nous n'enregistrons rien de vos messages. Si vous changez d'avis, écrivez-nous simplement à nouveau.`,
  consentWithdrawn: `C'est noté : votre accord est retiré et je ne traite plus vos messages. Écrivez SUPPRIMER pour effacer aussi ce qui a été enregistré.`,
  marketingRequest: `Souhaitez-vous recevoir de temps en temps nos conseils et nos offres ? Répondez OUI ou NON. STOP y met fin à tout moment.`,
  marketingAccepted: `Merci, c'est noté. Écrivez STOP à tout moment pour ne plus rien recevoir.`,
  marketingRefused: `C'est noté, vous ne recevrez pas d'offres.`,
  list: { open: 'Choisir', section: 'Choix' },
  menu: 'Comment puis-je vous aider ?',
  menuProduct: 'Chercher un produit',
  menuAdvice: 'Je veux un conseil',
  menuPromotions: 'Les promotions',
  askNeed: `Dites-moi ce que vous cherchez : le type de produit, pour qui, et votre budget si vous en avez un.`,
  askAdvice: `Racontez-moi votre besoin (peau, cheveux, bébé, bien-être…) et je vous propose ce que nous avons en rayon.`,
  greeting: 'Bonjour ! Que puis-je faire pour vous ?',
  thanks: 'Avec plaisir ! Je reste là si besoin.',
  goodbye: 'Merci de votre visite, à bientôt !',
  recommendationIntro: 'Voici ce que je vous propose :',
  promotionsIntro: 'Voici nos promotions du moment :',
  productCard: (card: {
    rank: number;
    name: string;
    brand: string | null;
    priceCfa: number;
    normalPriceCfa: number | null;
    reason: string;
  }) =>
    `*${card.rank}. ${card.name}*${card.brand === null ? '' : ` (${card.brand})`}\n` +
    `${formatFcfa(card.priceCfa)}${card.normalPriceCfa === null ? '' : ` au lieu de ${formatFcfa(card.normalPriceCfa)}`}` +
    `${card.reason === '' ? '' : `\n${card.reason}`}`,
  orderQuestion: (count: number) =>
    count === 1 ? 'Souhaitez-vous le commander ?' : 'Lequel souhaitez-vous commander ?',
  order: (rank: number) => `Commander ${rank}`,
  advisor: "Parler à quelqu'un",
  soldOutMeanwhile: (name: string) => `${name} vient d'être épuisé, je suis désolée.`,
  nothingFits: `Je n'ai rien trouvé en rayon qui corresponde vraiment. Pouvez-vous préciser, ou préférez-vous parler à un conseiller ?`,
  soldOut: (names: readonly string[]) =>
    names.length === 1
      ? `${names[0]} est en rupture en ce moment. Voulez-vous que je vous prévienne dès son retour ?`
      : `Nous les avons d'habitude, mais ils sont en rupture en ce moment :\n${names.map((name, index) => `${index + 1}. ${name}`).join('\n')}\nVoulez-vous que je vous prévienne dès leur retour ?`,
  notSold: {
    carriedNot: (names: readonly string[], near: boolean) =>
      `Nous n'avons pas ${names.join(' ni ')} en rayon.${near ? '' : ' Dites-moi pour quel besoin, et je regarde ce que nous avons ; ou parlez à un conseiller.'}`,
    medicine: 'Je ne vends pas de médicaments : un conseiller va vous répondre.',
    sign: "Pour cela, mieux vaut l'avis d'un pharmacien qu'un produit choisi par moi.",
  },
  cautions: {
    pregnancy_or_breastfeeding: {
      ask: `Certains de ces produits ne conviennent pas pendant la grossesse ou l'allaitement. Est-ce votre cas ?`,
      answers: ['Enceinte', "J'allaite", 'Non'],
    },
    age: {
      ask: `Pour bien choisir : quel âge a l'enfant ?`,
      answers: ['Moins de 3 ans', '3 à 6 ans', '7 ans ou plus'],
    },
    medicines: {
      ask: `Certains de ces produits peuvent interagir avec des médicaments. En prenez-vous en ce moment ?`,
      answers: ['Oui', 'Non'],
    },
    asthma_or_epilepsy: {
      ask: `Certains de ces produits ne conviennent pas en cas d'asthme ou d'épilepsie. Est-ce votre cas ?`,
      answers: ['Asthme', 'Épilepsie', 'Non'],
    },
  },
  nothingCheaper: `C'est déjà le moins cher que nous ayons pour ce besoin. Souhaitez-vous voir autre chose, ou parler à un conseiller ?`,
  nothingSuitable: `Compte tenu de ce que vous m'avez dit, je préfère ne rien vous proposer sans l'avis de notre équipe. Souhaitez-vous parler à un conseiller ?`,
  noPromotions: `Il n'y a pas de promotion en ce moment. Dites-moi ce que vous cherchez et je regarde en rayon.`,
  ...dialogueFr,
  orderGone: (name: string) =>
    `${name} n'est malheureusement plus disponible. Voulez-vous que je cherche autre chose ?`,
  orderCompleted: (amountCfa: number, trackingUrl: string | null) =>
    `Votre commande de ${formatFcfa(amountCfa)} est confirmée, merci !${trackingUrl === null ? '' : ` Suivi : ${trackingUrl}`}`,
  orderCancelled: 'Votre commande est annulée. Je reste à votre disposition.',
  orderStatus: {
    none: `Je ne vois pas de commande à votre nom. Souhaitez-vous parler à un conseiller ?`,
    pending: (url: string) => `Votre commande attend d'être validée ici : ${url}`,
    completed: (trackingUrl: string | null) =>
      `Votre commande est confirmée et en cours de préparation ou de livraison.${trackingUrl === null ? '' : ` Suivi : ${trackingUrl}`}`,
    delivered: 'Votre commande a été livrée.',
    cancelled: 'Votre dernière commande a été annulée.',
  },
  hours: (text: string, open: boolean) =>
    `${open ? 'Nous sommes ouverts en ce moment.' : 'Nous sommes fermés en ce moment.'}\n${text}`,
  closedOn: 'fermé',
  weekdays: ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'],
  address: (text: string) => `Nous sommes ici : ${text}`,
  handoff: {
    open: `Je préviens un conseiller, qui vous répond ici dès que possible.`,
    closed: `Je préviens un conseiller. La boutique est fermée en ce moment : il vous répondra dès l'ouverture.`,
    later: `La boutique est fermée en ce moment : le conseiller vous répondra dès l'ouverture.`,
    prescription: `Une ordonnance doit être lue par notre équipe : je la transmets à un conseiller, qui vous répond ici.`,
    document: `Je transmets votre document à un conseiller, qui vous répond ici.`,
  },
  stillWaiting: `Nos conseillers sont très sollicités et je suis désolée de l'attente. Je les préviens de nouveau ; en attendant, je peux vous aider moi-même.`,
  keywords: {
    stop: `C'est noté : vous ne recevrez plus d'offres ni de messages de suivi. Je réponds toujours quand vous m'écrivez.`,
    help:
      `Vous pouvez écrire à tout moment :\n*CONSEILLER* pour parler à une personne\n*STOP* pour ne plus recevoir d'offres\n` +
      `*MES DONNEES* pour recevoir ce que nous savons de vous\n*RETRAIT* pour retirer votre accord\n*SUPPRIMER* pour tout effacer`,
    export: (url: string) =>
      `Voici vos données, par un lien qui sert une seule fois et pendant 24 heures : ${url}`,
    erased: `Toutes vos données ont été effacées. Merci de votre confiance.`,
  },
  campaigns: {
    survey: `Bonjour, c'est Léa 🌿 Votre commande vous a-t-elle donné satisfaction ? Donnez-nous une note de 1 à 5.`,
    scores: ['1 Pas du tout', '2 Plutôt non', '3 Moyennement', '4 Plutôt oui', '5 Tout à fait'],
    surveyThanks: `Merci pour votre note ! Un commentaire ? Écrivez-le simplement ici.`,
    surveySorry: `Merci de votre franchise, je suis désolée. Un conseiller va regarder cela. Qu'est-ce qui n'a pas été ?`,
    commentThanks: `Merci, votre commentaire est transmis à notre équipe.`,
    tipsIntro: `Pour bien profiter de votre achat :`,
    tip: (name: string, usageTip: string) => `*${name}*\n${usageTip}`,
    coupon: (code: string, discountPct: number, validTo: string) =>
      `Votre code : *${code}*, ${discountPct} % de remise jusqu'au ${validTo.split('-').reverse().join('/')}.`,
    optOut: `Écrivez STOP pour ne plus recevoir ces messages.`,
    restocked: (name: string, priceCfa: number) =>
      `Bonne nouvelle : ${name} est de nouveau en rayon, à ${formatFcfa(priceCfa)}. Le souhaitez-vous ?`,
    orderIt: 'Commander',
    notifyMe: 'Me prévenir',
    notifyNoted: `C'est noté : je vous écris dès que ce produit est de retour.`,
  },
  safety: {
    question: (numbers: string) =>
      `Une question avant tout : quelqu'un est-il malade, blessé ou en danger en ce moment ?${numbers === '' ? '' : `\nSi c'est grave, n'attendez pas, appelez :\n${numbers}`}`,
    yes: 'Oui',
    no: 'Non, un achat',
    unclear: `Je préfère ne pas proposer un produit au hasard. Voulez-vous l'avis d'un conseiller, ou cherchez-vous un produit précis ?`,
    advisor: 'Un conseiller',
    product: 'Un produit',
    ifDanger: (numbers: string) =>
      `Si quelqu'un est en danger, n'attendez pas, appelez :\n${numbers}`,
    still: (numbers: string) =>
      `Je lis ce que vous écrivez, et une personne de l'équipe est prévenue. Si ce n'est pas fait, ou si cela change, appelez tout de suite${numbers === '' ? ' les secours.' : ` :\n${numbers}`}`,
    thanks: `Prenez soin de vous et de vos proches. Une personne de l'équipe est prévenue et lit ce que vous écrivez.`,
  },
  answeredAbove: `Ma réponse est juste au-dessus. Dites-moi ce que je peux préciser, ou préférez-vous un conseiller ?`,
  voiceReadBack: (text: string) => `J'ai compris : « ${text} ». Est-ce bien cela ?`,
  voiceUnclear: `Je n'ai pas bien entendu votre message vocal. Pouvez-vous l'écrire ou le redire ?`,
  mediaNeedsTransfer: `Sans votre accord pour l'étranger, je n'ouvre ni notes vocales ni photos. Vous pouvez écrire votre demande.`,
  photoUnclear: `Merci pour la photo. Je n'arrive pas à la lire : pouvez-vous écrire ce que vous cherchez ?`,
  mediaTooLarge: `Je n'ai pas pu ouvrir ce fichier. Pouvez-vous écrire votre demande ?`,
  notUnderstood: `Je lis les messages écrits, les notes vocales et les photos. Que cherchez-vous ?`,
  limited: `Vous m'écrivez beaucoup en peu de temps : laissez-moi souffler un instant, je reviens vers vous. Écrivez CONSEILLER pour parler à une personne.`,
  apology: `Je suis désolée, j'ai un souci passager. Réessayez dans un instant, ou écrivez CONSEILLER pour parler à une personne.`,
  numberedHint: (count: number) => `Répondez par un chiffre de 1 à ${count}.`,
} as const;
