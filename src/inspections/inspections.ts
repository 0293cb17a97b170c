import type { IsoDate, RenovationCode, Service, TimeOfDay } from '../language/vocabulary.ts';

/** One inspector's place on one day: what a citizen gets by booking. */
export interface Place {
  inspectorId: string;
  day: IsoDate;
  from: TimeOfDay;
  to: TimeOfDay;
}

export interface FreeDay {
  day: IsoDate;
  /** In order of time; never empty. */
  places: Place[];
  /** The day's holidays are only predicted, so it may still be moved. */
  provisional: boolean;
}

/** What a visit is for. `code` is absent for a property without a record. */
export interface VisitSubject {
  service: Service | null;
  district: number;
  address: string;
  code: RenovationCode | null;
  location: { lat: number; lon: number } | null;
}

export type BookingStatus = 'held' | 'booked' | 'done' | 'owner-absent' | 'cancelled' | 'moved';

export interface Booking extends VisitSubject, Place {
  /** One booking per draft, however often "confirm" is pressed. */
  draftId: string;
  citizenId: string;
  status: BookingStatus;
  /** Set once booked, like `KH7M-2QXD`; bound to the citizen, so knowing it is not enough. */
  trackingCode: string | null;
  heldUntil: Date | null;
}
