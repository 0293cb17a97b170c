import { describe, expect, it } from 'vitest';
import { createSmsSecrets } from '../../src/sms/secrets.ts';

const secrets = createSmsSecrets('a'.repeat(64));

describe('a sealed mobile', () => {
  const sealed = secrets.seal('09120000001', 'mobile of telegram:1');

  it('is opened for what it was sealed for', () => {
    expect(secrets.open(sealed, 'mobile of telegram:1')).toBe('09120000001');
  });

  it('never looks the same twice and fits into a button', () => {
    expect(secrets.seal('09120000001', 'mobile of telegram:1')).not.toBe(sealed);
    expect(`sa:${sealed}`.length).toBeLessThanOrEqual(64);
  });

  it.each([
    ['another account', () => secrets.open(sealed, 'mobile of telegram:2')],
    ['another key', () => createSmsSecrets('b'.repeat(64)).open(sealed, 'mobile of telegram:1')],
    ['a changed letter', () => secrets.open(`A${sealed.slice(1)}x`, 'mobile of telegram:1')],
    ['what is too short', () => secrets.open('abc', 'mobile of telegram:1')],
  ])('stays closed for %s', (_, open) => {
    expect(open()).toBe(null);
  });

  it('hashes a code under its own id and key', () => {
    expect(secrets.hashCode('one', '123456')).not.toBe(secrets.hashCode('two', '123456'));
    expect(secrets.hashCode('one', '123456')).toBe(secrets.hashCode('one', '123456'));
  });
});
