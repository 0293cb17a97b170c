import { parseRenovationCode } from '../../language/renovation-code.ts';
import {
  type IsoDate,
  type RenovationCode,
  SERVICES,
  type Service,
  type TimeOfDay,
} from '../../language/vocabulary.ts';

/** What the buttons of a booking do; `draftId` keeps one of an earlier draft from acting on the present one. */
export type BookingPress =
  | { kind: 'book-service'; draftId: string; service: Service | null }
  | { kind: 'book-property'; draftId: string; code: RenovationCode | null }
  | { kind: 'book-district'; draftId: string; district: number }
  | { kind: 'book-day'; draftId: string; day: IsoDate }
  | { kind: 'book-days'; draftId: string; from: IsoDate }
  | { kind: 'book-time'; draftId: string; day: IsoDate; time: TimeOfDay }
  | { kind: 'book-confirm'; draftId: string }
  | { kind: 'book-change'; draftId: string };

export function encodeBookingAction(action: BookingPress): string {
  switch (action.kind) {
    case 'book-service':
      return `bs:${action.draftId}:${action.service ?? ''}`;
    case 'book-property':
      return `bp:${action.draftId}:${action.code ?? ''}`;
    case 'book-district':
      return `bz:${action.draftId}:${action.district}`;
    case 'book-day':
      return `bd:${action.draftId}:${action.day}`;
    case 'book-days':
      return `bm:${action.draftId}:${action.from}`;
    case 'book-time':
      return `bt:${action.draftId}:${action.day}:${action.time.replace(':', '')}`;
    case 'book-confirm':
      return `bc:${action.draftId}`;
    case 'book-change':
      return `bx:${action.draftId}`;
    default:
      return action satisfies never;
  }
}

const DAY = /^2\d{3}-\d{2}-\d{2}$/;
const HOUR_AND_MINUTE = /^(?:[01]\d|2[0-3])[0-5]\d$/;
const DRAFT = /^[a-z0-9]{4,16}$/;

/** Null for anything that is not a button of a booking. */
export function decodeBookingAction(
  name: string,
  draftId: string,
  a: string,
  b: string,
): BookingPress | null {
  if (!DRAFT.test(draftId)) return null;
  const code = a ? parseRenovationCode(a) : null;
  switch (name) {
    case 'bs':
      return a === '' || isService(a)
        ? { kind: 'book-service', draftId, service: a || null }
        : null;
    case 'bp':
      return a && !code ? null : { kind: 'book-property', draftId, code };
    case 'bz':
      return /^\d{1,3}$/.test(a) ? { kind: 'book-district', draftId, district: Number(a) } : null;
    case 'bd':
      return isDay(a) ? { kind: 'book-day', draftId, day: a } : null;
    case 'bm':
      return isDay(a) ? { kind: 'book-days', draftId, from: a } : null;
    case 'bt':
      return isDay(a) && HOUR_AND_MINUTE.test(b)
        ? { kind: 'book-time', draftId, day: a, time: `${b.slice(0, 2)}:${b.slice(2)}` }
        : null;
    case 'bc':
      return { kind: 'book-confirm', draftId };
    case 'bx':
      return { kind: 'book-change', draftId };
    default:
      return null;
  }
}

/** A day that exists: the database and the calendar fail on any other. */
function isDay(text: string): text is IsoDate {
  const date = new Date(DAY.test(text) ? `${text}T00:00:00Z` : Number.NaN);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

function isService(text: string): text is Service {
  return (SERVICES as readonly string[]).includes(text);
}
