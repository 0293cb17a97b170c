import { CompiledQuery } from 'kysely';
import type { Certificate, Party, PropertyFile } from './record-store.ts';

/** A list of objects, in order; `[]` when there is none. JSON is the one shape both engines give alike. */
function list(select: string, order: string): string {
  return `(select coalesce(json_agg(x order by ${order}), '[]') from (${select}) x)`;
}

const PARTIES = list(
  `select o.id_hash as "nationalIdHash", y.mobile_hash as "mobileHash",
     coalesce(y.name_masked, '') as "nameMasked", o.role, o.dang,
     o.valid_from as "validFrom", o.valid_to as "validTo"
   from records.ownership o left join records.parties y on y.id_hash = o.id_hash
   where o.code = p.code`,
  'x.role, x."nationalIdHash"',
);

const CHARGES = list(
  `select account, fiscal_year as "fiscalYear", principal_rials as "principalRials",
     late_rials as "lateRials", vat_rials as "vatRials", discount_rials as "discountRials",
     paid_rials as "paidRials",
     greatest(principal_rials + late_rials + vat_rials - discount_rials - paid_rials, 0) as "dueRials"
   from records.charges where code = p.code`,
  'x.account, x."fiscalYear"',
);

const BILLS = list(
  `select bill_id as "billId", payment_id as "paymentId", code, account, amount_rials as "amountRials",
     issued_on as "issuedOn", pay_by as "payBy", status
   from records.bills where code = p.code`,
  'x."issuedOn", x."billId", x."paymentId"',
);

const PAYMENTS = list(
  `select y.bill_id as "billId", y.payment_id as "paymentId", y.paid_at as "paidAt",
     y.amount_rials as "amountRials", y.channel, nullif(y.trace_no, '') as "traceNo"
   from records.bills b
   join records.payments y on y.bill_id = b.bill_id and y.payment_id = b.payment_id
   where b.code = p.code`,
  'x."paidAt", x."billId", x."paymentId"',
);

const REQUESTS = list(
  `select r.request_no as "requestNo", r.service, r.file_no as "fileNo",
     r.applicant_hash as "applicantNationalIdHash", y.mobile_hash as "applicantMobileHash",
     r.office_code as "officeCode", r.status, r.stage, r.opened_at as "openedAt", r.due_on as "dueOn",
     r.closed_at as "closedAt", r.letter_no as "letterNo", r.letter_from as "letterFrom",
     (select coalesce(json_agg(s order by s.seq), '[]') from (
       select seq, stage, unit, entered_at as "enteredAt", left_at as "leftAt", outcome,
         public_note as "publicNote"
       from records.request_steps t where t.request_no = r.request_no
     ) s) as steps
   from records.requests r left join records.parties y on y.id_hash = r.applicant_hash
   where r.code = p.code`,
  'x."openedAt", x."requestNo"',
);

const CERTIFICATES = list(
  `select kind, number, request_no as "requestNo", issued_on as "issuedOn",
     valid_until as "validUntil", status, floors, units, area_m2 as "areaM2"
   from records.certificates where code = p.code`,
  'x."issuedOn", x.kind, x.number',
);

const VIOLATIONS = list(
  `select no, kind, floor, area_m2 as "areaM2", year, status, decision_no as "decisionNo",
     decision_level as "decisionLevel", decision, fine_rials as "fineRials", notified_on as "notifiedOn"
   from records.violations where code = p.code`,
  'x.no',
);

const HOLDS = list(
  'select level, since, until from records.holds where code = p.code',
  'x.since, x.level',
);

// The texts are put together once: every answer asks them.
const FILES = `
  select json_build_object(
    'code', p.code, 'district', p.district, 'level', p.level, 'address', p.address,
    'postalCode', p.postal_code, 'plate', p.plate, 'plateSection', p.plate_section,
    'landUse', p.land_use, 'deedAreaM2', p.deed_area_m2, 'builtAreaM2', p.built_area_m2,
    'lat', p.lat, 'lon', p.lon, 'updatedAt', p.updated_at,
    'parties', ${PARTIES}, 'charges', ${CHARGES}, 'bills', ${BILLS}, 'payments', ${PAYMENTS},
    'requests', ${REQUESTS}, 'certificates', ${CERTIFICATES}, 'violations', ${VIOLATIONS},
    'holds', ${HOLDS}
  ) as file
  from records.properties p where p.code = any($1::text[])`;

/** Everything on record for each of these properties, as one object each. */
export function propertyFilesQuery(
  codes: readonly string[],
): CompiledQuery<{ file: PropertyFile }> {
  return CompiledQuery.raw(FILES, [codes]);
}

const CERTIFICATES_OF_A_DAY = `
  select kind, number, request_no as "requestNo", issued_on as "issuedOn",
    valid_until as "validUntil", status, floors, units, area_m2 as "areaM2"
  from records.certificates where code = $1 and issued_on = $2`;

/** A property's certificates of one day. */
export function certificatesIssuedQuery(
  code: string,
  issuedOn: string,
): CompiledQuery<Certificate> {
  return CompiledQuery.raw(CERTIFICATES_OF_A_DAY, [code, issuedOn]);
}

const HOLDINGS = list(
  `select o.code, p.address, p.district, p.level, o.role, o.valid_from as "validFrom",
     o.valid_to as "validTo"
   from records.ownership o join records.properties p on p.code = o.code
   where o.id_hash = y.id_hash`,
  'x.code, x.role',
);

const APPLICATIONS = list(
  `select r.request_no as "requestNo", r.code, p.address
   from records.requests r join records.properties p on p.code = r.code
   where r.applicant_hash = y.id_hash`,
  'x."requestNo"',
);

const PARTIES_BY_MOBILE = `
  select y.mobile_hash as "mobileHash", json_build_object('nationalIdHash', y.id_hash, 'holdings', ${HOLDINGS},
    'applications', ${APPLICATIONS}) as party
  from records.parties y where y.mobile_hash = any($1::text[]) order by y.id_hash`;

/** Everyone with one of these mobiles, each as one object. */
export function partiesByMobileQuery(
  mobileHashes: readonly string[],
): CompiledQuery<{ mobileHash: string; party: Party }> {
  return CompiledQuery.raw(PARTIES_BY_MOBILE, [mobileHashes]);
}
