import { createECDH, generateKeyPairSync } from 'node:crypto';

/** P-256, as RFC 8292 asks of whoever sends web push. */
const CURVE = 'prime256v1';

/** A new private key: base64url of 32 bytes, as `npx web-push generate-vapid-keys` prints it. */
export function newVapidPrivateKey(): string {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: CURVE });
  return privateKey.export({ format: 'jwk' }).d!;
}

/** Whether it lies on that curve. */
export function isVapidPrivateKey(key: string): boolean {
  try {
    return vapidPublicKey(key) !== '';
  } catch {
    return false;
  }
}

/**
 * The public half that browsers are given: base64url of 65 bytes.
 * @throws when it is no private key of that curve
 */
export function vapidPublicKey(privateKey: string): string {
  const pair = createECDH(CURVE);
  pair.setPrivateKey(privateKey, 'base64url');
  return pair.getPublicKey('base64url');
}
