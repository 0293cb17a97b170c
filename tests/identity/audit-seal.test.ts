import { type Kysely, sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '../../src/database/database.ts';
import { sealKeyOf } from '../../src/identity/audit-chain.ts';
import { writeAudit } from '../../src/identity/effects.ts';
import { forgetCitizen } from '../../src/identity/forget-citizen.ts';
import { sealAudit } from '../../src/identity/seal-audit.ts';
import type { IdentityTables } from '../../src/identity/tables.ts';
import { verifyAudit } from '../../src/identity/verify-audit.ts';
import { newKeys } from '../../src/keys.ts';
import { testDatabases } from '../helpers/database.ts';

const NOW = new Date('2026-11-21T08:00:00Z');
const KEY = sealKeyOf(newKeys().signingKey);

describe.each(testDatabases())('the seals over the audit on $name', ({ open }) => {
  let database: Database<IdentityTables>;
  let db: Kysely<IdentityTables>;
  beforeEach(async () => {
    database = await open<IdentityTables>();
    db = database.db;
  });
  afterEach(() => database.close());

  const looks = async (count: number, citizenId = 'telegram:1', on = db) => {
    const entry = { intent: 'debt', outcome: 'answered', objectHash: 'h', facts: ['debts'] };
    for (let i = 0; i < count; i++) await writeAudit(on, { citizenId, now: NOW, entry });
  };
  const seal = () => sealAudit(db, KEY, NOW);
  const verdict = (noted?: { number: number; seal: string }) => verifyAudit(db, KEY, noted);
  /** What only somebody who owns the database can do. */
  const tamper = async (change: () => Promise<unknown>) => {
    for (const table of ['audit', 'audit_seals']) {
      await sql`alter table ${sql.table(`bot.${table}`)} disable trigger user`.execute(db);
    }
    await change();
  };

  test('each lies over the rows since the one before', async () => {
    await looks(3);
    expect(await seal()).toMatchObject([{ number: 1 }]);
    expect(await seal()).toEqual([]);
    await looks(2);
    expect(await seal()).toMatchObject([{ number: 2 }]);
    await looks(1);
    expect(await verdict()).toMatchObject({ kind: 'whole', seals: 2, rows: 5, unsealed: 1 });
  });

  test('an empty audit is whole', async () => {
    expect(await seal()).toEqual([]);
    expect(await verdict()).toMatchObject({ kind: 'whole', seals: 0, last: null });
  });

  test.each([
    ['changed', 2, "update bot.audit set outcome = 'x' where id = 3"],
    ['back-dated', 2, "update bot.audit set at = at - interval '1 microsecond' where id = 3"],
    ['taken out', 2, 'delete from bot.audit where id = 3'],
    [
      'put in before them all',
      1,
      "insert into bot.audit (id, pseudonym, at, intent, outcome, facts) overriding system value values (0, 'p', now(), 'debt', 'answered', '{}')",
    ],
  ])(
    'a row that is %s breaks batch %i, the first it belongs to',
    async (_how, batch, statement) => {
      for (let i = 0; i < 3; i++) {
        await looks(2);
        await seal();
      }
      await tamper(() => sql.raw(statement).execute(db));
      expect(await verdict()).toEqual({ kind: 'broken', number: batch, reason: 'changed' });
    },
  );

  test('a chain made again without the key is broken', async () => {
    await looks(2);
    await seal();
    await tamper(() =>
      db
        .updateTable('bot.audit_seals')
        .set({ seal: 'a'.repeat(64) })
        .execute(),
    );
    expect(await verdict()).toEqual({ kind: 'broken', number: 1, reason: 'changed' });
    const other = sealKeyOf(newKeys().signingKey);
    expect(await verifyAudit(db, other)).toMatchObject({ kind: 'broken', reason: 'other-key' });
  });

  test('an end that was cut off shows against a seal noted elsewhere', async () => {
    await looks(2);
    await seal();
    await looks(2);
    const [noted] = await seal();
    expect(await verdict(noted)).toMatchObject({ kind: 'whole' });
    await tamper(async () => {
      await sql`delete from bot.audit_seals where number = 2`.execute(db);
      await sql`delete from bot.audit where id > 2`.execute(db);
    });
    expect(await verdict()).toMatchObject({ kind: 'whole' });
    expect(await verdict(noted)).toEqual({ kind: 'broken', number: 2, reason: 'missing' });
  });

  test('seals cannot be changed or removed from within the program', async () => {
    await looks(1);
    await seal();
    await expect(db.deleteFrom('bot.audit_seals').execute()).rejects.toThrow('only grows');
  });

  test('erasing a citizen breaks no seal', async () => {
    await looks(2);
    await seal();
    await db
      .transaction()
      .execute((tx) => forgetCitizen(tx, { citizenId: 'telegram:1', now: NOW }));
    expect(await verdict()).toMatchObject({ kind: 'whole', rows: 2 });
  });
});

describe('seals while others write, on PostgreSQL', () => {
  let database: Database<IdentityTables>;
  beforeEach(async () => {
    database = await testDatabases()[1]!.open<IdentityTables>();
  });
  afterEach(() => database.close());
  const entry = { intent: 'debt', outcome: 'answered', objectHash: null, facts: [] };

  test('a row whose smaller id is committed later is not missed', async () => {
    const { db } = database;
    await writeAudit(db, { citizenId: 'telegram:1', now: NOW, entry });
    const written = Promise.withResolvers<void>();
    const mayCommit = Promise.withResolvers<void>();
    const late = db.transaction().execute(async (tx) => {
      await writeAudit(tx, { citizenId: 'telegram:1', now: NOW, entry });
      written.resolve();
      await mayCommit.promise;
    });
    await written.promise;
    await writeAudit(db, { citizenId: 'telegram:1', now: NOW, entry });
    // Nothing may be sealed beyond a row that is still on its way.
    await expect(sealAudit(db, KEY, NOW)).rejects.toThrow();
    mayCommit.resolve();
    await late;
    await sealAudit(db, KEY, NOW);
    expect(await verifyAudit(db, KEY)).toMatchObject({ kind: 'whole', rows: 3, unsealed: 0 });
  });

  test('sealed by several processes at once beside writers, every row is under one seal', async () => {
    const { db } = database;
    const writers = Array.from({ length: 6 }, async (_, i) => {
      for (let n = 0; n < 25; n++) await writeAudit(db, { citizenId: `t:${i}`, now: NOW, entry });
    });
    const sealers = Array.from({ length: 3 }, async () => {
      for (let n = 0; n < 8; n++) await sealAudit(db, KEY, NOW).catch(() => []);
    });
    await Promise.all([...writers, ...sealers]);
    await sealAudit(db, KEY, NOW);
    expect(await verifyAudit(db, KEY)).toMatchObject({ kind: 'whole', rows: 150, unsealed: 0 });
  });
});
