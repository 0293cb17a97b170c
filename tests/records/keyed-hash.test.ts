import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { createKeyedHash } from '../../src/records/keyed-hash.ts';

const KEY = '0123456789abcdef'.repeat(4);

test('a hash is an HMAC-SHA256 under the key', () => {
  const expected = createHmac('sha256', Buffer.from(KEY, 'hex'))
    .update('mobile:09000001001')
    .digest('hex');
  expect(createKeyedHash(KEY)('mobile', '09000001001')).toBe(expected);
});

test('equal digits of different kinds do not match', () => {
  const hash = createKeyedHash(KEY);
  expect(hash('mobile', '9990000107')).not.toBe(hash('national-id', '9990000107'));
});

test('another key gives other hashes', () => {
  expect(createKeyedHash('f'.repeat(64))('code', '1')).not.toBe(createKeyedHash(KEY)('code', '1'));
});
