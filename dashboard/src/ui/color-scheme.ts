/** Where Mantine keeps the choice; one name for both. */
export const COLOR_SCHEME_KEY = 'lea.color-scheme';

/** Sets the attribute that the style sheets look at, from the kept choice or the system's, as it changes. */
export function followColorScheme(): void {
  applyColorScheme();
  window.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', applyColorScheme);
}

function applyColorScheme(): void {
  const kept = window.localStorage.getItem(COLOR_SCHEME_KEY);
  const dark =
    kept === 'dark' ||
    (kept !== 'light' && window.matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
}
