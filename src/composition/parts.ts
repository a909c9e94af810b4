import type { Knex } from 'knex';
import type { IsTrial } from '../adapters/http/core/auth/trial.ts';
import type { Route } from '../adapters/http/core/define-route.ts';
import type { EventStreams } from '../adapters/http/events/routes.ts';
import type { SignInMount } from '../adapters/http/core/middleware/sign-in.ts';
import type { Presence } from '../adapters/http/inbox/presence.ts';
import type { HttpServer } from '../adapters/http/server.ts';
import type { imageResolver } from '../adapters/images/image-resolver.ts';
import type { LocalIdentity } from '../adapters/identity/local/local-identity.ts';
import type { SupabaseIdentity } from '../adapters/identity/supabase/supabase-identity.ts';
import type { OutboxMailer } from '../adapters/mail/outbox-mailer.ts';
import type { FakeMessaging } from '../adapters/messaging/fake/fake-messaging.ts';
import type { JobRunner } from '../adapters/persistence/knex/job-runner.ts';
import type { KnexConversationQueue } from '../adapters/persistence/knex/knex-conversation-queue.ts';
import type { KnexKpiUpkeep } from '../adapters/persistence/knex/knex-kpi-upkeep.ts';
import type { KnexLiveEvents } from '../adapters/persistence/knex/knex-live-events.ts';
import type { KnexSettingsSource } from '../adapters/persistence/knex/settings-source.ts';
import type { TakesWrites } from '../adapters/persistence/knex/takes-writes.ts';
import type { PrometheusMetrics } from '../adapters/system/create-metrics.ts';
import type { Housekeeping } from '../adapters/worker/housekeeping.ts';
import type { ConversationWorker } from '../adapters/worker/conversation-worker.ts';
import type { ModelGate } from '../application/advice/model-gate.ts';
import type { ModelHealth } from '../application/advice/model-health.ts';
import type { CreateCampaign } from '../application/campaigns/create-campaign.ts';
import type { ListCampaigns } from '../application/campaigns/list-campaigns.ts';
import type { PreviewCampaign } from '../application/campaigns/preview-campaign.ts';
import type { RunCampaign } from '../application/campaigns/run-campaign.ts';
import type { SendDueCampaignMessages } from '../application/campaigns/send-due-campaign-messages.ts';
import type { CreateProducts } from '../application/catalogue/create-products.ts';
import type { DeleteProducts } from '../application/catalogue/delete-products.ts';
import type { ExportProducts } from '../application/catalogue/export-products.ts';
import type { ImportProducts } from '../application/catalogue/import-products.ts';
import type { SetProductImage } from '../application/catalogue/set-product-image.ts';
import type { ReadPrices } from '../application/catalogue/read-prices.ts';
import type { UndoPriceChange } from '../application/catalogue/undo-price-change.ts';
import type { UpdateProducts } from '../application/catalogue/update-products.ts';
import type { WatchCatalogue } from '../application/catalogue/watch-catalogue.ts';
import type { LabelConversation } from '../application/inbox/label-conversation.ts';
import type { MarkRead } from '../application/inbox/mark-read.ts';
import type { NoteConversation } from '../application/inbox/note-conversation.ts';
import type { SnoozeConversation } from '../application/inbox/snooze-conversation.ts';
import type { AnnounceAlertTaken } from '../application/jobs/announce-alert-taken.ts';
import type { ConfirmErasure } from '../application/jobs/confirm-erasure.ts';
import type { ConfirmOrder } from '../application/jobs/confirm-order.ts';
import type { DeliverAlert } from '../application/jobs/deliver-alert.ts';
import type { PurgeMedia } from '../application/jobs/purge-media.ts';
import type { PurgePicture } from '../application/jobs/purge-picture.ts';
import type { ConversationHousekeeping } from '../application/jobs/conversation-housekeeping.ts';
import type { TraceAccess } from '../application/audit/trace-access.ts';
import type { IssueCoupon } from '../application/issue-coupon.ts';
import type { RedeemCoupon } from '../application/loyalty/redeem-coupon.ts';
import type { NotifyOperator } from '../application/operations/operator-alerts.ts';
import type { ReportSystem, SystemFacts } from '../application/operations/report-system.ts';
import type { WatchHealth } from '../application/operations/watch-health.ts';
import type { CancelOrder } from '../application/orders/cancel-order.ts';
import type { ReadOrderHistory } from '../application/orders/read-order-history.ts';
import type { CreateOrderLink } from '../application/orders/create-order-link.ts';
import type { FollowOrderLink } from '../application/orders/follow-order-link.ts';
import type { MarkSold } from '../application/orders/mark-sold.ts';
import type { SettleOrder } from '../application/orders/settle-order.ts';
import type { ViewOrder } from '../application/orders/view-order.ts';
import type { ApplyRetention } from '../application/privacy/apply-retention.ts';
import type { ExportUserData } from '../application/privacy/export-user-data.ts';
import type { PurgeUserData } from '../application/purge-user-data.ts';
import type { EscalateToAdvisor } from '../application/escalate-to-advisor.ts';
import type { HandleInboundMessage } from '../application/handle-inbound-message.ts';
import type { ReportKpis } from '../application/reports/report-kpis.ts';
import type { SendStockingReport } from '../application/reports/send-stocking-report.ts';
import type { ChangeSettings } from '../application/settings/change-settings.ts';
import type { ChangeRole } from '../application/staff-accounts/change-role.ts';
import type { DisableStaff } from '../application/staff-accounts/disable-staff.ts';
import type { InviteStaff } from '../application/staff-accounts/invite-staff.ts';
import type { RequireTwoFactor } from '../application/staff-accounts/require-two-factor.ts';
import type { ApproveReply } from '../application/staff/approve-reply.ts';
import type { CloseConversation } from '../application/staff/close-conversation.ts';
import type { HandBack } from '../application/staff/hand-back.ts';
import type { HandleAlerts } from '../application/staff/handle-alerts.ts';
import type { LogConsent } from '../application/staff/log-consent.ts';
import type { RecommendProducts } from '../application/recommend-products.ts';
import type { SendMessage } from '../application/staff/send-message.ts';
import type { StartConversation } from '../application/staff/start-conversation.ts';
import type { TakeAlert } from '../application/staff/take-alert.ts';
import type { TakeOver } from '../application/staff/take-over.ts';
import type { WatchByPush } from '../application/staff/watch-by-push.ts';
import type { AnswerConversation } from '../application/turn/answer-conversation.ts';
import type { DeadLetterConversation } from '../application/turn/dead-letter-conversation.ts';
import type { SendOutbox } from '../application/turn/send-outbox.ts';
import type { DataRecipients } from '../domain/shop/data-recipients.ts';
import type { AdvisorNotifier } from '../ports/advisor-notifier.ts';
import type { Cart } from '../ports/cart.ts';
import type { Clock } from '../ports/clock.ts';
import type { ConversationQueue } from '../ports/conversation-queue.ts';
import type { IdGenerator } from '../ports/id-generator.ts';
import type { IdempotencyStore } from '../ports/idempotency-store.ts';
import type { InboundChannel } from '../ports/inbound-channel.ts';
import type { KeyedHash } from '../ports/keyed-hash.ts';
import type { KpiReads } from '../ports/kpi-reads.ts';
import type { LanguageModel } from '../ports/language-model.ts';
import type { LogReads } from '../ports/log-reads.ts';
import type { Log } from '../ports/log.ts';
import type { Mailer } from '../ports/mailer.ts';
import type { MediaStore } from '../ports/media-store.ts';
import type { MessagingGateway } from '../ports/messaging-gateway.ts';
import type { Metrics } from '../ports/metrics.ts';
import type { OperatorLedger } from '../ports/operator-ledger.ts';
import type { PhoneNumbers } from '../ports/phone-numbers.ts';
import type { PushSubscriptions } from '../ports/push-subscriptions.ts';
import type { Retention } from '../ports/retention.ts';
import type { SettingsStore } from '../ports/settings-store.ts';
import type { ShopSettingsSource } from '../ports/shop-settings-source.ts';
import type { SimulatorPort } from '../ports/simulator.ts';
import type { StaffAccounts } from '../ports/staff-accounts.ts';
import type { StaffReads } from '../ports/staff-reads.ts';
import type { SystemReads } from '../ports/system-reads.ts';
import type { TableStore } from '../ports/table-store.ts';
import type { UnitOfWork } from '../ports/unit-of-work.ts';
import type { Config } from './config.ts';

/** Everything that Léa is put together from, by name: recipes and needs are checked against it. */
export interface Parts {
  // Given by the start, or by a test.
  readonly config: Config;
  readonly version: string;
  readonly db: Knex;
  /** Where the limited role connects, for what needs a connection of its own. */
  readonly serverUrl: string;
  readonly jobs: Pick<JobRunner, 'enqueue' | 'work' | 'schedule'>;
  readonly authSecret: string;
  /** Keyed by ERASURE_KEY. */
  readonly hash: KeyedHash;
  /** Null where nobody can be told by web push. */
  readonly vapidPrivateKey: string | null;
  /** Without a trailing slash. */
  readonly publicUrl: string;

  // Facts of this installation.
  readonly channelName: string;
  /** Where reports for the shop's owner go. */
  readonly ownerEmail: string;
  /** The quiet period that gathers a burst of messages, in milliseconds. */
  readonly burstWindowMs: number;
  readonly facts: SystemFacts;

  // Ports.
  readonly uow: UnitOfWork;
  readonly queue: ConversationQueue;
  readonly gateway: MessagingGateway;
  readonly channel: InboundChannel;
  readonly model: LanguageModel;
  readonly recipients: DataRecipients;
  /** Answers while the model cannot. */
  readonly backupModel: LanguageModel;
  readonly notifiers: readonly AdvisorNotifier[];
  readonly notifierNames: readonly string[];
  readonly operatorLedger: OperatorLedger;
  readonly mailer: Mailer;
  readonly store: MediaStore;
  readonly cart: Cart;
  readonly clock: Clock;
  readonly ids: IdGenerator;
  readonly phones: PhoneNumbers;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly settings: ShopSettingsSource;
  readonly settingsStore: SettingsStore;
  readonly accounts: StaffAccounts;
  readonly tables: TableStore;
  readonly idempotency: IdempotencyStore;
  readonly reads: StaffReads;
  readonly logs: LogReads;
  readonly systemReads: SystemReads;
  readonly kpiReads: KpiReads;
  readonly retention: Retention;
  readonly takesWrites: TakesWrites;
  readonly pushSubscriptions: PushSubscriptions;
  /** Null without the simulator. */
  readonly simulator: SimulatorPort | null;

  // Adapters that the start, or the simulator, must know by their class.
  readonly settingsSource: KnexSettingsSource;
  readonly conversationQueue: KnexConversationQueue;
  readonly prometheus: PrometheusMetrics;
  readonly identity: LocalIdentity | SupabaseIdentity;
  /** Null where sign-in is not ours. */
  readonly signIn: SignInMount | null;
  /** Null unless Léa is only tried. */
  readonly mailOutbox: OutboxMailer | null;
  readonly fakeMessaging: FakeMessaging | null;
  readonly images: ReturnType<typeof imageResolver>;
  /** Public key of this installation for web push; null where it sends none. */
  readonly pushKey: string | null;
  readonly live: KnexLiveEvents;
  readonly kpiFold: KnexKpiUpkeep;

  // Use cases.
  readonly escalateToAdvisor: EscalateToAdvisor;
  readonly handleInboundMessage: HandleInboundMessage;
  readonly modelHealth: ModelHealth;
  readonly modelGate: ModelGate;
  readonly createCampaign: CreateCampaign;
  readonly listCampaigns: ListCampaigns;
  readonly previewCampaign: PreviewCampaign;
  readonly runCampaign: RunCampaign;
  readonly sendDueCampaignMessages: SendDueCampaignMessages;
  readonly createProducts: CreateProducts;
  readonly deleteProducts: DeleteProducts;
  readonly exportProducts: ExportProducts;
  readonly importProducts: ImportProducts;
  readonly setProductImage: SetProductImage;
  readonly updateProducts: UpdateProducts;
  readonly undoPriceChange: UndoPriceChange;
  readonly readPrices: ReadPrices;
  readonly watchCatalogue: WatchCatalogue;
  readonly labelConversation: LabelConversation;
  readonly markRead: MarkRead;
  readonly noteConversation: NoteConversation;
  readonly snoozeConversation: SnoozeConversation;
  readonly announceAlertTaken: AnnounceAlertTaken;
  readonly confirmErasure: ConfirmErasure;
  readonly confirmOrder: ConfirmOrder;
  readonly deliverAlert: DeliverAlert;
  readonly purgeMedia: PurgeMedia;
  readonly purgePicture: PurgePicture;
  readonly conversationHousekeeping: ConversationHousekeeping;
  readonly traceAccess: TraceAccess;
  readonly issueCoupon: IssueCoupon;
  readonly redeemCoupon: RedeemCoupon;
  readonly operatorAlerts: NotifyOperator;
  readonly reportSystem: ReportSystem;
  readonly watchHealth: WatchHealth;
  readonly cancelOrder: CancelOrder;
  readonly readOrderHistory: ReadOrderHistory;
  readonly createOrderLink: CreateOrderLink;
  readonly followOrderLink: FollowOrderLink;
  readonly markSold: MarkSold;
  readonly settleOrder: SettleOrder;
  readonly viewOrder: ViewOrder;
  readonly applyRetention: ApplyRetention;
  readonly exportUserData: ExportUserData;
  readonly purgeUserData: PurgeUserData;
  readonly reportKpis: ReportKpis;
  readonly sendStockingReport: SendStockingReport;
  readonly changeSettings: ChangeSettings;
  readonly approveReply: ApproveReply;
  readonly closeConversation: CloseConversation;
  readonly handBack: HandBack;
  readonly handleAlerts: HandleAlerts;
  readonly logConsent: LogConsent;
  readonly recommendProducts: RecommendProducts;
  readonly sendMessage: SendMessage;
  readonly startConversation: StartConversation;
  readonly takeAlert: TakeAlert;
  readonly takeOver: TakeOver;
  readonly watchByPush: WatchByPush;
  readonly changeRole: ChangeRole;
  readonly disableStaff: DisableStaff;
  readonly inviteStaff: InviteStaff;
  readonly requireTwoFactor: RequireTwoFactor;
  readonly answerConversation: AnswerConversation;
  readonly deadLetterConversation: DeadLetterConversation;
  readonly sendOutbox: SendOutbox;

  // The web.
  readonly streams: EventStreams;
  readonly presence: Presence;
  readonly restRoutes: readonly Route[];
  readonly catalogueRoutes: readonly Route[];
  readonly campaignRoutes: readonly Route[];
  readonly couponRoutes: readonly Route[];
  readonly isTrial: IsTrial;
  readonly cartRoutes: readonly Route[];
  readonly staffAccountRoutes: readonly Route[];
  readonly settingsRoutes: readonly Route[];
  readonly operationsRoutes: readonly Route[];
  readonly myDataRoutes: readonly Route[];
  readonly kpiRoutes: readonly Route[];
  readonly inboxRoutes: readonly Route[];
  readonly mailRoutes: readonly Route[];
  readonly webServer: (ready: { isWorking(): boolean } | null, root: string) => HttpServer;

  // The worker.
  readonly worker: ConversationWorker;
  readonly housekeeping: Housekeeping;
  /** Begins to work on jobs, and on what comes round by the clock. */
  readonly runJobs: () => Promise<void>;
}
