import { cp, mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { importRecords } from '../../src/records/import/import-records.ts';
import { createKeyedHash } from '../../src/records/keyed-hash.ts';
import { postgresRecords } from '../../src/records/postgres-records.ts';
import { testDatabases } from '../helpers/database.ts';

const DEMO = join(import.meta.dirname, '../../city/demo');

describe.each(testDatabases())('the demo city on $name', ({ open }) => {
  test('is imported with nothing refused', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'demo-'));
    await cp(DEMO, dir, { recursive: true });
    const database = await open();
    const t = performance.now();
    const options = { database, dir, keyedHash: createKeyedHash('ab'.repeat(32)), now: () => new Date() };
    const report = await importRecords(options);
    console.log(performance.now() - t, report);
    const t2 = performance.now();
    console.log(performance.now() - t2, await importRecords(options));
    console.log(JSON.stringify(await postgresRecords(database.db).propertyFile('3-11-245-7-0-0-0'), null, 1));
    await database.close();
    await rm(dir, { recursive: true });
  });
});
