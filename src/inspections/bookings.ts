import type { Kysely } from 'kysely';
import type { Booking } from './inspections.ts';
import type { BookingRow, InspectionTables } from './tables.ts';
import { hasBegun } from './visit-time.ts';

/** A citizen's own bookings; nobody else's are ever found here. */
export interface Bookings {
  /** Visits ahead, the next one first, and those that are over or cancelled, the last one first. */
  bookingsOf(citizenId: string, now: Date): Promise<{ upcoming: Booking[]; past: Booking[] }>;
  bookingByDraft(citizenId: string, draftId: string): Promise<Booking | null>;
  bookingByTracking(citizenId: string, trackingCode: string): Promise<Booking | null>;
  /** The visit this draft has moved, where it stands now. */
  bookingMovedBy(citizenId: string, draftId: string): Promise<Booking | null>;
}

const MOST_SHOWN = 50;

export function bookings(db: Kysely<InspectionTables>): Bookings {
  return {
    async bookingsOf(citizenId, now) {
      const rows = await db
        .selectFrom('bot.bookings')
        .selectAll()
        .where('citizen_id', '=', citizenId)
        .where('status', '<>', 'held')
        .orderBy('day', 'desc')
        .orderBy('from_time', 'desc')
        .limit(MOST_SHOWN)
        .execute();
      const newestFirst = rows.map(bookingOf);
      const isAhead = (booking: Booking) => booking.status === 'booked' && !hasBegun(booking, now);
      return {
        upcoming: newestFirst.filter(isAhead).toReversed(),
        past: newestFirst.filter((booking) => !isAhead(booking)),
      };
    },
    async bookingByDraft(citizenId, draftId) {
      const row = await db
        .selectFrom('bot.bookings')
        .selectAll()
        .where('citizen_id', '=', citizenId)
        .where('draft_id', '=', draftId)
        .executeTakeFirst();
      return row ? bookingOf(row) : null;
    },
    async bookingByTracking(citizenId, trackingCode) {
      const row = await db
        .selectFrom('bot.bookings')
        .selectAll()
        .where('tracking_code', '=', trackingCode)
        .where('citizen_id', '=', citizenId)
        .executeTakeFirst();
      return row ? bookingOf(row) : null;
    },
    async bookingMovedBy(citizenId, draftId) {
      const row = await db
        .selectFrom('bot.bookings')
        .innerJoin('bot.moves', 'bot.moves.booking_id', 'bot.bookings.id')
        .selectAll('bot.bookings')
        .where('bot.bookings.citizen_id', '=', citizenId)
        .where('bot.moves.draft_id', '=', draftId)
        .executeTakeFirst();
      return row ? bookingOf(row) : null;
    },
  };
}

export function bookingOf(row: BookingRow): Booking {
  const { lat, lon } = row;
  return {
    draftId: row.draft_id,
    citizenId: row.citizen_id,
    status: row.status,
    trackingCode: row.tracking_code,
    heldUntil: row.held_until,
    service: row.service,
    district: row.district,
    address: row.address,
    code: row.code,
    location: lat !== null && lon !== null ? { lat, lon } : null,
    inspectorId: row.inspector_id,
    day: row.day,
    from: row.from_time,
    to: row.to_time,
  };
}
