import { trace } from '../../../src/domain/audit/audit-entry.ts';
import type { CampaignMessage } from '../../../src/domain/campaign/campaign.ts';
import type { Conversation } from '../../../src/domain/conversation/conversation.ts';
import type { Product } from '../../../src/domain/catalogue/product.ts';
import { closed, escalated, takenOver } from '../../../src/domain/conversation/ownership.ts';
import type { CustomerChanges } from '../../../src/domain/customer/customer.ts';
import { SERVICE } from '../../../src/domain/shared/actor.ts';
import type { NewMessage } from '../../../src/ports/repositories/messages.ts';
import type { Repositories } from '../../../src/ports/unit-of-work.ts';
import {
  aCampaignMessage,
  aConversation,
  aCoupon,
  aNeed,
  anAlert,
  anAttachment,
  anInbound,
  anOrder,
  anOutbound,
  aProduct,
  aTurn,
} from '../builders.ts';
import type { World } from './world.ts';

type Repository = Exclude<keyof Repositories, 'asService'>;
type Arguments<R, M extends keyof R> = R[M] extends (...args: infer A) => unknown ? A : never;

/** Every call of every repository, with what it may be asked; the compiler says when one is missing. */
export type Calls = {
  readonly [R in Repository]: {
    readonly [M in keyof Repositories[R]]: (world: World) => Arguments<Repositories[R], M>;
  };
};

const WORDS = ['crème', 'savon doux', 'huile', "l'eau", 'Ⓛéa', ''] as const;
const DAYS = ['2026-01-31', '2026-03-02', '2026-03-20', '2027-06-30'] as const;

const words = (w: World): string => `${w.oneOf([...WORDS])} ${w.int(9)}`;

const inbound = (w: World): NewMessage => {
  const sender = w.oneOf<NewMessage['sender']>(['user', 'user', 'user', 'human', 'assistant']);
  return anInbound({
    id: w.note(w.messages, w.id()),
    conversationId: w.conversation(),
    providerId: w.chance(6) ? w.providerId() : w.note(w.providerIds, `p-${w.id()}`),
    content: words(w),
    sender,
    status: sender === 'user' ? 'received' : 'sent',
    attachment: w.maybe(() =>
      anAttachment({ providerMediaId: 'm', storageKey: w.maybe(() => `k/${w.int(9)}`) }),
    ),
    quotedId: w.maybe(w.providerId),
    timestamp: w.around(),
  });
};

const outbound = (w: World): NewMessage => {
  const text = words(w);
  return anOutbound({
    id: w.note(w.messages, w.id()),
    conversationId: w.conversation(),
    sender: w.oneOf(['assistant', 'assistant', 'human']),
    content: text,
    part: w.chance(5) ? null : { kind: 'text', text, ...(w.chance(4) && { always: true }) },
    status: w.oneOf(['queued', 'queued', 'suggested']),
    turnId: w.maybe(() => w.known(w.turns, () => w.id())),
    timestamp: w.moment(),
  });
};

const product = (w: World): Product => ({
  ...aProduct({
    id: w.chance(3) ? w.product() : w.note(w.products, w.id()),
    name: `Produit ${words(w)}`,
    description: w.maybe(() => words(w)),
    category: w.maybe(() => w.oneOf(['visage', 'corps'])),
    brand: w.maybe(() => w.oneOf(['Aloé Pur', 'Nivéa'])),
    priceCfa: 500 * w.int(20),
    stockQty: w.int(6),
    expirationDate: w.maybe(() => w.oneOf([...DAYS])),
    barcode: w.maybe(() => `36005201234${10 + w.int(20)}`),
    imageUrl: w.maybe(() => `/images/${w.int(3)}.webp`),
    active: !w.chance(5),
    attributes: w.several(() => w.oneOf(['bio', 'vegan', 'peau sèche']), 2),
  }),
  lowStockThreshold: w.int(5),
});

const order = (w: World) => {
  const made = anOrder({
    id: w.id(),
    code: w.id<string>().slice(-10),
    conversationId: w.maybe(w.conversation),
    userId: w.maybe(w.user),
    campaignId: w.chance(4) ? w.known(w.campaigns, () => w.id()) : null,
    source: w.oneOf(['assistant', 'human', 'campaign']),
    items: [1, 2].slice(0, 1 + w.int(1)).map((quantity) => ({
      productId: w.maybe(w.product),
      name: 'Savon',
      quantity,
      unitPriceCfa: 500 * (1 + w.int(9)),
    })),
    createdAt: w.around(),
  });
  w.orders.push(made);
  return made;
};

const knownOrder = (w: World) => w.known(w.orders, () => anOrder({ id: w.id() }));
const orderId = (w: World) => knownOrder(w).id;
const settledOrder = (w: World) => {
  const one = { ...knownOrder(w), amountCfa: 500 * w.int(9), updatedAt: w.moment() };
  switch (w.int(2)) {
    case 0:
      return { ...one, status: 'completed' as const, completedAt: w.around() };
    case 1:
      return {
        ...one,
        status: 'cancelled' as const,
        cancelledAt: w.moment(),
        cancelReason: w.maybe(() => 'rupture'),
      };
    default:
      return {
        ...one,
        trackingUrl: w.maybe(() => 'https://t.example/1'),
        deliveredAt: w.maybe(w.around),
      };
  }
};

const campaignMessage = (w: World): CampaignMessage => {
  const made = aCampaignMessage(w.user(), {
    id: w.id(),
    type: w.oneOf(['survey', 'reactivation', 'usage_tip', 'restock']),
    campaignId: w.chance(2) ? w.known(w.campaigns, () => w.id()) : null,
    cause: `cause:${w.int(12)}`,
    orderId: w.chance(4) ? orderId(w) : null,
    productId: w.chance(4) ? w.product() : null,
    dueAt: w.around(),
    createdAt: w.moment(),
  });
  w.campaignMessages.push(made);
  return made;
};

const campaignMessageId = (w: World) =>
  w.known(w.campaignMessages, () => aCampaignMessage(w.user(), { id: w.id() })).id;

const conversation = (w: World): Conversation => {
  const made = aConversation({ id: w.conversation(), summary: w.maybe(() => words(w)) });
  const now = w.moment();
  return w.oneOf([
    () => made,
    () => escalated(made, now),
    () => takenOver(made, null, now),
    () => closed(made, now),
  ])();
};

const changes = (w: World): CustomerChanges =>
  w.oneOf<CustomerChanges>([
    { name: words(w), otherNames: w.several(() => words(w)) },
    {
      serviceConsent: true,
      marketingConsent: true,
      consentVersion: '1',
      consentAskedAt: w.moment(),
    },
    { marketingConsent: false },
    { language: 'en', preferences: { budgetMaxCfa: w.int(9) } },
    { transferConsent: w.maybe(() => true), transferVersion: w.maybe(() => '2') },
    { health: { pregnant: true, allergens: ['latex'] } },
    {},
  ]);

const restockRequest = (w: World) => [w.user(), w.product(), w.moment()] as const;
const token = (w: World): string => w.note(w.hashes, `t-${w.id()}`);

export const CALLS: Calls = {
  customers: {
    resolve: (w) => [
      [1, 2].slice(0, 1 + w.int(1)).map(() => {
        const phone = w.chance(4) ? null : `+2417${7_000_000 + w.int(12)}`;
        const lid = `${900 + w.int(6)}@lid`;
        const aliases = phone === null ? [lid] : w.chance(3) ? [phone, lid] : [phone];
        w.aliases.push(...aliases);
        return { aliases, phone, name: w.maybe(() => words(w)), newId: w.note(w.users, w.id()) };
      }),
      w.moment(),
    ],
    findByAlias: (w) => [w.known(w.aliases, () => 'nobody@lid')],
    aliasesOf: (w) => [w.user()],
    get: (w) => [w.user()],
    getMany: (w) => [w.several(w.user)],
    update: (w) => [w.user(), changes(w)],
    consentsBy: (w) => [w.message()],
    appendConsent: (w) => [
      {
        id: w.id(),
        userId: w.user(),
        given: w.chance(2),
        purpose: w.oneOf(['service', 'marketing', 'transfer_abroad']),
        version: w.maybe(() => '1'),
        messageId: w.maybe(w.message),
        at: w.moment(),
      },
    ],
  },
  conversations: {
    ensureOpen: (w) => [
      [...new Set([w.user(), w.user()])].map((userId) => ({
        userId,
        newId: w.note(w.conversations, w.id()),
        chatId: `${w.int(3)}@s.whatsapp.net`,
        ...(w.chance(3) && { rebuilt: true as const }),
      })),
      w.moment(),
      w.around(),
    ],
    get: (w) => [w.conversation()],
    lock: (w) => [w.conversation()],
    lockHeld: (w) => [w.known(w.leases, () => noLease(w))],
    save: (w) => [conversation(w)],
    schedule: (w) => [
      [...new Set(w.several(w.conversation))].map((id) => ({
        id,
        quietMs: w.oneOf([0, 60_000]),
        inbound: w.int(2),
        lastInboundAt: w.maybe(w.around),
      })),
      300_000,
    ],
    silentHumans: (w) => [w.around(), 1 + w.int(9)],
    closeQuiet: (w) => [w.around(), w.moment(), 1 + w.int(2)],
  },
  messages: {
    appendInbound: (w) => [w.several(() => inbound(w), 4)],
    appendOutbound: (w) => [w.several(() => outbound(w), 3)],
    get: (w) => [w.message()],
    knownProviderIds: (w) => [w.several(w.providerId)],
    unhandled: (w) => [w.conversation()],
    recent: (w) => [w.conversation(), 1 + w.int(9)],
    lastHumanAt: (w) => [w.conversation(), w.around()],
    markHandled: (w) => [
      w.several(w.message),
      w.maybe(() => w.known(w.turns, () => w.id())),
      w.moment(),
    ],
    leaveToHuman: (w) => [w.several(w.message), w.moment()],
    unanswered: (w) => [w.conversation()],
    reopen: (w) => [w.several(w.message)],
    noteSwift: (w) => [w.message(), `swift-${w.int(2)}`],
    swift: (w) => [`swift-${w.int(2)}`, w.conversation()],
    unsureAnswers: (w) => [w.around(), 1 + w.int(9)],
    markAutomatic: (w) => [w.several(w.message)],
    outbox: (w) => [w.conversation()],
    beginSending: (w) => [w.message(), words(w)],
    setStatus: (w) => [
      w.message(),
      w.oneOf(['sent', 'failed', 'unknown', 'queued', 'dropped']),
      {
        ...(w.chance(2) && { providerId: w.note(w.providerIds, `p-${w.id()}`) }),
        ...(w.chance(4) && { said: { content: '', part: null } }),
      },
    ],
    dropPending: (w) => [w.conversation()],
    releaseSuggested: (w) => [w.message(), w.maybe(() => words(w))],
    advanceStatus: (w) => [
      w.several(() => ({
        providerId: w.providerId(),
        status: w.oneOf(['sent', 'delivered', 'read', 'failed']),
      })),
    ],
    edit: (w) => [w.providerId(), words(w), w.moment()],
    markDeleted: (w) => [w.providerId(), w.moment()],
    setAttachment: (w) => [
      w.message(),
      anAttachment({ providerMediaId: 'n', storageKey: 'k/2' }),
      words(w),
    ],
    getMany: (w) => [w.several(w.message)],
    dropContents: (w) => [w.several(w.message)],
    forgetSaid: (w) => [w.user(), w.maybe(w.around)],
  },
  earlyChanges: {
    keep: (w) => [
      [w.providerId(), `p-early-${w.int(3)}`].map((providerId) => ({
        providerId,
        chatId: w.maybe(() => '24177000001@s.whatsapp.net'),
        text: w.maybe(() => words(w)),
      })),
      w.moment(),
    ],
    take: (w) => [[w.providerId(), `p-early-${w.int(3)}`]],
    met: (w) => [1 + w.int(9)],
    dropBefore: (w) => [w.around()],
  },
  marks: {
    setLabels: (w) => [w.conversation(), w.several(() => words(w))],
    setSnooze: (w) => [w.conversation(), w.maybe(w.around)],
    clearUnread: (w) => [w.conversation()],
    addNote: (w) => [
      {
        id: w.id(),
        conversationId: w.conversation(),
        authorId: null,
        content: `note ${w.int(9)}`,
        at: w.moment(),
      },
    ],
  },
  products: {
    getMany: (w) => [w.several(w.product)],
    search: (w) => [
      aNeed({ budgetMaxCfa: w.maybe(() => 500 * w.int(20)), category: w.maybe(() => 'visage') }),
      '2026-03-02',
      50,
    ],
    searchSoldOut: (w) => [aNeed({ category: w.maybe(() => 'visage') }), '2026-03-02', 50],
    vocabulary: () => [],
  },
  catalogue: {
    lock: (w) => [w.several(w.product)],
    lockByBarcode: (w) => [w.several(() => `36005201234${10 + w.int(20)}`)],
    put: (w) => [[product(w)], w.moment()],
    setStock: (w) => [w.product(), w.int(6), w.moment()],
    notePrices: (w) => [
      w.several(() => ({
        changeId: `00000000-0000-4000-8000-00000000c00${w.int(4)}`,
        productId: w.product(),
        at: w.moment(),
        actorId: null,
        via: w.oneOf(['edit', 'import', 'undo']),
        before: { priceCfa: w.int(9), promoPriceCfa: null },
        after: { priceCfa: w.int(9), promoPriceCfa: w.maybe(() => w.int(9)) },
      })),
    ],
    pricesOf: (w) => [w.product(), 1 + w.int(9)],
    priceChange: (w) => [`00000000-0000-4000-8000-00000000c00${w.int(4)}`],
    remove: (w) => [w.several(w.product, 1)],
    referredTo: (w) => [w.several(w.product)],
    shows: (w) => [`/images/${w.int(3)}.webp`],
    page: (w) => [w.maybe(() => ({ name: 'Produit huile 4', id: w.product() })), 1 + w.int(9)],
    lowStock: (w) => [1 + w.int(9)],
    expiring: (w) => [w.maybe(() => w.oneOf([...DAYS])), w.oneOf([...DAYS]), 1 + w.int(9)],
    stockingDemand: (w) => [w.around(), '2026-03-02', 1 + w.int(9)],
    unmetSince: (w) => [w.around(), 1 + w.int(9)],
  },
  alerts: {
    raise: (w) => [
      w.note(
        w.alerts,
        anAlert({
          id: w.id(),
          conversationId: w.chance(6) ? null : w.conversation(),
          category: w.oneOf(['manual', 'low_rating', 'chest_pain']),
          severity: w.oneOf(['handoff', 'urgent', 'emergency']),
          triggeredAt: w.moment(),
        }),
      ),
    ],
    get: (w) => [w.known(w.alerts, () => anAlert({ id: w.id() })).id],
    openOf: (w) => [w.conversation()],
    handleAll: (w) => [w.conversation(), null, w.moment()],
  },
  orders: {
    insert: (w) => [order(w)],
    lock: (w) => [orderId(w)],
    save: (w) => [settledOrder(w)],
    saveLines: (w) => [
      {
        ...knownOrder(w),
        items: [
          {
            productId: w.maybe(w.product),
            name: 'Huile',
            quantity: 1 + w.int(3),
            unitPriceCfa: 500,
          },
        ],
      },
    ],
    latestOf: (w) => [w.user(), 1 + w.int(9)],
    lockRecentOf: (w) => [w.user(), w.around()],
    takeStock: (w) => [orderId(w)],
    returnStock: (w) => [orderId(w)],
    note: (w) => [
      {
        orderId: orderId(w),
        at: w.moment(),
        kind: w.oneOf([
          'created',
          'completed',
          'cancelled',
          'delivery',
          'reported',
          'amount_differs',
        ]),
        via: w.oneOf(['assistant', 'staff', 'cart', 'demo_cart']),
        actorId: null,
        amountCfa: w.maybe(() => w.int(9)),
        reason: w.maybe(() => words(w)),
        reportKey: w.maybe(() => `report-${w.int(3)}`),
      },
    ],
    historyOf: (w) => [orderId(w)],
    wasReported: (w) => [orderId(w), `report-${w.int(3)}`],
    click: (w) => [knownOrder(w).code, w.moment()],
  },
  coupons: {
    factsOf: (w) => [w.user(), w.around()],
    historyOf: (w) => [w.user(), w.around(), w.around()],
    insert: (w) => [
      w.note(
        w.coupons,
        aCoupon({
          id: w.id(),
          userId: w.user(),
          code: `LEA-${w.id<string>().slice(-6)}`,
          budgetCfa: w.int(999),
          createdAt: w.around(),
        }),
      ),
    ],
    findByCode: (w) => [w.known(w.coupons, () => aCoupon()).code],
    release: (w) => [orderId(w)],
    redeem: (w) => [
      w.known(w.coupons, () => aCoupon()).code,
      w.maybe(() => orderId(w)),
      w.moment(),
    ],
  },
  campaigns: {
    insert: (w) => [
      {
        id: w.note(w.campaigns, w.id()),
        name: words(w),
        type: w.oneOf(['reactivation', 'survey']),
        template: 'Bonjour {name}',
        audience: w.maybe(() => ({ silentDays: w.int(9), minOrders: w.int(2) })),
        couponPct: w.maybe(() => 10),
        state: w.oneOf(['draft', 'running']),
        createdBy: null,
        createdAt: w.moment(),
        startedAt: null,
        finishedAt: null,
      },
    ],
    get: (w) => [w.known(w.campaigns, () => w.id())],
    lock: (w) => [w.known(w.campaigns, () => w.id())],
    save: (w) => [
      {
        id: w.known(w.campaigns, () => w.id()),
        name: 'x',
        type: 'survey',
        template: '',
        audience: null,
        couponPct: null,
        state: w.oneOf(['running', 'paused', 'done']),
        createdBy: null,
        createdAt: w.moment(),
        startedAt: w.maybe(() => w.moment()),
        finishedAt: w.maybe(() => w.moment()),
      },
    ],
    list: (w) => [1 + w.int(9)],
    pauseAll: () => [],
    finishDrained: (w) => [w.moment()],
    reachable: (w) => [{ silentDays: w.int(2), minOrders: w.int(1) }, w.around(), w.around()],
    addMessages: (w) => [w.several(() => campaignMessage(w))],
    dropPendingOf: (w) => [orderId(w)],
    getMessage: (w) => [campaignMessageId(w)],
    saveMessage: (w) => [
      {
        ...w.known(w.campaignMessages, () => aCampaignMessage(w.user(), { id: w.id() })),
        status: w.oneOf(['sent', 'sent', 'failed', 'pending']),
        couponId: w.chance(4) ? w.known(w.coupons, () => aCoupon({ id: w.id() })).id : null,
        messageId: w.chance(3) ? w.message() : null,
        sentAt: w.maybe(w.around),
        failure: w.maybe(() => w.oneOf(['unknown', 'rejected'])),
      },
    ],
    lockSending: () => [],
    noteReplies: (w) => [w.around()],
    history: (w) => [w.around(), w.around(), w.int(5)],
    claimDue: (w) => [w.around()],
    lastChat: (w) => [w.user()],
    lastSentTo: (w) => [w.user(), w.maybe(() => orderId(w))],
    answeredOffer: (w) => [w.user(), w.around()],
    campaignOfCoupon: (w) => [w.known(w.coupons, () => aCoupon({ id: w.id() })).id],
    openSurvey: (w) => [w.user(), w.around()],
    putAnswer: (w) => {
      const { id, userId } = w.known(w.campaignMessages, () =>
        aCampaignMessage(w.user(), { id: w.id() }),
      );
      return [
        {
          id: w.id(),
          campaignMessageId: id,
          conversationId: w.conversation(),
          orderId: w.maybe(() => orderId(w)),
          userId,
          score: 1 + w.int(4),
          comment: w.maybe(() => words(w)),
          answeredAt: w.around(),
        },
      ];
    },
    lastAnswer: (w) => [w.user(), w.around()],
    requestRestock: (w) => [...restockRequest(w)],
    takeRestocked: (w) => [w.oneOf([...DAYS]), w.moment(), 1 + w.int(9)],
  },
  turns: {
    insert: (w) => [
      aTurn({
        id: w.note(w.turns, w.id()),
        conversationId: w.conversation(),
        userId: w.maybe(w.user),
        startedAt: w.around(),
        modelCalls: w.int(2),
        costMilliCfa: w.int(999),
        triage: w.chance(4)
          ? { severity: 'urgent', category: 'chest_pain', ruleIds: ['r1'] }
          : null,
        candidates: w.several(w.product, 2),
      }),
    ],
    modelTurnsSince: (w) => [w.user(), w.around()],
    costMilliCfaSince: (w) => [w.around()],
  },
  recommendations: {
    insert: (w) => [
      w.several(() => ({
        id: w.id(),
        conversationId: w.conversation(),
        productId: w.product(),
        turnId: w.known(w.turns, () => w.id()),
        rank: 1 + w.int(2),
        reason: words(w),
        at: w.moment(),
      })),
    ],
  },
  unmetDemand: {
    record: (w) => [
      {
        id: w.id(),
        conversationId: w.conversation(),
        query: words(w),
        needKey: w.oneOf(['', 'creme', 'savon']),
        category: w.maybe(() => 'visage'),
        reason: w.oneOf(['not_found', 'out_of_stock', 'too_expensive', 'unsuitable']),
        productId: w.maybe(w.product),
        at: w.around(),
      },
    ],
  },
  quarantine: {
    add: (w) => [
      w.several(() => ({
        id: w.id(),
        channel: 'whapi',
        reason: 'unreadable',
        raw: { from: `2417700000${w.int(9)}` },
        at: w.moment(),
      })),
    ],
  },
  erasure: {
    traces: (w) => [w.user()],
    lastChatOf: (w) => [w.user()],
    purge: (w) => [w.user()],
    consentsOf: (w) => [w.user()],
    log: (w) => [
      {
        id: w.id(),
        subjectHash: `h-${w.int(99)}`,
        deletedAt: w.moment(),
        requestedBy: w.oneOf(['customer', 'retention']),
        counts: { messages: w.int(9) },
        consents: [],
        hashExpiresAt: w.around(),
      },
    ],
    rememberKeys: (w) => [w.several(() => `e-${w.int(5)}`), w.around()],
    oweMediaPurge: (w) => [{ id: w.note(w.owed, w.id()), folders: [`f/${w.int(9)}`] }],
    getMediaPurge: (w) => [w.known(w.owed, () => w.id())],
    dropMediaPurge: (w) => [w.known(w.owed, () => w.id())],
    mediaPurgesBefore: (w) => [new Date(w.oneOf(['2020-01-01', '2100-01-01']))],
    oweConfirmation: (w) => [
      { id: w.note(w.owed, w.id()), chatId: '1@s.whatsapp.net', language: 'fr' },
    ],
    getConfirmation: (w) => [w.known(w.owed, () => w.id())],
    dropConfirmation: (w) => [w.known(w.owed, () => w.id())],
    addExportLink: (w) => [{ tokenHash: token(w), userId: w.user(), expiresAt: w.around() }],
    takeExportLink: (w) => [w.hash(), w.moment()],
    exportOf: (w) => [w.user()],
    erasedAmong: (w) => [[0, 1, 2, 3, 4, 5].map((n) => `e-${n}`), w.around()],
  },
  audit: {
    record: (w) => [
      trace(SERVICE, 'conversation.take_over', {
        rows: [w.conversation()],
        subjects: [w.user()],
        count: w.int(3),
      }),
    ],
  },
  jobs: {
    enqueue: (w) => [{ name: 'order-settled', data: { orderId: orderId(w) } }],
  },
};

export const noLease = (w: World) => ({
  conversationId: w.conversation(),
  owner: 'nobody',
  fence: 1,
  attempts: 1,
  unsent: false,
});
