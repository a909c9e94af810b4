import type { Aspect } from '../../dialogue/act.ts';
import type { OrderItem } from '../../order/order.ts';
import { orderTotalCfa } from '../../order/order.ts';
import type { UnsuitableReason } from '../../recommendation/cautions.ts';
import { formatFcfa } from '../../shared/money.ts';
import type { Compared, ProductAnswer } from '../product-answer.ts';
import { dayFirst, listed } from '../spoken-lists.ts';

const REASONS: Readonly<Record<UnsuitableReason, string>> = {
  pregnancy: 'pendant la grossesse',
  breastfeeding: "pendant l'allaitement",
  age: 'à cet âge',
  allergen: 'avec cette allergie',
  asthma: "en cas d'asthme",
  epilepsy: "en cas d'épilepsie",
  medicine: 'avec ce médicament',
};
const ASKED: Readonly<Record<Aspect, string>> = {
  use: "le mode d'emploi",
  ingredients: 'la composition',
  contains: 'la composition',
  suitability: 'cette précision',
  size: 'la contenance',
  price: 'le prix',
  stock: 'le stock',
  picture: 'la photo',
  promotion: 'les promotions',
  effect: 'cette précision',
  expiry: 'la date de péremption',
  origin: "l'origine",
  general: 'plus de détails',
};

/** What Léa says of products, orders and the shop when she is asked. */
export const dialogueFr = {
  orderIt: 'Commander',
  orderLink: (lines: readonly OrderItem[], url: string) =>
    lines.length === 1 && lines[0]!.quantity === 1
      ? `Très bien : ${lines[0]!.name}, ${formatFcfa(lines[0]!.unitPriceCfa)}.\nVotre commande vous attend ici : ${url}`
      : `Très bien :\n${lines
          .map(
            ({ name, quantity, unitPriceCfa }) =>
              `• ${quantity} × ${name}, ${formatFcfa(quantity * unitPriceCfa)}`,
          )
          .join('\n')}\n` +
        `Total : ${formatFcfa(orderTotalCfa(lines))}.\nVotre commande vous attend ici : ${url}`,
  orderReplaced: "C'est noté, votre commande précédente est remplacée.",
  orderFewer: (name: string, left: number) =>
    `Il ne reste que ${left} × ${name}. Combien en voulez-vous ?`,
  orderNeedsAdvice: (names: readonly string[]) =>
    `Vu ce que vous m'avez dit, je préfère qu'un conseiller regarde avant de commander ${listed(names, 'et')}. Il vous répond ici.`,
  nothingToCancel:
    "D'accord. Aucune commande n'est en cours à votre nom : il n'y a rien à annuler.",
  nothingElse: `Je vous ai montré tout ce que nous avons en rayon pour ce besoin. Puis-je chercher autre chose, ou préférez-vous un conseiller ?`,
  sameAgain: `Je n'ai rien de plus à vous dire là-dessus. Dites-le-moi autrement, ou je demande à un conseiller.`,
  stillThese: (products: readonly { readonly name: string; readonly priceCfa: number }[]) =>
    `Pour cela, ${products.length === 1 ? 'voici toujours ce que' : 'voici toujours ceux que'} j'ai de mieux :\n${numbered(products)}\nSi ce n'est pas cela, dites-moi ce qui manque.`,
  talk: {
    blessing: 'Amen, merci beaucoup ! Que Dieu vous bénisse aussi. Je reste là si besoin.',
    insult: () =>
      `Je suis désolée de ne pas avoir bien répondu. Dites-moi ce que vous cherchez, ou je vous passe un conseiller.`,
    offTopic: (shop: string) =>
      `Là, je ne peux pas vous aider : je suis Léa, l'assistante de ${shop}. Cherchez-vous un produit de soin, de beauté ou d'hygiène ?`,
    fixedPrices: `Nos prix sont les mêmes pour tous, je ne peux pas les changer. Voulez-vous voir ce qui est en promotion ?`,
    whatIsWrong: `D'accord. Qu'est-ce qui ne va pas dans ce que j'ai montré ?`,
    dislikes: ['Moins cher', 'Autre chose'],
  },
  shop: {
    hoursOn: (day: {
      weekday: string;
      date: string;
      isToday: boolean;
      hours: { readonly opens: string; readonly closes: string } | null;
      isHoliday: boolean;
      isFeast: boolean;
    }) => {
      const when = day.isToday
        ? "Aujourd'hui"
        : `Le ${day.weekday}${day.isFeast || day.isHoliday ? ` ${dayFirst(day.date)}` : ''}`;
      if (day.hours === null)
        return `${when}, nous sommes fermés${day.isHoliday ? ' (jour férié)' : ''}.`;
      return (
        `${when}, nous sommes ouverts de ${day.hours.opens} à ${day.hours.closes}.` +
        (day.isFeast ? ' Un conseiller peut vous le confirmer pour un jour férié.' : '')
      );
    },
    delivery: (terms: string, place: string | null) =>
      place === null
        ? terms
        : `${terms}\nPour ${capitals(place)}, je ne suis pas sûre : un conseiller peut vous le confirmer.`,
    total: (amountCfa: number, url: string) =>
      `Votre commande fait ${formatFcfa(amountCfa)} en tout, hors livraison. Elle vous attend ici : ${url}`,
    pickUp: (address: string, delivery: string) =>
      `Oui, vous pouvez venir chercher votre commande en boutique : ${address}\n${delivery}`,
    payment: (terms: string, means: string | null) =>
      `Vous pouvez payer ainsi : ${terms}${means === null ? '' : `\n« ${means} » n'en fait pas partie, à ma connaissance ; un conseiller peut vous le confirmer.`}`,
    howToOrder: (payment: string) =>
      `Dites-moi ce que vous cherchez : je vous montre les produits, vous choisissez par leur numéro, et je vous envoie le lien de votre commande. Paiement : ${payment}`,
    contact: (address: string) =>
      `Vous pouvez tout demander ici, sur WhatsApp ; écrivez CONSEILLER pour parler à une personne. La boutique : ${address}`,
    whoAreYou: (shop: string) =>
      `Je suis Léa, l'assistante automatique de ${shop}, une vraie parapharmacie. Des conseillers suivent la conversation : écrivez CONSEILLER pour parler à une personne.`,
  },
  about: {
    answer: (answer: ProductAnswer, name: string, rank: number | null) => {
      const title = `*${rank === null ? '' : `${rank}. `}${name}*`;
      switch (answer.kind) {
        case 'unknown':
          return `${title}\nJe n'ai pas cette information.`;
        case 'described':
          return `${title}\n${formatFcfa(answer.priceCfa)}\n${answer.text}`;
        case 'text':
          return `${title}\n${answer.text}`;
        case 'ingredients':
          return `${title}\nComposition : ${answer.ingredients}`;
        case 'contains':
          return `${title}\n${
            answer.contains
              ? `Oui, il y a « ${answer.substance} » dans sa composition.`
              : `Je ne vois pas « ${answer.substance} » dans sa composition.`
          }\nComposition : ${answer.ingredients}`;
        case 'unsuitable':
          return `${title}\nNon, il est déconseillé ${listed(
            answer.reasons.map((reason) => REASONS[reason]),
            'et',
          )}.`;
        case 'made_for':
          return `${title}\nOui, il est indiqué pour : ${answer.attributes.join(', ')}.`;
        case 'nothing_against':
          return `${title}\n${
            answer.minAgeMonths === null
              ? `Rien sur sa fiche ne s'y oppose ; un conseiller peut vous le confirmer.`
              : `Il convient à partir de ${ageFr(answer.minAgeMonths)} ; un conseiller peut vous le confirmer.`
          }`;
        case 'size':
          return `${title}\nContenance : ${answer.size}`;
        case 'price':
          return `${title}\n${formatFcfa(answer.priceCfa)}${answer.normalPriceCfa === null ? '' : ` en promotion, au lieu de ${formatFcfa(answer.normalPriceCfa)}`}`;
        case 'no_promotion':
          return `${title}\nIl n'est pas en promotion : ${formatFcfa(answer.priceCfa)}`;
        case 'stock':
          return `${title}\n${answer.inStock ? 'Oui, il est en rayon.' : 'Il est en rupture en ce moment.'}`;
        case 'picture':
          return `${title}\n${answer.hasOne ? `Sa photo est dans le message où je vous l'ai montré.` : `Je n'ai pas sa photo.`}`;
        case 'expiry':
          return `${title}\nÀ utiliser avant le ${dayFirst(answer.day)}.`;
      }
    },
    unknown: (aspect: Aspect, names: readonly string[]) =>
      `Je n'ai pas ${ASKED[aspect]} de ${listed(names, 'et')}. Un conseiller peut vous répondre.`,
    compare: (products: readonly Compared[], shared: readonly string[]) =>
      [
        ...products.map(
          ({ rank, name, priceCfa, isCheapest, attributes, description }) =>
            `*${rank}. ${name}*\n${formatFcfa(priceCfa)}${isCheapest ? ', le moins cher' : ''}` +
            `${attributes.length === 0 ? '' : `\nIndiqué pour : ${attributes.join(', ')}`}` +
            `${description === null ? '' : `\n${description}`}`,
        ),
        ...(shared.length === 0 ? [] : [`En commun : ${shared.join(', ')}.`]),
      ].join('\n\n'),
  },
} as const;

const capitals = (place: string): string =>
  place.replace(/\b\p{L}/gu, (letter) => letter.toUpperCase());

const numbered = (
  products: readonly { readonly name: string; readonly priceCfa: number }[],
): string =>
  products
    .map(({ name, priceCfa }, index) => `*${index + 1}. ${name}*, ${formatFcfa(priceCfa)}`)
    .join('\n');

const ageFr = (months: number): string =>
  months < 24 ? `${months} mois` : `${Math.floor(months / 12)} ans`;
