/** Up to two letters for an avatar. */
export const initials = (name: string | null): string =>
  (name ?? '?')
    .split(/\s+/)
    .map((word) => word[0] ?? '')
    .slice(0, 2)
    .join('')
    .toUpperCase() || '?';
