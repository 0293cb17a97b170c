import type { Kysely } from 'kysely';
import type { BookingRules } from '../city/city.ts';
import { instantAt } from '../language/jalali.ts';
import type { Place, VisitSubject } from './inspections.ts';
import { lockCitizen } from './lock-citizen.ts';
import { type Cap, capReached } from './may-book.ts';
import { subjectKey } from './subject-key.ts';
import type { InspectionTables } from './tables.ts';
import { hasBegun, isAhead } from './visit-time.ts';

export interface HoldPlace {
  draftId: string;
  citizenId: string;
  subject: VisitSubject;
  place: Place;
  /** Tracking code of the citizen's own visit that is to be moved to this place; absent for a new visit. */
  moving?: string;
  until: Date;
  now: Date;
  rules: Pick<BookingRules, 'openPerCitizen' | 'madePer30Days'>;
}

/** Everything but `done` asks for the turn to be taken again: the world has moved on. */
export type HoldOutcome =
  | 'done'
  | 'taken'
  | 'past'
  /** The property has an open visit for this service already. */
  | 'already-booked'
  | Cap['kind']
  /** The draft has become a booking, or has moved one; nothing is left to hold. */
  | 'confirmed'
  /** The visit to be moved is no longer ahead. */
  | 'gone';

/**
 * Keeps a place for a citizen who is still deciding. A citizen keeps one place at a time: this one
 * replaces another. Unique indexes decide between rivals; whoever loses waits no longer than the winner's
 * transaction takes.
 */
export async function holdPlace(
  tx: Kysely<InspectionTables>,
  hold: HoldPlace,
): Promise<HoldOutcome> {
  const { citizenId, draftId, now, rules } = hold;
  if (hasBegun(hold.place, now)) return 'past';
  await lockCitizen(tx, citizenId);
  if (await isSpent(tx, citizenId, draftId)) return 'confirmed';
  if (hold.moving !== undefined) return holdForMove(tx, hold, hold.moving);
  const cap = await capReached(tx, rules, citizenId, now);
  if (cap) return cap.kind;
  await clearWay(tx, hold);
  if (await insertHold(tx, hold)) return 'done';
  const closed = await closePastVisits(tx, hold);
  if (closed && (await insertHold(tx, hold))) return 'done';
  return (await hasOpenVisit(tx, hold)) ? 'already-booked' : 'taken';
}

/** Beside the visit itself, which keeps its own place until the new one is sure. */
async function holdForMove(
  tx: Kysely<InspectionTables>,
  hold: HoldPlace,
  trackingCode: string,
): Promise<HoldOutcome> {
  const visit = await tx
    .selectFrom('bot.bookings')
    .select('id')
    .where('citizen_id', '=', hold.citizenId)
    .where('tracking_code', '=', trackingCode)
    .where('status', '=', 'booked')
    .where(isAhead(hold.now))
    .executeTakeFirst();
  if (!visit) return 'gone';
  await clearWay(tx, hold);
  return (await insertHold(tx, hold, visit.id)) ? 'done' : 'taken';
}

export async function releaseHold(
  tx: Kysely<InspectionTables>,
  hold: { draftId: string; citizenId: string },
): Promise<'done'> {
  await tx
    .deleteFrom('bot.bookings')
    .where('citizen_id', '=', hold.citizenId)
    .where('draft_id', '=', hold.draftId)
    .where('status', '=', 'held')
    .execute();
  return 'done';
}

async function isSpent(
  tx: Kysely<InspectionTables>,
  citizenId: string,
  draftId: string,
): Promise<boolean> {
  const booked = await tx
    .selectFrom('bot.bookings')
    .select('id')
    .where('citizen_id', '=', citizenId)
    .where('draft_id', '=', draftId)
    .where('status', '<>', 'held')
    .executeTakeFirst();
  if (booked) return true;
  const moved = await tx
    .selectFrom('bot.moves')
    .innerJoin('bot.bookings', 'bot.bookings.id', 'bot.moves.booking_id')
    .select('bot.moves.id')
    .where('bot.bookings.citizen_id', '=', citizenId)
    .where('bot.moves.draft_id', '=', draftId)
    .executeTakeFirst();
  return moved !== undefined;
}

/** Removes the citizen's other hold, and anyone's hold in the way that has run out. */
async function clearWay(tx: Kysely<InspectionTables>, hold: HoldPlace): Promise<void> {
  const { citizenId, place, subject, now } = hold;
  await tx
    .deleteFrom('bot.bookings')
    .where('status', '=', 'held')
    .where((eb) =>
      eb.or([
        eb('citizen_id', '=', citizenId),
        eb.and([
          eb('held_until', '<=', now),
          eb.or([
            eb('subject_key', '=', subjectKey(citizenId, subject)),
            eb.and([
              eb('inspector_id', '=', place.inspectorId),
              eb('day', '=', place.day),
              eb('from_time', '=', place.from),
            ]),
          ]),
        ]),
      ]),
    )
    .execute();
}

/** @param movingId the visit that is to be moved here, which stays the one open visit meanwhile */
async function insertHold(
  tx: Kysely<InspectionTables>,
  hold: HoldPlace,
  movingId: number | null = null,
): Promise<boolean> {
  const { citizenId, draftId, subject, place, until, now } = hold;
  const begins = instantAt(place.day, place.from);
  const inserted = await tx
    .insertInto('bot.bookings')
    .values({
      citizen_id: citizenId,
      draft_id: draftId,
      status: 'held',
      service: subject.service,
      district: subject.district,
      address: subject.address,
      code: subject.code,
      lat: subject.location?.lat ?? null,
      lon: subject.location?.lon ?? null,
      inspector_id: place.inspectorId,
      day: place.day,
      from_time: place.from,
      to_time: place.to,
      subject_key: subjectKey(citizenId, subject),
      open: movingId === null,
      moving_id: movingId,
      held_until: new Date(Math.min(until.getTime(), begins.getTime())),
      created_at: now,
    })
    .onConflict((oc) => oc.doNothing())
    .returning('id')
    .executeTakeFirst();
  return inserted !== undefined;
}

/** Visits nobody reported on stay `open` after their time; they must not stand in the way for ever. */
async function closePastVisits(tx: Kysely<InspectionTables>, hold: HoldPlace): Promise<boolean> {
  const { citizenId, subject, now } = hold;
  const result = await tx
    .updateTable('bot.bookings')
    .set({ open: false })
    .where('subject_key', '=', subjectKey(citizenId, subject))
    .where('open', '=', true)
    .where((eb) => eb.not(isAhead(now)(eb)))
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

async function hasOpenVisit(tx: Kysely<InspectionTables>, hold: HoldPlace): Promise<boolean> {
  const row = await tx
    .selectFrom('bot.bookings')
    .select('id')
    .where('subject_key', '=', subjectKey(hold.citizenId, hold.subject))
    .where('open', '=', true)
    .executeTakeFirst();
  return row !== undefined;
}
