import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '../../../src/database/database.ts';
import { gatherChanges } from '../../../src/records/http-records/gather-changes.ts';
import { httpRecords } from '../../../src/records/http-records/http-records.ts';
import type {
  ChangesAfter,
  ServiceChanges,
} from '../../../src/records/http-records/service-changes.ts';
import type { Change } from '../../../src/records/http-records/wire-answers.ts';
import { eventsAfter } from '../../../src/records/record-events.ts';
import { BILL, HOUSE, PAYMENT, RECORDS } from '../../contracts/recorded-city.ts';
import { testDatabases } from '../../helpers/database.ts';
import { type Municipality, NOW, openMunicipality } from '../records-folder.ts';
import { serveRecords, TOKEN } from './serve-records.ts';

const on = new AbortController().signal;
const [pglite] = testDatabases();

describe.each(testDatabases())('changes of a records service, noted on $name', ({ open }) => {
  let database: Database<unknown>;
  beforeEach(async () => {
    database = await open();
  });
  afterEach(() => database.close());

  const gather = (service: ServiceChanges) => gatherChanges(database.db, service, () => NOW, on);
  const events = () => eventsAfter(database.db, 0, 100);

  describe('from the example service', () => {
    let city: Municipality;
    let server: Awaited<ReturnType<typeof serveRecords>>;
    let service: ServiceChanges;
    beforeEach(async () => {
      city = await openMunicipality(pglite!.open);
      await city.load(RECORDS);
      // A table's first load is news to nobody, so this one is not.
      await city.load({ ...RECORDS, bills: [{ ...RECORDS.bills![0]!, status: 'paid' }] });
      server = await serveRecords(city.database);
      service = httpRecords({ url: server.address, token: TOKEN });
    });
    afterEach(() => server.close().then(city.close));

    test('what went before the first look is news to nobody; what comes then is, once', async () => {
      await gather(service);
      expect(await events()).toEqual([]);
      await city.load(RECORDS);
      await gather(service);
      await gather(service);
      expect(await events()).toMatchObject([
        { kind: 'bill', objectKey: [BILL, PAYMENT], code: HOUSE, before: {} },
      ]);
    });

    test('several processes that look at once note each change once', async () => {
      await gather(service);
      await city.load({
        ...RECORDS,
        requests: [{ ...RECORDS.requests![0]!, stage: 'امضا' }, RECORDS.requests![1]!],
      });
      await Promise.all([gather(service), gather(service), gather(service)]);
      const noted = await events();
      expect(noted.map(({ kind }) => kind).toSorted()).toEqual(['bill', 'request']);
    });
  });

  const change = {
    kind: 'certificate',
    key: ['completion', '3-1'],
    code: HOUSE,
    isNew: true,
  } satisfies Change;

  function telling(
    pages: Record<string, ChangesAfter>,
  ): ServiceChanges & { asked: (string | null)[] } {
    const asked: (string | null)[] = [];
    return {
      asked,
      async changesAfter(cursor) {
        asked.push(cursor);
        return pages[cursor ?? ''] ?? null;
      },
      tellsChanges: async () => true,
    };
  }

  test('page after page is read until nothing is left, and the next time goes on behind it', async () => {
    const service = telling({
      '': { cursor: 'a', changes: [] },
      a: { cursor: 'b', changes: [change, change] },
      b: { cursor: 'c', changes: [change] },
      c: { cursor: 'c', changes: [] },
    });
    await gather(service);
    await gather(service);
    await gather(service);
    expect(service.asked).toEqual([null, 'a', 'b', 'c', 'c']);
    expect(await events()).toMatchObject([{ before: null }, { before: null }, { before: null }]);
  });

  test('a service that repeats its cursor with changes is not read for ever', async () => {
    const service = telling({
      '': { cursor: 'a', changes: [] },
      a: { cursor: 'a', changes: [change] },
    });
    await gather(service);
    await gather(service);
    expect(await events()).toEqual([]);
  });

  test('a service that offers no changes is left alone', async () => {
    await gather(telling({}));
    const { rows } = await sql`select * from records.service_cursor`.execute(database.db);
    expect(rows).toEqual([]);
  });
});
