import type { Actor, StaffRole } from '../shared/actor.ts';
import { LeaError } from '../shared/errors.ts';

type Allowed = StaffRole | 'service';

/** What can be done by staff, the table that it is about, and who may. */
interface StaffActionRule {
  readonly table: string;
  readonly roles: readonly Allowed[];
}

const by =
  (...roles: readonly Allowed[]) =>
  (table: string): StaffActionRule => ({ table, roles });
const everybody = by('support', 'product_editor', 'admin', 'service');
const advisors = by('support', 'admin', 'service');
const admins = by('admin', 'service');
/** Without the service: the contract lets it change the stock of a product and nothing else. */
const editors = by('product_editor', 'admin');

/**
 * The one table of permissions: routes, use cases and the API's document all read it. Names are stable: they stand in
 * the audit log and the dashboard has words for them.
 */
const RULES = {
  'conversation.start': advisors('conversations'),
  'conversation.take_over': advisors('conversations'),
  'conversation.hand_back': advisors('conversations'),
  'conversation.close': advisors('conversations'),
  'conversation.label': advisors('conversations'),
  'conversation.snooze': advisors('conversations'),
  'conversation.mark_read': advisors('conversations'),
  'conversation.be_present': advisors('conversations'),
  'message.send': advisors('messages'),
  'message.approve': advisors('messages'),
  'note.add': advisors('conversation_notes'),
  'alert.trigger': advisors('advisor_alerts'),
  'alert.take': advisors('advisor_alerts'),
  'order.create_link': advisors('orders'),
  'order.mark_sold': advisors('orders'),
  'order.cancel': advisors('orders'),
  'order.read_history': advisors('orders'),
  'coupon.issue': admins('loyalty_coupons'),
  'coupon.redeem': advisors('loyalty_coupons'),
  'consent.log': advisors('consent_logs'),
  'customer.export': admins('users'),
  'customer.erase': admins('users'),

  'product.create': editors('products'),
  'product.update': editors('products'),
  'product.set_stock': by('product_editor', 'admin', 'service')('products'),
  'product.delete': editors('products'),
  'product.import': editors('products'),
  'product.undo_prices': editors('products'),
  'product.read_prices': everybody('product_prices'),
  'product.export': by('product_editor', 'admin', 'service')('products'),
  'product.set_image': editors('products'),
  'product.recommend': everybody('products'),

  'campaign.create': admins('campaigns'),
  'campaign.preview': admins('campaigns'),
  'campaign.start': admins('campaigns'),
  'campaign.pause': admins('campaigns'),
  'campaign.resume': admins('campaigns'),
  'campaign.list': admins('campaigns'),

  'staff.list': admins('users'),
  'staff.invite': admins('users'),
  'staff.disable': admins('users'),
  'staff.enable': admins('users'),
  'staff.change_role': admins('users'),
  'staff.require_two_factor': admins('users'),
  'settings.change': admins('settings'),
  'settings.history': admins('settings'),

  'inbox.read': advisors('conversations'),
  'inbox.search': advisors('conversations'),
  'conversation.read': advisors('messages'),
  'customer.read': advisors('users'),
  'turn.read': advisors('turns'),
  'file.read': advisors('messages'),
  'table.read': everybody(''),
  // What the contract lets nobody write by `/rest/v1`; only ever a refusal.
  'table.write': by()(''),
  'demand.read': everybody('unmet_demand'),
  'report.read': admins('kpi_daily'),
  'report.export': admins('kpi_daily'),
  'audit.read': by('admin')('audit_logs'),
  'deletion.read': by('admin')('deletion_logs'),
  'system.read': admins('operator_alerts'),
  'push.subscribe': advisors('push_subscriptions'),
  'push.unsubscribe': advisors('push_subscriptions'),
} as const satisfies Readonly<Record<string, StaffActionRule>>;

export type StaffAction = keyof typeof RULES;
export const STAFF_ACTIONS = Object.keys(RULES) as readonly StaffAction[];

/** Looking at what is about people, and changing nothing. */
export const READ_ACTIONS = STAFF_ACTIONS.filter((action) =>
  /\.(?:read|search|list|history|preview|recommend)(?:_\w+)?$/.test(action),
);

export const tableOf = (action: StaffAction): string => RULES[action].table;

/** The roles that may, for the API's document. */
export const rolesOf = (action: StaffAction): readonly StaffRole[] =>
  RULES[action].roles.filter((role) => role !== 'service');

/** Léa herself, who acts as the service from nowhere, asks nobody. */
export function may(actor: Actor, action: StaffAction): boolean {
  const { roles } = RULES[action];
  switch (actor.kind) {
    case 'anonymous':
      return false;
    case 'service':
      return actor.from === undefined || roles.includes('service');
    case 'staff':
      return roles.includes(actor.role);
  }
}

/** What is said to whoever may not: `unauthenticated` (401) or `forbidden` (403). */
export function refusal(actor: Actor, action: StaffAction): LeaError {
  return actor.kind === 'anonymous'
    ? new LeaError('unauthenticated', 'unauthenticated', 'Sign in, or send a bearer token.')
    : new LeaError(
        'forbidden',
        'forbidden',
        `This needs the role ${rolesOf(action).join(' or ')}.`,
      );
}
