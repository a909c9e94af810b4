import { randomInt, randomUUID } from 'node:crypto';
import type { CampaignMessage, CampaignMessageId } from '../../src/domain/campaign/campaign.ts';
import {
  EMPTY_FIELDS,
  PRODUCT_COLUMNS,
  type FieldKind,
} from '../../src/domain/catalogue/product-fields.ts';
import type { Product, ProductId } from '../../src/domain/catalogue/product.ts';
import type { Alert, AlertId } from '../../src/domain/conversation/alert.ts';
import type { Conversation, ConversationId } from '../../src/domain/conversation/conversation.ts';
import { NEW_DIALOGUE } from '../../src/domain/conversation/dialogue-state.ts';
import type { Turn, TurnId } from '../../src/domain/conversation/turn.ts';
import type { Coupon, CouponId } from '../../src/domain/loyalty/coupon.ts';
import type { Customer, UserId } from '../../src/domain/customer/customer.ts';
import type { Attachment, MessageId } from '../../src/domain/message/message.ts';
import { orderTotalCfa, type Order, type OrderId } from '../../src/domain/order/order.ts';
import { EMPTY_NEED, type Need } from '../../src/domain/recommendation/need.ts';
import type { NewMessage } from '../../src/ports/repositories/messages.ts';

/** The moment at which tests happen unless they say otherwise: a Monday, 11:00 in Libreville. */
export const NOW = new Date('2026-03-02T10:00:00.000Z');

/** `NOW` moved by so many seconds. */
export const at = (seconds: number): Date => new Date(NOW.getTime() + seconds * 1000);

export const aUserId = (): UserId => randomUUID() as UserId;
export const aConversationId = (): ConversationId => randomUUID() as ConversationId;
export const aMessageId = (): MessageId => randomUUID() as MessageId;
export const aProductId = (): ProductId => randomUUID() as ProductId;
export const aTurnId = (): TurnId => randomUUID() as TurnId;
export const anOrderId = (): OrderId => randomUUID() as OrderId;
export const anAlertId = (): AlertId => randomUUID() as AlertId;

/** A Gabonese mobile number that no other test uses. */
export const aPhone = (): string => `+2417${randomInt(1_000_000, 9_999_999)}`;
/** The chat id that WhatsApp gives to a number. */
export const chatOf = (phone: string): string => `${phone.slice(1)}@s.whatsapp.net`;

export function aProduct(fields: Partial<Product> = {}): Product {
  return {
    id: aProductId(),
    name: 'Crème hydratante visage',
    ...EMPTY_FIELDS,
    category: 'visage',
    priceCfa: 6500,
    stockQty: 10,
    brand: 'Aloé Pur',
    ...fields,
  };
}

const FILLED: Readonly<Record<FieldKind, unknown>> = {
  text: 'Un texte, « entre » guillemets; =et signes',
  barcode: '3600520123455',
  image: 'https://shop.example/creme.jpg',
  price: 900,
  count: 17,
  day: '2027-01-31',
  flag: true,
  words: ['peau sèche', 'bio'],
  cautions: {
    pregnancy: true,
    breastfeeding: true,
    minAgeMonths: 36,
    allergens: ['arachide', 'latex'],
    essentialOils: true,
    asthma: true,
    epilepsy: true,
    interactions: ['anticoagulant'],
  },
};

/** With something in every field. */
export const aFullProduct = (): Product => ({
  ...aProduct(),
  ...Object.fromEntries(PRODUCT_COLUMNS.map(({ field, kind }) => [field, FILLED[kind]])),
  priceCfa: 1_200,
});

export function aNeed(fields: Partial<Need> = {}): Need {
  return { ...EMPTY_NEED, ...fields };
}

/** A customer who has said OUI. */
export function aCustomer(fields: Partial<Customer> = {}): Customer {
  return {
    id: aUserId(),
    phone: aPhone(),
    name: 'Awa',
    language: 'fr',
    serviceConsent: true,
    consentVersion: '1',
    consentAskedAt: NOW,
    marketingConsent: null,
    transferConsent: null,
    transferVersion: null,
    otherNames: [],
    preferences: {},
    health: {},
    createdAt: NOW,
    ...fields,
  };
}

export function aConversation(fields: Partial<Conversation> = {}): Conversation {
  return {
    id: aConversationId(),
    userId: aUserId(),
    status: 'open',
    mode: 'assistant',
    assignedTo: null,
    chatId: chatOf(aPhone()),
    startedAt: NOW,
    endedAt: null,
    lastInboundAt: null,
    humanSince: null,
    summary: null,
    dialogue: NEW_DIALOGUE,
    ...fields,
  };
}

/** What a customer wrote, as stored by the webhook. */
export function anInbound(fields: Partial<NewMessage> = {}): NewMessage {
  return {
    id: aMessageId(),
    conversationId: aConversationId(),
    sender: 'user',
    authorId: null,
    kind: 'text',
    content: 'Bonjour, je cherche une crème hydratante',
    buttonId: null,
    attachment: null,
    part: null,
    status: 'received',
    providerId: `in-${randomUUID()}`,
    timestamp: NOW,
    turnId: null,
    echoId: null,
    ...fields,
  };
}

/** A reply of Léa's that waits in the outbox. */
export function anOutbound(fields: Partial<NewMessage> = {}): NewMessage {
  return anInbound({
    sender: 'assistant',
    content: 'Avec plaisir !',
    part: { kind: 'text', text: 'Avec plaisir !' },
    status: 'queued',
    providerId: null,
    ...fields,
  });
}

export function anAttachment(fields: Partial<Attachment> = {}): Attachment {
  return {
    providerMediaId: `media-${randomUUID()}`,
    link: null,
    mimeType: 'audio/ogg',
    fileSize: 4096,
    seconds: 4,
    fileName: null,
    storageKey: null,
    transcript: null,
    ...fields,
  };
}

export function anAlert(fields: Partial<Alert> = {}): Alert {
  return {
    id: anAlertId(),
    conversationId: null,
    category: 'manual',
    severity: 'handoff',
    reason: 'Le client demande un conseiller',
    triggeredAt: NOW,
    handledBy: null,
    handledAt: null,
    ...fields,
  };
}

/** A pending order of two tubes; the amount follows from the items unless given. */
export function anOrder(fields: Partial<Order> = {}): Order {
  const items = fields.items ?? [
    { productId: null, name: 'Crème hydratante visage', quantity: 2, unitPriceCfa: 6500 },
  ];
  const code = randomUUID().replaceAll('-', '').slice(0, 10);
  return {
    id: anOrderId(),
    conversationId: null,
    userId: null,
    orderLink: `https://cart.example/checkout/${code}`,
    code,
    status: 'pending',
    amountCfa: orderTotalCfa(items),
    currency: 'XAF',
    source: 'assistant',
    campaignId: null,
    items,
    createdAt: NOW,
    updatedAt: NOW,
    completedAt: null,
    cancelledAt: null,
    cancelReason: null,
    deliveredAt: null,
    trackingUrl: null,
    ...fields,
  };
}

/** Ten per cent for a month from the day of `NOW`. */
export function aCoupon(fields: Partial<Coupon> = {}): Coupon {
  return {
    id: randomUUID() as CouponId,
    userId: aUserId(),
    code: `LEA-${randomUUID().slice(0, 8).toUpperCase()}`,
    discountPct: 10,
    validFrom: '2026-03-02',
    validTo: '2026-04-01',
    used: false,
    score: 65,
    reasons: ['Fréquence : 4 commande(s) en un an (20/25)'],
    budgetCfa: 1300,
    orderId: null,
    createdAt: NOW,
    ...fields,
  };
}

/** A turn with one model call. */
export function aTurn(fields: Partial<Turn> = {}): Turn {
  return {
    id: aTurnId(),
    conversationId: aConversationId(),
    userId: null,
    startedAt: NOW,
    finishedAt: at(2),
    outcome: 'recommended',
    triage: null,
    candidates: [],
    model: 'stub',
    modelCalls: 1,
    promptTokens: 900,
    cachedTokens: 0,
    completionTokens: 80,
    costMilliCfa: 1500,
    responseMs: 2000,
    ...fields,
  };
}

/** A survey that waits to be sent. */
export const aCampaignMessage = (
  userId: UserId,
  fields: Partial<CampaignMessage> = {},
): CampaignMessage => ({
  id: randomUUID() as CampaignMessageId,
  userId,
  type: 'survey',
  status: 'pending',
  campaignId: null,
  cause: `order:${randomUUID()}`,
  dueAt: NOW,
  orderId: null,
  productId: null,
  couponId: null,
  messageId: null,
  sentAt: null,
  repliedAt: null,
  failure: null,
  createdAt: NOW,
  ...fields,
});
