import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build, type Manifest } from 'vite';

const DASHBOARD = fileURLToPath(new URL('../dashboard', import.meta.url));
const ROUTER = 'src/app/router.tsx';
const SHELL = 'src/app/shell/Shell.tsx';
/** What one page may ask for at its first load: scripts and styles, gzip, in kB of 1000 bytes. */
const BUDGET_KB = 250;

interface Page {
  readonly path: string;
  /** Every module that the page cannot draw without, each with all that it imports statically. */
  readonly modules: readonly string[];
}

/** The pages as the router names them, so that a new one is measured without anybody thinking of it. */
async function pagesOf(router: string): Promise<readonly Page[]> {
  const routes = router
    .split('createRoute({')
    .slice(1)
    .flatMap((text) => {
      const path = /path: '(\/[^']*)'/.exec(text)?.[1];
      const module = /import\('\.\.\/(pages\/[^']+)'\)/.exec(text)?.[1];
      return path === undefined || module === undefined
        ? []
        : [{ path, module: `src/${module}`, inShell: text.includes('=> shell,') }];
    });
  const named = router.match(/import\('\.\.\/pages\//g)?.length ?? 0;
  if (routes.length === 0 || routes.length !== named) {
    throw new Error(`${ROUTER}: ${routes.length} of ${named} pages understood`);
  }
  return [
    ...routes.map(({ path, module, inShell }) => ({
      path,
      modules: ['src/app/start.tsx', ...(inShell ? [SHELL] : []), module],
    })),
    { path: '/simulator', modules: ['src/simulator/start.tsx'] },
  ];
}

/** The files that a browser asks for: the entry, the modules and whatever these import, each once. */
function filesOf(manifest: Manifest, modules: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const files = new Set<string>();
  const visit = (key: string): void => {
    if (seen.has(key)) return;
    seen.add(key);
    const chunk = manifest[key];
    if (chunk === undefined) throw new Error(`Vite's manifest does not know ${key}`);
    for (const file of [chunk.file, ...(chunk.css ?? [])]) files.add(file);
    chunk.imports?.forEach(visit);
  };
  ['index.html', ...modules].forEach(visit);
  return files;
}

const outDir = await mkdtemp(join(tmpdir(), 'lea-first-load-'));
try {
  await build({
    configFile: join(DASHBOARD, 'vite.config.ts'),
    logLevel: 'warn',
    build: { outDir, manifest: true },
  });
  const manifest = JSON.parse(
    await readFile(join(outDir, '.vite', 'manifest.json'), 'utf8'),
  ) as Manifest;
  const sizes = new Map<string, number>();
  const sizeOf = async (file: string): Promise<number> => {
    const size = sizes.get(file) ?? gzipSync(await readFile(join(outDir, file))).length;
    sizes.set(file, size);
    return size;
  };
  for (const { path, modules } of await pagesOf(await readFile(join(DASHBOARD, ROUTER), 'utf8'))) {
    let bytes = 0;
    for (const file of filesOf(manifest, modules)) bytes += await sizeOf(file);
    const kilobytes = bytes / 1000;
    const over = kilobytes > BUDGET_KB;
    if (over) process.exitCode = 1;
    console.log(
      `${over ? 'too heavy' : 'ok       '} ${kilobytes.toFixed(0).padStart(4)} kB  ${path}`,
    );
  }
} finally {
  await rm(outDir, { recursive: true, force: true });
}
if (process.exitCode === 1) console.error(`First load: at most ${BUDGET_KB} kB gzip a page.`);
