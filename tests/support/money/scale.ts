/** A number from the environment; null where it is unset or none. */
const given = (name: string): number | null => {
  const text = process.env[name] ?? '';
  return /^-?\d+$/.test(text) ? Number(text) : null;
};

/**
 * Stories have a short form, within `npm test`, and a long one: `npm run test:money`, where `MONEY_STORIES` says how
 * many if not the usual number.
 */
export const runs = (short: number, long: number): number =>
  given('MONEY_STORIES') ?? (process.env['MONEY'] === 'long' ? long : short);

/** `MONEY_SEED` plays again what a failing run printed as its seed. */
const seed = given('MONEY_SEED');
export const SEED: { readonly seed?: number } = seed === null ? {} : { seed };
