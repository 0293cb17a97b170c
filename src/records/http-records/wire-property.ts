import { z } from 'zod';
import { maskName } from '../../language/names.ts';
import { CHARGE_ACCOUNTS, ROLES, SERVICES } from '../../language/vocabulary.ts';
import {
  text as anyText,
  billId,
  day,
  dayAndTime,
  key,
  postalCode,
  renovationCode,
} from '../import/readers.ts';
import type { PropertyFile } from '../record-store.ts';
import { hash, numberOrNull, orNull, rials, text, wholeOrNull } from './wire-fields.ts';

export const LEVELS = ['parcel', 'building', 'apartment', 'guild'] as const;

const PARTY = z.object({
  nationalIdHash: hash,
  mobileHash: hash.nullable(),
  // A name that comes whole goes no further than this.
  nameMasked: z.string().transform(maskName),
  role: z.enum(ROLES),
  dang: z.number().min(0).max(6).nullable(),
  validFrom: orNull(day),
  validTo: orNull(day),
});

const CHARGE = z
  .object({
    account: z.enum(CHARGE_ACCOUNTS),
    fiscalYear: z.int().min(1200).max(1600),
    principalRials: rials,
    lateRials: rials,
    vatRials: rials,
    discountRials: rials,
    paidRials: rials,
  })
  .transform((charge) => {
    const { principalRials, lateRials, vatRials, discountRials, paidRials } = charge;
    const due = principalRials + lateRials + vatRials - discountRials - paidRials;
    return { ...charge, dueRials: Math.max(due, 0) };
  });

export const BILL = z.object({
  billId: text(billId),
  paymentId: text(key),
  code: text(renovationCode),
  account: z.enum(CHARGE_ACCOUNTS),
  amountRials: rials,
  issuedOn: orNull(day),
  payBy: orNull(day),
  status: z.enum(['issued', 'paid', 'void']),
});

const PAYMENT = z.object({
  billId: text(billId),
  paymentId: text(key),
  paidAt: text(dayAndTime),
  amountRials: rials,
  channel: orNull(anyText),
  traceNo: orNull(key),
});

const STEP = z.object({
  seq: z.int(),
  stage: text(anyText),
  unit: orNull(anyText),
  enteredAt: text(day),
  leftAt: orNull(day),
  outcome: z.enum(['forwarded', 'returned', 'defect', 'done']).nullable(),
  publicNote: orNull(anyText),
});

const REQUEST = z.object({
  requestNo: text(key),
  service: z.enum(SERVICES),
  fileNo: orNull(key),
  applicantNationalIdHash: hash.nullable(),
  applicantMobileHash: hash.nullable(),
  officeCode: orNull(key),
  status: z.enum([
    ...['not-started', 'in-progress', 'waiting-citizen', 'waiting-payment'],
    ...['completed', 'cancelled', 'archived'],
  ] as const),
  stage: orNull(anyText),
  openedAt: text(day),
  dueOn: orNull(day),
  closedAt: orNull(day),
  letterNo: orNull(anyText),
  letterFrom: orNull(anyText),
  steps: z.array(STEP).transform((steps) => steps.toSorted((a, b) => a.seq - b.seq)),
});

const CERTIFICATE = z.object({
  kind: z.enum([
    ...['building-permit', 'completion', 'no-violation', 'inquiry-answer'],
    ...['clearance', 'subdivision', 'excavation'],
  ] as const),
  number: text(key),
  requestNo: orNull(key),
  issuedOn: text(day),
  validUntil: orNull(day),
  status: z.enum(['valid', 'expired', 'revoked']),
  floors: wholeOrNull,
  units: wholeOrNull,
  areaM2: numberOrNull,
});

const VIOLATION = z.object({
  no: text(key),
  kind: text(anyText),
  floor: orNull(anyText),
  areaM2: numberOrNull,
  year: wholeOrNull,
  status: z.enum(['open', 'in-commission', 'settled', 'removed']),
  decisionNo: orNull(key),
  decisionLevel: z.enum(['first', 'appeal']).nullable(),
  decision: z.enum(['fine', 'demolish', 'acquit', 'restore-use']).nullable(),
  fineRials: rials.nullable(),
  notifiedOn: orNull(day),
});

const HOLD = z.object({
  level: z.enum(['warn', 'stop']),
  since: text(day),
  until: orNull(day),
});

/** Every field must be given and every list be there: a file with a part missing is no file. */
export const PROPERTY = z.object({
  code: text(renovationCode),
  district: z.int(),
  level: z.enum(LEVELS).nullable(),
  address: text(anyText),
  postalCode: orNull(postalCode),
  plate: orNull(key),
  plateSection: orNull(anyText),
  landUse: orNull(anyText),
  deedAreaM2: numberOrNull,
  builtAreaM2: numberOrNull,
  lat: numberOrNull,
  lon: numberOrNull,
  updatedAt: orNull(day),
  parties: z.array(PARTY),
  charges: z.array(CHARGE),
  bills: z.array(BILL),
  payments: z.array(PAYMENT),
  requests: z.array(REQUEST),
  certificates: z.array(CERTIFICATE),
  violations: z.array(VIOLATION),
  holds: z.array(HOLD),
}) satisfies z.ZodType<PropertyFile>;
