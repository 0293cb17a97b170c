import type { Kysely } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '../../src/database/database.ts';
import { createIdentity, type Identity } from '../../src/identity/create-identity.ts';
import { countMiss } from '../../src/identity/effects.ts';
import { guessingNow } from '../../src/identity/guessing.ts';
import { IDENTITY_LIMITS } from '../../src/identity/limits.ts';
import type { IdentityTables } from '../../src/identity/tables.ts';
import { testDatabases } from '../helpers/database.ts';

const NOW = new Date('2026-11-21T08:00:00Z');
const MINUTE = 60_000;
const later = (minutes: number) => new Date(NOW.getTime() + minutes * MINUTE);

describe.each(testDatabases())('guessing from many accounts on $name', ({ open }) => {
  let database: Database<IdentityTables>;
  let db: Kysely<IdentityTables>;
  let identity: Identity;
  beforeEach(async () => {
    database = await open<IdentityTables>();
    db = database.db;
    identity = createIdentity({ db });
  });
  afterEach(() => database.close());

  const miss = (citizenId: string, objectHash: string, now = NOW) =>
    countMiss(db, { citizenId, what: 'code', objectHash, now });
  const resting = (citizenId: string, objectHash = 'record', now = NOW) =>
    identity.restingUntil({ objectHash, citizenId }, now);
  /** Many accounts, each wrong once about something else. */
  const siege = async () => {
    for (let i = 0; i < IDENTITY_LIMITS.siegeMisses; i++) await miss(`guesser:${i}`, `o${i}`);
  };

  test('a record five accounts were wrong about is told on; after the sixth it is at rest for an hour', async () => {
    for (let i = 0; i < 5; i++) await miss(`guesser:${i}`, 'record', later(i));
    expect(await resting('stranger', 'record', later(5))).toBeNull();
    await miss('guesser:5', 'record', later(5));
    const until = later(60);
    expect(await resting('stranger', 'record', later(5))).toEqual(until);
    expect(await resting('stranger', 'record', later(59))).toEqual(until);
    expect(await resting('stranger', 'record', until)).toBeNull();
  });

  test('one account that is wrong often puts no record to rest', async () => {
    for (let i = 0; i < 50; i++) await miss('guesser', 'record');
    expect(await resting('stranger')).toBeNull();
  });

  test('another record is not concerned', async () => {
    for (let i = 0; i < 6; i++) await miss(`guesser:${i}`, 'record');
    expect(await resting('stranger', 'another')).toBeNull();
  });

  test('as long as the city is quiet, five wrong codes are allowed', async () => {
    for (let i = 0; i < 4; i++) await miss('citizen', 'mine');
    expect(await identity.coolingDown('citizen', NOW)).toBeNull();
    expect(await guessingNow(db, NOW)).toBeNull();
  });

  test('while somebody guesses from many accounts, the second wrong code is the last', async () => {
    await siege();
    await miss('citizen', 'mine');
    expect(await identity.coolingDown('citizen', NOW)).toBeNull();
    await miss('citizen', 'mine');
    expect(await identity.coolingDown('citizen', NOW)).toEqual(later(60));
    expect(await identity.nationalIdTriesLeft('citizen', NOW)).toBe(5);
  });

  test('once they stop, the usual limits are back within ten minutes', async () => {
    await siege();
    for (let i = 0; i < 2; i++) await miss('citizen', 'mine', later(10));
    expect(await identity.coolingDown('citizen', later(10))).toBeNull();
  });

  test('guessing is noticed with counts and nothing else', async () => {
    await siege();
    expect(await guessingNow(db, NOW)).toEqual({ misses: 200, accounts: 200, records: 0 });
    expect(await guessingNow(db, later(11))).toBeNull();
  });

  test('a record that is hunted is noticed though the city is quiet', async () => {
    for (let i = 0; i < 6; i++) await miss(`guesser:${i}`, 'record');
    expect(await guessingNow(db, NOW)).toEqual({ misses: 6, accounts: 6, records: 1 });
  });
});
