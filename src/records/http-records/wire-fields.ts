import { z } from 'zod';
import { isRefusal, type Reader } from '../import/readers.ts';

/** Text read by the very rule that reads it from a file: digits, letters, dates and check digits alike. */
export function text(read: Reader) {
  return z.string().transform((given, context) => {
    const cell = given.trim();
    const reading = cell === '' ? { reason: 'must not be empty' } : read(cell);
    if (!isRefusal(reading)) return String(reading);
    context.addIssue(reading.reason);
    return z.NEVER;
  });
}

/** Null where it is not on record; an empty text says the same. Leaving it out does not: that is a partial answer. */
export function orNull(read: Reader) {
  return z.preprocess(
    (given) => (typeof given === 'string' && given.trim() === '' ? null : given),
    text(read).nullable(),
  );
}

export const hash = z
  .string()
  .regex(
    /^[0-9a-f]{64}$/,
    'must be 64 hex digits (0-9, a-f): a keyed hash, never the number itself',
  );

export const rials = z.int().min(0);

/** A measure or a count that may not be on record. */
export const numberOrNull = z.number().nullable();
export const wholeOrNull = z.int().nullable();
