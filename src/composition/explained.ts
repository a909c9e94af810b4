import { DatabaseUnusableError } from '../adapters/persistence/database-unusable-error.ts';
import { SecretsFileError } from './kept-secrets.ts';
import { ConfigError } from './config.ts';

export class PortTakenError extends Error {
  constructor(port: number) {
    super(
      `Port ${port} is in use: stop what uses it, or start with another one (PORT=0 npm start picks a free one).`,
    );
  }
}

/** What to print of a failed start: a sentence where it says what to do, else with the stack. */
export function explained(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const sentence =
    error instanceof ConfigError ||
    error instanceof PortTakenError ||
    error instanceof SecretsFileError ||
    error instanceof DatabaseUnusableError;
  return sentence ? error.message : (error.stack ?? error.message);
}
