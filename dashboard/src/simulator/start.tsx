import '@fontsource-variable/inter/index.css';
import { createRoot } from 'react-dom/client';
import { LanguageProvider } from '../i18n/language.tsx';
import { Simulator } from './Simulator.tsx';

/** The simulator is light on purpose: none of the dashboard's kit is loaded for it. */
export function start(root: HTMLElement): void {
  document.title = 'Léa · WhatsApp';
  createRoot(root).render(
    <LanguageProvider>
      <Simulator />
    </LanguageProvider>,
  );
}
