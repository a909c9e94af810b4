import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const DASHBOARD = join(ROOT, 'dashboard');
const DIST = join(DASHBOARD, 'dist');
/** Beside the output and not in it: what is served holds nothing of ours. */
const STAMP = join(DASHBOARD, 'node_modules', '.lea-build');

/** Everything that the output depends on. */
const SOURCES = [
  join(DASHBOARD, 'src'),
  join(DASHBOARD, 'service-worker'),
  join(DASHBOARD, 'public'),
  join(DASHBOARD, 'index.html'),
  join(DASHBOARD, 'vite.config.ts'),
  // The contracts, and the rules by which they judge.
  join(ROOT, 'src/adapters/http'),
  join(ROOT, 'src/domain'),
  join(ROOT, 'package-lock.json'),
];

/**
 * Builds the dashboard when there is no build of the present sources, and answers where it lies. Quiet, and
 * in well under a second when there is nothing to do.
 */
export async function ensureDashboardBuilt(): Promise<{
  readonly root: string;
  readonly built: boolean;
}> {
  const wanted = await fingerprint();
  if (
    (await readIfThere(STAMP)) === wanted &&
    (await readIfThere(join(DIST, 'index.html'))) !== null
  ) {
    return { root: DIST, built: false };
  }
  const { build } = await import('vite');
  // Into a folder of its own first: a server that is running goes on with whole files.
  const fresh = join(DASHBOARD, 'node_modules', `.lea-dist-${process.pid}`);
  const before = process.env['NODE_ENV'];
  // React's production build goes by this; a development server must not serve the slow one.
  process.env['NODE_ENV'] = 'production';
  try {
    await build({
      configFile: join(DASHBOARD, 'vite.config.ts'),
      logLevel: 'error',
      build: { outDir: fresh },
    });
  } finally {
    if (before === undefined) delete process.env['NODE_ENV'];
    else process.env['NODE_ENV'] = before;
  }
  await rm(DIST, { recursive: true, force: true });
  await rename(fresh, DIST);
  await mkdir(join(STAMP, '..'), { recursive: true });
  await writeFile(STAMP, wanted);
  return { root: DIST, built: true };
}

async function fingerprint(): Promise<string> {
  const hash = createHash('sha256');
  for (const source of SOURCES) {
    for (const file of await filesUnder(source)) {
      hash
        .update(relative(ROOT, file))
        .update('\0')
        .update(await readFile(file))
        .update('\0');
    }
  }
  return hash.digest('hex');
}

/** The file itself, or every file of the folder in a fixed order. */
async function filesUnder(path: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(path, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOTDIR') return [path];
    if (code === 'ENOENT') return [];
    throw error;
  }
}

async function readIfThere(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch {
    return null;
  }
}
