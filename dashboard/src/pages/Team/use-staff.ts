import { useMutation, useQuery } from '@tanstack/react-query';
import { queryClient } from '../../api/query-client.ts';
import type { Role } from '../../api/session.ts';
import { getJson, sendJson } from '../../api/rest.ts';

export const ROLES = ['support', 'product_editor', 'admin'] as const satisfies readonly Role[];

export interface StaffMember {
  readonly id: string;
  readonly name: string | null;
  /** Null where sign-in is kept elsewhere. */
  readonly email: string | null;
  readonly role: Role;
  readonly disabled_at: string | null;
  readonly two_factor_enabled: boolean;
  /** Sign-in ends at its set-up until it is. */
  readonly two_factor_required: boolean;
  readonly created_at: string;
}

export const useStaff = () =>
  useQuery({
    queryKey: ['staff'],
    queryFn: async ({ signal }) =>
      (await getJson<{ readonly staff: readonly StaffMember[] }>('/functions/staff', signal)).staff,
  });

const onSettled = () => queryClient.invalidateQueries({ queryKey: ['staff'] });

export const useInvite = () =>
  useMutation({
    mutationFn: (person: { readonly email: string; readonly name: string; readonly role: Role }) =>
      sendJson<{ readonly mailed: boolean }>('POST', '/functions/invite-staff', person),
    onSettled,
  });
export const useChangeRole = () =>
  useMutation({
    mutationFn: ({ id, role }: { readonly id: string; readonly role: Role }) =>
      sendJson('POST', '/functions/change-role', { user_id: id, role }),
    onSettled,
  });
export const useDisable = () =>
  useMutation({
    mutationFn: ({ id, disabled }: { readonly id: string; readonly disabled: boolean }) =>
      sendJson('POST', '/functions/disable-staff', { user_id: id, disabled }),
    onSettled,
  });
export const useRequireTwoFactor = () =>
  useMutation({
    mutationFn: ({ id, required }: { readonly id: string; readonly required: boolean }) =>
      sendJson('POST', '/functions/require-two-factor', { user_id: id, required }),
    onSettled,
  });
