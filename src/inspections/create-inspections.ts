import type { Kysely } from 'kysely';
import type { Calendar } from '../city/calendar.ts';
import type { BookingRules } from '../city/city.ts';
import type { IsoDate, TimeOfDay } from '../language/vocabulary.ts';
import { bookableDays } from './bookable-days.ts';
import { type Bookings, bookings } from './bookings.ts';
import { type DayVerdict, judgeDay } from './day-verdict.ts';
import { freePlaces, type VisitInspector } from './free-places.ts';
import type { FreeDay, Place, VisitSubject } from './inspections.ts';
import { type MayBook, mayBook } from './may-book.ts';
import { type MayMove, mayMove } from './may-move.ts';
import { type PartOfDay, startingThen } from './parts-of-day.ts';
import type { InspectionTables } from './tables.ts';
import { takenPlaces } from './taken-places.ts';

export type { DayVerdict } from './day-verdict.ts';
export type { MayBook } from './may-book.ts';
export type { MayMove } from './may-move.ts';
export type { PartOfDay } from './parts-of-day.ts';

export interface InspectionsDependencies {
  db: Kysely<InspectionTables>;
  /** The inspectors who take visits in a district. */
  inspectors(district: number): Promise<readonly VisitInspector[]>;
  calendar: Calendar;
  rules: BookingRules;
}

/** Whose free places: with `citizenId` given, the place that citizen holds counts as free. */
export interface Seeker {
  district: number;
  now: Date;
  citizenId?: string;
}

export interface Inspections extends Bookings {
  /** The next days with free places, at most `limit` of them. */
  freeDays(
    wanted: Seeker & { limit: number; from?: IsoDate; partOfDay?: PartOfDay },
  ): Promise<FreeDay[]>;
  /** Whether a day the citizen named can be had, and if not, why. */
  whyNot(
    wanted: Seeker & { day: IsoDate; time?: TimeOfDay; partOfDay?: PartOfDay },
  ): Promise<DayVerdict>;
  /** A free place at that time; null once it is gone. */
  placeAt(wanted: Seeker & { day: IsoDate; from: TimeOfDay }): Promise<Place | null>;
  /** To be asked before times are offered: whether this citizen may book another visit for this. */
  mayBook(wanted: { citizenId: string; subject: VisitSubject; now: Date }): Promise<MayBook>;
  /** To be asked before other times are offered, and again before the move. */
  mayMove(wanted: { citizenId: string; trackingCode: string; now: Date }): Promise<MayMove>;
}

export function createInspections(dependencies: InspectionsDependencies): Inspections {
  const { db, calendar, rules } = dependencies;

  /** Every free day there is: one query, whatever is asked of it. */
  async function allFree(seeker: Seeker, inspectors: readonly VisitInspector[]) {
    const { days } = bookableDays(calendar, rules, seeker.now);
    const taken = await takenPlaces(db, inspectors, days, seeker);
    // Many who ask at one moment see the same places taken: sent to the same inspector, all but one would ask again.
    return freePlaces(days, shuffled(inspectors), taken, calendar, rules);
  }

  return {
    ...bookings(db),
    async freeDays({ limit, from, partOfDay, ...seeker }) {
      const free = await allFree(seeker, await dependencies.inspectors(seeker.district));
      const late = from ? free.filter((day) => day.day >= from) : free;
      return startingThen(late, { partOfDay }).slice(0, limit);
    },
    async whyNot({ day, time, partOfDay, ...seeker }) {
      const inspectors = await dependencies.inspectors(seeker.district);
      const free = await allFree(seeker, inspectors);
      const verdict = judgeDay(day, { time, partOfDay }, free, {
        calendar,
        rules,
        now: seeker.now,
      });
      const noOne = verdict.kind === 'full' && inspectors.length === 0;
      return noOne ? { kind: 'no-inspectors' } : verdict;
    },
    async placeAt({ day, from, ...seeker }) {
      const free = await allFree(seeker, await dependencies.inspectors(seeker.district));
      const places = free.find((candidate) => candidate.day === day)?.places;
      return places?.find((place) => place.from === from) ?? null;
    },
    mayBook: (wanted) => mayBook(db, rules, wanted),
    mayMove: (wanted) => mayMove(db, { calendar, rules }, wanted),
  };
}

function shuffled<T>(items: readonly T[]): T[] {
  return items
    .map((item) => ({ item, at: Math.random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}
