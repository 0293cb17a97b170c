import { type AnyDatabase, execute } from './staging.ts';

/** An address begins with its street: «خیابان مهدیه، کوچه لاله، پلاک ۱۲». */
const STREETS = `select distinct trim(split_part(address, '،', 1)) as name, district
  from records.properties`;

/** Derives the streets anew once properties have changed. */
export async function refreshStreets(tx: AnyDatabase): Promise<void> {
  await execute(tx, 'delete from records.streets');
  await execute(tx, `insert into records.streets (name, district) ${STREETS}`);
}
