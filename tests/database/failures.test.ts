import { expect, test } from 'vitest';
import { failureOf, spoilsConnection } from '../../src/database/failures.ts';
import { UpstreamError } from '../../src/errors.ts';

const withCode = (code: string, more = {}) => Object.assign(new Error(code), { code, ...more });

test.each(['EPIPE', 'EBUSY', 'ECONNRESET'])('the network failed: %s', (code) => {
  expect(failureOf(withCode(code))).toBeInstanceOf(UpstreamError);
  expect(spoilsConnection(withCode(code))).toBe(true);
});

test.each(['23505', 'PK001', '22P02', '0A000'])('the statement was wrong: %s', (code) => {
  const error = withCode(code);
  expect(failureOf(error)).toBe(error);
  expect(spoilsConnection(error)).toBe(false);
});

test.each([
  ['26000', {}],
  ['42P05', {}],
  ['0A000', { routine: 'RevalidateCachedQuery' }],
])('the connection has other statements prepared than we think: %s', (code, more) => {
  expect(failureOf(withCode(code, more))).toBeInstanceOf(UpstreamError);
  expect(spoilsConnection(withCode(code, more))).toBe(true);
});
