import { CompiledQuery, type Kysely, sql } from 'kysely';
import { inBatches } from '../in-batches.ts';
import { certificateNumberKey } from '../language/certificate-number.ts';
import { INSPECTOR_ID_DIGITS, USUAL_DAILY_MAX } from './inspector.ts';
import {
  certificatesIssuedQuery,
  partiesByMobileQuery,
  propertyFilesQuery,
} from './record-queries.ts';
import type { Bill, District, Inspector, Office, RecordStore, Street } from './record-store.ts';

const LAST_IMPORT: CompiledQuery<{ at: Date }> = CompiledQuery.raw(
  'select at from records.imports order by at desc limit 1',
);

/**
 * The records that were imported into the database's `records` schema. Each question is one round trip
 * of index look-ups, which the questions of many turns make together; `db` gives the time limit and turns
 * failures into `UpstreamError`.
 */
export function postgresRecords<Schema>(db: Kysely<Schema>): RecordStore {
  return {
    partiesByMobile: inBatches(async (mobileHashes) => {
      const { rows } = await db.executeQuery(partiesByMobileQuery(mobileHashes));
      return mobileHashes.map((asked) =>
        rows.filter(({ mobileHash }) => mobileHash === asked).map(({ party }) => party),
      );
    }),

    propertyFile: inBatches(async (codes) => {
      const { rows } = await db.executeQuery(propertyFilesQuery(codes));
      const files = new Map(rows.map(({ file }) => [file.code, file]));
      return codes.map((code) => files.get(code) ?? null);
    }),

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

    recordedAt: recordedAt(db),
  };
}

function recordedAt<Schema>(db: Kysely<Schema>): RecordStore['recordedAt'] {
  const ask = inBatches(async (asking: readonly null[]) => {
    const { rows } = await db.executeQuery(LAST_IMPORT);
    return asking.map(() => rows[0]?.at ?? null);
  });
  return () => ask(null);
}
