import type { FileSpec } from './file-spec.ts';
import { type AnyDatabase, execute, STAGING, sameKey } from './staging.ts';

/** Pages of a table looked at in one go: some ten thousand rows. */
const PAGES = 256;

/** Notes which rows on record are no longer in the file; a stretch at a time, so that others get their turn. */
export async function findVanished(
  db: AnyDatabase,
  { table, key }: FileSpec,
): Promise<{ before: number; vanished: number }> {
  const keys = key.map((name) => `r.${name}`).join(', ');
  let before = 0;
  let vanished = 0;
  for (const [from, to] of await stretches(db, `records.${table}`)) {
    const { rows } = await execute<{ before: number; vanished: number }>(
      db,
      `with stretch as (
         select * from records.${table} r where r.ctid >= '(${from},0)'::tid and r.ctid < '(${to},0)'::tid
       ), gone as (
         insert into ${STAGING}.${table}_gone
         select ${keys} from stretch r
         where (select s.stands from ${STAGING}.${table} s where ${sameKey('s', 'r', key)}) is not true
         returning 1
       )
       select (select count(*) from stretch)::integer as before, (select count(*) from gone)::integer as vanished`,
    );
    before += rows[0]!.before;
    vanished += rows[0]!.vanished;
  }
  return { before, vanished };
}

/** A table's pages, parted. */
export async function stretches(db: AnyDatabase, table: string): Promise<[number, number][]> {
  const { rows } = await execute<{ pages: number }>(
    db,
    `select (pg_relation_size('${table}') / current_setting('block_size')::integer)::integer as pages`,
  );
  const count = Math.ceil(rows[0]!.pages / PAGES);
  return Array.from({ length: count }, (_, i) => [i * PAGES, (i + 1) * PAGES]);
}
