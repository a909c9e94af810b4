import '@fontsource-variable/inter/index.css';
import '../ui/styles-first.ts';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';

export function start(root: HTMLElement): void {
  createRoot(root).render(<App />);
}
