import { cp, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse as parseCsv } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { workingDaysBetween } from '../../src/city/calendar.ts';
import { loadCity } from '../../src/city/load-city.ts';
import { postgresRecords } from '../../src/records/postgres-records.ts';
import type { PropertyFile, RecordStore } from '../../src/records/record-store.ts';
import { testDatabases } from '../helpers/database.ts';
import { KEYED_HASH, type Municipality, openMunicipality } from './records-folder.ts';

const CITY = join(import.meta.dirname, '../../city');
const DEMO = join(CITY, 'demo');
const TODAY = '2026-11-21';

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

  test('are seventeen, each with a line on what to try', async () => {
    const citizens = parseYaml(await readFile(join(DEMO, 'citizens.yaml'), 'utf8'));
    expect(citizens).toHaveLength(17);
    for (const citizen of citizens) {
      expect(citizen).toEqual({
        id: expect.any(Number),
        firstName: expect.any(String),
        lastName: expect.any(String),
        mobile: expect.stringMatching(/^0900000\d{4}$/),
        ...(citizen.id === 9017 && { otherMobiles: ['09000001117'] }),
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
    const rows: Record<string, string>[] = parseCsv(await readFile(join(DEMO, 'properties.csv')), {
      columns: true,
    });
    const addresses = rows.map(({ address }) => address!);
    expect(addresses.filter((a) => a.includes('مهدیه') && a.includes('لاله'))).toEqual([]);
    expect(await records.streets()).toContainEqual(
      expect.objectContaining({ name: 'خیابان مهدیه', district: 2 }),
    );
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

  test('9017’s file has another mobile than the one of the Telegram account', async () => {
    expect(await parties('09000001017')).toEqual([]);
    expect((await onlyFile('09000001117')).code).toBe('2-4-77-31-1-2-0');
  });
});
