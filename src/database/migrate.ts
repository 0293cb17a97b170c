import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { type Kysely, sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { SetupError, UpstreamError } from '../errors.ts';
import type { Database } from './database.ts';
import { failureOf, sqlState } from './failures.ts';
import { statementsOf } from './statements.ts';

const MIGRATING_MS = 3_600_000;
const MOST_ATTEMPTS = 20;
/** Doubling, so that whoever uses a table gets on with it between two attempts. */
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 2_000;
const LOCK_NOT_AVAILABLE = '55P03';

/**
 * Brings the tables up to date with the numbered files of the folder (`0001-records.sql`), all of them
 * or none. Two processes may start at once: the second waits and finds nothing left to do.
 *
 * @param pause waits so many milliseconds before a table that is in use is tried again
 * @returns the names of the migrations that were run
 */
export async function migrate<Schema>(
  database: Pick<Database<Schema>, 'within'>,
  folder: string,
  pause: (ms: number) => Promise<unknown> = setTimeout,
): Promise<string[]> {
  const migrations = migrationsIn(folder);
  const db = database.within(MIGRATING_MS);
  for (let attempt = 1; ; attempt++) {
    const { error, results = [] } = await migratorOf(db, migrations).migrateToLatest();
    if (!error) return results.map((result) => result.migrationName);
    if (attempt < MOST_ATTEMPTS && isLockTimeout(error)) {
      await pause(pauseAfter(attempt));
      continue;
    }
    const failed = results.find((result) => result.status === 'Error')?.migrationName;
    throw explained(error, folder, failed);
  }
}

/** Spread, so that it does not keep step with what uses the table again and again. */
function pauseAfter(attempt: number): number {
  const most = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (attempt - 1));
  return most * (0.5 + Math.random() / 2);
}

function migratorOf<Schema>(db: Kysely<Schema>, migrations: Record<string, Migration>): Migrator {
  return new Migrator({
    db,
    provider: { getMigrations: async () => migrations },
    migrationTableSchema: 'pasokh',
    migrationTableName: 'migrations',
    migrationLockTableName: 'migrations_lock',
  });
}

function migrationsIn(folder: string): Record<string, Migration> {
  const names = readdirSync(folder).filter((name) => name.endsWith('.sql'));
  const numbers = new Set<string>();
  for (const name of names) {
    const number = /^(\d{4})-[a-z0-9-]+\.sql$/.exec(name)?.[1];
    if (!number) throw new SetupError(`${join(folder, name)}: must be named like 0001-records.sql`);
    if (numbers.has(number))
      throw new SetupError(`${folder}: two migrations are numbered ${number}`);
    numbers.add(number);
  }
  return Object.fromEntries(
    names.map((name) => [name.slice(0, -'.sql'.length), migrationOf(join(folder, name))]),
  );
}

function migrationOf(path: string): Migration {
  return {
    async up(db) {
      // Waiting longer for a table would make every query behind us wait too.
      await sql`set local lock_timeout = '500ms'`.execute(db);
      for (const statement of statementsOf(readFileSync(path, 'utf8'))) {
        await sql.raw(statement).execute(db);
      }
    },
  };
}

function isLockTimeout(error: unknown): boolean {
  return error instanceof Error && sqlState(error.cause) === LOCK_NOT_AVAILABLE;
}

function explained(error: unknown, folder: string, failed: string | undefined): unknown {
  const message = error instanceof Error ? error.message : String(error);
  if (message.startsWith('corrupted migrations')) {
    return new SetupError(
      `${folder}: the database was made by another version of this program (${message})`,
      { cause: error },
    );
  }
  if (!failed || error instanceof UpstreamError) return failureOf(error);
  return new Error(`${folder}/${failed}.sql: ${message}`, { cause: error });
}
