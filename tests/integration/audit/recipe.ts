import type { AuditAction, AuditOutcome } from '../../../src/domain/audit/audit-entry.ts';
import type { Role } from '../hostile/staffed-lea.ts';
import type { Asking, Shop, Told } from './audited-lea.ts';

/** The one line that is expected; what is not named may be anything. */
export interface Line {
  readonly action: AuditAction;
  readonly outcome?: AuditOutcome;
  readonly table?: string;
  readonly rows?: readonly string[];
  readonly subjects?: readonly string[];
  readonly columns?: readonly string[];
}
export type Answer = Pick<Told, 'status'> & { readonly body: Record<string, unknown> };

/** One sound call of a route, made ready on a shop of its own making. */
export interface Ready {
  /** Makes the call from an address; answers what came back. */
  readonly call: (from: string) => Promise<Answer>;
  /** Who the line must name: a role of ours, a member of staff by id, or nobody known. */
  readonly who: Role | { readonly id: string } | 'slack';
  readonly channel?: 'api' | 'dashboard' | 'slack';
  /** A refusal that is meant. */
  readonly status?: number;
  /** Null where the route leaves none, which docs/security.md then has to say why. */
  readonly line: Line | null | ((answer: Answer) => Line);
}
export type Recipe = (shop: Shop) => Promise<Ready> | Ready;
/** By method and path as the API's document has them. */
export type Recipes = Readonly<Record<string, Recipe | Readonly<Record<string, Recipe>>>>;

interface How extends Partial<Omit<Asking, 'as'>> {
  readonly line: Ready['line'];
  readonly status?: number;
}

/** A call by somebody with a role, with a bearer. */
export const by = (
  shop: Shop,
  as: Role,
  operation: string,
  { line, status, ...asking }: How,
): Ready => {
  const [method = '', path = ''] = operation.split(' ');
  return {
    who: as,
    line,
    ...(status === undefined ? {} : { status }),
    call: (from) => shop.ask({ as, method, path, ...asking }, from),
  };
};

export const idOf = ({ body }: Answer): string => String(body['id']);
/** The first of the rows that `/rest/v1` answers. */
export const firstId = ({ body }: Answer): string =>
  String((body as unknown as readonly Record<string, unknown>[])[0]?.['id']);
