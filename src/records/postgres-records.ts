import { type Kysely, sql } from 'kysely';
import { certificateNumberKey } from '../language/certificate-number.ts';
import { INSPECTOR_ID_DIGITS, USUAL_DAILY_MAX } from './inspector.ts';
import {
  certificatesIssuedQuery,
  partiesByMobileQuery,
  propertyFileQuery,
} from './record-queries.ts';
import type { Bill, District, Inspector, Office, RecordStore, Street } from './record-store.ts';

/**
 * The records that were imported into the database's `records` schema. Each question is one round trip
 * of index look-ups; `db` gives the time limit and turns failures into `UpstreamError`.
 */
export function postgresRecords<Schema>(db: Kysely<Schema>): RecordStore {
  return {
    async partiesByMobile(mobileHash) {
      const { rows } = await db.executeQuery(partiesByMobileQuery(mobileHash));
      return rows.map(({ party }) => party);
    },

    async propertyFile(code) {
      const { rows } = await db.executeQuery(propertyFileQuery(code));
      return rows[0]?.file ?? null;
    },

    async codeOfRequest(requestNo) {
      const { rows } = await sql<{ code: string }>`
        select code from records.requests where request_no = ${requestNo}`.execute(db);
      return rows[0]?.code ?? null;
    },

    async bill(billId, paymentId) {
      const { rows } = await sql<Bill>`
        select bill_id as "billId", payment_id as "paymentId", code, account,
          amount_rials as "amountRials", issued_on as "issuedOn", pay_by as "payBy", status
        from records.bills where bill_id = ${billId} and payment_id = ${paymentId}`.execute(db);
      return rows[0] ?? null;
    },

    async certificate({ number, code, issuedOn }) {
      const { rows } = await db.executeQuery(certificatesIssuedQuery(code, issuedOn));
      const key = certificateNumberKey(number);
      return rows.find((row) => certificateNumberKey(row.number) === key) ?? null;
    },

    async offices() {
      const { rows } = await sql<Office>`
        select code, name, district, address, phone, lat, lon, services, hours
        from records.offices order by code`.execute(db);
      return rows;
    },

    async districts() {
      const { rows } = await sql<District>`
        select district, name from records.districts order by district`.execute(db);
      return rows;
    },

    async streets() {
      const { rows } = await sql<Street>`
        select name, district, lat, lon from records.streets order by district, name`.execute(db);
      return rows;
    },

    async inspectors(district) {
      const { rows } = await sql<Inspector>`
        select left(mobile_hash, ${sql.lit(INSPECTOR_ID_DIGITS)}) as id, name, district,
          coalesce(daily_max, ${sql.lit(USUAL_DAILY_MAX)}) as "dailyMax"
        from records.staff
        where role = 'inspector' and (district = ${district} or district is null)
        order by mobile_hash`.execute(db);
      return rows;
    },

    async recordedAt() {
      const { rows } = await sql<{ at: Date }>`
        select at from records.imports order by at desc limit 1`.execute(db);
      return rows[0]?.at ?? null;
    },
  };
}
