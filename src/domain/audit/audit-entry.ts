import type { UserId } from '../customer/customer.ts';
import type { Actor, Origin } from '../shared/actor.ts';
import { tableOf, type StaffAction } from './staff-actions.ts';

/** What happens at the door, where it is found out who somebody is. */
export const SIGN_IN_ACTIONS = [
  'sign_in.succeeded',
  'sign_in.failed',
  // The password or link was right, and the second factor is owed.
  'sign_in.code_asked',
  'sign_in.link_requested',
  'sign_out',
  'session.revoked',
  'password.reset_requested',
  'password.reset',
  'password.changed',
  'two_factor.enrolled',
  'two_factor.enabled',
  'two_factor.disabled',
  'two_factor.secret_shown',
  'two_factor.codes_renewed',
] as const;
export type SignInAction = (typeof SIGN_IN_ACTIONS)[number];

export type AuditAction = StaffAction | SignInAction;

/**
 * `denied`: the role may not. `failed`: what was shown at the door was not right, or what was asked for was refused
 * with an answer that shows something of a person.
 */
export type AuditOutcome = 'done' | 'denied' | 'failed';

/** A customer who asked for themselves, by a link that only they have. */
export interface OwnRequest {
  readonly kind: 'customer';
}

/**
 * One line of the audit log: ids, names of columns and counts, never anybody's words. When it was is the
 * store's to say.
 */
export interface AuditEntry {
  readonly actor: Actor | OwnRequest;
  readonly action: AuditAction;
  readonly outcome: AuditOutcome;
  readonly table: string;
  /** The rows that it was done to. */
  readonly rows: readonly string[];
  /** The customers whom it concerns. */
  readonly subjects: readonly UserId[];
  /** What changed, or what a read was filtered by. */
  readonly columns: readonly string[];
  /** How many rows were read or written, where naming each says nothing. */
  readonly count: number | null;
}

export type AuditDetails = Partial<
  Pick<AuditEntry, 'rows' | 'subjects' | 'columns' | 'count' | 'table' | 'outcome'>
>;

/** The line that an action leaves. */
export function trace(
  actor: AuditEntry['actor'],
  action: StaffAction,
  details: AuditDetails = {},
): AuditEntry {
  return {
    actor,
    action,
    outcome: 'done',
    table: tableOf(action),
    rows: [],
    subjects: [],
    columns: [],
    count: null,
    ...details,
  };
}

/** The line that something at the door leaves: `account` is whose it is, where there is such an account. */
export const doorTrace = (
  actor: Actor,
  action: SignInAction,
  account: UserId | null,
  outcome: AuditOutcome,
): AuditEntry => ({
  actor,
  action,
  outcome,
  table: 'users',
  rows: account === null ? [] : [account],
  subjects: [],
  columns: [],
  count: null,
});

/** The customer, where there is one; a conversation may have outlived hers. */
export const about = (person: UserId | null): readonly UserId[] =>
  person === null ? [] : [person];

/** What the column of a field is called. */
export const columnOf = (field: string): string =>
  field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Who it was, in one word: a role, the program with the service key, Léa herself, or a customer. */
export function nameOf(actor: AuditEntry['actor']): string {
  switch (actor.kind) {
    case 'staff':
      return actor.role;
    case 'service':
      return actor.from === undefined ? 'system' : 'service';
    default:
      return actor.kind;
  }
}

export const originOf = (actor: AuditEntry['actor']): Origin | null =>
  actor.kind === 'customer' ? null : (actor.from ?? null);
