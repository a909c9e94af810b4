import type { StartedShop } from './start-shop.ts';

/** Signs in over HTTP; answers the cookies as `name=value; …`. */
export async function adminSession(shop: Pick<StartedShop, 'url' | 'admin'>): Promise<string> {
  const answer = await fetch(`${shop.url}/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: shop.url },
    body: JSON.stringify(shop.admin),
  });
  if (!answer.ok) throw new Error(`The printed account was refused: ${answer.status}`);
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0]!)
    .join('; ');
}
