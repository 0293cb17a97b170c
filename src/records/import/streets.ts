import { type AnyDatabase, execute } from './staging.ts';

const ON_RECORD = `select distinct district, street as name from records.properties where street is not null`;

/** To the metre, so that adding the same numbers in another order changes nothing. */
const POSITIONS = `
  select district, street,
    round(avg(lat)::numeric, 5)::double precision as lat,
    round(avg(lon)::numeric, 5)::double precision as lon
  from records.properties where street is not null group by district, street`;

/** Brings the list of streets in line with the properties; what is right already is not touched. */
export async function renewStreets(db: AnyDatabase): Promise<void> {
  await execute(db, `delete from records.streets where (district, name) not in (${ON_RECORD})`);
  await execute(
    db,
    `insert into records.streets (district, name) ${ON_RECORD} on conflict do nothing`,
  );
  await execute(
    db,
    `update records.streets set lat = known.lat, lon = known.lon
     from (${POSITIONS}) known
     where known.district = streets.district and known.street = streets.name
       and (streets.lat, streets.lon) is distinct from (known.lat, known.lon)`,
  );
}
