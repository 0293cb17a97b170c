import type { Kysely } from 'kysely';
import { loadCity } from '../../src/city/load-city.ts';
import { confirmBooking } from '../../src/inspections/confirm-booking.ts';
import { createInspections, type Inspections } from '../../src/inspections/create-inspections.ts';
import type { VisitInspector } from '../../src/inspections/free-places.ts';
import { type HoldOutcome, type HoldPlace, holdPlace } from '../../src/inspections/hold-place.ts';
import type { Place, VisitSubject } from '../../src/inspections/inspections.ts';
import type { InspectionTables } from '../../src/inspections/tables.ts';
import { instantAt, isoOfJalali } from '../../src/language/jalali.ts';

export const city = await loadCity('city');
export const RULES = city.booking;

/** Saturday 30 Aban 1405, ten in the morning. */
export const NOW = instantAt('2026-11-21', '10:00');
export const minutesLater = (minutes: number, from = NOW) =>
  new Date(from.getTime() + minutes * 60_000);
export const jalali = (month: number, day: number, year = 1405) => isoOfJalali(year, month, day)!;
/** Wednesday 4 Azar: the first day that leaves three whole working days. */
export const FIRST_DAY = jalali(9, 4);

export function place(inspectorId: string, from = '08:30', day = FIRST_DAY): Place {
  const to = RULES.starts.find((start) => start.from === from)!.to;
  return { inspectorId, day, from, to };
}

export function subject(address: string, given: Partial<VisitSubject> = {}): VisitSubject {
  return { service: 'completion', district: 2, address, code: null, location: null, ...given };
}

export function inspectionsOf(
  db: Kysely<InspectionTables>,
  ...inspectors: VisitInspector[]
): Inspections {
  const { calendar } = city;
  return createInspections({ db, inspectors: async () => inspectors, calendar, rules: RULES });
}

let drafts = 0;
/** Holds a place for five minutes under a draft of its own, unless told otherwise. */
export function hold(
  db: Kysely<InspectionTables>,
  citizenId: string,
  wanted: Place,
  given: Partial<HoldPlace> = {},
): Promise<HoldOutcome> {
  const now = given.now ?? NOW;
  const draftId = `draft-${++drafts}`;
  const rules = RULES;
  const defaults = {
    draftId,
    citizenId,
    subject: subject(`${citizenId} ${draftId}`),
    place: wanted,
  };
  return db
    .transaction()
    .execute((tx) =>
      holdPlace(tx, { ...defaults, until: minutesLater(5, now), now, rules, ...given }),
    );
}

/** Holds and confirms; returns the tracking code. */
export async function book(
  db: Kysely<InspectionTables>,
  citizenId: string,
  wanted: Place,
  given: Partial<HoldPlace> = {},
): Promise<string> {
  const draftId = given.draftId ?? `draft-${++drafts}`;
  const held = await hold(db, citizenId, wanted, { ...given, draftId });
  if (held !== 'done') throw new Error(`The place was not held: ${held}`);
  const trackingCode = `CODE-${draftId}`;
  const now = given.now ?? NOW;
  const outcome = await db
    .transaction()
    .execute((tx) => confirmBooking(tx, { draftId, citizenId, trackingCode, now }));
  if (outcome !== 'done') throw new Error(`The booking was not confirmed: ${outcome}`);
  return trackingCode;
}
