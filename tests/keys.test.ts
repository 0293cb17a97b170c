import { createPrivateKey } from 'node:crypto';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readConfig } from '../src/config.ts';
import { SetupError } from '../src/errors.ts';
import { ensureKeys, newKeys } from '../src/keys.ts';

describe('keys', () => {
  let folder: string;
  const config = (environment: Record<string, string> = {}) =>
    readConfig({ DATA_DIR: join(folder, 'data'), ...environment }, 'no such file');
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'pasokh-keys-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('are an HMAC key of 64 hex digits and an Ed25519 key in PKCS#8', () => {
    const { piiKey, signingKey } = newKeys();
    expect(piiKey).toMatch(/^[0-9a-f]{64}$/);
    const der = Buffer.from(signingKey, 'base64');
    const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
    expect(key.asymmetricKeyType).toBe('ed25519');
  });

  it('are made once in DATA_DIR, readable by their owner only, and stay the same', () => {
    const first = ensureKeys(config());
    expect(ensureKeys(config())).toEqual(first);
    expect(statSync(join(folder, 'data', 'keys.json')).mode & 0o777).toBe(0o600);
  });

  it('that are set win over those in DATA_DIR', () => {
    ensureKeys(config());
    const { piiKey } = newKeys();
    expect(ensureKeys(config({ PII_KEY: piiKey })).piiKey).toBe(piiKey);
  });

  it('must both be set beside DATABASE_URL', () => {
    const shared = config({ DATABASE_URL: 'postgres://127.0.0.1/x', PII_KEY: newKeys().piiKey });
    expect(() => ensureKeys(shared)).toThrow(SetupError);
    expect(() => ensureKeys(shared)).toThrow(/^SIGNING_KEY must be set/);
  });

  it('that were damaged stop the start and name the file', () => {
    ensureKeys(config());
    writeFileSync(join(folder, 'data', 'keys.json'), '{}');
    expect(() => ensureKeys(config())).toThrow(/keys\.json/);
  });
});
