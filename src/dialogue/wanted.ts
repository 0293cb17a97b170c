import type { IsoDate, TimeOfDay } from '../language/vocabulary.ts';

/** The day and time a citizen named, as far as they did. */
export interface Wanted {
  day?: IsoDate;
  /** The day was named by its weekday: the next such day would do as well. */
  byWeekday?: boolean;
  time?: TimeOfDay;
  part?: 'morning' | 'noon' | 'afternoon';
}
