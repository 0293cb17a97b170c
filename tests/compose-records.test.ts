import { describe, expect, test } from 'vitest';
import { piiKeysOf } from '../src/compose-records.ts';
import { readConfig } from '../src/config.ts';
import type { Database } from '../src/database/database.ts';
import { createIdentity } from '../src/identity/create-identity.ts';
import { proveMobile } from '../src/identity/effects.ts';
import { openKeyring } from '../src/keyring.ts';
import { createKeyedHash, recordsKey } from '../src/records/keyed-hash.ts';
import type { Tables } from '../src/tables.ts';
import { testDatabases } from './helpers/database.ts';

const NOW = new Date('2026-11-21T06:00:00Z');
const KEY = 'a'.repeat(64);
const SERVICE = { RECORDS_URL: 'https://records.example.ir' };

function keysOf(settings: Record<string, string>) {
  return piiKeysOf(readConfig(settings, 'no such file'), { piiKey: KEY, signingKey: 'x' });
}

test('a service shares a key that does not tell PII_KEY and stays the same', () => {
  const { current } = keysOf(SERVICE);
  expect(current).toMatch(/^[0-9a-f]{64}$/);
  expect(current).not.toBe(KEY);
  expect(keysOf(SERVICE).current).toBe(current);
});

describe.each(testDatabases())(
  'where a service takes the place of imports, on $name',
  ({ open }) => {
    async function proof(database: Database<Tables>) {
      return createIdentity({ db: database.db as never }).proofsOf('telegram:1', NOW);
    }

    test('the bot starts, hashes as the service does, and asks citizens for their number once more', async () => {
      const database = await open<Tables>();
      const db = database.db as never;
      const start = (settings: Record<string, string>) =>
        openKeyring({ db, keys: keysOf(settings), elsewhere: 'RECORDS_URL' in settings, now: NOW });
      const { hash } = await start({});
      const mobileHash = hash('mobile', '09000001001');
      await proveMobile(db, {
        ...{ citizenId: 'telegram:1', mobileHash, mobileMasked: 'x', now: NOW },
      });
      expect((await proof(database)).current).toBe(true);

      const keyring = await start(SERVICE);
      const shared = createKeyedHash(recordsKey(KEY));
      expect(keyring.hash('mobile', '09000001001')).toBe(shared('mobile', '09000001001'));
      expect((await proof(database)).mobile).toBeNull();
      await expect(start(SERVICE)).resolves.toBeDefined();
      await database.close();
    });
  },
);
