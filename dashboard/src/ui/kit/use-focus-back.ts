import { useEffect, useState } from 'react';

/**
 * Gives the focus back to what had it, when a window that is only mounted while it is open goes away. Mantine's
 * own way needs a window that stays mounted.
 */
export function useFocusBack(): void {
  const [opener] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      window.setTimeout(() => {
        const isLost = document.activeElement === null || document.activeElement === document.body;
        if (isLost && opener instanceof HTMLElement) opener.focus({ preventScroll: true });
      });
    },
    [opener],
  );
}
