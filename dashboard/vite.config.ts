import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The server's address while developing; `npm run dev -w dashboard` proxies to it. */
const SERVER = process.env['LEA_SERVER'] ?? 'http://localhost:3000';
const proxied = ['/auth', '/functions', '/rest', '/events', '/media', '/images', '/o'];

export default defineConfig({
  root: here('.'),
  plugins: [react()],
  resolve: { alias: { '@http': here('../src/adapters/http') } },
  build: {
    outDir: here('dist'),
    emptyOutDir: true,
    target: 'es2022',
    // The strict policy (`script-src 'self'`) allows no inline script, and data: URLs are only for pictures.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      input: { index: here('index.html'), sw: here('service-worker/sw.ts') },
      output: {
        // A service worker rules over the folder that it is served from, under a name that stays.
        entryFileNames: ({ name }) => (name === 'sw' ? 'sw.js' : 'assets/[name]-[hash].js'),
        // Libraries change seldom: apart from our code they stay in the browser's cache.
        codeSplitting: {
          groups: [
            {
              name: 'react',
              test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/,
              priority: 30,
            },
            { name: 'tanstack', test: /node_modules[\\/]@tanstack[\\/]/, priority: 20 },
          ],
        },
      },
    },
  },
  server: {
    proxy: {
      ...Object.fromEntries(proxied.map((path) => [path, { target: SERVER, changeOrigin: true }])),
      '/simulator/messages': { target: SERVER, changeOrigin: true },
    },
  },
});
