import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { migrate } from '../../src/database/migrate.ts';
import { pgliteDatabase } from '../../src/database/pglite.ts';

export const MIGRATIONS = join(import.meta.dirname, '../../migrations');
const CACHE = join(import.meta.dirname, '../../node_modules/.cache/pasokh');
const ENGINE = join(import.meta.dirname, '../../node_modules/@electric-sql/pglite/package.json');

/** The path of a dump of a migrated embedded database; made once for each state of the migrations. */
export async function prepareDump(): Promise<string> {
  const path = join(CACHE, `database-${stateOfMigrations()}.tar`);
  if (existsSync(path)) return path;

  const pglite = await PGlite.create();
  const database = pgliteDatabase(pglite, { queryMs: 60_000, connections: 1 });
  await migrate(database, MIGRATIONS);
  const dump = await pglite.dumpDataDir('none');
  await database.close();

  mkdirSync(CACHE, { recursive: true });
  for (const old of readdirSync(CACHE)) {
    if (old.startsWith('database-')) rmSync(join(CACHE, old));
  }
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, Buffer.from(await dump.arrayBuffer()));
  renameSync(draft, path);
  return path;
}

function stateOfMigrations(): string {
  const hash = createHash('sha256').update(readFileSync(ENGINE));
  for (const name of readdirSync(MIGRATIONS).sort()) {
    hash.update(name).update(readFileSync(join(MIGRATIONS, name)));
  }
  return hash.digest('hex').slice(0, 16);
}
