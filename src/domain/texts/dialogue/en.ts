import type { Aspect } from '../../dialogue/act.ts';
import { orderTotalCfa } from '../../order/order.ts';
import type { UnsuitableReason } from '../../recommendation/cautions.ts';
import { formatFcfa } from '../../shared/money.ts';
import { dayFirst, listed } from '../spoken-lists.ts';
import type { DialogueTexts } from '../texts.ts';

const REASONS: Readonly<Record<UnsuitableReason, string>> = {
  pregnancy: 'during pregnancy',
  breastfeeding: 'while breastfeeding',
  age: 'at this age',
  allergen: 'with this allergy',
  asthma: 'with asthma',
  epilepsy: 'with epilepsy',
  medicine: 'with this medicine',
};
const ASKED: Readonly<Record<Aspect, string>> = {
  use: 'the directions',
  ingredients: 'the ingredients',
  contains: 'the ingredients',
  suitability: 'this detail',
  size: 'the size',
  price: 'the price',
  stock: 'the stock',
  picture: 'the picture',
  promotion: 'the promotions',
  effect: 'this detail',
  expiry: 'the expiry date',
  origin: 'the origin',
  general: 'more details',
};

/** The English of `dialogueFr`. */
export const dialogueEn: DialogueTexts = {
  orderIt: 'Order',
  orderLink: (lines, url) =>
    lines.length === 1 && lines[0]!.quantity === 1
      ? `Very well: ${lines[0]!.name}, ${formatFcfa(lines[0]!.unitPriceCfa)}.\nYour order is waiting here: ${url}`
      : `Very well:\n${lines
          .map(
            ({ name, quantity, unitPriceCfa }) =>
              `• ${quantity} × ${name}, ${formatFcfa(quantity * unitPriceCfa)}`,
          )
          .join('\n')}\n` +
        `Total: ${formatFcfa(orderTotalCfa(lines))}.\nYour order is waiting here: ${url}`,
  orderReplaced: 'Noted, your earlier order is replaced.',
  orderFewer: (name, left) => `Only ${left} × ${name} left. How many would you like?`,
  orderNeedsAdvice: (names) =>
    `Given what you told me, I would rather have an advisor look before you order ${listed(names, 'and')}. You will be answered here.`,
  nothingToCancel: 'All right. No order is open in your name: there is nothing to cancel.',
  nothingElse: `I have shown you all that we have for this need. Shall I look for something else, or would you like an advisor?`,
  sameAgain: `I have nothing more to tell you about this. Say it in other words, or I ask an advisor.`,
  stillThese: (products) =>
    `For this, the best I have is still:\n${products
      .map(({ name, priceCfa }, index) => `*${index + 1}. ${name}*, ${formatFcfa(priceCfa)}`)
      .join('\n')}\nIf that is not it, tell me what is missing.`,
  talk: {
    blessing: 'Amen, thank you very much! God bless you too. I am here if you need me.',
    insult: () =>
      `I am sorry that I did not answer well. Tell me what you are looking for, or I call an advisor.`,
    offTopic: (shop) =>
      `I cannot help with that: I am Léa, the assistant of ${shop}. Are you looking for something for care, beauty or hygiene?`,
    fixedPrices: `Our prices are the same for everybody, I cannot change them. Would you like to see what is on promotion?`,
    whatIsWrong: `All right. What is wrong with what I showed?`,
    dislikes: ['Cheaper', 'Something else'],
  },
  shop: {
    hoursOn: (day) => {
      const when = day.isToday
        ? 'Today'
        : `On ${day.weekday}${day.isFeast || day.isHoliday ? ` ${dayFirst(day.date)}` : ''}`;
      if (day.hours === null) return `${when} we are closed${day.isHoliday ? ' (holiday)' : ''}.`;
      return (
        `${when} we are open from ${day.hours.opens} to ${day.hours.closes}.` +
        (day.isFeast ? ' An advisor can confirm it for a public holiday.' : '')
      );
    },
    delivery: (terms, place) =>
      place === null
        ? terms
        : `${terms}\nFor ${place.replace(/\b\p{L}/gu, (letter) => letter.toUpperCase())} I am not sure: an advisor can confirm.`,
    total: (amountCfa, url) =>
      `Your order comes to ${formatFcfa(amountCfa)} in all, without delivery. It is waiting here: ${url}`,
    pickUp: (address, delivery) =>
      `Yes, you can collect your order in store: ${address}\n${delivery}`,
    payment: (terms, means) =>
      `You can pay like this: ${terms}${means === null ? '' : `\nTo my knowledge "${means}" is not among these; an advisor can confirm.`}`,
    howToOrder: (payment) =>
      `Tell me what you are looking for: I show you products, you choose by their number, and I send you the link of your order. Payment: ${payment}`,
    contact: (address) =>
      `You can ask everything here, on WhatsApp; write CONSEILLER to talk to a person. The shop: ${address}`,
    whoAreYou: (shop) =>
      `I am Léa, the automatic assistant of ${shop}, a real parapharmacy. Advisors follow the conversation: write CONSEILLER to talk to a person.`,
  },
  about: {
    answer: (answer, name, rank) => {
      const title = `*${rank === null ? '' : `${rank}. `}${name}*`;
      switch (answer.kind) {
        case 'unknown':
          return `${title}\nI do not have this information.`;
        case 'described':
          return `${title}\n${formatFcfa(answer.priceCfa)}\n${answer.text}`;
        case 'text':
          return `${title}\n${answer.text}`;
        case 'ingredients':
          return `${title}\nIngredients: ${answer.ingredients}`;
        case 'contains':
          return `${title}\n${
            answer.contains
              ? `Yes, "${answer.substance}" is among its ingredients.`
              : `I do not see "${answer.substance}" among its ingredients.`
          }\nIngredients: ${answer.ingredients}`;
        case 'unsuitable':
          return `${title}\nNo, it is not recommended ${listed(
            answer.reasons.map((reason) => REASONS[reason]),
            'and',
          )}.`;
        case 'made_for':
          return `${title}\nYes, it is meant for: ${answer.attributes.join(', ')}.`;
        case 'nothing_against':
          return `${title}\n${
            answer.minAgeMonths === null
              ? `Nothing on its label speaks against it; an advisor can confirm.`
              : `It is suitable from ${ageEn(answer.minAgeMonths)}; an advisor can confirm.`
          }`;
        case 'size':
          return `${title}\nSize: ${answer.size}`;
        case 'price':
          return `${title}\n${formatFcfa(answer.priceCfa)}${answer.normalPriceCfa === null ? '' : ` on promotion, instead of ${formatFcfa(answer.normalPriceCfa)}`}`;
        case 'no_promotion':
          return `${title}\nIt is not on promotion: ${formatFcfa(answer.priceCfa)}`;
        case 'stock':
          return `${title}\n${answer.inStock ? 'Yes, it is in stock.' : 'It is sold out right now.'}`;
        case 'picture':
          return `${title}\n${answer.hasOne ? 'Its picture is in the message in which I showed it.' : 'I do not have its picture.'}`;
        case 'expiry':
          return `${title}\nUse before ${dayFirst(answer.day)}.`;
      }
    },
    unknown: (aspect, names) =>
      `I do not have ${ASKED[aspect]} of ${listed(names, 'and')}. An advisor can answer you.`,
    compare: (products, shared) =>
      [
        ...products.map(
          ({ rank, name, priceCfa, isCheapest, attributes, description }) =>
            `*${rank}. ${name}*\n${formatFcfa(priceCfa)}${isCheapest ? ', the cheapest' : ''}` +
            `${attributes.length === 0 ? '' : `\nMeant for: ${attributes.join(', ')}`}` +
            `${description === null ? '' : `\n${description}`}`,
        ),
        ...(shared.length === 0 ? [] : [`In common: ${shared.join(', ')}.`]),
      ].join('\n\n'),
  },
};

const ageEn = (months: number): string =>
  months < 24 ? `${months} months` : `${Math.floor(months / 12)} years`;
