import type { Weekday } from '../language/jalali.ts';
import type { Service, TimeOfDay } from '../language/vocabulary.ts';
import type { Calendar } from './calendar.ts';
import type { OfficeHours } from './office-hours.ts';

/** A city's own facts and rules, as its profile folder gives them: nothing of this is code. */
export interface City {
  name: string;
  phone: string;
  website: string;
  /** When the municipality itself is open. */
  hours: OfficeHours;
  /** How long a certificate or a visit counts as fresh. */
  freshnessMonths: number;
  calendar: Calendar;
  booking: BookingRules;
  /** When no news is sent: from one time until another, over midnight or not. */
  quietHours: { from: TimeOfDay; until: TimeOfDay };
  services: Readonly<Record<Service, ServiceProfile>>;
  /** A picture of this city's bill that shows where the renovation code stands; null when there is none. */
  billSample: string | null;
}

export interface BookingRules {
  days: ReadonlySet<Weekday>;
  /** The start times of a day, in order; an inspector takes the first `dailyMax` of them. */
  starts: readonly { from: TimeOfDay; to: TimeOfDay }[];
  /** Whole working days that lie between today and the earliest visit. */
  leadWorkingDays: number;
  /** The last working day after today on which a visit can be booked. */
  horizonWorkingDays: number;
  holdMinutes: number;
  /** Most visits one citizen may have ahead. */
  openPerCitizen: number;
  /** Most visits one citizen may book in thirty days, cancelled ones included. */
  madePer30Days: number;
  /** Until when, on the working day before, a visit may be moved. */
  changeUntil: TimeOfDay;
  /** How often one visit may be moved. */
  movesPerVisit: number;
  /** When the citizen is reminded, on the evening before. */
  remindAt: TimeOfDay;
}

export interface ServiceProfile {
  title: string;
  /** `always`: a new grant needs a visit whatever is on record; what is on record is answered all the same. */
  visit: 'always' | 'if-no-record' | 'never';
  applicants: string;
  documents: readonly string[];
  steps: readonly string[];
  /** Usual total; null when it cannot be told in general. */
  workingDays: number | null;
  durationNote: string | null;
  /** In words: amounts come from records only. */
  cost: string;
  conditions: readonly string[];
  validity: string | null;
  stages: readonly Stage[];
}

export interface Stage {
  title: string;
  /** Who holds the request meanwhile. */
  unit: string;
  /** Usual duration; null where the municipality's clock stands still. */
  workingDays: number | null;
  stopsClock: boolean;
}
