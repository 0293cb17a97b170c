import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse as parseCsv } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { loadCity } from '../../src/city/load-city.ts';
import { makeDemoCity } from '../../src/commands/demo-city.ts';
import { CHARGE_ACCOUNTS, ROLES, SERVICES } from '../../src/language/vocabulary.ts';

const CITY = join(import.meta.dirname, '../../city');
const DEMO = join(CITY, 'demo');

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

  test('some 300 people whom nobody is: national ids under 999, mobiles of a range that is not given out', async () => {
    const parties = await csv('parties');
    const people = parties.filter(({ national_id }) => national_id!.length === 10);
    expect(people).toHaveLength(301);
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
