/**
 * `npm run browser`: finds a Chromium for the browser tests, or installs Debian's where there is none, and
 * prints where it is.
 */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const PLACES = [
  '/usr/bin',
  '/usr/local/bin',
  '/snap/bin',
  '/opt/google/chrome',
  '/opt/chromium.org/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS',
  '/Applications/Chromium.app/Contents/MacOS',
];
const MAC_NAMES = ['Google Chrome', 'Chromium'];

/** The browser that CHROMIUM_PATH names, else the first one on PATH or where systems put it; null: none. */
export function findChromium(environment: NodeJS.ProcessEnv = process.env): string | null {
  const given = environment['CHROMIUM_PATH'];
  if (given) {
    if (isProgram(given)) return given;
    throw new Error(`CHROMIUM_PATH names ${given}, which is no program that can be run.`);
  }
  const folders = [...(environment['PATH'] ?? '').split(path.delimiter).filter(Boolean), ...PLACES];
  const candidates = folders.flatMap((folder) =>
    [...NAMES, ...MAC_NAMES].map((name) => path.join(folder, name)),
  );
  return candidates.find(isProgram) ?? null;
}

/**
 * The path of a Chromium, installed by apt-get where there is none.
 * @throws Error with one sentence that says what to do when none can be had
 */
export function ensureChromium(): string {
  const found = findChromium();
  if (found !== null) return found;
  const byHand =
    'The browser tests need Chromium: install it (on Debian "apt-get install chromium"), or name one in CHROMIUM_PATH.';
  if (process.platform !== 'linux' || !runs('apt-get', ['--version'])) throw new Error(byHand);
  if (process.getuid?.() !== 0)
    throw new Error(`${byHand} "sudo npm run browser" does it where apt-get needs root.`);
  console.log('No Chromium here: installing it with apt-get…');
  const installed =
    runs('apt-get', ['update', '--quiet'], 'inherit') &&
    runs('apt-get', ['install', '--yes', '--no-install-recommends', 'chromium'], 'inherit');
  const now = findChromium();
  if (!installed || now === null) throw new Error(`apt-get could not install it. ${byHand}`);
  return now;
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

const runs = (
  command: string,
  words: readonly string[],
  stdio: 'ignore' | 'inherit' = 'ignore',
): boolean =>
  spawnSync(command, words, {
    stdio,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  }).status === 0;

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    console.log(ensureChromium());
  } catch (error) {
    console.error((error as Error).message);
    process.exit(1);
  }
}
