import { ModelHealth } from '../application/advice/model-health.ts';
import { ModelGate } from '../application/advice/model-gate.ts';
import { TraceAccess } from '../application/audit/trace-access.ts';
import { CreateCampaign } from '../application/campaigns/create-campaign.ts';
import { ListCampaigns } from '../application/campaigns/list-campaigns.ts';
import { PreviewCampaign } from '../application/campaigns/preview-campaign.ts';
import { RunCampaign } from '../application/campaigns/run-campaign.ts';
import { SendDueCampaignMessages } from '../application/campaigns/send-due-campaign-messages.ts';
import { CreateProducts } from '../application/catalogue/create-products.ts';
import { DeleteProducts } from '../application/catalogue/delete-products.ts';
import { ExportProducts } from '../application/catalogue/export-products.ts';
import { ImportProducts } from '../application/catalogue/import-products.ts';
import { SetProductImage } from '../application/catalogue/set-product-image.ts';
import { ReadPrices } from '../application/catalogue/read-prices.ts';
import { UndoPriceChange } from '../application/catalogue/undo-price-change.ts';
import { UpdateProducts } from '../application/catalogue/update-products.ts';
import { WatchCatalogue } from '../application/catalogue/watch-catalogue.ts';
import { LabelConversation } from '../application/inbox/label-conversation.ts';
import { MarkRead } from '../application/inbox/mark-read.ts';
import { NoteConversation } from '../application/inbox/note-conversation.ts';
import { SnoozeConversation } from '../application/inbox/snooze-conversation.ts';
import { AnnounceAlertTaken } from '../application/jobs/announce-alert-taken.ts';
import { ConfirmErasure } from '../application/jobs/confirm-erasure.ts';
import { ConfirmOrder } from '../application/jobs/confirm-order.ts';
import { DeliverAlert } from '../application/jobs/deliver-alert.ts';
import { PurgeMedia } from '../application/jobs/purge-media.ts';
import { PurgePicture } from '../application/jobs/purge-picture.ts';
import { ConversationHousekeeping } from '../application/jobs/conversation-housekeeping.ts';
import { IssueCoupon } from '../application/issue-coupon.ts';
import { RedeemCoupon } from '../application/loyalty/redeem-coupon.ts';
import { NotifyOperator } from '../application/operations/operator-alerts.ts';
import { ReportSystem } from '../application/operations/report-system.ts';
import { WatchHealth } from '../application/operations/watch-health.ts';
import { CancelOrder } from '../application/orders/cancel-order.ts';
import { ReadOrderHistory } from '../application/orders/read-order-history.ts';
import { CreateOrderLink } from '../application/orders/create-order-link.ts';
import { FollowOrderLink } from '../application/orders/follow-order-link.ts';
import { MarkSold } from '../application/orders/mark-sold.ts';
import { SettleOrder } from '../application/orders/settle-order.ts';
import { ViewOrder } from '../application/orders/view-order.ts';
import { ApplyRetention } from '../application/privacy/apply-retention.ts';
import { ExportUserData } from '../application/privacy/export-user-data.ts';
import { PurgeUserData } from '../application/purge-user-data.ts';
import { HandleInboundMessage } from '../application/handle-inbound-message.ts';
import { ReportKpis } from '../application/reports/report-kpis.ts';
import { SendStockingReport } from '../application/reports/send-stocking-report.ts';
import { ChangeRole } from '../application/staff-accounts/change-role.ts';
import { DisableStaff } from '../application/staff-accounts/disable-staff.ts';
import { InviteStaff } from '../application/staff-accounts/invite-staff.ts';
import { RequireTwoFactor } from '../application/staff-accounts/require-two-factor.ts';
import { ApproveReply } from '../application/staff/approve-reply.ts';
import { CloseConversation } from '../application/staff/close-conversation.ts';
import { HandBack } from '../application/staff/hand-back.ts';
import { HandleAlerts } from '../application/staff/handle-alerts.ts';
import { LogConsent } from '../application/staff/log-consent.ts';
import { RecommendProducts } from '../application/recommend-products.ts';
import { SendMessage } from '../application/staff/send-message.ts';
import { StartConversation } from '../application/staff/start-conversation.ts';
import { TakeAlert } from '../application/staff/take-alert.ts';
import { TakeOver } from '../application/staff/take-over.ts';
import { EscalateToAdvisor } from '../application/escalate-to-advisor.ts';
import { WatchByPush } from '../application/staff/watch-by-push.ts';
import { AnswerConversation } from '../application/turn/answer-conversation.ts';
import { DeadLetterConversation } from '../application/turn/dead-letter-conversation.ts';
import { SendOutbox } from '../application/turn/send-outbox.ts';
import { instance, type Recipe } from './part.ts';

/** The use cases, and what they need: the same under every configuration and in the test harness. */
export const useCases: readonly Recipe[] = [
  instance('escalateToAdvisor', EscalateToAdvisor, ['uow', 'clock', 'ids', 'notifierNames']),
  instance('operatorAlerts', NotifyOperator, ['notifiers', 'operatorLedger', 'log']),
  instance('modelHealth', ModelHealth, ['operatorAlerts']),
  instance('modelGate', ModelGate, ['uow', 'model', 'recipients']),
  instance('recommendProducts', RecommendProducts, [
    'uow',
    'clock',
    'settings',
    'modelGate',
    'backupModel',
    'modelHealth',
    'log',
    'metrics',
  ]),
  instance('traceAccess', TraceAccess, ['uow', 'clock']),
  instance('handleInboundMessage', HandleInboundMessage, [
    'uow',
    'ids',
    'clock',
    'hash',
    'settings',
    'recipients',
    'metrics',
    'channelName',
    'burstWindowMs',
  ]),
  instance('answerConversation', AnswerConversation, [
    'uow',
    'ids',
    'clock',
    'hash',
    'settings',
    'metrics',
    'gateway',
    'store',
    'modelGate',
    'log',
    'recommendProducts',
    'cart',
    'escalateToAdvisor',
    'purgeUserData',
    'publicUrl',
    'recipients',
  ]),
  instance('sendOutbox', SendOutbox, [
    'uow',
    'clock',
    'settings',
    'metrics',
    'gateway',
    'log',
    'escalateToAdvisor',
    'publicUrl',
  ]),
  instance('deadLetterConversation', DeadLetterConversation, ['uow', 'clock', 'escalateToAdvisor']),
  instance('startConversation', StartConversation, [
    'uow',
    'clock',
    'ids',
    'phones',
    'channelName',
  ]),
  instance('sendMessage', SendMessage, ['uow', 'clock', 'ids']),
  instance('takeOver', TakeOver, ['uow', 'clock']),
  instance('handBack', HandBack, ['uow', 'clock']),
  instance('closeConversation', CloseConversation, ['uow', 'clock']),
  instance('approveReply', ApproveReply, ['uow', 'clock']),
  instance('takeAlert', TakeAlert, ['uow', 'clock']),
  instance('handleAlerts', HandleAlerts, ['uow', 'clock']),
  instance('logConsent', LogConsent, ['uow', 'clock', 'ids', 'settings', 'recipients']),
  instance('labelConversation', LabelConversation, ['uow']),
  instance('snoozeConversation', SnoozeConversation, ['uow', 'clock']),
  instance('noteConversation', NoteConversation, ['uow', 'ids', 'clock']),
  instance('markRead', MarkRead, ['uow']),
  instance('watchByPush', WatchByPush, ['uow', 'pushSubscriptions']),
  instance('createOrderLink', CreateOrderLink, [
    'uow',
    'clock',
    'ids',
    'cart',
    'settings',
    'escalateToAdvisor',
  ]),
  instance('settleOrder', SettleOrder, ['uow', 'clock', 'ids', 'settings']),
  instance('cancelOrder', CancelOrder, ['uow', 'clock']),
  instance('readOrderHistory', ReadOrderHistory, ['uow']),
  instance('followOrderLink', FollowOrderLink, ['uow', 'clock']),
  instance('viewOrder', ViewOrder, ['uow']),
  instance('markSold', MarkSold, ['uow', 'clock', 'ids', 'cart', 'settings', 'escalateToAdvisor']),
  instance('issueCoupon', IssueCoupon, ['uow', 'clock', 'ids', 'modelGate', 'settings', 'log']),
  instance('redeemCoupon', RedeemCoupon, ['uow', 'clock', 'settings']),
  instance('createCampaign', CreateCampaign, ['uow', 'clock', 'ids']),
  instance('previewCampaign', PreviewCampaign, ['uow', 'clock', 'settings']),
  instance('runCampaign', RunCampaign, ['uow', 'clock', 'ids', 'settings']),
  instance('listCampaigns', ListCampaigns, ['uow']),
  instance('sendDueCampaignMessages', SendDueCampaignMessages, [
    'uow',
    'gateway',
    'settings',
    'clock',
    'ids',
    'log',
    'metrics',
    'operatorAlerts',
    'issueCoupon',
  ]),
  instance('createProducts', CreateProducts, ['uow', 'clock', 'ids']),
  instance('updateProducts', UpdateProducts, ['uow', 'clock', 'ids']),
  instance('undoPriceChange', UndoPriceChange, ['uow', 'clock', 'ids']),
  instance('readPrices', ReadPrices, ['uow']),
  instance('deleteProducts', DeleteProducts, ['uow', 'clock']),
  instance('importProducts', ImportProducts, ['uow', 'clock', 'ids']),
  instance('exportProducts', ExportProducts, ['uow']),
  instance('watchCatalogue', WatchCatalogue, ['uow', 'clock', 'settings']),
  instance('setProductImage', SetProductImage, ['uow', 'clock', 'store']),
  instance('reportKpis', ReportKpis, ['uow', 'kpiReads', 'clock', 'settings', 'cart']),
  instance('sendStockingReport', SendStockingReport, [
    'uow',
    'clock',
    'settings',
    'mailer',
    'ownerEmail',
  ]),
  instance('purgeUserData', PurgeUserData, ['uow', 'ids', 'clock', 'hash', 'phones', 'publicUrl']),
  instance('exportUserData', ExportUserData, ['uow', 'ids', 'clock', 'hash', 'publicUrl', 'store']),
  instance('applyRetention', ApplyRetention, [
    'uow',
    'clock',
    'purgeUserData',
    'retention',
    'store',
    'settings',
    'log',
  ]),
  instance('inviteStaff', InviteStaff, [
    'accounts',
    'uow',
    'mailer',
    'ids',
    'settings',
    'publicUrl',
  ]),
  instance('disableStaff', DisableStaff, ['accounts', 'uow', 'clock']),
  instance('changeRole', ChangeRole, ['accounts', 'uow']),
  instance('requireTwoFactor', RequireTwoFactor, ['accounts', 'uow']),
  instance('reportSystem', ReportSystem, [
    'uow',
    'facts',
    'systemReads',
    'operatorLedger',
    'gateway',
    'settings',
    'clock',
  ]),
  instance('watchHealth', WatchHealth, [
    'operatorAlerts',
    'operatorLedger',
    'systemReads',
    'gateway',
    'settings',
    'clock',
  ]),
  instance('deliverAlert', DeliverAlert, ['uow', 'notifiers', 'publicUrl']),
  instance('announceAlertTaken', AnnounceAlertTaken, ['uow', 'notifiers', 'publicUrl']),
  instance('confirmErasure', ConfirmErasure, ['uow', 'gateway']),
  instance('confirmOrder', ConfirmOrder, ['uow', 'clock', 'ids']),
  instance('purgeMedia', PurgeMedia, ['uow', 'store']),
  instance('purgePicture', PurgePicture, ['uow', 'store']),
  instance('conversationHousekeeping', ConversationHousekeeping, [
    'uow',
    'clock',
    'ids',
    'settings',
    'escalateToAdvisor',
    'recipients',
    'hash',
    'burstWindowMs',
  ]),
];
