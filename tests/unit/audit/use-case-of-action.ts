import { ChangeSettings } from '../../../src/application/settings/change-settings.ts';
import type { StaffAction } from '../../../src/domain/audit/staff-actions.ts';
import type { Actor } from '../../../src/domain/shared/actor.ts';
import { defaultSettings } from '../../../src/domain/shop/shop-settings.ts';
import { aCoupon, anAlert, anOrder, aProduct } from '../../support/builders.ts';
import { createHarness, say, type Harness } from '../../support/harness.ts';

/** Ends the test that reaches it: whoever may not must be turned away before. */
const outOfReach = <T extends object>(name: string): T =>
  new Proxy({} as T, {
    get: (_, key) => {
      // Whoever puts parts together asks whether one is a promise.
      if (key === 'then') return undefined;
      throw new Error(`${name}.${String(key)} was reached`);
    },
  });

/** A shop with something of everything; the ports that memory has no adapter for are out of reach. */
export async function openShop() {
  const product = aProduct({ stockQty: 9 });
  const harness = createHarness({
    products: [product],
    adapters: {
      accounts: outOfReach('accounts'),
      systemReads: outOfReach('systemReads'),
      kpiReads: outOfReach('kpiReads'),
      pushSubscriptions: outOfReach('pushSubscriptions'),
      facts: outOfReach('facts'),
    },
  });
  await say(harness, '+24177000001', 'Bonjour');
  const conversation = harness.store.conversations.all()[0]!;
  const userId = conversation.userId!;
  const order = anOrder({ conversationId: conversation.id, userId });
  const alert = anAlert({ conversationId: conversation.id });
  const coupon = aCoupon({ userId });
  harness.store.orders.insert(order);
  harness.store.alerts.insert(alert);
  harness.store.coupons.insert(coupon);
  const message = harness.store.messages.all()[0]!;
  return { harness, product, conversation, userId, order, alert, coupon, message };
}
export type OpenShop = Awaited<ReturnType<typeof openShop>>;

/** Rows of every table but the log itself. */
export const everythingIn = ({ store }: Harness): string =>
  JSON.stringify(
    Object.entries(store).flatMap(([name, table]: [string, unknown]) =>
      name !== 'audits' && table !== null && typeof table === 'object' && 'all' in table
        ? [[name, (table as { all: () => unknown }).all()]]
        : [],
    ),
  );

type Call = (shop: OpenShop, actor: Actor) => Promise<unknown>;

/** What a route reads by itself and traces before it answers. */
const traced =
  (action: StaffAction): Call =>
  ({ harness }, actor) =>
    harness.parts.traceAccess.execute({ actor, action });
/** What has no use case of its own, as it touches nothing that is kept: the route's own door. */
const atTheDoor =
  (action: StaffAction): Call =>
  ({ harness }, actor) =>
    harness.parts.traceAccess.authorise(actor, action);

const campaign = {
  name: 'Revenez',
  template: 'Bonjour {prenom}',
  audience: { silentDays: 30, minOrders: 0 },
  couponPct: null,
};
const campaignId = 'a-campaign' as never;

/** How each action is done, past every route; a new action has to say it. */
export const USE_CASE_OF: Readonly<Record<StaffAction, Call | readonly Call[]>> = {
  'conversation.start': ({ harness, userId }, actor) =>
    harness.parts.startConversation.execute({ actor, userId }),
  'conversation.take_over': ({ harness, conversation }, actor) =>
    harness.parts.takeOver.execute({ actor, conversationId: conversation.id }),
  'conversation.hand_back': ({ harness, conversation }, actor) =>
    harness.parts.handBack.execute({ actor, conversationId: conversation.id }),
  'conversation.close': ({ harness, conversation }, actor) =>
    harness.parts.closeConversation.execute({ actor, conversationId: conversation.id }),
  'conversation.label': ({ harness, conversation }, actor) =>
    harness.parts.labelConversation.execute({
      actor,
      conversationId: conversation.id,
      labels: ['vip'],
    }),
  'conversation.snooze': ({ harness, conversation }, actor) =>
    harness.parts.snoozeConversation.execute({
      actor,
      conversationId: conversation.id,
      until: null,
    }),
  'conversation.mark_read': ({ harness, conversation }, actor) =>
    harness.parts.markRead.execute({ actor, conversationId: conversation.id }),
  'conversation.be_present': atTheDoor('conversation.be_present'),
  'message.send': ({ harness, conversation }, actor) =>
    harness.parts.sendMessage.execute({
      actor,
      conversationId: conversation.id,
      content: 'Bonjour',
    }),
  'message.approve': ({ harness, message }, actor) =>
    harness.parts.approveReply.execute({ actor, messageId: message.id }),
  'note.add': ({ harness, conversation }, actor) =>
    harness.parts.noteConversation.execute({
      actor,
      conversationId: conversation.id,
      content: 'Fidèle',
    }),
  'alert.trigger': ({ harness, conversation }, actor) =>
    harness.parts.escalateToAdvisor.execute({
      actor,
      conversationId: conversation.id,
      reason: 'À voir',
    }),
  'alert.take': [
    ({ harness, alert, userId }, actor) =>
      harness.parts.handleAlerts.execute({
        actor,
        alertIds: [alert.id],
        advisor: { id: userId, name: 'Awa' },
      }),
    ({ harness, alert }, actor) =>
      harness.parts.takeAlert.execute({
        actor,
        alertId: alert.id,
        advisorName: 'Awa',
        advisorId: null,
      }),
  ],
  'order.create_link': ({ harness, conversation, product }, actor) =>
    harness.parts.createOrderLink.execute({
      actor,
      conversationId: conversation.id,
      items: [{ productId: product.id, quantity: 1 }],
    }),
  'order.mark_sold': ({ harness, conversation }, actor) =>
    harness.parts.markSold.execute({ actor, conversationId: conversation.id, amountCfa: 7_000 }),
  'order.cancel': ({ harness, order }, actor) =>
    harness.parts.cancelOrder.execute({ actor, orderId: order.id, reason: 'Erreur' }),
  'order.read_history': ({ harness, order }, actor) =>
    harness.parts.readOrderHistory.execute({ actor, orderId: order.id }),
  'coupon.issue': ({ harness, userId }, actor) =>
    harness.parts.issueCoupon.execute({ actor, userId }),
  'coupon.redeem': ({ harness, coupon }, actor) =>
    harness.parts.redeemCoupon.execute({ actor, code: coupon.code }),
  'consent.log': ({ harness, userId }, actor) =>
    harness.parts.logConsent.execute({
      actor,
      consents: [
        { userId, given: true, purpose: 'marketing', version: null, messageId: null, at: null },
      ],
    }),
  'customer.export': ({ harness, userId }, actor) =>
    harness.parts.exportUserData.execute({ actor, userId }),
  'customer.erase': ({ harness, userId }, actor) =>
    harness.parts.purgeUserData.execute({ actor, userId }),

  'product.create': ({ harness }, actor) =>
    harness.parts.createProducts.execute({ actor, products: [{ name: 'Savon', priceCfa: 2_000 }] }),
  'product.update': ({ harness, product }, actor) =>
    harness.parts.updateProducts.execute({
      actor,
      productIds: [product.id],
      changes: { name: 'Autre' },
    }),
  'product.set_stock': ({ harness, product }, actor) =>
    harness.parts.updateProducts.execute({
      actor,
      productIds: [product.id],
      changes: { stockQty: 1 },
    }),
  'product.delete': ({ harness, product }, actor) =>
    harness.parts.deleteProducts.execute({ actor, productIds: [product.id] }),
  'product.import': ({ harness }, actor) =>
    harness.parts.importProducts.execute({ actor, lines: [], preview: false }),
  'product.undo_prices': ({ harness }, actor) =>
    harness.parts.undoPriceChange.execute({ actor, changeId: 'a-change' }),
  'product.read_prices': ({ harness, product }, actor) =>
    harness.parts.readPrices.execute({ actor, productId: product.id, limit: 10 }),
  'product.export': ({ harness }, actor) => harness.parts.exportProducts.execute({ actor }).next(),
  'product.set_image': ({ harness, product }, actor) =>
    harness.parts.setProductImage.execute({
      actor,
      productId: product.id,
      encode: () => Promise.reject(new Error('drawn for somebody who may not')),
    }),
  'product.recommend': ({ harness, conversation }, actor) =>
    harness.parts.recommendProducts.execute({
      actor,
      query: 'crème',
      conversationId: conversation.id,
    }),

  'campaign.create': ({ harness }, actor) =>
    harness.parts.createCampaign.execute({ actor, ...campaign }),
  'campaign.preview': ({ harness }, actor) =>
    harness.parts.previewCampaign.execute({ actor, ...campaign }),
  'campaign.start': ({ harness }, actor) => harness.parts.runCampaign.start({ actor, campaignId }),
  'campaign.pause': ({ harness }, actor) => harness.parts.runCampaign.pause({ actor, campaignId }),
  'campaign.resume': ({ harness }, actor) =>
    harness.parts.runCampaign.resume({ actor, campaignId }),
  'campaign.list': ({ harness }, actor) =>
    harness.parts.listCampaigns.execute({ actor, limit: 10 }),

  'staff.list': traced('staff.list'),
  'staff.invite': ({ harness }, actor) =>
    harness.parts.inviteStaff.execute({
      actor,
      email: 'awa@lea.local',
      name: 'Awa',
      role: 'admin',
      language: 'fr',
    }),
  'staff.disable': ({ harness, userId }, actor) =>
    harness.parts.disableStaff.execute({ actor, userId, disabled: true }),
  'staff.enable': ({ harness, userId }, actor) =>
    harness.parts.disableStaff.execute({ actor, userId, disabled: false }),
  'staff.change_role': ({ harness, userId }, actor) =>
    harness.parts.changeRole.execute({ actor, userId, role: 'admin' }),
  'staff.require_two_factor': ({ harness, userId }, actor) =>
    harness.parts.requireTwoFactor.execute({ actor, userId, required: true }),
  'settings.change': ({ harness }, actor) =>
    new ChangeSettings({
      uow: harness.adapters.uow,
      settingsStore: outOfReach('settingsStore'),
      applied: () => Promise.reject(new Error('applied for somebody who may not')),
    }).execute({ actor, version: 0, value: defaultSettings('GA') }),
  'settings.history': atTheDoor('settings.history'),

  'inbox.read': traced('inbox.read'),
  'inbox.search': traced('inbox.search'),
  'conversation.read': traced('conversation.read'),
  'customer.read': traced('customer.read'),
  'turn.read': traced('turn.read'),
  'file.read': traced('file.read'),
  'table.read': traced('table.read'),
  'table.write': atTheDoor('table.write'),
  'demand.read': ({ harness }, actor) =>
    harness.parts.watchCatalogue.execute({ actor, expiryDays: 60, demandDays: 30 }),
  'report.read': ({ harness }, actor) => harness.parts.reportKpis.execute({ actor }),
  'report.export': traced('report.export'),
  'audit.read': traced('audit.read'),
  'deletion.read': traced('deletion.read'),
  'system.read': ({ harness }, actor) => harness.parts.reportSystem.execute({ actor }),
  'push.subscribe': ({ harness }, actor) =>
    harness.parts.watchByPush.subscribe({
      actor,
      subscription: { endpoint: 'https://push.example/1', keys: { p256dh: 'x', auth: 'y' } },
    }),
  'push.unsubscribe': ({ harness }, actor) =>
    harness.parts.watchByPush.unsubscribe({ actor, endpoint: 'https://push.example/1' }),
};
