import { openDatabase } from '../../src/database/database.ts';
import { importRecords } from '../../src/records/import/import-records.ts';
import { KEYED_HASH, NOW } from './records-folder.ts';

/** Imports a folder and says how far it is: `reading` in the middle of the files, `changing` in the transaction. */
const [, , where, dir] = process.argv;
const database = await openDatabase(JSON.parse(where!), { queryMs: 60_000 });
await importRecords({
  database,
  dir: dir!,
  keyedHash: KEYED_HASH,
  onProgress: ({ read, size }) => {
    if (read > size / 2) console.log('reading');
  },
  now: () => {
    console.log('changing');
    return NOW;
  },
});
await database.close();
console.log('done');
