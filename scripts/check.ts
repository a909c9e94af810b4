/** `npm run check`: every check, two at a time; the words of each come in one piece when it has ended. */
import { spawn } from 'node:child_process';

/** Plants files that break rules, and is therefore alone. */
const ALONE = 'boundaries';
/** The longest first. */
const TOGETHER = ['lint', 'types', 'regexes', 'dead-code', 'first-load'];

async function passes(script: string): Promise<boolean> {
  const started = performance.now();
  const child = spawn('npm', ['run', '--silent', script], { stdio: ['ignore', 'pipe', 'pipe'] });
  const words: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (piece: Buffer) => words.push(piece));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject).on('close', resolve);
  });
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  console.log(`${code === 0 ? 'ok' : 'FAILED'}: ${script}, ${seconds} s`);
  process.stdout.write(Buffer.concat(words));
  return code === 0;
}

const results = [await passes(ALONE)];
const waiting = [...TOGETHER];
const inTurn = async (): Promise<void> => {
  for (let script = waiting.shift(); script !== undefined; script = waiting.shift())
    results.push(await passes(script));
};
await Promise.all([inTurn(), inTurn()]);
process.exitCode = results.includes(false) ? 1 : 0;
