import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../src/database/database.ts';
import { SetupError } from '../src/errors.ts';
import { createIdentity } from '../src/identity/create-identity.ts';
import { proveMobile, proveParty } from '../src/identity/effects.ts';
import { standingOf } from '../src/identity/standing.ts';
import { importWithKeys } from '../src/import-with-keys.ts';
import { type Keyring, openKeyring, type PiiKeys } from '../src/keyring.ts';
import { postgresRecords } from '../src/records/postgres-records.ts';
import type { Tables } from '../src/tables.ts';
import { testDatabases } from './helpers/database.ts';
import { book, place } from './inspections/sample.ts';
import { codeOf, properties, writeRecords } from './records/records-folder.ts';

const NOW = new Date('2026-11-21T06:00:00Z');
const OLD = 'a'.repeat(64);
const NEW = 'b'.repeat(64);
const ROTATING: PiiKeys = { current: NEW, previous: OLD };
const MOBILE = '09000001001';
const NATIONAL_ID = '9990000107';
const INSPECTOR = '09000009001';

const PARTIES = [
  { national_id: NATIONAL_ID, name: 'مریم کاظمی', mobile: MOBILE },
  { national_id: '9990000204', name: 'علی رضایی', mobile: '09000001002' },
];
const FILES = {
  properties: properties(2),
  parties: PARTIES,
  ownership: PARTIES.map(({ national_id }, i) => ({
    nosazi_code: codeOf(i),
    national_id,
    role: 'owner',
  })),
  staff: [{ mobile: INSPECTOR, name: 'بازرس', role: 'inspector', district: 2 }],
};

describe.each(testDatabases())('a change of PII_KEY on $name', ({ open }) => {
  let database: Database<Tables>;
  let dir: string;
  let before: Keyring;

  const load = (keys: PiiKeys, how: { upsert?: boolean } = {}) =>
    importWithKeys({ database, dir, keys, now: () => NOW, ...how });
  const keyring = (keys: PiiKeys) => openKeyring({ db: database.db as never, keys, now: NOW });
  const standing = async (citizenId: string) => {
    const proofs = await createIdentity({ db: database.db as never }).proofsOf(citizenId, NOW);
    return standingOf(postgresRecords(database.db), proofs);
  };
  const prove = async (citizenId: string, mobile: string, { hash }: Keyring) => {
    const db = database.db as never;
    const mobileHash = hash('mobile', mobile);
    await proveMobile(db, { citizenId, mobileHash, mobileMasked: 'x', now: NOW });
    const nationalIdHash = hash('national-id', NATIONAL_ID);
    await proveParty(db, { citizenId, mobileHash, nationalIdHash, now: NOW });
  };

  beforeAll(async () => {
    database = await open<Tables>();
    dir = await mkdtemp(join(tmpdir(), 'pasokh-keys-'));
    await writeRecords(dir, FILES);
    expect((await load({ current: OLD, previous: undefined })).outcome).toBe('loaded');
    before = await keyring({ current: OLD, previous: undefined });
    await prove('telegram:1', MOBILE, before);
    await prove('telegram:2', '09000007777', before);
  });
  afterAll(async () => {
    await database.close();
    await rm(dir, { recursive: true });
  });

  test('a start under a key that fits nothing on record is refused with the way out', async () => {
    const start = keyring({ current: NEW, previous: undefined });
    await expect(start).rejects.toThrow(SetupError);
    await expect(start).rejects.toThrow(/PII_KEY_PREVIOUS/);
    await expect(load({ current: NEW, previous: undefined })).rejects.toThrow(SetupError);
  });

  test('while both keys are set, records under the previous one go on matching', async () => {
    const rotating = await keyring(ROTATING);
    expect(rotating.isRotating()).toBe(true);
    expect(rotating.hash('mobile', MOBILE)).toBe(before.hash('mobile', MOBILE));
    expect(await standing('telegram:1')).toMatchObject({ kind: 'party', level: 3 });
  });

  test('an import that is not whole stays under the previous key and says so', async () => {
    const upserted = await load(ROTATING, { upsert: true });
    expect(upserted.outcome).toBe('loaded');
    expect(upserted.notices.join()).toContain('PII_KEY_PREVIOUS stays in force');
    await rm(join(dir, 'staff.csv'));
    expect((await load(ROTATING)).notices.join()).toContain('staff.csv missing');
    await writeRecords(dir, FILES);
    expect(await standing('telegram:1')).toMatchObject({ kind: 'party' });
    expect((await keyring(ROTATING)).isRotating()).toBe(true);
  });

  test('a stopped import leaves the previous key in force', async () => {
    const half = await mkdtemp(join(tmpdir(), 'pasokh-half-'));
    await cp(dir, half, { recursive: true });
    await writeFile(join(half, 'parties.csv'), 'national_id,name,mobile\n1,x,\n2,y,\n');
    const report = await importWithKeys({
      ...{ database, dir: half, keys: ROTATING },
      now: () => NOW,
    });
    expect(report.outcome).toBe('stopped');
    expect((await keyring(ROTATING)).isRotating()).toBe(true);
    await rm(half, { recursive: true });
  });

  test('the next whole import ends the rotation, and nobody it knows has to prove anything again', async () => {
    const inspector = before.hash('mobile', INSPECTOR).slice(0, 12);
    await book(database.db as never, 'telegram:1', place(inspector));
    await database.db
      .insertInto('bot.grants')
      .values({
        ...{ id: 'g', code: codeOf(0), giver_id: 'telegram:1', token_hash: 't', days: 7 },
        giver_hash: before.hash('national-id', NATIONAL_ID),
        giver_mobile_hash: before.hash('mobile', MOBILE),
        ...{ given_at: NOW, opens_until: NOW, opened_by: null, accepted_at: null },
        ...{ ends_at: null, taken_back_at: null },
      })
      .execute();
    const running = await keyring(ROTATING);
    const report = await load(ROTATING);
    expect(report).toMatchObject({ outcome: 'loaded', notices: [], events: 0 });

    const holds = () => database.db.transaction().execute((tx) => running.stillHolds(tx as never));
    expect(await holds()).toBe(false);
    await running.refresh();
    expect(await holds()).toBe(true);
    expect(running.isRotating()).toBe(false);

    const after = await keyring({ current: NEW, previous: undefined });
    expect(after.hash('mobile', MOBILE)).not.toBe(before.hash('mobile', MOBILE));
    expect(await standing('telegram:1')).toMatchObject({ kind: 'party', level: 3 });
    const visits = await database.db.selectFrom('bot.bookings').select('inspector_id').execute();
    expect(visits).toEqual([{ inspector_id: after.hash('mobile', INSPECTOR).slice(0, 12) }]);
    expect(
      await database.db
        .selectFrom('bot.grants')
        .select(['giver_hash', 'giver_mobile_hash'])
        .execute(),
    ).toEqual([
      {
        giver_hash: after.hash('national-id', NATIONAL_ID),
        giver_mobile_hash: after.hash('mobile', MOBILE),
      },
    ]);
    const [known] = await postgresRecords(database.db).inspectors(2);
    expect(known?.id).toBe(visits[0]?.inspector_id);
  });

  test('whom the records do not know shares the contact again', async () => {
    expect(await standing('telegram:2')).toEqual({ kind: 'needs-mobile' });
  });

  test('a process that still has the previous key alone notices it and names the way out', async () => {
    await expect(before.refresh()).rejects.toThrow(SetupError);
  });

  test('what stands in the audit under either key is found while both are set', async () => {
    const both = await keyring(ROTATING);
    expect(both.everyHash('code', codeOf(0)).toSorted()).toEqual(
      [before.hash('code', codeOf(0)), both.hash('code', codeOf(0))].toSorted(),
    );
  });
});

describe('the key of a records service', () => {
  test('is taken over at the start, and everybody proves the mobile again', async () => {
    const database = await testDatabases()[1]!.open<Tables>();
    const db = database.db as never;
    const elsewhere = true;
    const first = { current: OLD, previous: undefined };
    const before = await openKeyring({ db, keys: first, elsewhere, now: NOW });
    const mobileHash = before.hash('mobile', MOBILE);
    await proveMobile(db, { citizenId: 'telegram:1', mobileHash, mobileMasked: 'x', now: NOW });
    const alone = { current: NEW, previous: undefined };
    await expect(openKeyring({ db, keys: alone, elsewhere, now: NOW })).rejects.toThrow(SetupError);
    const after = await openKeyring({ db, keys: ROTATING, elsewhere, now: NOW });
    expect(after.isRotating()).toBe(false);
    expect(after.hash('mobile', MOBILE)).not.toBe(mobileHash);
    expect(await database.db.selectFrom('bot.proofs').selectAll().execute()).toEqual([]);
    await database.close();
  });
});
