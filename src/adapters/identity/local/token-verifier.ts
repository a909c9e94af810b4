import { createLocalJWKSet, errors, jwtVerify, type JSONWebKeySet, type JWTPayload } from 'jose';
import { TOKEN_ALGORITHM } from './create-auth.ts';

/** A stranger's key id must not make us read the keys again and again. */
const RELOAD_AFTER_MS = 5_000;
/** A key that was taken out of the database is trusted no longer than this. */
const KEEP_MS = 5 * 60_000;

/** Checks our own tokens against our own keys; another replica's new key is found by reading them again. */
export class TokenVerifier {
  readonly #loadKeys: () => Promise<JSONWebKeySet>;
  readonly #issuer: string;
  #keys: { readonly at: number; readonly set: ReturnType<typeof createLocalJWKSet> } | null = null;

  constructor(loadKeys: () => Promise<JSONWebKeySet>, issuer: string) {
    this.#loadKeys = loadKeys;
    this.#issuer = issuer;
  }

  /** The claims of a valid token, else null. */
  async verify(token: string): Promise<{ readonly sub: string; readonly sid: string } | null> {
    const { payload } = (await this.#check(token)) ?? {};
    const sid = payload?.['sid'];
    return payload?.sub === undefined || typeof sid !== 'string' ? null : { sub: payload.sub, sid };
  }

  async #check(token: string): Promise<{ readonly payload: JWTPayload } | null> {
    const known = this.#keys;
    const fresh = known !== null && performance.now() - known.at < KEEP_MS;
    const keys = fresh ? known : await this.#load();
    try {
      return await this.#with(token, keys.set);
    } catch (error) {
      if (!(error instanceof errors.JOSEError)) throw error;
      const unknownKey = error instanceof errors.JWKSNoMatchingKey;
      if (!unknownKey || performance.now() - keys.at < RELOAD_AFTER_MS) return null;
    }
    try {
      return await this.#with(token, (await this.#load()).set);
    } catch (error) {
      if (error instanceof errors.JOSEError) return null;
      throw error;
    }
  }

  #with(token: string, keys: ReturnType<typeof createLocalJWKSet>) {
    return jwtVerify(token, keys, {
      algorithms: [TOKEN_ALGORITHM],
      issuer: this.#issuer,
      audience: 'authenticated',
      requiredClaims: ['sub', 'sid', 'exp'],
    });
  }

  async #load() {
    this.#keys = { at: performance.now(), set: createLocalJWKSet(await this.#loadKeys()) };
    return this.#keys;
  }
}
