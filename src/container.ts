import 'reflect-metadata';
import { Container, ContainerModule, type ServiceIdentifier } from 'inversify';
import { NotifyOperator } from './application/operations/operator-alerts.ts';
import { ModelHealth } from './application/advice/model-health.ts';
import { ProductAdvisor } from './application/advice/product-advisor.ts';
import { TraceAccess } from './application/audit/trace-access.ts';
import { CreateProducts } from './application/catalogue/create-products.ts';
import { DeleteProducts } from './application/catalogue/delete-products.ts';
import { ExportProducts } from './application/catalogue/export-products.ts';
import { ImportProducts } from './application/catalogue/import-products.ts';
import { SetProductImage } from './application/catalogue/set-product-image.ts';
import { UpdateProducts } from './application/catalogue/update-products.ts';
import { WatchCatalogue } from './application/catalogue/watch-catalogue.ts';
import { SendDueCampaignMessages } from './application/campaigns/send-due-campaign-messages.ts';
import { AnnounceAlertTaken } from './application/jobs/announce-alert-taken.ts';
import { ConfirmErasure } from './application/jobs/confirm-erasure.ts';
import { ConfirmOrder } from './application/jobs/confirm-order.ts';
import { DeliverAlert } from './application/jobs/deliver-alert.ts';
import { PurgeMedia } from './application/jobs/purge-media.ts';
import { PurgePicture } from './application/jobs/purge-picture.ts';
import { TendConversations } from './application/jobs/tend-conversations.ts';
import { IssueCoupon } from './application/loyalty/issue-coupon.ts';
import { RedeemCoupon } from './application/loyalty/redeem-coupon.ts';
import { CancelOrder } from './application/orders/cancel-order.ts';
import { CreateOrderLink } from './application/orders/create-order-link.ts';
import { FollowOrderLink } from './application/orders/follow-order-link.ts';
import { MarkSold } from './application/orders/mark-sold.ts';
import { ReadOrderHistory } from './application/orders/read-order-history.ts';
import { SettleOrder } from './application/orders/settle-order.ts';
import { ViewOrder } from './application/orders/view-order.ts';
import { ExportUserData } from './application/privacy/export-user-data.ts';
import { PurgeUserData } from './application/privacy/purge-user-data.ts';
import { SendStockingReport } from './application/reports/send-stocking-report.ts';
import { ReceiveEvents } from './application/receive-events.ts';
import { ApproveReply } from './application/staff/approve-reply.ts';
import { CloseConversation } from './application/staff/close-conversation.ts';
import { HandBack } from './application/staff/hand-back.ts';
import { HandleAlerts } from './application/staff/handle-alerts.ts';
import { LogConsent } from './application/staff/log-consent.ts';
import { RecommendProducts } from './application/staff/recommend-products.ts';
import { SendMessage } from './application/staff/send-message.ts';
import { StartConversation } from './application/staff/start-conversation.ts';
import { TakeAlert } from './application/staff/take-alert.ts';
import { TakeOver } from './application/staff/take-over.ts';
import { TriggerAlert } from './application/staff/trigger-alert.ts';
import { AnswerConversation } from './application/turn/answer-conversation.ts';
import { LayAside } from './application/turn/lay-aside.ts';
import { SendOutbox } from './application/turn/send-outbox.ts';
import type { AdvisorNotifier } from './ports/advisor-notifier.ts';
import type { Cart } from './ports/cart.ts';
import type { Clock } from './ports/clock.ts';
import type { ConversationQueue } from './ports/conversation-queue.ts';
import type { IdGenerator } from './ports/id-generator.ts';
import type { InboundChannel } from './ports/inbound-channel.ts';
import type { KeyedHash } from './ports/keyed-hash.ts';
import type { LanguageModel } from './ports/language-model.ts';
import type { Log } from './ports/log.ts';
import type { Mailer } from './ports/mailer.ts';
import type { MediaStore } from './ports/media-store.ts';
import type { OperatorLedger } from './ports/operator-ledger.ts';
import type { MessagingGateway } from './ports/messaging-gateway.ts';
import type { Metrics } from './ports/metrics.ts';
import type { PhoneNumbers } from './ports/phone-numbers.ts';
import type { ShopSettingsSource } from './ports/shop-settings-source.ts';
import type { UnitOfWork } from './ports/unit-of-work.ts';

// A cast, not an annotation: an annotated constant narrows to symbol and swapped tokens would compile.
export const TOKENS = {
  uow: Symbol('uow') as ServiceIdentifier<UnitOfWork>,
  queue: Symbol('queue') as ServiceIdentifier<ConversationQueue>,
  gateway: Symbol('gateway') as ServiceIdentifier<MessagingGateway>,
  channel: Symbol('channel') as ServiceIdentifier<InboundChannel>,
  model: Symbol('model') as ServiceIdentifier<LanguageModel>,
  backupModel: Symbol('backupModel') as ServiceIdentifier<LanguageModel>,
  operatorLedger: Symbol('operatorLedger') as ServiceIdentifier<OperatorLedger>,
  notifiers: Symbol('notifiers') as ServiceIdentifier<readonly AdvisorNotifier[]>,
  mailer: Symbol('mailer') as ServiceIdentifier<Mailer>,
  store: Symbol('store') as ServiceIdentifier<MediaStore>,
  cart: Symbol('cart') as ServiceIdentifier<Cart>,
  clock: Symbol('clock') as ServiceIdentifier<Clock>,
  ids: Symbol('ids') as ServiceIdentifier<IdGenerator>,
  hash: Symbol('hash') as ServiceIdentifier<KeyedHash>,
  phones: Symbol('phones') as ServiceIdentifier<PhoneNumbers>,
  log: Symbol('log') as ServiceIdentifier<Log>,
  metrics: Symbol('metrics') as ServiceIdentifier<Metrics>,
  settings: Symbol('settings') as ServiceIdentifier<ShopSettingsSource>,
  installation: Symbol('installation') as ServiceIdentifier<Installation>,

  operatorAlerts: Symbol('operatorAlerts') as ServiceIdentifier<NotifyOperator>,
  modelHealth: Symbol('modelHealth') as ServiceIdentifier<ModelHealth>,
  advisor: Symbol('advisor') as ServiceIdentifier<ProductAdvisor>,
  traceAccess: Symbol('traceAccess') as ServiceIdentifier<TraceAccess>,
  receiveEvents: Symbol('receiveEvents') as ServiceIdentifier<ReceiveEvents>,
  answerConversation: Symbol('answerConversation') as ServiceIdentifier<AnswerConversation>,
  sendOutbox: Symbol('sendOutbox') as ServiceIdentifier<SendOutbox>,
  layAside: Symbol('layAside') as ServiceIdentifier<LayAside>,
  startConversation: Symbol('startConversation') as ServiceIdentifier<StartConversation>,
  sendMessage: Symbol('sendMessage') as ServiceIdentifier<SendMessage>,
  takeOver: Symbol('takeOver') as ServiceIdentifier<TakeOver>,
  handBack: Symbol('handBack') as ServiceIdentifier<HandBack>,
  closeConversation: Symbol('closeConversation') as ServiceIdentifier<CloseConversation>,
  approveReply: Symbol('approveReply') as ServiceIdentifier<ApproveReply>,
  recommendProducts: Symbol('recommendProducts') as ServiceIdentifier<RecommendProducts>,
  triggerAlert: Symbol('triggerAlert') as ServiceIdentifier<TriggerAlert>,
  takeAlert: Symbol('takeAlert') as ServiceIdentifier<TakeAlert>,
  createOrderLink: Symbol('createOrderLink') as ServiceIdentifier<CreateOrderLink>,
  settleOrder: Symbol('settleOrder') as ServiceIdentifier<SettleOrder>,
  cancelOrder: Symbol('cancelOrder') as ServiceIdentifier<CancelOrder>,
  readOrderHistory: Symbol('readOrderHistory') as ServiceIdentifier<ReadOrderHistory>,
  followOrderLink: Symbol('followOrderLink') as ServiceIdentifier<FollowOrderLink>,
  markSold: Symbol('markSold') as ServiceIdentifier<MarkSold>,
  viewOrder: Symbol('viewOrder') as ServiceIdentifier<ViewOrder>,
  issueCoupon: Symbol('issueCoupon') as ServiceIdentifier<IssueCoupon>,
  redeemCoupon: Symbol('redeemCoupon') as ServiceIdentifier<RedeemCoupon>,
  createProducts: Symbol('createProducts') as ServiceIdentifier<CreateProducts>,
  deleteProducts: Symbol('deleteProducts') as ServiceIdentifier<DeleteProducts>,
  exportProducts: Symbol('exportProducts') as ServiceIdentifier<ExportProducts>,
  importProducts: Symbol('importProducts') as ServiceIdentifier<ImportProducts>,
  setProductImage: Symbol('setProductImage') as ServiceIdentifier<SetProductImage>,
  updateProducts: Symbol('updateProducts') as ServiceIdentifier<UpdateProducts>,
  watchCatalogue: Symbol('watchCatalogue') as ServiceIdentifier<WatchCatalogue>,
  logConsent: Symbol('logConsent') as ServiceIdentifier<LogConsent>,
  handleAlerts: Symbol('handleAlerts') as ServiceIdentifier<HandleAlerts>,
  purgeUserData: Symbol('purgeUserData') as ServiceIdentifier<PurgeUserData>,
  exportUserData: Symbol('exportUserData') as ServiceIdentifier<ExportUserData>,
  deliverAlert: Symbol('deliverAlert') as ServiceIdentifier<DeliverAlert>,
  announceAlertTaken: Symbol('announceAlertTaken') as ServiceIdentifier<AnnounceAlertTaken>,
  confirmErasure: Symbol('confirmErasure') as ServiceIdentifier<ConfirmErasure>,
  confirmOrder: Symbol('confirmOrder') as ServiceIdentifier<ConfirmOrder>,
  purgeMedia: Symbol('purgeMedia') as ServiceIdentifier<PurgeMedia>,
  purgePicture: Symbol('purgePicture') as ServiceIdentifier<PurgePicture>,
  sendDueCampaignMessages: Symbol(
    'sendDueCampaignMessages',
  ) as ServiceIdentifier<SendDueCampaignMessages>,
  sendStockingReport: Symbol('sendStockingReport') as ServiceIdentifier<SendStockingReport>,
  tendConversations: Symbol('tendConversations') as ServiceIdentifier<TendConversations>,
} as const;

/** Facts of this installation that use cases need. */
export interface Installation {
  readonly publicUrl: string;
  readonly channelName: string;
  /** Where reports for the shop's owner go. */
  readonly ownerEmail: string;
  /** The quiet period that gathers a burst of messages, in milliseconds. */
  readonly burstWindowMs: number;
}

const names = (notifiers: readonly AdvisorNotifier[]): readonly string[] =>
  notifiers.map((notifier) => notifier.name);

/** The use cases; the same under every configuration and in the test harness. */
export const coreModule = new ContainerModule(({ bind }) => {
  const t = TOKENS;
  bind(t.operatorAlerts).toResolvedValue(
    (notifiers, ledger, log) => new NotifyOperator(notifiers, ledger, log),
    [t.notifiers, t.operatorLedger, t.log],
  );
  bind(t.modelHealth).toResolvedValue((alerts) => new ModelHealth(alerts), [t.operatorAlerts]);
  bind(t.advisor).toResolvedValue(
    (uow, model, backup, health, log, metrics) =>
      new ProductAdvisor({ uow, model, backup, health, log, metrics }),
    [t.uow, t.model, t.backupModel, t.modelHealth, t.log, t.metrics],
  );
  bind(t.traceAccess).toResolvedValue(
    (uow, clock) => new TraceAccess({ uow, clock }),
    [t.uow, t.clock],
  );
  bind(t.receiveEvents).toResolvedValue(
    (uow, ids, clock, hash, settings, metrics, { channelName, burstWindowMs }) =>
      new ReceiveEvents({
        uow,
        ids,
        clock,
        hash,
        settings,
        metrics,
        channel: channelName,
        burstWindowMs,
      }),
    [t.uow, t.ids, t.clock, t.hash, t.settings, t.metrics, t.installation],
  );
  bind(t.answerConversation).toResolvedValue(
    (
      uow,
      ids,
      clock,
      hash,
      settings,
      metrics,
      gateway,
      store,
      model,
      log,
      advisor,
      cart,
      notifiers,
      { publicUrl },
    ) =>
      new AnswerConversation({
        uow,
        ids,
        clock,
        hash,
        settings,
        metrics,
        gateway,
        store,
        model,
        log,
        advisor,
        cart,
        notifiers: names(notifiers),
        publicUrl,
      }),
    [
      t.uow,
      t.ids,
      t.clock,
      t.hash,
      t.settings,
      t.metrics,
      t.gateway,
      t.store,
      t.model,
      t.log,
      t.advisor,
      t.cart,
      t.notifiers,
      t.installation,
    ],
  );
  bind(t.sendOutbox).toResolvedValue(
    (uow, ids, clock, settings, metrics, gateway, log, notifiers, { publicUrl }) =>
      new SendOutbox({
        uow,
        ids,
        clock,
        settings,
        metrics,
        gateway,
        log,
        notifiers: names(notifiers),
        publicUrl,
      }),
    [t.uow, t.ids, t.clock, t.settings, t.metrics, t.gateway, t.log, t.notifiers, t.installation],
  );
  bind(t.layAside).toResolvedValue(
    (uow, ids, clock, notifiers) => new LayAside({ uow, ids, clock, notifiers: names(notifiers) }),
    [t.uow, t.ids, t.clock, t.notifiers],
  );

  bind(t.startConversation).toResolvedValue(
    (uow, clock, ids, phones) => new StartConversation({ uow, clock, ids, phones }),
    [t.uow, t.clock, t.ids, t.phones],
  );
  bind(t.sendMessage).toResolvedValue(
    (uow, clock, ids) => new SendMessage({ uow, clock, ids }),
    [t.uow, t.clock, t.ids],
  );
  bind(t.takeOver).toResolvedValue((uow, clock) => new TakeOver({ uow, clock }), [t.uow, t.clock]);
  bind(t.handBack).toResolvedValue((uow, clock) => new HandBack({ uow, clock }), [t.uow, t.clock]);
  bind(t.closeConversation).toResolvedValue(
    (uow, clock) => new CloseConversation({ uow, clock }),
    [t.uow, t.clock],
  );
  bind(t.approveReply).toResolvedValue(
    (uow, clock) => new ApproveReply({ uow, clock }),
    [t.uow, t.clock],
  );
  bind(t.recommendProducts).toResolvedValue(
    (uow, clock, advisor, settings) => new RecommendProducts({ uow, clock, advisor, settings }),
    [t.uow, t.clock, t.advisor, t.settings],
  );
  bind(t.triggerAlert).toResolvedValue(
    (uow, clock, ids, notifiers) =>
      new TriggerAlert({ uow, clock, ids, notifiers: names(notifiers) }),
    [t.uow, t.clock, t.ids, t.notifiers],
  );
  bind(t.takeAlert).toResolvedValue(
    (uow, clock) => new TakeAlert({ uow, clock }),
    [t.uow, t.clock],
  );

  bind(t.createOrderLink).toResolvedValue(
    (uow, clock, ids, cart, settings, notifiers) =>
      new CreateOrderLink({ uow, clock, ids, cart, settings, notifiers: names(notifiers) }),
    [t.uow, t.clock, t.ids, t.cart, t.settings, t.notifiers],
  );
  bind(t.settleOrder).toResolvedValue(
    (uow, clock, ids, settings) => new SettleOrder({ uow, clock, ids, settings }),
    [t.uow, t.clock, t.ids, t.settings],
  );
  bind(t.cancelOrder).toResolvedValue(
    (uow, clock) => new CancelOrder({ uow, clock }),
    [t.uow, t.clock],
  );
  bind(t.readOrderHistory).toResolvedValue((uow) => new ReadOrderHistory(uow), [t.uow]);
  bind(t.followOrderLink).toResolvedValue(
    (uow, clock) => new FollowOrderLink({ uow, clock }),
    [t.uow, t.clock],
  );
  bind(t.markSold).toResolvedValue(
    (uow, clock, ids, cart, settings, notifiers) =>
      new MarkSold({ uow, clock, ids, cart, settings, notifiers: names(notifiers) }),
    [t.uow, t.clock, t.ids, t.cart, t.settings, t.notifiers],
  );

  bind(t.viewOrder).toResolvedValue((uow) => new ViewOrder(uow), [t.uow]);
  bind(t.issueCoupon).toResolvedValue(
    (uow, clock, ids, model, settings, log) =>
      new IssueCoupon({ uow, clock, ids, model, settings, log }),
    [t.uow, t.clock, t.ids, t.model, t.settings, t.log],
  );
  bind(t.redeemCoupon).toResolvedValue(
    (uow, clock, settings) => new RedeemCoupon({ uow, clock, settings }),
    [t.uow, t.clock, t.settings],
  );

  bind(t.createProducts).toResolvedValue(
    (uow, clock, ids) => new CreateProducts({ uow, clock, ids }),
    [t.uow, t.clock, t.ids],
  );
  bind(t.updateProducts).toResolvedValue(
    (uow, clock) => new UpdateProducts({ uow, clock }),
    [t.uow, t.clock],
  );
  bind(t.deleteProducts).toResolvedValue(
    (uow, clock) => new DeleteProducts({ uow, clock }),
    [t.uow, t.clock],
  );
  bind(t.importProducts).toResolvedValue(
    (uow, clock, ids) => new ImportProducts({ uow, clock, ids }),
    [t.uow, t.clock, t.ids],
  );
  bind(t.exportProducts).toResolvedValue((uow) => new ExportProducts({ uow }), [t.uow]);
  bind(t.watchCatalogue).toResolvedValue(
    (uow, clock, settings) => new WatchCatalogue({ uow, clock, settings }),
    [t.uow, t.clock, t.settings],
  );
  bind(t.setProductImage).toResolvedValue(
    (uow, clock, store) => new SetProductImage({ uow, clock, store }),
    [t.uow, t.clock, t.store],
  );
  bind(t.logConsent).toResolvedValue(
    (uow, clock, ids, settings) => new LogConsent({ uow, clock, ids, settings }),
    [t.uow, t.clock, t.ids, t.settings],
  );
  bind(t.handleAlerts).toResolvedValue(
    (uow, clock) => new HandleAlerts({ uow, clock }),
    [t.uow, t.clock],
  );

  bind(t.purgeUserData).toResolvedValue(
    (uow, ids, clock, hash, phones, { publicUrl }) =>
      new PurgeUserData({ uow, ids, clock, hash, phones, publicUrl }),
    [t.uow, t.ids, t.clock, t.hash, t.phones, t.installation],
  );
  bind(t.exportUserData).toResolvedValue(
    (uow, ids, clock, hash, { publicUrl }) =>
      new ExportUserData({ uow, ids, clock, hash, publicUrl }),
    [t.uow, t.ids, t.clock, t.hash, t.installation],
  );

  bind(t.deliverAlert).toResolvedValue(
    (uow, notifiers, { publicUrl }) => new DeliverAlert({ uow, notifiers, publicUrl }),
    [t.uow, t.notifiers, t.installation],
  );
  bind(t.announceAlertTaken).toResolvedValue(
    (uow, notifiers, { publicUrl }) => new AnnounceAlertTaken({ uow, notifiers, publicUrl }),
    [t.uow, t.notifiers, t.installation],
  );
  bind(t.confirmErasure).toResolvedValue(
    (uow, gateway) => new ConfirmErasure({ uow, gateway }),
    [t.uow, t.gateway],
  );
  bind(t.confirmOrder).toResolvedValue(
    (uow, clock, ids) => new ConfirmOrder({ uow, clock, ids }),
    [t.uow, t.clock, t.ids],
  );
  bind(t.purgeMedia).toResolvedValue((store) => new PurgeMedia(store), [t.store]);
  bind(t.purgePicture).toResolvedValue(
    (uow, store) => new PurgePicture({ uow, store }),
    [t.uow, t.store],
  );
  bind(t.sendDueCampaignMessages).toResolvedValue(
    (uow, gateway, settings, clock, ids, log, metrics, operatorAlerts) =>
      new SendDueCampaignMessages({
        uow,
        gateway,
        settings,
        clock,
        ids,
        log,
        metrics,
        operatorAlerts,
      }),
    [t.uow, t.gateway, t.settings, t.clock, t.ids, t.log, t.metrics, t.operatorAlerts],
  );
  bind(t.sendStockingReport).toResolvedValue(
    (uow, clock, settings, mailer, { ownerEmail }) =>
      new SendStockingReport({ uow, clock, settings, mailer, ownerEmail }),
    [t.uow, t.clock, t.settings, t.mailer, t.installation],
  );
  bind(t.tendConversations).toResolvedValue(
    (uow, clock, ids, settings, notifiers) =>
      new TendConversations({ uow, clock, ids, settings, notifiers: names(notifiers) }),
    [t.uow, t.clock, t.ids, t.settings, t.notifiers],
  );
});

/** One adapter for every port. */
export type Adapters = {
  readonly [
    K in
      | 'uow'
      | 'queue'
      | 'gateway'
      | 'channel'
      | 'model'
      | 'backupModel'
      | 'notifiers'
      | 'operatorLedger'
      | 'mailer'
      | 'store'
      | 'cart'
      | 'clock'
      | 'ids'
      | 'hash'
      | 'phones'
      | 'log'
      | 'metrics'
      | 'settings'
      | 'installation'
  ]: (typeof TOKENS)[K] extends ServiceIdentifier<infer T> ? T : never;
};

/** Binds the ports to the adapters that the configuration, or a test, chose. */
export function adaptersModule(adapters: Adapters): ContainerModule {
  return new ContainerModule(({ bind }) => {
    for (const name of Object.keys(adapters) as (keyof Adapters)[])
      bind<unknown>(TOKENS[name]).toConstantValue(adapters[name]);
  });
}

/** What start and HTTP may do with the container: take a use case out of it. */
export type UseCaseContainer = Pick<Container, 'get'>;

/** Core and adapters together; every use case is made once. */
export function createContainer(adapters: Adapters): Container {
  const container = new Container({ defaultScope: 'Singleton' });
  container.load(adaptersModule(adapters), coreModule);
  return container;
}
