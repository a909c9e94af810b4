import { campaignRoutes } from '../adapters/http/campaigns/routes.ts';
import { catalogueRoutes } from '../adapters/http/catalogue/routes.ts';
import { EventStreams } from '../adapters/http/events/routes.ts';
import { operationsRoutes } from '../adapters/http/operations/routes.ts';
import { myDataRoutes } from '../adapters/http/privacy/my-data-routes.ts';
import { kpiRoute } from '../adapters/http/reports/routes.ts';
import { restRoutes } from '../adapters/http/rest/routes.ts';
import { couponRoutes } from '../adapters/http/coupons/routes.ts';
import { trialCheck } from '../adapters/http/core/auth/trial.ts';
import { demoCartRoutes } from '../adapters/http/orders/demo-cart-routes.ts';
import { devMail } from '../adapters/http/sent-mail/routes.ts';
import { settingsRoutes } from '../adapters/http/settings/routes.ts';
import { createHttpServer } from '../adapters/http/server.ts';
import { staffAccountRoutes } from '../adapters/http/staff/routes.ts';
import { Presence } from '../adapters/http/inbox/presence.ts';
import { staffRoutes } from '../adapters/http/dashboard-routes.ts';
import { encodeProductImage } from '../adapters/images/sharp-product-image.ts';
import { parseSlackInteraction } from '../adapters/notifier/slack/verify-interaction.ts';
import { ChangeSettings } from '../application/settings/change-settings.ts';
import { part, type Recipe } from './part.ts';

/** Routes by topic, each with what it calls. */
const routes: readonly Recipe[] = [
  part('isTrial', ['config', 'publicUrl'], ({ config, publicUrl }) =>
    trialCheck(config.exposure, new Set([new URL(publicUrl).origin])),
  ),
  part(
    'restRoutes',
    [
      'tables',
      'createProducts',
      'updateProducts',
      'deleteProducts',
      'logConsent',
      'handleAlerts',
      'traceAccess',
    ],
    restRoutes,
  ),
  part(
    'catalogueRoutes',
    [
      'importProducts',
      'exportProducts',
      'undoPriceChange',
      'readPrices',
      'watchCatalogue',
      'traceAccess',
      'setProductImage',
    ],
    (needs) => catalogueRoutes({ ...needs, encodeImage: encodeProductImage }),
  ),
  part(
    'campaignRoutes',
    ['createCampaign', 'previewCampaign', 'runCampaign', 'listCampaigns'],
    campaignRoutes,
  ),
  part('couponRoutes', ['issueCoupon', 'redeemCoupon'], couponRoutes),
  part('cartRoutes', ['config', 'viewOrder', 'settleOrder', 'isTrial'], ({ config, ...needs }) =>
    config.cart.template === null ? demoCartRoutes(needs) : [],
  ),
  part(
    'staffAccountRoutes',
    ['accounts', 'inviteStaff', 'disableStaff', 'changeRole', 'requireTwoFactor', 'traceAccess'],
    staffAccountRoutes,
  ),
  part(
    'changeSettings',
    ['settingsStore', 'uow', 'settingsSource'],
    ({ settingsStore, uow, settingsSource }) =>
      new ChangeSettings({ settingsStore, uow, applied: () => settingsSource.refresh() }),
  ),
  part('settingsRoutes', ['settingsStore', 'changeSettings'], settingsRoutes),
  part('operationsRoutes', ['logs', 'reportSystem', 'traceAccess'], operationsRoutes),
  part('myDataRoutes', ['exportUserData', 'settings', 'store'], myDataRoutes),
  part('kpiRoutes', ['reportKpis', 'traceAccess'], (needs) => [kpiRoute(needs)]),
  part('presence', ['clock'], ({ clock }) => new Presence(clock)),
  part(
    'inboxRoutes',
    [
      'reads',
      'traceAccess',
      'settings',
      'clock',
      'markRead',
      'presence',
      'labelConversation',
      'snoozeConversation',
      'noteConversation',
      'cart',
      'markSold',
      'cancelOrder',
      'readOrderHistory',
      'approveReply',
      'store',
      'watchByPush',
      'pushKey',
      'simulator',
    ],
    staffRoutes,
  ),
  part('mailRoutes', ['mailOutbox', 'isTrial'], ({ mailOutbox, isTrial }) =>
    mailOutbox === null ? [] : [devMail(() => mailOutbox.mails(), isTrial)],
  ),
  part('streams', ['live', 'identity'], (needs) => new EventStreams(needs)),
];

/** Everything that Léa answers over HTTP. */
export const web: readonly Recipe[] = [
  ...routes,
  part(
    'webServer',
    [
      'config',
      'version',
      'publicUrl',
      'takesWrites',
      'channel',
      'identity',
      'signIn',
      'tables',
      'idempotency',
      'log',
      'metrics',
      'prometheus',
      'clock',
      'images',
      'simulator',
      'traceAccess',
      'handleInboundMessage',
      'startConversation',
      'sendMessage',
      'takeOver',
      'handBack',
      'closeConversation',
      'recommendProducts',
      'escalateToAdvisor',
      'takeAlert',
      'createOrderLink',
      'settleOrder',
      'followOrderLink',
      'purgeUserData',
      'exportUserData',
      'restRoutes',
      'catalogueRoutes',
      'campaignRoutes',
      'couponRoutes',
      'cartRoutes',
      'staffAccountRoutes',
      'settingsRoutes',
      'operationsRoutes',
      'myDataRoutes',
      'kpiRoutes',
      'inboxRoutes',
      'mailRoutes',
      'streams',
    ],
    (needs) => (work, root) => {
      const { config, takesWrites, clock, signIn, simulator } = needs;
      const { slackSigningSecret: signingSecret } = config;
      return createHttpServer({
        settings: {
          publicUrl: needs.publicUrl,
          version: needs.version,
          publicApiKey: config.publicApiKey,
          serviceRoleKey: config.serviceRoleKey,
          cartCallbackSecret: config.cart.callbackSecret,
          metricsToken: config.metricsToken,
          exposure: config.exposure,
          trustProxy: config.trustProxy,
          corsOrigins: config.corsOrigins,
        },
        useCases: needs,
        channel: needs.channel,
        identity: needs.identity,
        authorise: (actor, action) => needs.traceAccess.authorise(actor, action),
        tables: needs.tables,
        idempotency: needs.idempotency,
        log: needs.log,
        metrics: needs.metrics,
        metricsPage: needs.prometheus,
        readiness: [
          { name: 'database', check: () => takesWrites.check() },
          ...(work === null ? [] : [{ name: 'worker', check: async () => work.isWorking() }]),
        ],
        ...(signingSecret === null
          ? {}
          : {
              parseSlackInteraction: (request) =>
                parseSlackInteraction({ ...request, signingSecret, now: clock.now() }),
            }),
        ...(signIn === null ? {} : { auth: signIn }),
        ...(simulator === null ? {} : { simulator }),
        images: needs.images,
        staticFiles: { root },
        routes: [
          ...needs.mailRoutes,
          ...needs.couponRoutes,
          ...needs.cartRoutes,
          ...needs.inboxRoutes,
          ...needs.restRoutes,
          ...needs.catalogueRoutes,
          ...needs.campaignRoutes,
          ...needs.staffAccountRoutes,
          ...needs.settingsRoutes,
          ...needs.operationsRoutes,
          ...needs.myDataRoutes,
          needs.streams.route(),
          ...needs.kpiRoutes,
        ],
      });
    },
  ),
];
