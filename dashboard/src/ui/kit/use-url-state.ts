import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';

/** Filters live in the address: a reload, a link and the back button show the same list. */
export function useUrlState<K extends string>(...keys: readonly K[]) {
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const navigate = useNavigate();
  const state: { readonly [P in K]?: string } = Object.fromEntries(
    keys.flatMap((key) => {
      const value = search[key];
      return typeof value === 'string' || typeof value === 'number' ? [[key, String(value)]] : [];
    }),
  ) as { [P in K]?: string };
  const setState = useCallback(
    (changes: { readonly [P in K]?: string | undefined }) => {
      const next = (previous: object): Record<string, unknown> =>
        Object.fromEntries(
          Object.entries({ ...previous, ...changes }).filter(
            ([, value]) => value !== undefined && value !== '',
          ),
        );
      // These pages' routes declare no search of their own, so the router has no type for it.
      void navigate({ to: '.', search: next as never, replace: true });
    },
    [navigate],
  );
  return [state, setState] as const;
}
