import { useEffect, useState } from 'react';

const OPEN = 'lea:palette';

/** From a button, wherever it stands. */
export const openPalette = (): void => void window.dispatchEvent(new Event(OPEN));

/** ⌘K and Ctrl+K are heard here, so that the palette's code is fetched with its first use only. */
export function usePalette(): readonly [boolean, (shown: boolean) => void] {
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const open = () => setShown(true);
    const onKey = (event: KeyboardEvent) => {
      if (
        event.code !== 'KeyK' ||
        event.altKey ||
        event.shiftKey ||
        !(event.ctrlKey || event.metaKey)
      )
        return;
      event.preventDefault();
      open();
    };
    window.addEventListener(OPEN, open);
    window.addEventListener('keydown', onKey);
    return () => {
      window.removeEventListener(OPEN, open);
      window.removeEventListener('keydown', onKey);
    };
  }, []);
  return [shown, setShown];
}
