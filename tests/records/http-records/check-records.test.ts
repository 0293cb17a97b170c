import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '../../../src/database/database.ts';
import { importRecords } from '../../../src/records/import/import-records.ts';
import { createKeyedHash, recordsKey } from '../../../src/records/keyed-hash.ts';
import { HOUSE, MARYAMS_MOBILE, RECORDS } from '../../contracts/recorded-city.ts';
import { startChild } from '../../helpers/child.ts';
import { testDatabases } from '../../helpers/database.ts';
import { type Municipality, NOW, openMunicipality, writeRecords } from '../records-folder.ts';
import { type FaultyService, faultyService } from './faulty-service.ts';
import { type Behaviour, says, saysText } from './misbehaving-service.ts';
import { TOKEN } from './serve-records.ts';

const COMMAND = join(import.meta.dirname, '../../../src/commands/check-records.ts');
const PII_KEY = '7'.repeat(64);
const [pglite] = testDatabases();

let city: Municipality;
let service: FaultyService;

beforeAll(async () => {
  city = await openMunicipality(pglite!.open);
  await writeRecords(city.dir, RECORDS);
  await importInto(city.database, city.dir);
  service = await faultyService(city.database);
});
beforeEach(() => {
  service.fault = null;
});
afterAll(() => service.close().then(city.close));

async function check(...args: string[]) {
  const settings = { RECORDS_TOKEN: TOKEN, PII_KEY, SIGNING_KEY: 'A'.repeat(64), DATABASE_URL: '' };
  const child = startChild([COMMAND, ...args], settings);
  const lines: string[] = [];
  for (let line = await child.line(); line !== null; line = await child.line()) lines.push(line);
  return { ...(await child.ended()), lines };
}

describe('the check of a records service', () => {
  test('finds nothing wrong with the example: status 0', async () => {
    const known = ['--code', HOUSE, '--mobile', MARYAMS_MOBILE, '--request', '1405123456'];
    const { code, lines, stderr } = await check(`${service.url}/`, ...known);
    expect(stderr).toBe('');
    expect(lines.filter((line) => !line.startsWith('right'))).toEqual(['All is right.']);
    expect(lines.join('\n')).toContain('names the person with the same hashes');
    expect(code).toBe(0);
  });

  test('prints neither the mobile nor the token', async () => {
    const { lines, stderr } = await check(service.url, '--mobile', MARYAMS_MOBILE);
    const printed = [...lines, stderr].join('\n');
    for (const secret of [TOKEN, MARYAMS_MOBILE]) expect(printed).not.toContain(secret);
  });

  test.each<[string, Behaviour, string]>([
    ['that is open to everybody', says({ error: 'not-found' }, 404), 'must be 401'],
    ['whose "not on record" is a page', saysText('<p>404</p>', 'text/html', 404), 'content type'],
    [
      'that finds what is on no file',
      says({ recordedAt: null, code: HOUSE }),
      'cannot be read|answered found|Invalid',
    ],
    [
      'that calls every path "not on record"',
      says({ error: 'not-found' }, 404),
      'give it another body',
    ],
    ['that is down', (response) => response.destroy(), 'could not be reached'],
  ])('tells what is wrong with one %s: status 2', async (_, fault, told) => {
    service.fault = fault;
    const { code, lines } = await check(service.url);
    expect(lines.join('\n')).toMatch(new RegExp(`WRONG .*(?:${told})`));
    expect(code).toBe(2);
  });

  test('tells that a mobile on record is found under no other hash: another key was used', async () => {
    const { code, lines } = await check(service.url, '--mobile', '09000009999');
    expect(lines.join('\n')).toContain('WRONG  GET /people/{mobileHash}: answered not-found');
    expect(code).toBe(2);
  });

  test.each([
    [['ftp://records'], 'must begin with http'],
    [[], 'must be given an address'],
    [['http://127.0.0.1:1', '--mobile', '12'], '--mobile cannot be read'],
    [['http://127.0.0.1:1', '--moblie', '12'], 'usage: npm run check-records'],
  ])('a wrong argument is one line and status 2: %j', async (args, told) => {
    const { code, stderr, lines } = await check(...args);
    expect(stderr).toContain(told);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect({ code, lines }).toEqual({ code: 2, lines: [] });
  });
});

async function importInto(database: Database<unknown>, dir: string): Promise<void> {
  const keyedHash = createKeyedHash(recordsKey(PII_KEY));
  await importRecords({ database, dir, keyedHash, now: () => NOW });
}
