import { z } from 'zod';
import { toLatinDigits } from '../language/digits.ts';
import { isoOfJalali, WEEKDAYS, type Weekday } from '../language/jalali.ts';
import { SERVICES } from '../language/vocabulary.ts';

/** The forms of the profile's files. Strict: a misspelt key is refused, not ignored. */

const line = z.string().trim().min(1, 'must not be empty');
const lines = z.array(line).min(1);
const whole = z.int().min(0);
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time like 08:30');

const weekdays = z.string().transform((text, context): ReadonlySet<Weekday> => {
  const [first, last = first, ...more] = text.split('-').map((d) => WEEKDAYS.indexOf(d as Weekday));
  if (first === undefined || last === undefined || first < 0 || last < first || more.length > 0) {
    context.addIssue(`must be weekdays like sat-wed, of ${WEEKDAYS.join(', ')}`);
    return z.NEVER;
  }
  return new Set(WEEKDAYS.slice(first, last + 1));
});

export const cityFile = z.strictObject({
  name: line,
  phone: line,
  website: z.url(),
  timeZone: z.literal('Asia/Tehran'),
  hours: line,
  workingDays: weekdays,
  freshnessMonths: whole.min(1),
  booking: z.strictObject({
    days: weekdays,
    firstStart: time,
    lastStart: time,
    slotMinutes: z.int().min(10).max(240),
    leadWorkingDays: whole,
    horizonWorkingDays: whole.min(1).max(120),
    holdMinutes: z.int().min(1).max(60),
    openPerCitizen: z.int().min(1),
    madePer30Days: z.int().min(1),
    changeUntil: time,
    movesPerVisit: whole.default(2),
    remindAt: time.default('18:00'),
  }),
  quietHours: z
    .strictObject({ from: time, until: time })
    .default({ from: '21:00', until: '08:00' }),
});
export type CityFile = z.infer<typeof cityFile>;

const stage = z.strictObject({
  title: line,
  unit: line,
  stopsClock: z.boolean().default(false),
});

const service = z.strictObject({
  title: line,
  visit: z.enum(['always', 'if-no-record', 'never']),
  applicants: line,
  documents: lines,
  steps: lines,
  workingDays: z.int().min(1).nullable(),
  durationNote: line.nullable(),
  cost: line,
  conditions: z.array(line),
  validity: line.nullable(),
  /** Usual working days by stage, in order; a stage that stops the clock has none. */
  stages: z.record(z.string(), z.int().min(1).nullable()),
});

export const servicesFile = z.strictObject({
  stages: z.record(z.string(), stage),
  services: z.record(z.enum(SERVICES), service),
});
export type ServicesFile = z.infer<typeof servicesFile>;

const jalaliDay = z.string().transform((text, context) => {
  const parts = /^(\d{4})\/(\d{2})\/(\d{2})$/.exec(toLatinDigits(text));
  const iso = parts && isoOfJalali(Number(parts[1]), Number(parts[2]), Number(parts[3]));
  if (iso) return iso;
  context.addIssue('must be a Jalali date that exists, like 1405/01/01');
  return z.NEVER;
});

export const holidaysFile = z.strictObject({
  holidays: z.array(
    z.strictObject({
      date: jalaliDay,
      name: line,
      status: z.enum(['official', 'predicted', 'local']),
    }),
  ),
});
