/** The fault tests have a short form, within `npm test`, and a long one: `npm run test:faults`. */
export const LONG = process.env['FAULTS'] === 'long';

/** How often something is done: `FAULT_<NAME>` where it is set, else by the form. */
export function times(name: string, short: number, long: number): number {
  const given = Number(process.env[`FAULT_${name}`]);
  return Number.isInteger(given) && given > 0 ? given : LONG ? long : short;
}

/** What was seen, for the table in the documentation; said in the long form only. */
export function seen(what: string, figure: string): void {
  if (LONG) process.stdout.write(`SEEN | ${what} | ${figure}\n`);
}
