import { type AnyDatabase, execute } from './staging.ts';

const ON_RECORD = `select distinct district, street as name from records.properties where street is not null`;

/** Brings the list of streets in line with the properties; what is right already is not touched. */
export async function renewStreets(db: AnyDatabase): Promise<void> {
  await execute(db, `delete from records.streets where (district, name) not in (${ON_RECORD})`);
  await execute(
    db,
    `insert into records.streets (district, name) ${ON_RECORD} on conflict do nothing`,
  );
}
