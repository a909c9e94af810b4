import { describe, expect, it } from 'vitest';
import { network } from '../../../src/adapters/http/core/middleware/rate-limit.ts';

describe('what counts as one caller', () => {
  it.each([
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::9'],
    ['2001:db8:1:2::1', '2001:0db8:0001:0002:ffff::'],
    ['fe80::1%eth0', 'fe80::2%wlan0'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['::FFFF:c000:207', '192.0.2.7'],
    ['::1', '::2'],
  ])('%s and %s are', (one, other) => {
    expect(network(one)).toBe(network(other));
  });

  it.each([
    ['2001:db8:1:2::1', '2001:db8:1:3::1'],
    ['192.0.2.7', '192.0.2.8'],
    ['::ffff:192.0.2.7', '::ffff:192.0.2.8'],
    ['unknown', '192.0.2.7'],
  ])('%s and %s are not', (one, other) => {
    expect(network(one)).not.toBe(network(other));
  });
});
