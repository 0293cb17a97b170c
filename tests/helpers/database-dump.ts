import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
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
const DUMP = 'dump.tar';
const CLUSTER = 'cluster';

/** The embedded database with every migration done and nothing in it. */
export interface MadeDatabase {
  /** For a database in memory. */
  dump: string;
  /** Its files, for a database in a folder. */
  cluster: string;
}

/** Made once for each state of the migrations: it takes seconds. */
export async function prepareDatabase(): Promise<MadeDatabase> {
  const folder = join(CACHE, `embedded-${stateOfMigrations()}`);
  const made = { dump: join(folder, DUMP), cluster: join(folder, CLUSTER) };
  if (existsSync(folder)) return made;

  mkdirSync(CACHE, { recursive: true });
  // Under another name until it is whole.
  const draft = mkdtempSync(join(CACHE, 'draft-'));
  try {
    await makeIn(draft);
    renameSync(draft, folder);
  } catch (error) {
    rmSync(draft, { recursive: true });
    // Another run may have been faster.
    if (!existsSync(folder)) throw error;
  }
  for (const name of readdirSync(CACHE)) {
    const path = join(CACHE, name);
    if (name.startsWith('embedded-') && path !== folder) rmSync(path, { recursive: true });
  }
  return made;
}

async function makeIn(folder: string): Promise<void> {
  const pglite = await PGlite.create({ dataDir: join(folder, CLUSTER) });
  const database = pgliteDatabase(pglite, { queryMs: 60_000, connections: 1 });
  await migrate(database, MIGRATIONS);
  const dump = await pglite.dumpDataDir('none');
  await database.close();
  writeFileSync(join(folder, DUMP), Buffer.from(await dump.arrayBuffer()));
}

function stateOfMigrations(): string {
  const hash = createHash('sha256').update(readFileSync(ENGINE));
  for (const name of readdirSync(MIGRATIONS).sort()) {
    hash.update(name).update(readFileSync(join(MIGRATIONS, name)));
  }
  return hash.digest('hex').slice(0, 16);
}
