import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { Client } from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openDatabase } from '../../src/database/database.ts';
import { migrate } from '../../src/database/migrate.ts';
import { postgresRecords } from '../../src/records/postgres-records.ts';
import { eventsAfter } from '../../src/records/record-events.ts';
import { startChild } from '../helpers/child.ts';
import { createPostgresDatabase } from '../helpers/database.ts';
import { MIGRATIONS } from '../helpers/database-dump.ts';
import { KEYED_HASH } from './records-folder.ts';

const CONNECT = join(import.meta.dirname, '../../docs/connect');
const COMMAND = join(import.meta.dirname, '../../src/commands/import.ts');
const KEYS = { PII_KEY: '5'.repeat(64), SIGNING_KEY: 'A'.repeat(64) };
const PASSWORD = 'canary-reader-password';
const HOUSE = '3-11-245-7-0-0-0';

type Fresh = Awaited<ReturnType<typeof createPostgresDatabase>>;

let municipality: Fresh;
/** The small database beside it that sees its tables; the views are here. */
let beside: Fresh;
let pasokh: Fresh;
let reader: string;
let folder: string;

beforeEach(async () => {
  [municipality, beside, pasokh] = await Promise.all([
    createPostgresDatabase(),
    createPostgresDatabase(),
    createPostgresDatabase(),
  ]);
  folder = await mkdtemp(join(tmpdir(), 'pasokh-views-'));
  reader = `${nameOf(beside)}_reader`;
  const { hostname: host, port, username: user } = new URL(municipality.url);
  await run(municipality, '1-municipality.sql', {});
  const server = { host, port, user, password: 'none', dbname: nameOf(municipality) };
  await run(beside, '2-foreign-tables.sql', server);
  await run(beside, '3-views.sql', {});
  await run(beside, '4-reader.sql', { reader, password: PASSWORD });
});
afterEach(async () => {
  await beside.drop();
  await query(municipality, `drop role "${reader}"`);
  await Promise.all([municipality.drop(), pasokh.drop(), rm(folder, { recursive: true })]);
});

describe('records from views over a municipality’s own tables, seen through postgres_fdw', () => {
  test('are imported with the promises of files: hashed, masked, in the format’s words', async () => {
    const { code, lines, stderr } = await imported();
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(lines).toContain(
      'pasokh_out.properties: 2 rows; 2 new, 0 changed, 0 removed, 0 refused',
    );
    await read(async (records) => {
      expect(await records.propertyFile(HOUSE)).toMatchObject({
        ...{ district: 3, level: 'parcel', address: 'خیابان بهارستان، پلاک ۲۴', plate: '56/1234' },
        ...{ deedAreaM2: 212.5, updatedAt: '2026-11-20' },
        charges: [
          { account: 'renovation', fiscalYear: 1404, dueRials: 9_459_000 },
          { account: 'waste', dueRials: 0 },
        ],
        bills: [{ billId: '3011024510169', paymentId: '2135040104', status: 'issued' }],
        certificates: [{ kind: 'completion', number: '3-1392-871', validUntil: null }],
        requests: [
          {
            requestNo: '1405123456',
            status: 'waiting-citizen',
            openedAt: '2026-10-10',
            steps: [{ leftAt: '2026-10-20' }, { publicNote: 'نقشه سازه مهر شده' }],
          },
        ],
      });
      const parties = await records.partiesByMobile(KEYED_HASH('mobile', '09000001002'));
      expect(parties).toHaveLength(1);
      expect(parties[0]?.holdings).toMatchObject([{ role: 'attorney', validTo: '2028-04-03' }]);
    });
    expect(await everythingIn(pasokh)).not.toMatch(/9990000107|9000001001|بهاری/);
  });

  test('a second import changes nothing; a changed row is one event', async () => {
    await imported();
    const again = await imported();
    expect(again.lines.join('\n')).not.toMatch(/ [1-9]\d* (?:new|changed|removed|refused)/);
    await query(
      municipality,
      `update shahrsazi.fish set pardakht_shod = '2026-11-20 21:40:07.5', code_rahgiri = '004711'`,
    );
    const { lines } = await imported();
    expect(lines.at(-1)).toMatch(/1 changes to tell$/);
    await read(async (records, database) => {
      expect(await eventsAfter(database.db, 0, 10)).toMatchObject([
        { kind: 'bill', before: { status: 'issued' }, after: { status: 'paid' } },
      ]);
      const file = await records.propertyFile(HOUSE);
      expect(file?.payments).toMatchObject([{ paidAt: '2026-11-20T21:40:07', traceNo: '004711' }]);
    });
  });

  test('a row that breaks a rule is listed where the command was run, by its place in the order of the key', async () => {
    await query(
      municipality,
      `insert into shahrsazi.avarez (parvandeh_id, now_avarez, sal, asl)
       select 1, 3, sal, 1000 from generate_series(1360, 1400) sal
       union all select 1, 3, 1402, -5`,
    );
    const { code, lines } = await imported();
    expect(code).toBe(1);
    expect(lines.at(-1)).toBe(`1 refused rows are listed in ${join(folder, 'rejects.csv')}`);
    // The view's columns in the order of its key: guild, 41 years, then the one that is wrong.
    expect(await readFile(join(folder, 'rejects.csv'), 'utf8')).toBe(
      'file,line,column,reason\npasokh_out.charges,43,principal_rials,"must be whole rials, 0 or more"\n',
    );
  });

  test('the reader sees the views alone and writes nothing', async () => {
    const client = new Client({ connectionString: address() });
    await client.connect();
    await expect(client.query('select * from shahrsazi.ashkhas')).rejects.toThrow('denied');
    await expect(client.query('create table pasokh_out.x (y text)')).rejects.toThrow();
    await expect(client.query('delete from pasokh_out.districts')).rejects.toThrow();
    await client.end();
  });

  test.each<[string, () => Promise<unknown>, RegExp]>([
    [
      'a view that fails',
      () => query(municipality, 'alter table shahrsazi.avarez rename column asl to mablagh'),
      /^pasokh_out\.charges: cannot be read \(/,
    ],
    [
      'a view that may not be read',
      () => query(beside, `revoke select on pasokh_out.parties from "${reader}"`),
      /^pasokh_out\.parties: cannot be read \(permission denied/,
    ],
    [
      'a view without a required column',
      () =>
        query(
          beside,
          'drop view pasokh_out.districts; create view pasokh_out.districts as select 1 as district',
        ),
      /^pasokh_out\.districts: its header lacks the required column name/,
    ],
    [
      'a value that cannot be read',
      () =>
        query(
          beside,
          `create or replace view pasokh_out.districts as
           select code_melli::integer as district, 'x' as name from shahrsazi.ashkhas`,
        ),
      /^pasokh_out\.districts: cannot be read \(a value in it is wrong, SQLSTATE 22003\)/,
    ],
    [
      'a schema without views',
      () => query(beside, 'drop schema pasokh_out cascade'),
      /^the schema pasokh_out has no view of a records file; known are districts, offices/,
    ],
    [
      'a database that is not there',
      async () => {
        reader = 'nobody_at_all';
      },
      /^the database 127\.0\.0\.1\/pasokh_test_\w+: /,
    ],
  ])('%s is one line, status 2, and nothing is changed', async (_, breaks, line) => {
    const known = reader;
    await breaks();
    const { code, stderr, lines } = await imported();
    reader = known;
    expect(stderr).toMatch(line);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(code).toBe(2);
    expect([...lines, stderr].join('\n')).not.toMatch(new RegExp(`${PASSWORD}|9990000107`));
    await read(async (records) => expect(await records.recordedAt()).toBeNull());
  });
});

function nameOf({ url }: Fresh): string {
  return new URL(url).pathname.slice(1);
}

/** As a person would give it to the command. */
function address(): string {
  const url = new URL(beside.url);
  url.username = reader;
  url.password = PASSWORD;
  return url.href;
}

/** A file of the documentation, its variables put in as psql does. */
async function run(on: Fresh, file: string, variables: Record<string, string>): Promise<void> {
  let script = await readFile(join(CONNECT, file), 'utf8');
  for (const [name, value] of Object.entries(variables)) {
    script = script.replaceAll(`:'${name}'`, `'${value}'`).replaceAll(`:"${name}"`, `"${value}"`);
  }
  await query(on, script);
}

async function query({ url }: Fresh, text: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(text);
  } finally {
    await client.end();
  }
}

async function imported() {
  const child = startChild(
    [COMMAND, `${address()}?schema=pasokh_out`],
    { ...KEYS, DATABASE_URL: pasokh.url, RECORDS_URL: '' },
    folder,
  );
  const lines: string[] = [];
  for (let line = await child.line(); line !== null; line = await child.line()) lines.push(line);
  const { code, stderr } = await child.ended();
  return { code, lines, stderr };
}

async function read(
  look: (
    records: ReturnType<typeof postgresRecords>,
    database: Awaited<ReturnType<typeof openDatabase>>,
  ) => Promise<void>,
): Promise<void> {
  const database = await openDatabase({ url: pasokh.url }, { queryMs: 20_000 });
  try {
    await migrate(database, MIGRATIONS);
    await look(postgresRecords(database.db), database);
  } finally {
    await database.close();
  }
}

async function everythingIn({ url }: Fresh): Promise<string> {
  const database = await openDatabase({ url }, { queryMs: 20_000 });
  const { rows } = await sql<{ all: string }>`
    select concat(
      (select json_agg(p) from records.parties p), (select json_agg(o) from records.ownership o),
      (select json_agg(r) from records.requests r)) as all`.execute(database.db);
  await database.close();
  return rows[0]!.all;
}
