import { sql } from 'kysely';
import { openDatabase } from '../../src/database/database.ts';

/**
 * Writes on from the last number into the embedded database of the folder it is given, and says each once it is
 * kept. With `checkpoints` it makes one after every twenty, with much to write, and says so right before.
 */
const [, , folder, way] = process.argv;
const { db } = await openDatabase({ folder: folder! }, { queryMs: 20_000 });
await sql`create table if not exists written (n integer primary key)`.execute(db);
await sql`create table if not exists filling (words text)`.execute(db);
const { rows } = await sql<{ last: number | null }>`select max(n) as last from written`.execute(db);
for (let n = (rows[0]?.last ?? 0) + 1; ; n++) {
  await sql`insert into written values (${n})`.execute(db);
  console.log(n);
  if (way !== 'checkpoints' || n % 20 !== 0) continue;
  await sql`insert into filling select repeat(md5(random()::text), 30) from generate_series(1, 2000)`.execute(
    db,
  );
  console.log('checkpoint');
  await sql`checkpoint`.execute(db);
}
