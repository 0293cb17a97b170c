import { toLatinDigits } from '../../language/digits.ts';
import { type Spoken, spokenDates } from '../../language/spoken-dates.ts';
import { spokenTimes } from '../../language/spoken-times.ts';
import { certificateCodes } from './certificates.ts';
import { type EntityType, type Found, overlaps } from './entity.ts';
import { longNumbers } from './numbers.ts';
import { placesNamed } from './places.ts';
import { renovationCodes } from './renovation-codes.ts';

/** More than anyone names in earnest; the rest of a flood is left unread. */
const MOST_ENTITIES = 24;

/** What a message names besides its wish, in order of appearance. Of two readings of one place the surer wins. */
export function extractEntities(text: string, now: Date): Found[] {
  const digits = toLatinDigits(text);
  const found: Found[] = [];
  const keep = (candidates: Found[]) => {
    for (const candidate of candidates) {
      if (found.length >= MOST_ENTITIES) return;
      if (!found.some((other) => overlaps(other, candidate))) found.push(candidate);
    }
  };
  const numbers = longNumbers(digits);
  keep(numbers.filter((entity) => entity.type === 'mobile' || entity.type === 'bill-id'));
  keep(renovationCodes(digits));
  keep(certificateCodes(digits));
  keep(numbers);
  keep(spoken('date', text, spokenDates(text, now)));
  keep(spoken('time', text, spokenTimes(text)));
  keep(placesNamed(text));
  return found
    .sort((a, b) => a.start - b.start)
    .map((entity) => ({ ...entity, text: text.slice(entity.start, entity.end) }));
}

function spoken(type: EntityType, text: string, list: Spoken[]): Found[] {
  return list.map((item) => ({ type, text: text.slice(item.start, item.end), ...item }));
}
