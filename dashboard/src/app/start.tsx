import '@fontsource-variable/inter/index.css';
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';

export function start(root: HTMLElement): void {
  createRoot(root).render(<App />);
}
