import { sql } from 'kysely';
import { openDatabase } from '../../src/database/database.ts';

/** Writes 1, 2, 3 … into the embedded database of the folder it is given, and says each once it is kept. */
const { db } = await openDatabase({ folder: process.argv[2]! }, { queryMs: 20_000 });
await sql`create table written (n integer primary key)`.execute(db);
for (let n = 1; ; n++) {
  await sql`insert into written values (${n})`.execute(db);
  console.log(n);
}
