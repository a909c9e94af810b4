import type { Log } from '../../src/ports/log.ts';

/** Keeps what was logged, for asserting. */
export class RecordingLog implements Log {
  readonly lines: {
    readonly level: 'info' | 'warn' | 'error';
    readonly event: string;
    readonly fields: Readonly<Record<string, unknown>>;
  }[] = [];

  info(event: string, fields: Readonly<Record<string, unknown>> = {}): void {
    this.lines.push({ level: 'info', event, fields });
  }

  warn(event: string, fields: Readonly<Record<string, unknown>> = {}): void {
    this.lines.push({ level: 'warn', event, fields });
  }

  error(event: string, fields: Readonly<Record<string, unknown>> = {}): void {
    this.lines.push({ level: 'error', event, fields });
  }
}
