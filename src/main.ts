import { DatabaseUnusableError } from './adapters/persistence/database-unusable-error.ts';
import { ConfigError, readConfig } from './config.ts';
import { PortTakenError, startLea } from './start.ts';

// Node is quiet about settings; people are helped by one sentence and no stack.
const fail = (error: unknown): never => {
  const expected =
    error instanceof ConfigError ||
    error instanceof PortTakenError ||
    error instanceof DatabaseUnusableError;
  process.stderr.write(
    `\n  ${expected || !(error instanceof Error) ? String((error as Error).message) : (error.stack ?? error.message)}\n\n`,
  );
  process.exit(1);
};

try {
  const lea = await startLea(readConfig(process.env), (line) => process.stdout.write(`${line}\n`));
  let stopping = false;
  const stop = (): void => {
    // A second Ctrl-C does not wait.
    if (stopping) process.exit(1);
    stopping = true;
    lea.stop().then(() => process.exit(0), fail);
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
} catch (error) {
  fail(error);
}
