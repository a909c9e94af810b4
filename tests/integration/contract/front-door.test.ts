import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startStaffedLea, type StaffedLea } from '../hostile/staffed-lea.ts';

const ADMIN = { email: 'admin@lea.local', password: 'un mot de passe de test' };

let lea: StaffedLea;

beforeAll(async () => {
  lea = await startStaffedLea();
}, 180_000);
afterAll(() => lea.stop());

const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(lea.url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-forwarded-for': '10.77.0.1', ...headers },
    body: JSON.stringify(body),
  });

describe('signing in without a browser', () => {
  it('gives a session, a short token and the keys to check it', async () => {
    // A program says no more of itself than undici does: no Origin, no Referer.
    const entered = await post('/auth/sign-in/email', ADMIN);
    expect(entered.status).toBe(200);
    const [cookie = ''] = entered.headers.getSetCookie();
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=Lax/i);

    const session = { cookie: cookie.split(';')[0]! };
    const { token } = (await (
      await fetch(`${lea.url}/auth/token`, { headers: session })
    ).json()) as {
      token: string;
    };
    const claims = JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString()) as Record<
      string,
      unknown
    >;
    expect(claims).toMatchObject({ role: 'authenticated', user_role: 'admin' });
    const life = Number(claims['exp']) - Number(claims['iat']);
    expect(life).toBeGreaterThanOrEqual(60);
    expect(life).toBeLessThanOrEqual(900);
    const users = await fetch(
      `${lea.url}/rest/v1/users?select=id,role&id=eq.${String(claims['sub'])}`,
      {
        headers: { authorization: `Bearer ${token}` },
      },
    );
    expect(await users.json()).toEqual([{ id: claims['sub'], role: 'admin' }]);

    const out = await post('/auth/sign-out', {}, session);
    expect(out.status).toBe(200);
    expect((await fetch(`${lea.url}/auth/token`, { headers: session })).status).toBe(401);
  });

  it('stays shut for another site and for a form that another site sends', async () => {
    for (const headers of [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' },
      { referer: 'https://evil.example/form' },
    ])
      expect(
        (await post('/auth/sign-in/email', ADMIN, headers)).status,
        JSON.stringify(headers),
      ).toBe(403);
  });
});

describe('addresses that are promised', () => {
  it.each(['/', '/simulator', '/docs'])('%s is a page, whatever is accepted', async (path) => {
    const answer = await fetch(lea.url + path, { headers: { accept: '*/*' } });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toContain('text/html');
  });
});
