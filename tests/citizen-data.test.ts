import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eraseCitizen, keptOf } from '../src/citizen-data.ts';
import type { Database } from '../src/database/database.ts';
import { countMiss, proveMobile, proveParty, writeAudit } from '../src/identity/effects.ts';
import { instantAt } from '../src/language/jalali.ts';
import type { Tables } from '../src/tables.ts';
import { testDatabases } from './helpers/database.ts';
import { book, hold, jalali, NOW, place } from './inspections/sample.ts';

const A_MONTH_LATER = instantAt(jalali(10, 5), '10:00');
const A_DAY_LATER = new Date(NOW.getTime() + 86_400_000);

describe.each(testDatabases())('the data of a citizen on $name', ({ open }) => {
  let database: Database<Tables>;
  let people = 0;
  const someone = () => `telegram:${++people}`;
  beforeAll(async () => {
    database = await open<Tables>();
  });
  afterAll(() => database.close());

  const prove = async (citizenId: string, mobile = 'm') => {
    const { db } = database;
    const mobileHash = `${citizenId} ${mobile}`;
    await proveMobile(db, { citizenId, mobileHash, mobileMasked: '۰۹۱۲•••۰۰۰۰', now: NOW });
    await proveParty(db, { citizenId, mobileHash, nationalIdHash: 'id', now: NOW });
  };
  const erase = (citizenId: string, now = NOW) =>
    database.db.transaction().execute((tx) => eraseCitizen(tx, { citizenId, chatId: 1, now }));
  const entry = { intent: 'debt', outcome: 'answered', objectHash: 'h', facts: ['debts'] };
  /** Where in the whole database this account is still named. */
  const tracesOf = async (citizenId: string) => {
    const { rows: tables } = await sql<{ name: string }>`
      select table_schema || '.' || table_name as name from information_schema.columns
      where column_name = 'citizen_id' order by 1`.execute(database.db);
    expect(tables.length).toBeGreaterThan(8);
    const found: string[] = [];
    for (const { name: table } of tables) {
      const rows = database.db.selectFrom(table as 'bot.proofs').select('citizen_id');
      const own = (await rows.execute()).filter((row) => row.citizen_id === citizenId);
      found.push(...own.map(() => table));
    }
    return found;
  };

  it('is told as it is kept', async () => {
    const citizen = someone();
    await prove(citizen);
    await book(database.db, citizen, place('told'));
    await countMiss(database.db, { citizenId: citizen, what: 'code', now: NOW });
    expect(await keptOf(database.db, citizen, NOW)).toEqual({
      mobiles: [{ masked: '۰۹۱۲•••۰۰۰۰', provenOn: '2026-11-21' }],
      nationalIdGivenOn: '2026-11-21',
      misses: true,
      openVisits: 1,
      subscribedProperties: 0,
      complaints: 0,
      grants: 0,
      voiceAgreedOn: null,
      staffMessages: false,
      modelAsked: false,
    });
  });

  it('of a stranger is nothing', async () => {
    expect(await keptOf(database.db, someone(), NOW)).toMatchObject({
      mobiles: [],
      nationalIdGivenOn: null,
      openVisits: 0,
    });
  });

  it('leaves no trace of the account once it is erased, and another’s stays', async () => {
    const [citizen, neighbour] = [someone(), someone()];
    for (const one of [citizen, neighbour]) {
      await prove(one);
      await prove(one, 'an earlier one');
      await hold(database.db, one, place(`held by ${one}`));
      await writeAudit(database.db, { citizenId: one, now: NOW, entry });
      await database.db
        .insertInto('bot.subscriptions')
        .values({
          citizen_id: one,
          chat_id: 1,
          code: '3-11-245-7-0-0-0',
          topic: 'bills',
          after_event: 0,
          created_at: NOW,
        })
        .execute();
      await database.db
        .insertInto('bot.complaints')
        .values({
          number: `C-${one}`,
          citizen_id: one,
          draft_id: 'd',
          about: 'urban',
          district: 2,
          text: 'A hole in the road',
          photo: null,
          lat: null,
          lon: null,
          request_no: null,
          filed_at: NOW,
        })
        .execute();
    }
    await erase(citizen);
    await erase(citizen);
    expect(await tracesOf(citizen)).toEqual([]);
    expect((await tracesOf(neighbour)).length).toBe(6);
    const complaints = database.db.selectFrom('bot.complaints').select('text');
    expect(await complaints.where('number', '=', `C-${citizen}`).execute()).toHaveLength(1);
  });

  it('erased, takes what was on its way to the citizen along, and nothing of another’s', async () => {
    const { db } = database;
    const rows = [1, 2].map((chat) => ({
      ...{ bot_id: 1, key: `unsent to ${chat}`, chat_id: chat, method: 'sendMessage' as const },
      payload: '{"text":"your debt"}',
    }));
    await db.insertInto('outbox').values(rows).execute();
    await erase(someone());
    const left = await db.selectFrom('outbox').select('chat_id').execute();
    expect(left).toEqual([{ chat_id: 2 }]);
  });

  it('erased leaves the audit whole, and whoever comes back has another pseudonym', async () => {
    const citizen = someone();
    const audited = async () => {
      await writeAudit(database.db, { citizenId: citizen, now: NOW, entry });
      const rows = await database.db.selectFrom('bot.audit').select('pseudonym').execute();
      return rows.map(({ pseudonym }) => pseudonym);
    };
    const before = await audited();
    await erase(citizen);
    const after = await audited();
    expect(after.slice(0, before.length)).toEqual(before);
    expect(before).not.toContain(after.at(-1));
  });

  it('keeps visits ahead until they are made, and parts from them when they are long over', async () => {
    const citizen = someone();
    await book(database.db, citizen, place('ahead', '08:30', jalali(9, 7)));
    await erase(citizen);
    expect(await keptOf(database.db, citizen, NOW)).toMatchObject({ openVisits: 1 });
    await erase(citizen, A_MONTH_LATER);
    expect(await tracesOf(citizen)).toEqual([]);
  });

  it('erased is no way around the limits on guessing', async () => {
    const citizen = someone();
    await countMiss(database.db, { citizenId: citizen, what: 'national-id', now: NOW });
    await erase(citizen);
    expect(await tracesOf(citizen)).toEqual(['bot.misses']);
    await erase(citizen, A_DAY_LATER);
    expect(await tracesOf(citizen)).toEqual([]);
  });
});
