import type { Knex } from 'knex';
import type { ChosenAdapters } from './adapters/choose-adapters.ts';
import { campaignRoutes } from './adapters/http/campaigns/campaign-routes.ts';
import { catalogueRoutes } from './adapters/http/catalogue/catalogue-routes.ts';
import type { Route } from './adapters/http/define-route.ts';
import { kpiRoute } from './adapters/http/reports/kpi-route.ts';
import { restRoutes } from './adapters/http/rest/rest-routes.ts';
import { staffAccountRoutes } from './adapters/http/staff-accounts/routes.ts';
import type { EventStreams } from './adapters/http/events/events-route.ts';
import { operationsRoutes } from './adapters/http/operations/operations-routes.ts';
import { myDataRoutes } from './adapters/http/privacy/my-data-routes.ts';
import { settingsRoutes } from './adapters/http/settings/settings-routes.ts';
import { KnexLogReads } from './adapters/persistence/knex/knex-log-reads.ts';
import { KnexSettingsStore } from './adapters/persistence/knex/knex-settings-store.ts';
import { KnexSystemReads } from './adapters/persistence/knex/knex-system-reads.ts';
import { ReportSystem, type SystemFacts } from './application/operations/report-system.ts';
import type { ExportUserData } from './application/privacy/export-user-data.ts';
import { ChangeSettings } from './application/settings/change-settings.ts';
import { encodeProductImage } from './adapters/images/sharp-product-image.ts';
import { KnexKpiReads } from './adapters/persistence/knex/knex-kpi-reads.ts';
import { KnexTableStore } from './adapters/persistence/knex/knex-table-store.ts';
import { CreateCampaign } from './application/campaigns/create-campaign.ts';
import { ListCampaigns } from './application/campaigns/list-campaigns.ts';
import { PreviewCampaign } from './application/campaigns/preview-campaign.ts';
import { RunCampaign } from './application/campaigns/run-campaign.ts';
import { CreateProducts } from './application/catalogue/create-products.ts';
import { DeleteProducts } from './application/catalogue/delete-products.ts';
import { ExportProducts } from './application/catalogue/export-products.ts';
import { ImportProducts } from './application/catalogue/import-products.ts';
import { SetProductImage } from './application/catalogue/set-product-image.ts';
import { UpdateProducts } from './application/catalogue/update-products.ts';
import { WatchCatalogue } from './application/catalogue/watch-catalogue.ts';
import { ReportKpis } from './application/reports/report-kpis.ts';
import { ChangeRole } from './application/staff-accounts/change-role.ts';
import { DisableStaff } from './application/staff-accounts/disable-staff.ts';
import { InviteStaff } from './application/staff-accounts/invite-staff.ts';
import { RequireTwoFactor } from './application/staff-accounts/require-two-factor.ts';
import { HandleAlerts } from './application/staff/handle-alerts.ts';
import { LogConsent } from './application/staff/log-consent.ts';
import type { StaffAccounts } from './ports/staff-accounts.ts';

/** What staff and programs do beyond conversations: tables, catalogue, figures, accounts. */
export function backOfficeRoutes(
  adapters: ChosenAdapters,
  db: Knex,
  accounts: StaffAccounts,
  wiring: {
    readonly streams: EventStreams;
    readonly exportUserData: ExportUserData;
    readonly facts: SystemFacts;
  },
): readonly Route[] {
  const { uow, clock, ids, settings, store, mailer, installation, gateway } = adapters;
  const settingsStore = new KnexSettingsStore(db, settings.defaults);
  const means = { uow, clock, ids, settings, store };
  return [
    ...restRoutes({
      tables: new KnexTableStore(db),
      createProducts: new CreateProducts(means),
      updateProducts: new UpdateProducts(means),
      deleteProducts: new DeleteProducts(means),
      logConsent: new LogConsent(means),
      handleAlerts: new HandleAlerts(means),
    }),
    ...catalogueRoutes({
      importProducts: new ImportProducts(means),
      exportProducts: new ExportProducts(means),
      watchCatalogue: new WatchCatalogue(means),
      setProductImage: new SetProductImage(means),
      encodeImage: encodeProductImage,
    }),
    ...campaignRoutes({
      createCampaign: new CreateCampaign(means),
      previewCampaign: new PreviewCampaign(means),
      runCampaign: new RunCampaign(means),
      listCampaigns: new ListCampaigns(uow),
    }),
    ...staffAccountRoutes({
      accounts,
      invite: new InviteStaff({
        accounts,
        mailer,
        ids,
        settings,
        publicUrl: installation.publicUrl,
      }),
      disable: new DisableStaff({ accounts, clock }),
      changeRole: new ChangeRole(accounts),
      requireTwoFactor: new RequireTwoFactor(accounts),
    }),
    ...settingsRoutes({
      store: settingsStore,
      changeSettings: new ChangeSettings({
        store: settingsStore,
        applied: () => settings.refresh(),
      }),
    }),
    ...operationsRoutes({
      logs: new KnexLogReads(db),
      reportSystem: new ReportSystem({
        facts: wiring.facts,
        reads: new KnexSystemReads(db),
        ledger: adapters.operatorLedger,
        gateway,
        settings,
        clock,
      }),
    }),
    ...myDataRoutes({ exportUserData: wiring.exportUserData, settings }),
    wiring.streams.route(),
    kpiRoute(new ReportKpis({ reads: new KnexKpiReads(db), clock, settings, cart: adapters.cart })),
  ];
}
