import { z } from 'zod';
import { ROLES, SERVICES } from '../../language/vocabulary.ts';
import { text as anyText, day, key, renovationCode } from '../import/readers.ts';
import type { Party } from '../record-store.ts';
import { hash, numberOrNull, orNull, text, wholeOrNull } from './wire-fields.ts';
import { BILL, LEVELS, PROPERTY } from './wire-property.ts';

/** How up to date the records behind an answer are; null while there are none. Every answer says it. */
const recordedAt = z.iso
  .datetime({ offset: true })
  .transform((at) => new Date(at))
  .nullable();

const HOLDING = z.object({
  code: text(renovationCode),
  address: text(anyText),
  district: z.int(),
  level: z.enum(LEVELS).nullable(),
  role: z.enum(ROLES),
  validFrom: orNull(day),
  validTo: orNull(day),
});

const APPLICATION = z.object({
  requestNo: text(key),
  code: text(renovationCode),
  address: text(anyText),
});

const PERSON = z.object({
  nationalIdHash: hash,
  holdings: z.array(HOLDING),
  applications: z.array(APPLICATION),
}) satisfies z.ZodType<Party>;

const OFFICE = z.object({
  code: text(key),
  name: text(anyText),
  district: wholeOrNull,
  address: text(anyText),
  phone: orNull(key),
  lat: numberOrNull,
  lon: numberOrNull,
  services: z.array(z.enum(SERVICES)),
  hours: orNull(anyText),
});

const STAFF = z.object({
  mobileHash: hash,
  name: text(anyText),
  role: z.enum(['inspector', 'clerk', 'operator', 'admin']),
  district: wholeOrNull,
  dailyMax: wholeOrNull,
});

const CHANGE = z.object({
  kind: z.enum(['request', 'bill', 'certificate']),
  key: z.array(text(key)).min(1).max(2),
  code: text(renovationCode),
  isNew: z.boolean(),
});

export type Change = z.infer<typeof CHANGE>;

/** The answers of the records service, as `docs/records-service.openapi.yaml` describes them. */
export const PEOPLE_ANSWER = z.object({ recordedAt, people: z.array(PERSON).min(1) });
export const PROPERTY_ANSWER = z.object({ recordedAt, property: PROPERTY });
export const REQUEST_ANSWER = z.object({ recordedAt, code: text(renovationCode) });
export const BILL_ANSWER = z.object({ recordedAt, bill: BILL });
export const CITY_ANSWER = z.object({
  recordedAt,
  districts: z.array(z.object({ district: z.int(), name: text(anyText) })),
  offices: z.array(OFFICE),
  streets: z.array(
    z.object({ name: text(anyText), district: z.int(), lat: numberOrNull, lon: numberOrNull }),
  ),
  staff: z.array(STAFF),
});
export const CHANGES_ANSWER = z.object({
  recordedAt,
  cursor: z.string().min(1).max(200),
  changes: z.array(CHANGE).max(1_000),
});
export const NOT_FOUND_ANSWER = z.object({ error: z.literal('not-found') });
export const NOT_OFFERED_ANSWER = z.object({ error: z.literal('not-offered') });
