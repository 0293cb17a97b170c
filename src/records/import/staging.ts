import { CompiledQuery, type Kysely } from 'kysely';
import type { FileSpec, StoredColumn } from './file-spec.ts';

/** Where a run gathers its rows before the one transaction that brings them in. Unlogged: a crash empties it. */
export const STAGING = 'records_import';

export type AnyDatabase = Kysely<unknown>;

export async function execute<Row>(
  db: AnyDatabase,
  text: string,
  parameters: unknown[] = [],
): Promise<{ rows: Row[]; changed: number }> {
  const result = await db.executeQuery<Row>(CompiledQuery.raw(text, parameters));
  return { rows: result.rows, changed: Number(result.numAffectedRows ?? 0) };
}

/** The columns of the table, in the order in which a row's values are read. */
export function storedColumns(spec: FileSpec): StoredColumn[] {
  return spec.columns.flatMap((column) => column.stored);
}

/** `a.x = b.x and a.y = b.y` */
export function sameKey(left: string, right: string, key: readonly string[]): string {
  return key.map((name) => `${left}.${name} = ${right}.${name}`).join(' and ');
}

/** Also clears away what a run that was killed has left. */
export async function createStaging(db: AnyDatabase, specs: readonly FileSpec[]): Promise<void> {
  await dropStaging(db);
  await execute(db, `create schema ${STAGING}`);
  for (const { table, key } of specs) {
    // `refused` marks a row that stands only for its key; `stands` whether the table will have that key afterwards.
    await execute(
      db,
      `create unlogged table ${STAGING}.${table} as
       select t.*, 0 as line, false as refused, ''::text as change, true as stands
       from records.${table} t with no data`,
    );
    await execute(db, `create unique index on ${STAGING}.${table} (${key.join(', ')})`);
    const keys = key.map((name) => `t.${name}`).join(', ');
    await execute(
      db,
      `create unlogged table ${STAGING}.${table}_gone as
       select ${keys} from records.${table} t with no data`,
    );
  }
}

export async function dropStaging(db: AnyDatabase): Promise<void> {
  await execute(db, `drop schema if exists ${STAGING} cascade`);
}
