/** A number from the environment; null where it is unset or none. */
const given = (name: string): number | null => {
  const text = process.env[name] ?? '';
  return /^-?\d+$/.test(text) ? Number(text) : null;
};

const LONG = process.env['STORES'] === 'long';

/** A short form within `npm test`, and a long one: `npm run test:stores`, where `STORES_RUNS` says how many. */
export const RUNS = given('STORES_RUNS') ?? (LONG ? 1_000 : 8);

/**
 * The short form plays the same stories each time, the long one others. `STORES_SEED` plays again what a failing run
 * printed as its seed.
 */
const seed = given('STORES_SEED') ?? (LONG ? null : 20_261_128);
export const SEED: { readonly seed?: number } = seed === null ? {} : { seed };
