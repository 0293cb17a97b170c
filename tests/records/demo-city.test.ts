import { cp, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse as parseCsv } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { workingDaysBetween } from '../../src/city/calendar.ts';
import { loadCity } from '../../src/city/load-city.ts';
import { makeDemoCity } from '../../src/commands/demo-city.ts';
import { CHARGE_ACCOUNTS, ROLES, SERVICES } from '../../src/language/vocabulary.ts';
import { postgresRecords } from '../../src/records/postgres-records.ts';
import type { PropertyFile, RecordStore } from '../../src/records/record-store.ts';
import { testDatabases } from '../helpers/database.ts';
import { KEYED_HASH, type Municipality, openMunicipality } from './records-folder.ts';

const CITY = join(import.meta.dirname, '../../city');
const DEMO = join(CITY, 'demo');
const TODAY = '2026-11-21';

const csv = async (name: string): Promise<Record<string, string>[]> =>
  parseCsv(await readFile(join(DEMO, `${name}.csv`)), { columns: true });
const column = async (file: string, name: string) => (await csv(file)).map((row) => row[name]!);

test('the committed files are what the generator writes', async () => {
  for (const [name, text] of Object.entries(await makeDemoCity())) {
    expect(
      await readFile(join(DEMO, `${name}.csv`), 'utf8'),
      `${name}.csv; run "npm run demo-city"`,
    ).toBe(text);
  }
});

describe('the demo city has', () => {
  test('about 400 properties in five districts, of every level', async () => {
    const properties = await csv('properties');
    expect(Math.abs(properties.length - 400)).toBeLessThan(20);
    expect(new Set(properties.map(({ district }) => district)).size).toBe(5);
    expect(new Set(properties.map(({ level }) => level))).toEqual(
      new Set(['parcel', 'building', 'apartment', 'guild']),
    );
  });

  test('300 people whom nobody is: national ids under 999, mobiles of a range that is not given out', async () => {
    const parties = await csv('parties');
    const people = parties.filter(({ national_id }) => national_id!.length === 10);
    expect(people).toHaveLength(300);
    expect(people.filter(({ national_id }) => !national_id!.startsWith('999'))).toEqual([]);
    expect(parties.length - people.length).toBeGreaterThanOrEqual(5);
    const mobiles = [...parties.map(({ mobile }) => mobile!), ...(await column('staff', 'mobile'))];
    expect(mobiles.filter((mobile) => mobile !== '' && !/^0900000\d{4}$/.test(mobile))).toEqual([]);
  });

  test('every service in every stage of the city’s profile, and in every status', async () => {
    const { services } = await loadCity(CITY);
    const requests = await csv('requests');
    const seen = new Set(
      requests.flatMap(({ service, stage, status }) => [
        `${service}/${stage}`,
        `${service}/${status}`,
      ]),
    );
    const statuses = [
      'not-started',
      'in-progress',
      'waiting-citizen',
      'waiting-payment',
      'completed',
      'cancelled',
      'archived',
    ];
    const missing = SERVICES.flatMap((service) =>
      [...services[service].stages.map(({ title }) => title), ...statuses]
        .map((what) => `${service}/${what}`)
        .filter((what) => !seen.has(what)),
    );
    expect(missing).toEqual([]);
  });

  test.each<[string, string, readonly string[]]>([
    ['ownership', 'role', ROLES],
    ['charges', 'account', CHARGE_ACCOUNTS],
    ['bills', 'status', ['issued', 'paid', 'void']],
    ['certificates', 'status', ['valid', 'expired', 'revoked']],
    [
      'certificates',
      'kind',
      [
        'building-permit',
        'completion',
        'no-violation',
        'inquiry-answer',
        'clearance',
        'subdivision',
        'excavation',
      ],
    ],
    ['violations', 'status', ['open', 'in-commission', 'settled', 'removed']],
    ['violations', 'decision', ['', 'fine', 'demolish', 'acquit', 'restore-use']],
    ['holds', 'level', ['warn', 'stop']],
    ['staff', 'role', ['inspector', 'clerk', 'operator', 'admin']],
  ])('in %s every %s there is', async (file, name, expected) => {
    expect(new Set(await column(file, name))).toEqual(new Set(expected));
  });

  test('roles that are over and roles that will be', async () => {
    const ends = (await column('ownership', 'valid_to')).filter(Boolean);
    expect(ends.some((day) => day < '1405/08/30')).toBe(true);
    expect(ends.some((day) => day > '1405/08/30')).toBe(true);
  });

  test('an inspector for every district, and offices with coordinates and hours', async () => {
    const inspectors = (await csv('staff')).filter(({ role }) => role === 'inspector');
    expect(inspectors.every(({ daily_max }) => Number(daily_max) > 0)).toBe(true);
    expect(new Set(inspectors.map(({ district }) => district))).toEqual(
      new Set(['1', '2', '3', '4', '5', '']),
    );
    const offices = await csv('offices');
    expect(offices.length).toBeGreaterThanOrEqual(8);
    expect(offices.every(({ lat, lon, hours }) => lat && lon && hours)).toBe(true);
  });
});

describe('loaded into a database, the citizens of the playground', () => {
  let city: Municipality;
  let records: RecordStore;
  beforeAll(async () => {
    city = await openMunicipality(testDatabases()[0]!.open);
    await cp(DEMO, city.dir, { recursive: true });
    const report = await city.loadFolder();
    expect(report).toMatchObject({ outcome: 'loaded', rejects: null, notices: [] });
    records = postgresRecords(city.database.db);
  });
  afterAll(() => city.close());

  const parties = (mobile: string) => records.partiesByMobile(KEYED_HASH('mobile', mobile));
  async function onlyFile(mobile: string): Promise<PropertyFile> {
    const [party] = await parties(mobile);
    expect(party?.holdings).toHaveLength(1);
    return (await records.propertyFile(party!.holdings[0]!.code))!;
  }
  const due = (file: PropertyFile) => file.charges.reduce((sum, { dueRials }) => sum + dueRials, 0);

  test('are sixteen, each with a line on what to try', async () => {
    const citizens = parseYaml(await readFile(join(DEMO, 'citizens.yaml'), 'utf8'));
    expect(citizens).toHaveLength(16);
    for (const citizen of citizens) {
      expect(citizen).toEqual({
        id: expect.any(Number),
        firstName: expect.any(String),
        lastName: expect.any(String),
        mobile: expect.stringMatching(/^0900000\d{4}$/),
        tries: expect.stringMatching(/\p{L}/u),
      });
    }
  });

  test('9001 owes 2,897,800 toman for one house, and one bill asks for all of it', async () => {
    const file = await onlyFile('09000001001');
    expect(file).toMatchObject({ code: '3-11-245-7-0-0-0', address: 'خیابان بهارستان، پلاک ۲۴' });
    const owed = file.charges.filter(({ dueRials }) => dueRials > 0);
    expect(
      owed.map(({ account, fiscalYear, dueRials, lateRials }) => [
        account,
        fiscalYear,
        dueRials,
        lateRials,
      ]),
    ).toEqual([
      ['renovation', 1403, 14_713_000, 1_379_000],
      ['renovation', 1404, 9_459_000, 0],
      ['waste', 1404, 4_806_000, 0],
    ]);
    const issued = file.bills.filter(({ status }) => status === 'issued');
    expect(
      issued.map(({ billId, paymentId, amountRials }) => [billId, paymentId, amountRials]),
    ).toEqual([['3011245000165', '2897840125', 28_978_000]]);
  });

  test('9002 has four properties, one of them a shop on Eram boulevard', async () => {
    const [party] = await parties('09000001002');
    expect(party?.holdings).toHaveLength(4);
    const shops = party!.holdings.filter(({ address }) => address === 'بلوار ارم، مغازه ۷');
    const file = await records.propertyFile(shops[0]!.code);
    expect(new Set(file?.charges.map(({ account }) => account))).toEqual(
      new Set(['guild', 'renovation']),
    );
    expect(due(file!)).toBeGreaterThan(0);
  });

  test.each(['09000001003', '09000001004'])('%s is on no file', async (mobile) => {
    expect(await parties(mobile)).toEqual([]);
  });

  test('9004’s father’s house is on no file either', async () => {
    const addresses = await column('properties', 'address');
    expect(addresses.filter((a) => a.includes('مهدیه') && a.includes('لاله'))).toEqual([]);
    expect(await records.streets()).toContainEqual({ name: 'خیابان مهدیه', district: 2 });
  });

  test('9005 owes nothing, has nothing open, and fresh certificates', async () => {
    const file = await onlyFile('09000001005');
    expect(due(file)).toBe(0);
    expect(file).toMatchObject({ holds: [], violations: [] });
    expect(file.requests.every(({ status }) => status === 'completed')).toBe(true);
    const fresh = file.certificates.filter(
      ({ issuedOn, status }) => issuedOn > '2025-11-21' && status === 'valid',
    );
    expect(fresh.map(({ kind }) => kind)).toEqual(['completion', 'no-violation']);
  });

  test('9006 waits at the check of the structural drawing, for seven working days', async () => {
    const [request] = (await onlyFile('09000001006')).requests;
    expect(request).toMatchObject({
      service: 'building-permit',
      status: 'waiting-citizen',
      stage: 'کنترل نقشه سازه',
    });
    const step = request!.steps.at(-1)!;
    expect(step).toMatchObject({
      unit: 'واحد فنی شهرسازی',
      outcome: 'defect',
      publicNote: 'نقشه سازه مهر شده',
      leftAt: null,
    });
    const { calendar } = await loadCity(CITY);
    expect(workingDaysBetween(calendar, step.enteredAt, TODAY)).toBe(7);
  });

  test('9007 has an open Article 100 case', async () => {
    const file = await onlyFile('09000001007');
    expect(file.violations.map(({ status }) => status)).toContain('in-commission');
  });

  test('9008 is a tenant, 9009 a guild-holder, of properties that others own', async () => {
    const roles = async (mobile: string) =>
      (await parties(mobile)).flatMap(({ holdings }) => holdings.map(({ role }) => role));
    expect(await roles('09000001008')).toEqual(['tenant']);
    expect(await roles('09000001009')).toEqual(['guild-holder']);
    expect(due(await onlyFile('09000001008'))).toBeGreaterThan(0);
    expect(due(await onlyFile('09000001009'))).toBeGreaterThan(0);
  });

  test('9010 is an heir for some time yet, 9011 was an attorney until last spring', async () => {
    const [heir] = await parties('09000001010');
    expect(heir?.holdings[0]).toMatchObject({ role: 'heir' });
    expect(heir!.holdings[0]!.validTo! > TODAY).toBe(true);
    const [attorney] = await parties('09000001011');
    expect(attorney?.holdings).toHaveLength(1);
    expect(attorney!.holdings[0]!.validTo! < TODAY).toBe(true);
  });

  test('9012 shares a mobile, and the line to try names the right national id', async () => {
    const both = await parties('09000001012');
    expect(both).toHaveLength(2);
    const text = await readFile(join(DEMO, 'citizens.yaml'), 'utf8');
    expect(text).toContain('۹۹۹۰۰۰۱۲۱۹');
    expect(both.map(({ nationalIdHash }) => nationalIdHash)).toContain(
      KEYED_HASH('national-id', '9990001219'),
    );
    expect(text).toContain('۹۹۹۰۰۰۰۷۰۰');
    const [akbar] = await parties('09000001007');
    expect(akbar?.nationalIdHash).toBe(KEYED_HASH('national-id', '9990000700'));
  });

  test('9013 has paid, and it is still shown', async () => {
    const file = await onlyFile('09000001013');
    expect(file.payments.map(({ amountRials }) => amountRials)).toEqual([due(file)]);
  });

  test('9014’s file is stopped, 9015’s permit has expired, 9016’s inquiry is answered', async () => {
    expect((await onlyFile('09000001014')).holds).toMatchObject([{ level: 'stop', until: null }]);
    expect((await onlyFile('09000001015')).certificates).toMatchObject([
      { kind: 'building-permit', status: 'expired' },
    ]);
    const inquiry = await onlyFile('09000001016');
    expect(inquiry.requests).toMatchObject([{ service: 'inquiry', status: 'completed' }]);
    expect(inquiry.certificates.map(({ kind }) => kind)).toContain('inquiry-answer');
  });
});
