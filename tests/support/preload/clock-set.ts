/**
 * Loaded before Léa, this lets a test set the clock of her process while she runs: the file that `CLOCK_FILE` names
 * holds by how many milliseconds it is wrong. Timers and `performance.now()` go on as they do on any machine.
 */
import { readFileSync } from 'node:fs';

const FILE = process.env['CLOCK_FILE']!;
const LOOK_MS = 20;
const RealDate = Date;
let wrongByMs = 0;
setInterval(() => {
  wrongByMs = Number(readFileSync(FILE, 'utf8')) || 0;
}, LOOK_MS).unref();

class SetDate extends RealDate {
  constructor(...given: [] | [number | string | Date]) {
    if (given.length === 0) super(RealDate.now() + wrongByMs);
    else super(given[0]);
  }

  static override now(): number {
    return RealDate.now() + wrongByMs;
  }
}

// With more than one argument it is the parts of a local time, which no clock has a say in.
globalThis.Date = new Proxy(SetDate, {
  construct: (target, given: [number, number]) =>
    given.length > 1 ? new RealDate(...given) : new target(...(given as unknown as [])),
}) as unknown as DateConstructor;
