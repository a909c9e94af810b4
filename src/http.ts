import { readFile } from 'node:fs/promises';
import type { Knex } from 'knex';
import { ensureDashboardBuilt } from '../scripts/build-dashboard.ts';
import type { ChosenAdapters } from './adapters/choose-adapters.ts';
import type { Route } from './adapters/http/define-route.ts';
import type { SignInMount } from './adapters/http/http-server-deps.ts';
import { couponRoutes } from './adapters/http/routes/coupons.ts';
import { demoCartRoutes } from './adapters/http/routes/demo-cart.ts';
import { createHttpServer, type HttpServer } from './adapters/http/server.ts';
import { staffRoutes } from './adapters/http/staff/staff-routes.ts';
import { imageResolver } from './adapters/images/image-resolver.ts';
import { devMail } from './adapters/http/routes/dev-mail.ts';
import { OutboxMailer } from './adapters/mail/outbox-mailer.ts';
import { FakeMessaging } from './adapters/messaging/fake/fake-messaging.ts';
import { simulatorChatId, simulatorMessage } from './adapters/messaging/fake/simulator-message.ts';
import { parseSlackInteraction } from './adapters/notifier/slack/verify-interaction.ts';
import { KnexIdempotencyStore } from './adapters/persistence/knex/knex-idempotency-store.ts';
import { KnexSimulator } from './adapters/persistence/knex/knex-simulator.ts';
import { KnexTableStore } from './adapters/persistence/knex/knex-table-store.ts';
import { KnexInboxMarks } from './adapters/persistence/knex/staff-reads/knex-inbox-marks.ts';
import { KnexStaffReads } from './adapters/persistence/knex/staff-reads/knex-staff-reads.ts';
import { LabelConversation } from './application/inbox/label-conversation.ts';
import { NoteConversation } from './application/inbox/note-conversation.ts';
import { SnoozeConversation } from './application/inbox/snooze-conversation.ts';
import type { Config } from './config.ts';
import { TOKENS, type UseCaseContainer } from './container.ts';
import type { Identity } from './ports/identity.ts';
import type { SimulatorPort } from './ports/simulator.ts';

export interface HttpMeans {
  readonly adapters: ChosenAdapters;
  readonly container: UseCaseContainer;
  readonly db: Knex;
  readonly publicUrl: string;
  readonly identity: Identity;
  /** Sign-in, where it is ours. */
  readonly auth?: SignInMount;
  readonly cartCallbackSecret: string | null;
  /** Null where other processes do the work. */
  readonly work: { isWorking(): boolean } | null;
  readonly routes: readonly Route[];
}

/** The server with everything that the configuration asks for. */
export async function buildHttp(config: Config, means: HttpMeans): Promise<HttpServer> {
  const { adapters, container, db, work } = means;
  const manifest = JSON.parse(
    await readFile(new URL('../package.json', import.meta.url), 'utf8'),
  ) as { version: string };
  const simulator = config.messaging.kind === 'fake' ? buildSimulator(config, means) : undefined;
  const { root } = await ensureDashboardBuilt();
  const marks = new KnexInboxMarks(db);
  const traceAccess = container.get(TOKENS.traceAccess);
  const { slackSigningSecret } = config;
  return createHttpServer({
    settings: {
      publicUrl: means.publicUrl,
      version: manifest.version,
      publicApiKey: config.publicApiKey,
      serviceRoleKey: config.serviceRoleKey,
      cartCallbackSecret: means.cartCallbackSecret,
      metricsToken: config.metricsToken,
      trustProxy: config.trustProxy,
      corsOrigins: config.corsOrigins,
    },
    useCases: {
      receiveEvents: container.get(TOKENS.receiveEvents),
      startConversation: container.get(TOKENS.startConversation),
      sendMessage: container.get(TOKENS.sendMessage),
      takeOver: container.get(TOKENS.takeOver),
      handBack: container.get(TOKENS.handBack),
      closeConversation: container.get(TOKENS.closeConversation),
      recommendProducts: container.get(TOKENS.recommendProducts),
      triggerAlert: container.get(TOKENS.triggerAlert),
      takeAlert: container.get(TOKENS.takeAlert),
      createOrderLink: container.get(TOKENS.createOrderLink),
      settleOrder: container.get(TOKENS.settleOrder),
      followOrderLink: container.get(TOKENS.followOrderLink),
      purgeUserData: container.get(TOKENS.purgeUserData),
      exportUserData: container.get(TOKENS.exportUserData),
    },
    channel: adapters.channel,
    identity: means.identity,
    denied: (actor, action) => traceAccess.denied(actor, action),
    tables: new KnexTableStore(db),
    idempotency: new KnexIdempotencyStore(db),
    log: adapters.log,
    metrics: adapters.metrics,
    metricsPage: adapters.metrics,
    readiness: [
      { name: 'database', check: async () => void (await db.raw('select 1')) },
      ...(work === null ? [] : [{ name: 'worker', check: async () => work.isWorking() }]),
    ],
    ...(slackSigningSecret === null
      ? {}
      : {
          parseSlackInteraction: (request) =>
            parseSlackInteraction({
              ...request,
              signingSecret: slackSigningSecret,
              now: adapters.clock.now(),
            }),
        }),
    ...(means.auth === undefined ? {} : { auth: means.auth }),
    ...(simulator === undefined ? {} : { simulator }),
    images: imageResolver(adapters.store),
    staticFiles: { root },
    routes: [
      ...(adapters.mailer instanceof OutboxMailer && config.environment !== 'production'
        ? [devMail(mailsOf(adapters.mailer))]
        : []),
      ...couponRoutes({
        issueCoupon: container.get(TOKENS.issueCoupon),
        redeemCoupon: container.get(TOKENS.redeemCoupon),
      }),
      ...(config.cart.template === null
        ? demoCartRoutes({
            viewOrder: container.get(TOKENS.viewOrder),
            settleOrder: container.get(TOKENS.settleOrder),
          })
        : []),
      ...staffRoutes({
        reads: new KnexStaffReads(db),
        settings: adapters.settings,
        cart: adapters.cart,
        clock: adapters.clock,
        marks,
        label: new LabelConversation({ marks }),
        snooze: new SnoozeConversation({ marks, clock: adapters.clock }),
        note: new NoteConversation({ marks, ids: adapters.ids, clock: adapters.clock }),
        markSold: container.get(TOKENS.markSold),
        cancelOrder: container.get(TOKENS.cancelOrder),
        readOrderHistory: container.get(TOKENS.readOrderHistory),
        approveReply: container.get(TOKENS.approveReply),
        store: adapters.store,
        pushSubscriptions: adapters.pushSubscriptions,
        pushKey: adapters.pushKey,
        simulator: simulator !== undefined,
      }),
      ...means.routes,
    ],
  });
}

const mailsOf = (mailer: OutboxMailer) => () => mailer.mails();

function buildSimulator(config: Config, { adapters, container, db }: HttpMeans): SimulatorPort {
  const { gateway, clock } = adapters;
  return new KnexSimulator({
    db,
    onlySimulated: config.environment === 'production',
    receive: async (input) => {
      const event = simulatorMessage(input, { now: () => clock.now() });
      await container.get(TOKENS.receiveEvents).execute({ events: [event] });
      return { id: event.message.providerId };
    },
    lastWord: (phone) => {
      const sent =
        gateway instanceof FakeMessaging
          ? gateway.sentTo(simulatorChatId(phone)).at(-1)
          : undefined;
      return sent === undefined
        ? null
        : {
            id: sent.providerId,
            from: 'lea',
            text: sent.shown.text,
            buttons: [],
            imageUrl: null,
            status: 'sent',
            at: sent.at,
          };
    },
  });
}
