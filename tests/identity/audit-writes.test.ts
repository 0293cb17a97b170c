import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/database/database.ts';
import { AUDIT_HOLDS, AUDIT_PARTS } from '../../src/identity/audit-writes.ts';
import { type AuditEntry, writeAudit } from '../../src/identity/effects.ts';
import type { IdentityTables } from '../../src/identity/tables.ts';
import { testDatabases } from '../helpers/database.ts';

const now = new Date('2026-11-21T08:00:00Z');
const LOOKED: AuditEntry = {
  intent: 'debt',
  outcome: 'answered',
  objectHash: 'a1',
  facts: ['debts', 'requests'],
  roles: ['owner'],
};
const NOT_SHOWN: AuditEntry = {
  intent: 'permit',
  outcome: 'not-shown',
  objectHash: null,
  facts: [],
};

describe.each(testDatabases())(
  'audit as part of the committing statement, on $name',
  ({ open }) => {
    let database: Database<IdentityTables>;
    beforeAll(async () => {
      database = await open<IdentityTables>();
    });
    afterAll(() => database.close());

    async function commit(citizenId: string, ...entries: AuditEntry[]): Promise<void> {
      const turn = JSON.stringify({ n: 0, citizenId, now, effects: entries });
      await sql`
        with turn as (
          select * from json_to_record(${turn}::json)
            as each (n int, "citizenId" text, now timestamptz, effects json)
        ), ${sql.raw(AUDIT_PARTS)}
        select ${sql.raw(AUDIT_HOLDS)} as holds`.execute(database.db);
    }

    const rowsOf = (citizenId: string) =>
      database.db
        .selectFrom('bot.audit as a')
        .innerJoin('bot.pseudonyms as p', 'p.pseudonym', 'a.pseudonym')
        .select(['a.at', 'a.intent', 'a.outcome', 'a.object_hash', 'a.facts', 'a.roles'])
        .where('p.citizen_id', '=', citizenId)
        .orderBy('a.intent')
        .execute();

    test('writes what a step of its own writes', async () => {
      await commit('telegram:1', LOOKED);
      await writeAudit(database.db, { citizenId: 'telegram:2', now, entry: LOOKED });
      expect(await rowsOf('telegram:1')).toEqual(await rowsOf('telegram:2'));
      expect(await rowsOf('telegram:1')).toHaveLength(1);
    });

    test('keeps one pseudonym for all looks of a person, in one turn and over turns', async () => {
      await commit('telegram:3', LOOKED, NOT_SHOWN);
      await commit('telegram:3', LOOKED);
      expect((await rowsOf('telegram:3')).map(({ intent }) => intent)).toEqual([
        ...['debt', 'debt', 'permit'],
      ]);
    });
  },
);
