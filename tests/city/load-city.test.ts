import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadCity } from '../../src/city/load-city.ts';
import { SetupError } from '../../src/errors.ts';
import { SERVICES } from '../../src/language/vocabulary.ts';

const city = await loadCity('city');

describe("the example city's profile", () => {
  test('describes every service with documents, steps, cost in words and stages', () => {
    for (const code of SERVICES) {
      const service = city.services[code];
      expect(service.documents.length, code).toBeGreaterThan(2);
      expect(service.steps.length, code).toBeGreaterThan(1);
      expect(service.stages.length, code).toBeGreaterThan(2);
    }
  });

  test('never names an amount of money', () => {
    for (const code of SERVICES) {
      const { cost, steps, conditions, documents } = city.services[code];
      expect([cost, ...steps, ...conditions, ...documents].join(' ')).not.toMatch(/تومان|ریال/);
    }
  });

  test('always visits for new permits, completion, subdivision, change of use and excavation, and for no other', () => {
    const always = SERVICES.filter((code) => city.services[code].visit === 'always');
    expect(always.toSorted()).toEqual([
      'building-permit',
      'change-use',
      'completion',
      'excavation',
      'subdivision',
    ]);
  });

  test('starts visits every half hour from 8:30 to 12:00', () => {
    expect(city.booking.starts.map(({ from }) => from)).toEqual([
      '08:30',
      '09:00',
      '09:30',
      '10:00',
      '10:30',
      '11:00',
      '11:30',
      '12:00',
    ]);
    expect(city.booking.starts.at(-1)).toEqual({ from: '12:00', to: '12:30' });
  });
});

describe('a profile that is wrong', () => {
  let dir: string;
  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'pasokh-city-'));
    await cp('city', dir, { recursive: true });
  });
  afterEach(() => rm(dir, { recursive: true }));

  async function edited(file: string, find: string, put: string): Promise<unknown> {
    const text = await readFile(join(dir, file), 'utf8');
    expect(text).toContain(find);
    await writeFile(join(dir, file), text.replace(find, put));
    return loadCity(dir).catch((error: unknown) => error);
  }

  test('without hours of its own a city is quiet from 21:00 until 08:00', async () => {
    const own = 'quietHours:\n  from: "21:00"\n  until: "08:00"\n';
    expect(await edited('city.yaml', own, '')).toMatchObject({
      quietHours: { from: '21:00', until: '08:00' },
    });
  });

  test.each([
    ['city.yaml', 'freshnessMonths: 12', 'freshnessMonths: twelve', 'freshnessMonths'],
    ['city.yaml', 'freshnessMonths: 12', 'freshMonths: 12', 'freshnessMonths'],
    ['city.yaml', 'freshnessMonths: 12', 'freshnessMonths: 12\nmayor: A', 'mayor'],
    ['city.yaml', 'firstStart: "08:30"', 'firstStart: "8.30"', 'booking.firstStart'],
    ['city.yaml', 'lastStart: "12:00"', 'lastStart: "08:00"', 'booking.lastStart'],
    ['city.yaml', '  from: "21:00"', '  from: "24:00"', 'quietHours.from'],
    ['city.yaml', '  days: sat-wed', '  days: sat-thu', 'booking.days'],
    ['city.yaml', 'workingDays: sat-wed', 'workingDays: mo-fr', 'workingDays'],
    ['city.yaml', 'hours: sat-wed 07:30-14:00', 'hours: all day', 'hours'],
    ['city.yaml', 'name: شهرداری آرمان‌شهر', 'name: [', 'city.yaml'],
    ['services.yaml', 'visit: never', 'visit: sometimes', 'services.clearance.visit'],
    ['services.yaml', '      traffic: 2', '      trafic: 2', 'services.excavation.stages.trafic'],
    ['services.yaml', '      fire: null', '      fire: 3', 'services.building-permit.stages.fire'],
    ['services.yaml', '  inquiry:', '  inquiries:', 'services'],
    ['holidays/1405.yaml', '1405/01/12', '1405/13/12', 'holidays.4.date'],
    ['holidays/1405.yaml', '1405/01/12', '1406/01/12', 'holidays.4.date'],
    ['holidays/1405.yaml', '1405/01/12', '1405/01/04', 'holidays.4.date'],
    ['holidays/1405.yaml', 'status: predicted', 'status: maybe', 'holidays.6.status'],
  ])('%s with %j made %j stops the start and names the place', async (file, find, put, key) => {
    const error = await edited(file, find, put);
    expect(error).toBeInstanceOf(SetupError);
    expect((error as Error).message).toContain(join(dir, file));
    expect((error as Error).message).toContain(key);
    expect((error as Error).message).not.toContain('\n');
  });

  test('a missing file is named', async () => {
    await rm(join(dir, 'services.yaml'));
    await expect(loadCity(dir)).rejects.toThrow(`${join(dir, 'services.yaml')}: cannot be read`);
  });

  test('a holiday file must be named after its year', async () => {
    await writeFile(join(dir, 'holidays', 'next.yaml'), 'holidays: []');
    await expect(loadCity(dir)).rejects.toThrow('next.yaml: must be named after its Jalali year');
  });
});
