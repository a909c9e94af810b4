import { dialogueEn } from './dialogue/en.ts';
import { formatFcfa } from '../shared/money.ts';
import { consentText, transferText } from '../shop/consent-text.ts';
import { consentEn } from './consent-words.ts';
import type { Texts } from './texts.ts';

/** The English of `fr.ts`. */
export const en: Texts = {
  consentRequest: (shop, recipients) => consentText(consentEn, shop, recipients),
  consentReminder: `Before I answer I need your agreement to keep our conversation. Please answer OUI (yes) or NON (no).`,
  yes: 'OUI',
  no: 'NON',
  consentThanks: 'Thank you!',
  transferRequest: (provider) => transferText(consentEn, provider),
  transferAccepted: 'Thank you, noted.',
  transferRefused: `Noted: nothing goes abroad, I answer on my own.`,
  consentRefused: `Noted, we keep nothing of your messages. If you change your mind, just write to us again.`,
  consentWithdrawn: `Noted: your agreement is withdrawn and I no longer process your messages. Write SUPPRIMER to erase what was kept as well.`,
  marketingRequest: `Would you like to receive our tips and offers from time to time? Answer OUI (yes) or NON (no). STOP ends it at any time.`,
  marketingAccepted: `Thank you, noted. Write STOP at any time to receive nothing more.`,
  marketingRefused: `Noted, you will not receive offers.`,
  list: { open: 'Choose', section: 'Choices' },
  menu: 'How can I help you?',
  menuProduct: 'I need a product',
  menuAdvice: 'I need advice',
  menuPromotions: 'Promotions',
  askNeed: `Tell me what you are looking for: the kind of product, for whom, and your budget if you have one.`,
  askAdvice: `Tell me about your need (skin, hair, baby, wellbeing…) and I will suggest what we have in store.`,
  greeting: 'Hello! What can I do for you?',
  thanks: 'My pleasure! I am here if you need me.',
  goodbye: 'Thank you for your visit, see you soon!',
  recommendationIntro: 'Here is what I suggest:',
  promotionsIntro: 'Here are our current promotions:',
  productCard: (card) =>
    `*${card.rank}. ${card.name}*${card.brand === null ? '' : ` (${card.brand})`}\n` +
    `${formatFcfa(card.priceCfa)}${card.normalPriceCfa === null ? '' : ` instead of ${formatFcfa(card.normalPriceCfa)}`}` +
    `${card.reason === '' ? '' : `\n${card.reason}`}`,
  orderQuestion: (count: number) =>
    count === 1 ? 'Would you like to order it?' : 'Which one would you like to order?',
  order: (rank: number) => `Order ${rank}`,
  advisor: 'Talk to an advisor',
  soldOutMeanwhile: (name: string) => `${name} has just sold out, I am sorry.`,
  nothingFits: `I found nothing in store that really fits. Could you tell me more, or would you rather talk to an advisor?`,
  soldOut: (names: readonly string[]) =>
    names.length === 1
      ? `${names[0]} is sold out at the moment. Shall I tell you when it is back?`
      : `We usually have these, but they are sold out at the moment:\n${names.map((name, index) => `${index + 1}. ${name}`).join('\n')}\nShall I tell you when they are back?`,
  notSold: {
    carriedNot: (names: readonly string[], near: boolean) =>
      `We do not carry ${names.join(' or ')}.${near ? '' : ' Tell me what it is for and I will look at what we have, or talk to an advisor.'}`,
    medicine: 'I do not sell medicines: an advisor will answer you.',
    sign: 'For this, a pharmacist is a better judge than a product chosen by me.',
  },
  cautions: {
    pregnancy_or_breastfeeding: {
      ask: `Some of these products are not suitable during pregnancy or breastfeeding. Does that concern you?`,
      answers: ['Pregnant', 'Breastfeeding', 'No'],
    },
    age: {
      ask: `To choose well: how old is the child?`,
      answers: ['Under 3 years', '3 to 6 years', '7 years or more'],
    },
    medicines: {
      ask: `Some of these products may interact with medicines. Are you taking any at the moment?`,
      answers: ['Yes', 'No'],
    },
    asthma_or_epilepsy: {
      ask: `Some of these products are not suitable with asthma or epilepsy. Does that concern you?`,
      answers: ['Asthma', 'Epilepsy', 'No'],
    },
  },
  nothingCheaper: `That is already the cheapest we have for this need. Would you like to see something else, or talk to an advisor?`,
  nothingSuitable: `Given what you told me, I would rather not suggest anything without our team's opinion. Would you like to talk to an advisor?`,
  noPromotions: `There is no promotion right now. Tell me what you need and I will look in store.`,
  ...dialogueEn,
  orderGone: (name: string) =>
    `${name} is no longer available, unfortunately. Shall I look for something else?`,
  orderCompleted: (amountCfa: number, trackingUrl: string | null) =>
    `Your order of ${formatFcfa(amountCfa)} is confirmed, thank you!${trackingUrl === null ? '' : ` Tracking: ${trackingUrl}`}`,
  orderCancelled: 'Your order is cancelled. I remain at your service.',
  orderStatus: {
    none: `I see no order in your name. Would you like to talk to an advisor?`,
    pending: (url: string) => `Your order is waiting to be confirmed here: ${url}`,
    completed: (trackingUrl: string | null) =>
      `Your order is confirmed and being prepared or delivered.${trackingUrl === null ? '' : ` Tracking: ${trackingUrl}`}`,
    delivered: 'Your order was delivered.',
    cancelled: 'Your last order was cancelled.',
  },
  hours: (text: string, open: boolean) =>
    `${open ? 'We are open right now.' : 'We are closed right now.'}\n${text}`,
  closedOn: 'closed',
  weekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  address: (text: string) => `You will find us here: ${text}`,
  handoff: {
    open: `I am calling an advisor, who will answer you here as soon as possible.`,
    closed: `I am calling an advisor. The shop is closed right now: you will be answered as soon as it opens.`,
    later: `The shop is closed right now: the advisor will answer you as soon as it opens.`,
    prescription: `A prescription must be read by our team: I am passing it to an advisor, who will answer you here.`,
    document: `I am passing your document to an advisor, who will answer you here.`,
  },
  stillWaiting: `Our advisors are very busy and I am sorry for the wait. I am calling them again; meanwhile I can help you myself.`,
  keywords: {
    stop: `Noted: you will receive no more offers or follow-ups. I still answer whenever you write.`,
    help:
      `You can write at any time:\n*CONSEILLER* to talk to a person\n*STOP* to receive no more offers\n` +
      `*MES DONNEES* to receive what we know about you\n*RETRAIT* to withdraw your agreement\n*SUPPRIMER* to erase everything`,
    export: (url: string) =>
      `Here is your data, by a link that works once and for 24 hours: ${url}`,
    erased: `All your data has been erased. Thank you for your trust.`,
  },
  campaigns: {
    survey: `Hello, this is Léa 🌿 Were you happy with your order? Please rate it from 1 to 5.`,
    scores: ['1 Not at all', '2 Not really', '3 So-so', '4 Mostly', '5 Very much'],
    surveyThanks: `Thank you for your rating! Any comment? Just write it here.`,
    surveySorry: `Thank you for being frank, I am sorry. An advisor will look into it. What went wrong?`,
    commentThanks: `Thank you, our team will read your comment.`,
    tipsIntro: `To make the most of your purchase:`,
    tip: (name: string, usageTip: string) => `*${name}*\n${usageTip}`,
    coupon: (code: string, discountPct: number, validTo: string) =>
      `Your code: *${code}*, ${discountPct}% off until ${validTo.split('-').reverse().join('/')}.`,
    optOut: `Write STOP to receive no more of these messages.`,
    restocked: (name: string, priceCfa: number) =>
      `Good news: ${name} is back in store, at ${formatFcfa(priceCfa)}. Would you like it?`,
    orderIt: 'Order',
    notifyMe: 'Notify me',
    notifyNoted: `Noted: I will write to you as soon as this product is back.`,
  },
  safety: {
    question: (numbers: string) =>
      `One question first: is somebody ill, hurt or in danger right now?${numbers === '' ? '' : `\nIf it is serious, do not wait, call:\n${numbers}`}`,
    yes: 'Yes',
    no: 'No, shopping',
    unclear: `I would rather not offer a product at random. Would you like an advisor's opinion, or are you looking for a certain product?`,
    advisor: 'An advisor',
    product: 'A product',
    ifDanger: (numbers: string) => `If somebody is in danger, do not wait, call:\n${numbers}`,
    still: (numbers: string) =>
      `I am reading what you write, and somebody from the team has been alerted. If you have not called yet, or if anything changes, call at once${numbers === '' ? ' for help.' : `:\n${numbers}`}`,
    thanks: `Take care of yourself and of those around you. Somebody from the team has been alerted and reads what you write.`,
  },
  answeredAbove: `My answer is just above. Tell me what I can explain, or would you rather have an advisor?`,
  voiceReadBack: (text: string) => `I understood: “${text}”. Is that right?`,
  voiceUnclear: `I could not hear your voice message well. Could you write it or say it again?`,
  mediaNeedsTransfer: `Without your agreement to processing abroad I open neither voice messages nor photos. You can write what you are looking for.`,
  photoUnclear: `Thank you for the photo. I cannot read it: could you write what you are looking for?`,
  mediaTooLarge: `I could not open this file. Could you write your request?`,
  notUnderstood: `I read written messages, voice notes and photos. What are you looking for?`,
  limited: `You are writing a lot in a short time: give me a moment, I will come back to you. Write CONSEILLER to talk to a person.`,
  apology: `I am sorry, I have a passing problem. Please try again in a moment, or write CONSEILLER to talk to a person.`,
  numberedHint: (count: number) => `Answer with a number from 1 to ${count}.`,
};
