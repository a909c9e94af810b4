import { useQuery } from '@tanstack/react-query';
import { getJson } from '../../api/rest.ts';

interface Colleague {
  readonly id: string;
  readonly name: string | null;
}
export interface AuditEntry {
  readonly id: string | number;
  readonly at: string;
  readonly actor?: Colleague | null;
  readonly actor_id?: string | null;
  readonly actor_role: string;
  readonly action: string;
  readonly table_name: string;
  readonly row_id: string | null;
  readonly columns: readonly string[];
}
export interface Deletion {
  readonly id: string;
  readonly subject_hash: string;
  readonly deleted_at: string;
  readonly requested_by: 'customer' | 'staff' | 'retention';
  readonly counts: Readonly<Record<string, number>>;
}

/** A list by itself, or with the way to what came earlier. */
type Page<T> = readonly T[] | { readonly items: readonly T[] };
const itemsOf = <T>(page: Page<T>): readonly T[] => ('items' in page ? page.items : page);

export const useAuditLog = (enabled: boolean) =>
  useQuery({
    queryKey: ['audit', 'changes'],
    queryFn: async ({ signal }) =>
      itemsOf(await getJson<Page<AuditEntry>>('/functions/audit-log?limit=100', signal)),
    enabled,
  });

export const useDeletionLog = (enabled: boolean) =>
  useQuery({
    queryKey: ['audit', 'deletions'],
    queryFn: async ({ signal }) =>
      itemsOf(await getJson<Page<Deletion>>('/functions/deletion-log?limit=100', signal)),
    enabled,
  });
