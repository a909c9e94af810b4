import { lookup, type LookupAddress } from 'node:dns';
import type { LookupFunction } from 'node:net';

export type Resolve = (hostname: string) => Promise<readonly LookupAddress[]>;

/** A name that leads, or partly leads, where we do not connect to. */
export class RefusedAddressError extends Error {}

/** Asks the system's resolver. */
export const systemResolve: Resolve = (hostname) =>
  new Promise((resolve, reject) => {
    lookup(hostname, { all: true }, (error, addresses) => {
      if (error === null) resolve(addresses);
      else reject(error);
    });
  });

/**
 * A `lookup` for sockets that hands out vetted addresses only. The socket connects to exactly what was
 * vetted, so that a name that changes its mind between check and connection (rebinding) gains nothing.
 * One bad address refuses the whole name: mixed answers are how such attacks look.
 */
export function vettedLookup(
  resolve: Resolve,
  isAllowed: (address: string) => boolean,
): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname).then(
      (all) => {
        const family = options.family === 4 || options.family === 6 ? options.family : null;
        const usable = all.filter((entry) => family === null || entry.family === family);
        const [first] = usable;
        if (first === undefined || !all.every((entry) => isAllowed(entry.address))) {
          callback(new RefusedAddressError('The name leads to a refused address.'), []);
        } else if (options.all === true) {
          callback(null, [...usable]);
        } else {
          callback(null, first.address, first.family);
        }
      },
      (error: unknown) => callback(error as NodeJS.ErrnoException, []),
    );
  };
}
