import type { SignInAction } from '../../../src/domain/audit/audit-entry.ts';
import { totpOf } from '../identity/sign-in-app.ts';
import { PASSWORD, type Shop } from './audited-lea.ts';
import type { Line, Ready, Recipe, Recipes } from './recipe.ts';

type Browser = Awaited<ReturnType<Shop['visitor']>>;
const NEW_PASSWORD = 'trois tortues vertes';

interface Somebody {
  readonly id: string;
  readonly email: string;
  readonly browser: Browser;
  readonly enter: (password?: string) => Promise<unknown>;
}

/** A colleague at their browser; the address is the browser's own, whoever asks. */
async function somebody(shop: Shop): Promise<Somebody> {
  const { id, email } = await shop.colleague();
  const browser = await shop.visitor();
  const enter = (password = PASSWORD) => browser.post('/auth/sign-in/email', { email, password });
  return { id, email, browser, enter };
}

type Work = (person: Somebody, shop: Shop) => Promise<() => ReturnType<Browser['post']>>;

const door =
  (
    work: Work,
    action: SignInAction | null,
    { known = true, ...more }: Partial<Line> & { known?: boolean; status?: number } = {},
  ): Recipe =>
  async (shop): Promise<Ready> => {
    const person = await somebody(shop);
    const call = await work(person, shop);
    const { status, ...line } = more;
    return {
      who: known ? { id: person.id } : 'anonymous',
      channel: 'dashboard',
      ...(status === undefined ? {} : { status }),
      line: action === null ? null : { action, rows: [person.id], subjects: [], ...line },
      call: (from) => {
        person.browser.from.at = from;
        return call();
      },
    };
  };

/** Signed in first. */
const inside =
  (path: string, body: Readonly<Record<string, unknown>> = {}): Work =>
  async ({ browser, enter }) => {
    await enter();
    return () => browser.post(path, body);
  };
const looking =
  (path: string): Work =>
  async ({ browser, enter }) => {
    await enter();
    return () => browser.get(path);
  };

async function enrol({
  browser,
  enter,
}: Somebody): Promise<{ code: () => string; backup: string }> {
  await enter();
  const { body } = await browser.post('/auth/two-factor/enable', { password: PASSWORD });
  const code = () => totpOf(body['totpURI'] as string);
  return { code, backup: (body['backupCodes'] as string[])[0]! };
}
/** With a second factor that is owed. */
const owing =
  (path: string, body: (codes: { code: () => string; backup: string }) => object): Work =>
  async (person) => {
    const codes = await enrol(person);
    await person.browser.post('/auth/two-factor/verify-totp', { code: codes.code() });
    await person.browser.post('/auth/sign-out', {});
    await person.enter();
    return () => person.browser.post(path, body(codes));
  };
const enrolled =
  (path: string): Work =>
  async (person) => {
    const { code } = await enrol(person);
    await person.browser.post('/auth/two-factor/verify-totp', { code: code() });
    return () => person.browser.post(path, { password: PASSWORD });
  };
const linked = async ({ email, browser }: Somebody, shop: Shop, path: string): Promise<string> =>
  shop.mailed(email, () => browser.post(path, { email }));
const FAILED = { known: false, outcome: 'failed', status: 401 } as const;

export const doorRecipes: Recipes = {
  'POST /auth/sign-in/email': {
    right: door(
      async ({ enter }) =>
        () =>
          enter() as ReturnType<Browser['post']>,
      'sign_in.succeeded',
    ),
    wrong: door(
      async ({ enter }) =>
        () =>
          enter('not this one') as ReturnType<Browser['post']>,
      'sign_in.failed',
      FAILED,
    ),
    'with a second factor owed': door(
      async (person) => {
        const { code } = await enrol(person);
        await person.browser.post('/auth/two-factor/verify-totp', { code: code() });
        await person.browser.post('/auth/sign-out', {});
        return () => person.enter() as ReturnType<Browser['post']>;
      },
      'sign_in.code_asked',
      { known: false },
    ),
  },
  'POST /auth/sign-in/magic-link': door(
    async ({ browser, email }) =>
      () =>
        browser.post('/auth/sign-in/magic-link', { email }),
    'sign_in.link_requested',
    { known: false },
  ),
  'GET /auth/magic-link/verify': {
    right: door(async (person, shop) => {
      const token = await linked(person, shop, '/auth/sign-in/magic-link');
      return () => person.browser.get(`/auth/magic-link/verify?token=${encodeURIComponent(token)}`);
    }, 'sign_in.succeeded'),
    'of nobody': door(
      async ({ browser }) =>
        () =>
          browser.get('/auth/magic-link/verify?token=made-up-by-somebody'),
      'sign_in.failed',
      { known: false, outcome: 'failed', rows: [], status: 302 },
    ),
  },
  'POST /auth/two-factor/verify-totp': {
    right: door(
      owing('/auth/two-factor/verify-totp', ({ code }) => ({ code: code() })),
      'sign_in.succeeded',
    ),
    wrong: door(
      owing('/auth/two-factor/verify-totp', () => ({ code: '000000' })),
      'sign_in.failed',
      FAILED,
    ),
    'shown for the first time': door(async (person) => {
      const { code } = await enrol(person);
      return () => person.browser.post('/auth/two-factor/verify-totp', { code: code() });
    }, 'two_factor.enabled'),
  },
  'POST /auth/two-factor/verify-backup-code': {
    right: door(
      owing('/auth/two-factor/verify-backup-code', ({ backup }) => ({ code: backup })),
      'sign_in.succeeded',
    ),
    wrong: door(
      owing('/auth/two-factor/verify-backup-code', () => ({ code: 'aaaaa-bbbbb' })),
      'sign_in.failed',
      FAILED,
    ),
  },
  'POST /auth/two-factor/enable': door(
    inside('/auth/two-factor/enable', { password: PASSWORD }),
    'two_factor.enrolled',
  ),
  'POST /auth/two-factor/disable': door(
    enrolled('/auth/two-factor/disable'),
    'two_factor.disabled',
  ),
  'POST /auth/two-factor/get-totp-uri': door(
    enrolled('/auth/two-factor/get-totp-uri'),
    'two_factor.secret_shown',
  ),
  'POST /auth/two-factor/generate-backup-codes': door(
    enrolled('/auth/two-factor/generate-backup-codes'),
    'two_factor.codes_renewed',
  ),
  'POST /auth/request-password-reset': door(
    async ({ browser, email }) =>
      () =>
        browser.post('/auth/request-password-reset', { email }),
    'password.reset_requested',
    { known: false },
  ),
  'POST /auth/reset-password': door(async (person, shop) => {
    const token = await linked(person, shop, '/auth/request-password-reset');
    return () => person.browser.post('/auth/reset-password', { token, newPassword: NEW_PASSWORD });
  }, 'password.reset'),
  'POST /auth/change-password': door(
    inside('/auth/change-password', { currentPassword: PASSWORD, newPassword: NEW_PASSWORD }),
    'password.changed',
  ),
  'POST /auth/sign-out': door(inside('/auth/sign-out'), 'sign_out'),
  'POST /auth/revoke-session': door(async ({ browser, enter }) => {
    await enter();
    const { body } = await browser.get('/auth/list-sessions');
    const [session] = body['list'] as readonly { readonly token: string }[];
    return () => browser.post('/auth/revoke-session', { token: session!.token });
  }, 'session.revoked'),
  'POST /auth/revoke-sessions': door(inside('/auth/revoke-sessions'), 'session.revoked'),
  'POST /auth/revoke-other-sessions': door(
    inside('/auth/revoke-other-sessions'),
    'session.revoked',
  ),
  'GET /auth/get-session': door(looking('/auth/get-session'), null),
  'GET /auth/list-sessions': door(looking('/auth/list-sessions'), null),
  'GET /auth/token': door(looking('/auth/token'), null),
  'GET /auth/jwks': door(looking('/auth/jwks'), null),
  'GET /auth/ok': door(looking('/auth/ok'), null),
};
