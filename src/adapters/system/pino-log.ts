import { pino, stdTimeFunctions, type DestinationStream, type Logger } from 'pino';
import type { Log } from '../../ports/log.ts';
import { maskLogFields, maskNumbers } from './mask-log-fields.ts';

interface PinoLogOptions {
  readonly level: string;
  /** Standard output unless a test wants to read it. */
  readonly destination?: DestinationStream;
}

/** One line of JSON per event. Callers give ids and counts; what slips through is masked here. */
export class PinoLog implements Log {
  readonly #pino: Logger;

  constructor(options: PinoLogOptions) {
    const settings = {
      level: options.level,
      base: null,
      messageKey: 'event',
      timestamp: stdTimeFunctions.isoTime,
      formatters: { level: (label: string) => ({ level: label }), log: maskLogFields },
    };
    this.#pino =
      options.destination === undefined ? pino(settings) : pino(settings, options.destination);
  }

  info(event: string, fields: Readonly<Record<string, unknown>> = {}): void {
    this.#pino.info({ ...fields }, maskNumbers(event));
  }

  warn(event: string, fields: Readonly<Record<string, unknown>> = {}): void {
    this.#pino.warn({ ...fields }, maskNumbers(event));
  }

  error(event: string, fields: Readonly<Record<string, unknown>> = {}): void {
    this.#pino.error({ ...fields }, maskNumbers(event));
  }
}
