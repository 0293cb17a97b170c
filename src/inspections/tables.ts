import type { Generated, Selectable } from 'kysely';
import type { IsoDate, RenovationCode, Service, TimeOfDay } from '../language/vocabulary.ts';
import type { BookingStatus } from './inspections.ts';

export interface InspectionTables {
  'bot.bookings': {
    id: Generated<number>;
    citizen_id: string;
    draft_id: string;
    status: BookingStatus;
    service: Service | null;
    district: number;
    address: string;
    code: RenovationCode | null;
    lat: number | null;
    lon: number | null;
    inspector_id: string;
    day: IsoDate;
    from_time: TimeOfDay;
    to_time: TimeOfDay;
    subject_key: string;
    open: boolean;
    held_until: Date | null;
    tracking_code: string | null;
    created_at: Date;
    booked_at: Date | null;
    ended_at: Date | null;
    moving_id: Generated<number | null>;
    reminded_of: Generated<IsoDate | null>;
  };
  'bot.moves': {
    id: Generated<number>;
    booking_id: number;
    draft_id: string;
    inspector_id: string;
    day: IsoDate;
    from_time: TimeOfDay;
    moved_at: Date;
  };
}

export type BookingRow = Selectable<InspectionTables['bot.bookings']>;
