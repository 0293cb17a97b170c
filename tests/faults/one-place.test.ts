import { afterAll, beforeAll, expect, test } from 'vitest';
import { retryConflicts } from '../../src/database/conflicts.ts';
import type { Database } from '../../src/database/database.ts';
import type { InspectionTables } from '../../src/inspections/tables.ts';
import { testDatabases } from '../helpers/database.ts';
import { FIRST_DAY, hold, inspectionsOf, NOW } from '../inspections/sample.ts';

const CITIZENS = 1_000;
/** So many turns take seconds, on a crowded machine many. */
const PATIENCE_MS = 90_000;
const [, postgres] = testDatabases();

let database: Database<InspectionTables>;
beforeAll(async () => {
  database = await postgres!.open<InspectionTables>({ connections: 20 });
});
afterAll(() => database.close());

test(
  'of a thousand citizens who saw the same last place of a day one gets it, all others are shown another day',
  async () => {
    const inspections = inspectionsOf(database.db, { id: 'only', dailyMax: 1 });
    const seen = await inspections.whyNot({ district: 2, now: NOW, day: FIRST_DAY });
    if (seen.kind !== 'free') throw new Error('the day is to have one place');
    const [place] = seen.day.places;
    const outcomes = await Promise.all(
      Array.from({ length: CITIZENS }, async (_, n) => {
        const citizenId = `citizen-${n}`;
        const seeker = { district: 2, now: NOW, citizenId };
        const held = await retryConflicts(() => hold(database.db, citizenId, place!));
        if (held === 'done') return 'won';
        const verdict = await inspections.whyNot({ ...seeker, day: FIRST_DAY });
        const [other] = await inspections.freeDays({ ...seeker, limit: 1 });
        return `${held}, ${verdict.kind}, ${(other?.day ?? '') > FIRST_DAY ? 'another day' : 'none'}`;
      }),
    );
    expect(outcomes.filter((outcome) => outcome === 'won')).toHaveLength(1);
    const others = outcomes.filter((outcome) => outcome === 'taken, full, another day');
    expect(others).toHaveLength(CITIZENS - 1);
    const rows = await database.db.selectFrom('bot.bookings').select('id').execute();
    expect(rows).toHaveLength(1);
  },
  PATIENCE_MS,
);
