import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  keptSecrets,
  SecretsFileError,
  type KeptSecretsOptions,
} from '../../../src/composition/kept-secrets.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'lea-secrets-'));
  file = path.join(folder, 'secrets.json');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const secrets = (options: Partial<KeptSecretsOptions> = {}) =>
  keptSecrets(folder, { given: {}, hasCluster: false, ...options });
const kept = (): Record<string, string> =>
  JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
async function refusal(options: Partial<KeptSecretsOptions> = {}): Promise<string> {
  const error: unknown = await secrets(options).catch((one: unknown) => one);
  if (!(error instanceof SecretsFileError))
    throw new Error('It was not refused.', { cause: error });
  return error.message;
}

describe('secrets that are kept', () => {
  it('are made once, for the owner’s eyes only', async () => {
    const first = await secrets();
    expect(Object.keys(first).sort()).toEqual(['auth', 'database', 'erasure', 'vapid']);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(await secrets({ hasCluster: true })).toEqual(first);
    expect(readdirSync(folder)).toEqual(['secrets.json']);
  });

  it('leave the file as it is while nothing is missing', async () => {
    await secrets();
    const { ino } = statSync(file);
    await secrets({ hasCluster: true });
    expect(statSync(file).ino).toBe(ino);
  });

  it('give way to the environment, which is not written down', async () => {
    const given = { auth: 'a'.repeat(40), erasure: 'e'.repeat(40) };
    expect(await secrets({ given })).toMatchObject(given);
    expect(Object.keys(kept()).sort()).toEqual(['database', 'vapid']);
  });

  it('keep what another version wrote beside them', async () => {
    await secrets();
    writeFileSync(file, JSON.stringify({ ...kept(), later: { a: 1 }, vapid: undefined }));
    await secrets({ hasCluster: true });
    expect(kept()).toMatchObject({ later: { a: 1 }, vapid: expect.any(String) as string });
  });
});

describe('a database without the secrets that it was made with', () => {
  it('is not given new ones', async () => {
    expect(await refusal({ hasCluster: true })).toMatch(/secrets\.json is missing .*backup/);
    expect(readdirSync(folder)).toEqual([]);
  });

  it.each(['database', 'auth', 'erasure'])('nor a new "%s" alone', async (name) => {
    await secrets();
    const { [name]: lost, ...rest } = kept();
    writeFileSync(file, JSON.stringify(rest));
    const sentence = await refusal({ hasCluster: true });
    expect(sentence).toContain(`${file} lacks "${name}"`);
    expect(sentence).not.toContain(lost);
    expect(kept()).toEqual(rest);
  });

  it('goes on with ERASURE_KEY from the environment', async () => {
    await secrets();
    const { erasure = '', ...rest } = kept();
    writeFileSync(file, JSON.stringify(rest));
    expect(await secrets({ hasCluster: true, given: { erasure } })).toMatchObject({ erasure });
  });
});

describe('a file that is not whole', () => {
  const broken: Readonly<Record<string, (whole: string) => string>> = {
    'an empty one': () => '',
    'blank ones': () => ' \n\n',
    'one cut short': (whole) => whole.slice(0, 60),
    'zeros, as a power cut leaves them': (whole) => '\0'.repeat(whole.length),
    'a list': () => '[]',
    null: () => 'null',
    'a number': () => '7',
    'a short secret': (whole) => JSON.stringify({ ...JSON.parse(whole), erasure: 'x' }),
    'a secret that is no text': (whole) => JSON.stringify({ ...JSON.parse(whole), auth: 5 }),
    'a key of no curve': (whole) => JSON.stringify({ ...JSON.parse(whole), vapid: 'A'.repeat(43) }),
    'bytes of another kind': () => '\u0089PNG\r\n',
  };
  it.each(Object.keys(broken))('is neither used nor replaced: %s', async (name) => {
    await secrets();
    const values = Object.values(kept());
    const text = broken[name]!(readFileSync(file, 'utf8'));
    writeFileSync(file, text);
    for (const hasCluster of [true, false]) {
      const sentence = await refusal({ hasCluster });
      expect(sentence).toContain(file);
      expect(sentence).toMatch(/put it back/);
      expect(sentence).not.toContain('\n');
      for (const value of values) expect(sentence).not.toContain(value);
    }
    expect(readFileSync(file, 'utf8')).toBe(text);
  });
});
