import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eraseCitizen } from '../src/citizen-data.ts';
import type { Database } from '../src/database/database.ts';
import { countMiss, proveMobile } from '../src/identity/effects.ts';
import { createAccountHash, noteErasure } from '../src/identity/erasures.ts';
import { newKeys } from '../src/keys.ts';
import { reapplyErasures } from '../src/reapply-erasures.ts';
import type { Tables } from '../src/tables.ts';
import { testDatabases } from './helpers/database.ts';

const NOW = new Date('2026-11-21T08:00:00Z');
const hashAccount = createAccountHash(newKeys().signingKey);

describe.each(testDatabases())('a backup that was restored on $name', ({ open }) => {
  let database: Database<Tables>;
  beforeAll(async () => {
    database = await open<Tables>();
  });
  afterAll(() => database.close());

  const prove = (citizenId: string) =>
    proveMobile(database.db as never, {
      ...{ citizenId, mobileHash: `m ${citizenId}`, mobileMasked: 'x', now: NOW },
    });
  const known = async () => {
    const rows = await database.db.selectFrom('bot.proofs').select('citizen_id').execute();
    return rows.map(({ citizen_id: id }) => id).toSorted();
  };
  const reapply = (...citizens: string[]) =>
    reapplyErasures(database.db, citizens.map(hashAccount), { hashAccount, now: NOW });

  it('forgets again whom it brought back, and nobody else', async () => {
    for (const id of ['telegram:1', 'telegram:2']) await prove(id);
    await countMiss(database.db as never, { citizenId: 'telegram:1', what: 'code', now: NOW });
    await database.db
      .insertInto('sessions')
      .values({ key: 'telegram:3', state: '{}', version: 1 })
      .execute();
    expect(await reapply('telegram:1', 'telegram:3', 'telegram:9')).toBe(2);
    expect(await known()).toEqual(['telegram:2']);
    expect(await database.db.selectFrom('sessions').select('key').execute()).toEqual([]);
  });

  it('leaves alone who was erased before the backup and has come back since', async () => {
    const citizenId = 'telegram:5';
    await database.db.transaction().execute(async (tx) => {
      await eraseCitizen(tx, { citizenId, chatId: 5, now: NOW });
      await noteErasure(tx as never, { accountHash: hashAccount(citizenId), now: NOW });
    });
    await prove(citizenId);
    expect(await reapply(citizenId)).toBe(0);
    expect(await known()).toContain(citizenId);
  });

  it('tells accounts apart by nothing that could be tried out without the key', () => {
    const other = createAccountHash(newKeys().signingKey);
    expect(hashAccount('telegram:1')).toMatch(/^[a-p]{64}$/);
    expect(other('telegram:1')).not.toBe(hashAccount('telegram:1'));
  });
});
