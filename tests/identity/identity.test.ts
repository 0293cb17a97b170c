import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/database/database.ts';
import { createIdentity, type Identity } from '../../src/identity/create-identity.ts';
import { countMiss, proveMobile, proveParty, writeAudit } from '../../src/identity/effects.ts';
import { NO_PROOFS } from '../../src/identity/proofs.ts';
import type { IdentityTables } from '../../src/identity/tables.ts';
import { testDatabases } from '../helpers/database.ts';

const NOW = new Date('2026-11-21T08:00:00Z');
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const later = (ms: number) => new Date(NOW.getTime() + ms);

describe.each(testDatabases())('identity on $name', ({ open }) => {
  let database: Database<IdentityTables>;
  let identity: Identity;
  let people = 0;
  /** Everybody here is somebody else, so no test sees another's rows. */
  const someone = () => `telegram:${++people}`;

  beforeAll(async () => {
    database = await open<IdentityTables>();
    identity = createIdentity({ db: database.db });
  });
  afterAll(() => database.close());

  const contact = (citizenId: string, mobile: string, now = NOW) =>
    proveMobile(database.db, {
      citizenId,
      mobileHash: mobile,
      mobileMasked: `masked ${mobile}`,
      now,
    });
  const nationalId = (citizenId: string, mobileHash: string, id: string, now = NOW) =>
    proveParty(database.db, { citizenId, mobileHash, nationalIdHash: id, now });

  describe('proofs', () => {
    test('who proved nothing has no proofs', async () => {
      expect(await identity.proofsOf(someone(), NOW)).toEqual(NO_PROOFS);
    });

    test('own contact is kept as hash and mask, and opens files for thirty days', async () => {
      const citizen = someone();
      await contact(citizen, 'm1');
      expect(await identity.proofsOf(citizen, later(30 * DAY))).toEqual({
        mobile: { hash: 'm1', masked: 'masked m1', provenAt: NOW },
        current: true,
        reused: false,
        party: null,
        strong: false,
        grants: [],
      });
    });

    test('after thirty days the contact is still known but opens no file', async () => {
      const citizen = someone();
      await contact(citizen, 'm2');
      const proofs = await identity.proofsOf(citizen, later(30 * DAY + 1));
      expect(proofs).toMatchObject({ mobile: { hash: 'm2' }, current: false });
    });

    test('giving the contact again starts the thirty days anew', async () => {
      const citizen = someone();
      await contact(citizen, 'm3');
      await contact(citizen, 'm3', later(29 * DAY));
      expect((await identity.proofsOf(citizen, later(58 * DAY))).current).toBe(true);
    });

    test('the mobile proven last is the one that counts', async () => {
      const citizen = someone();
      await contact(citizen, 'm4');
      await contact(citizen, 'm5', later(MINUTE));
      expect((await identity.proofsOf(citizen, later(HOUR))).mobile?.hash).toBe('m5');
    });

    test('a mobile is re-used for the account that proves it second, not for the first', async () => {
      const [first, second] = [someone(), someone()];
      await contact(first, 'm6');
      await contact(second, 'm6', later(HOUR));
      expect((await identity.proofsOf(first, later(DAY))).reused).toBe(false);
      expect((await identity.proofsOf(second, later(DAY))).reused).toBe(true);
    });

    test('who proves a mobile again after another account had it must give the national id', async () => {
      const [first, second] = [someone(), someone()];
      await contact(first, 'm7');
      await contact(second, 'm7', later(HOUR));
      await contact(first, 'm7', later(2 * HOUR));
      expect((await identity.proofsOf(first, later(DAY))).reused).toBe(true);
    });

    test('a mobile stays re-used though its first account has moved on to another', async () => {
      const [first, second] = [someone(), someone()];
      await contact(first, 'm8');
      await contact(first, 'm9', later(HOUR));
      await contact(second, 'm8', later(2 * HOUR));
      expect((await identity.proofsOf(second, later(DAY))).reused).toBe(true);
    });

    test('a national id is strong for 24 hours and names the party for thirty days', async () => {
      const citizen = someone();
      await contact(citizen, 'm10');
      await nationalId(citizen, 'm10', 'id10');
      expect(await identity.proofsOf(citizen, later(DAY))).toMatchObject({
        party: 'id10',
        strong: true,
      });
      expect(await identity.proofsOf(citizen, later(DAY + 1))).toMatchObject({
        party: 'id10',
        strong: false,
      });
      expect(await identity.proofsOf(citizen, later(30 * DAY + 1))).toMatchObject({ party: null });
    });

    test('a national id belongs to the mobile it was given under', async () => {
      const citizen = someone();
      await contact(citizen, 'm11');
      await nationalId(citizen, 'm11', 'id11');
      await contact(citizen, 'm12', later(MINUTE));
      expect(await identity.proofsOf(citizen, later(HOUR))).toMatchObject({
        party: null,
        strong: false,
      });
    });

    test('a national id without a proven mobile proves nothing', async () => {
      const citizen = someone();
      await nationalId(citizen, 'm13', 'id13');
      expect(await identity.proofsOf(citizen, NOW)).toEqual(NO_PROOFS);
    });
  });

  describe('a contact that is just being given', () => {
    async function foretold(citizen: string, mobile: string, now: Date) {
      const given = { hash: mobile, masked: `masked ${mobile}` };
      const before = await identity.proofsAfter(citizen, given, now);
      await contact(citizen, mobile, now);
      expect(before).toEqual(await identity.proofsOf(citizen, now));
      return before;
    }

    test('proves before it is recorded what it proves after: a new mobile', async () => {
      expect(await foretold(someone(), 'n1', NOW)).toMatchObject({ current: true, reused: false });
    });

    test('a mobile that another account proved before is re-used at once', async () => {
      await contact(someone(), 'n2');
      expect((await foretold(someone(), 'n2', later(HOUR))).reused).toBe(true);
    });

    test('a national id given under the same mobile stays in force', async () => {
      const citizen = someone();
      await contact(citizen, 'n3');
      await nationalId(citizen, 'n3', 'id3');
      expect(await foretold(citizen, 'n3', later(HOUR))).toMatchObject({
        party: 'id3',
        strong: true,
      });
      expect(await foretold(citizen, 'n3', later(2 * DAY))).toMatchObject({
        party: 'id3',
        strong: false,
      });
    });
  });

  describe('guessing', () => {
    const miss = (citizenId: string, what: 'code' | 'national-id', now: Date) =>
      countMiss(database.db, { citizenId, what, now });

    test('four wrong codes cool nobody down, the fifth within ten minutes does for an hour', async () => {
      const citizen = someone();
      for (let i = 0; i < 4; i++) await miss(citizen, 'code', later(i * MINUTE));
      expect(await identity.coolingDown(citizen, later(5 * MINUTE))).toBeNull();
      await miss(citizen, 'code', later(10 * MINUTE));
      const until = later(70 * MINUTE);
      expect(await identity.coolingDown(citizen, later(10 * MINUTE))).toEqual(until);
      expect(await identity.coolingDown(citizen, later(70 * MINUTE - 1))).toEqual(until);
      expect(await identity.coolingDown(citizen, until)).toBeNull();
    });

    test('five wrong codes spread over more than ten minutes cool nobody down', async () => {
      const citizen = someone();
      for (let i = 0; i < 5; i++) await miss(citizen, 'code', later(i * 3 * MINUTE));
      expect(await identity.coolingDown(citizen, later(13 * MINUTE))).toBeNull();
    });

    test('a later single miss does not end a cool-down', async () => {
      const citizen = someone();
      for (let i = 0; i < 5; i++) await miss(citizen, 'code', later(i * MINUTE));
      await miss(citizen, 'code', later(40 * MINUTE));
      expect(await identity.coolingDown(citizen, later(41 * MINUTE))).toEqual(later(64 * MINUTE));
    });

    test("one account's misses are not another's", async () => {
      const [guesser, other] = [someone(), someone()];
      for (let i = 0; i < 5; i++) await miss(guesser, 'code', NOW);
      expect(await identity.coolingDown(guesser, NOW)).not.toBeNull();
      expect(await identity.coolingDown(other, NOW)).toBeNull();
    });

    test('a national id may be tried five times in 24 hours', async () => {
      const citizen = someone();
      expect(await identity.nationalIdTriesLeft(citizen, NOW)).toBe(5);
      for (let i = 0; i < 6; i++) {
        await miss(citizen, 'national-id', later(i * HOUR));
        expect(await identity.nationalIdTriesLeft(citizen, later(i * HOUR))).toBe(
          Math.max(4 - i, 0),
        );
      }
      expect(await identity.nationalIdTriesLeft(citizen, later(DAY + HOUR))).toBe(1);
    });

    test('wrong national ids and wrong codes are counted apart', async () => {
      const citizen = someone();
      for (let i = 0; i < 5; i++) await miss(citizen, 'national-id', NOW);
      expect(await identity.coolingDown(citizen, NOW)).toBeNull();
      expect(await identity.nationalIdTriesLeft(citizen, NOW)).toBe(0);
    });
  });

  describe('audit', () => {
    const entry = {
      intent: 'debt',
      outcome: 'shown',
      objectHash: 'h',
      facts: ['debts', 'requests'],
    };

    const pseudonymOf = async (citizen: string) => {
      const row = database.db
        .selectFrom('bot.pseudonyms')
        .select('pseudonym')
        .where('citizen_id', '=', citizen);
      return (await row.executeTakeFirst())?.pseudonym ?? 'none';
    };

    test('a citizen has one pseudonym, which says nothing of the account', async () => {
      const citizen = someone();
      for (let i = 0; i < 2; i++) {
        await writeAudit(database.db, { citizenId: citizen, now: NOW, entry });
      }
      const pseudonym = await pseudonymOf(citizen);
      expect(pseudonym).toMatch(/^[0-9a-f-]{36}$/);
      const rows = database.db
        .selectFrom('bot.audit')
        .select('id')
        .where('pseudonym', '=', pseudonym);
      expect(await rows.execute()).toHaveLength(2);
    });

    test('who looked at what is written down with the facts shown', async () => {
      const citizen = someone();
      await writeAudit(database.db, { citizenId: citizen, now: NOW, entry });
      const rows = await database.db
        .selectFrom('bot.audit')
        .select(['at', 'intent', 'outcome', 'object_hash', 'facts'])
        .where('pseudonym', '=', await pseudonymOf(citizen))
        .execute();
      expect(rows).toEqual([
        {
          at: NOW,
          intent: 'debt',
          outcome: 'shown',
          object_hash: 'h',
          facts: ['debts', 'requests'],
        },
      ]);
    });

    test('what is written down can be neither changed nor removed', async () => {
      const citizen = someone();
      await writeAudit(database.db, { citizenId: citizen, now: NOW, entry });
      const { db } = database;
      await expect(db.updateTable('bot.audit').set({ outcome: 'x' }).execute()).rejects.toThrow(
        'only grows',
      );
      await expect(db.deleteFrom('bot.audit').execute()).rejects.toThrow('only grows');
      expect(
        await db
          .selectFrom('bot.audit')
          .select('outcome')
          .where('pseudonym', '=', await pseudonymOf(citizen))
          .execute(),
      ).toEqual([{ outcome: 'shown' }]);
    });
  });
});
