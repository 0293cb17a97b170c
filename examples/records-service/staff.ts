import { type Kysely, sql } from 'kysely';

export interface StaffMember {
  mobileHash: string;
  name: string;
  role: string;
  district: number | null;
  dailyMax: number | null;
}

export async function staffOnRecord<Schema>(db: Kysely<Schema>): Promise<StaffMember[]> {
  const { rows } = await sql<StaffMember>`
    select mobile_hash as "mobileHash", name, role, district, daily_max as "dailyMax"
    from records.staff order by mobile_hash`.execute(db);
  return rows;
}
