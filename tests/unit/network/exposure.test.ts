import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import {
  askedFromThisMachine,
  exposureOf,
  type Exposure,
} from '../../../src/adapters/network/exposure.ts';

const settings = {
  host: '127.0.0.1',
  publicUrl: null,
  trustProxy: 0,
  environment: 'development',
} as const;
const trial = exposureOf(settings);
const asked = (
  change: {
    readonly peer?: string;
    readonly headers?: Readonly<Record<string, string | undefined>>;
    readonly httpVersion?: string;
  },
  exposure: Exposure = trial,
): boolean =>
  askedFromThisMachine(
    {
      httpVersion: change.httpVersion ?? '1.1',
      headers: { host: 'localhost:3000', ...change.headers },
      socket: { remoteAddress: change.peer ?? '127.0.0.1' },
    } as unknown as IncomingMessage,
    exposure,
  );

describe('a request from this machine', () => {
  it.each(['127.0.0.1', '127.8.9.1', '::1', '::ffff:127.0.0.1'])('comes from %s', (peer) => {
    expect(asked({ peer })).toBe(true);
  });

  it.each([
    'localhost',
    'LOCALHOST:3000',
    'localhost.:80',
    '127.0.0.1:3000',
    '[::1]:3000',
    'lea.localhost',
  ])('names %s', (host) => {
    expect(asked({ headers: { host } })).toBe(true);
  });
});

describe('a stranger', () => {
  it.each([
    '192.168.1.5',
    '10.0.0.1',
    '203.0.113.9',
    '::ffff:10.0.0.1',
    'fe80::1%eth0',
    '0.0.0.0',
    '::',
    '',
  ])('comes from %j', (peer) => {
    expect(asked({ peer })).toBe(false);
  });

  it.each([
    'evil.example',
    'localhost.evil.example',
    '127.0.0.1.nip.io:3000',
    'evil.example#localhost',
    'evil.example@127.0.0.1',
    'localhost@evil.example',
    '127.0.0.1/evil',
    '192.168.1.5:3000',
    '0.0.0.0:3000',
    '',
    undefined,
  ])('was led here by the name %j', (host) => {
    expect(asked({ headers: { host } })).toBe(false);
  });

  it.each([
    'x-forwarded-for',
    'x-forwarded-host',
    'x-forwarded-proto',
    'x-forwarded',
    'forwarded',
    'via',
    'x-real-ip',
    'cf-connecting-ip',
    'cf-ray',
    'true-client-ip',
    'x-client-ip',
    'x-cluster-client-ip',
    'x-original-forwarded-for',
    'fastly-client-ip',
    'x-envoy-external-address',
  ])('was passed on, as %s tells, whatever it says', (name) => {
    for (const value of ['127.0.0.1', '203.0.113.9', ''])
      expect(asked({ headers: { [name]: value } })).toBe(false);
  });

  it('was passed on by a proxy that says nothing but speaks HTTP/1.0', () => {
    expect(asked({ httpVersion: '1.0' })).toBe(false);
  });

  it.each([
    { trustProxy: 1 },
    { publicUrl: 'https://lea.example.org' },
    { publicUrl: 'http://lea.example.org' },
    { host: '0.0.0.0', publicUrl: 'https://lea.example.org' },
  ])('may hide behind the proxy that %j tells of', (change) => {
    const exposure = exposureOf({ ...settings, ...change });
    expect(exposure.behindProxy).toBe(true);
    expect(asked({}, exposure)).toBe(false);
  });
});

it('a listener on a network knows nobody as its own machine: a proxy on it may say nothing', () => {
  const exposure = exposureOf({
    ...settings,
    host: '0.0.0.0',
    publicUrl: 'http://192.168.1.20:3000',
  });
  expect(exposure).toEqual({ by: 'HOST=0.0.0.0', behindProxy: false, trial: false });
  expect(asked({}, exposure)).toBe(false);
});
