import './ui/base.css';
import { followColorScheme } from './ui/color-scheme.ts';

// Before the first paint, so that a dark screen does not flash white (an inline script would break the policy).
followColorScheme();

const root = document.getElementById('root');
if (root) {
  const start = window.location.pathname.startsWith('/simulator')
    ? import('./simulator/start.tsx')
    : import('./app/start.tsx');
  void start.then(({ start: run }) => run(root));
}
