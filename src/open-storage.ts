import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from './config.ts';
import { type Database, openDatabase } from './database/database.ts';
import { migrate } from './database/migrate.ts';
import { PATHS } from './paths.ts';
import { postgresRecords } from './records/postgres-records.ts';
import type { Tables } from './tables.ts';

/** Where the embedded database of the real records lies. */
export function recordsFolder(config: Config): string {
  return join(config.dataDir, 'database');
}

/** The playground has a database of its own: nobody may claim a phone over real records. */
function playgroundFolder(config: Config): string {
  return join(config.dataDir, 'playground');
}

/** What the bot opens: without a token it is the playground. */
export function storageOf(config: Config): { url: string } | { folder: string } {
  if (config.databaseUrl) return { url: config.databaseUrl };
  return { folder: config.botToken ? recordsFolder(config) : playgroundFolder(config) };
}

/** Opens the database the settings name and brings its tables up to date. */
export async function openStorage(
  where: { url: string } | { folder: string },
): Promise<Database<Tables>> {
  const database = await openDatabase<Tables>(where);
  try {
    await migrate(database, PATHS.migrations);
  } catch (error) {
    await database.close();
    throw error;
  }
  return database;
}

/** Whether real records have been imported into `DATA_DIR`. */
export async function hasImportedRecords(config: Config): Promise<boolean> {
  const folder = recordsFolder(config);
  if (!existsSync(folder)) return false;
  const database = await openStorage({ folder });
  try {
    return (await postgresRecords(database.db).recordedAt()) !== null;
  } finally {
    await database.close();
  }
}
