const ENTITY_TYPES = [
  'nosazi',
  'request',
  'national-id',
  'mobile',
  'postal-code',
  'bill-id',
  'payment-id',
  'certificate',
  'place',
  'date',
  'time',
  'amount',
] as const;
export type EntityType = (typeof ENTITY_TYPES)[number];

export interface Entity {
  type: EntityType;
  /** As it stands in the message. */
  text: string;
  /**
   * In one form: identifiers in Latin digits, a date as `YYYY-MM-DD`, a time as `HH:MM` or a part of the
   * day (`morning`, `noon`, `afternoon`, `evening`), a place without the word for its kind, an amount in rials.
   */
  value: string;
}

/** An entity with its place in the message. */
export interface Found extends Entity {
  start: number;
  end: number;
}

export function overlaps(a: { start: number; end: number }, b: { start: number; end: number }) {
  return a.start < b.end && b.start < a.end;
}
