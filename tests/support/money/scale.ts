/** Stories have a short form, within `npm test`, and a long one: `npm run test:money`. */
export const runs = (short: number, long: number): number =>
  process.env['MONEY'] === 'long' ? long : short;

/** `MONEY_SEED` plays again what a failing run printed as its seed. */
const given = Number(process.env['MONEY_SEED']);
export const SEED: { readonly seed?: number } = Number.isInteger(given) && process.env['MONEY_SEED'] !== undefined ? { seed: given } : {}; // prettier-ignore
