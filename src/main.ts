import { readConfig } from './composition/config.ts';
import { explained } from './composition/explained.ts';
import { startLea, type RunningLea } from './composition/lifecycle.ts';

/** Ctrl-C under npm comes twice: from the terminal and from npm, which hands it on. */
const SAME_SIGNAL_MS = 1_000;
const PARENT_EVERY_MS = 500;

// Node is quiet about settings; people are helped by one sentence and no stack.
const fail = (error: unknown): never => {
  process.stderr.write(`\n  ${explained(error)}\n\n`);
  process.exit(1);
};

let lea: RunningLea | null = null;
let stoppingSince: number | null = null;
const stop = (): void => {
  if (stoppingSince !== null) {
    // A second Ctrl-C does not wait.
    if (performance.now() - stoppingSince > SAME_SIGNAL_MS) process.exit(1);
    return;
  }
  stoppingSince = performance.now();
  // Nothing is in flight while starting, and the database goes with us.
  if (lea === null) process.exit(1);
  lea.stop().then(() => process.exit(0), fail);
};
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);

/** npm hands on neither SIGHUP nor its own sudden end. */
function followParent(): void {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent && stoppingSince === null) stop();
  }, PARENT_EVERY_MS).unref();
}

try {
  const config = readConfig(process.env);
  if (config.startedByNpm) followParent();
  lea = await startLea(config, (line) => process.stdout.write(`${line}\n`));
} catch (error) {
  fail(error);
}
