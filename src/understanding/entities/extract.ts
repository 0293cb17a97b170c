import { spokenAmounts } from '../../language/amounts.ts';
import { toLatinDigits } from '../../language/digits.ts';
import { type Spoken, spokenDates } from '../../language/spoken-dates.ts';
import { spokenTimes } from '../../language/spoken-times.ts';
import { wordsOf } from '../../language/words.ts';
import { certificateCodes, certificateNumbers } from './certificates.ts';
import { type EntityType, type Found, overlaps } from './entity.ts';
import { longNumbers } from './numbers.ts';
import { placesNamed, placesOfDays } from './places.ts';
import { withoutRefused } from './refused-times.ts';
import { renovationCodes } from './renovation-codes.ts';
import { spokenIdentifiers } from './spoken-identifiers.ts';

/** A unit of money or a large number somewhere: most messages name none, and need no search for amounts. */
const MONEY =
  /\d ?ت(?!\p{L})|[۰-۹] ?ت(?!\p{L})|ت[وم]?م[او]?ن|ریال|می?لی(?:ون|ارد)|هزار|t[ou]{1,2}m[ae]n|riy?al|m[ei]l[il]?[iy]|hezar/iu;

/** More than anyone names in earnest; the rest of a flood is left unread. */
const MOST_ENTITIES = 24;

/** What a message names besides its wish, in order of appearance. Of two readings of one place the surer wins. */
export function extractEntities(text: string, now: Date): Found[] {
  const numbered = [
    ...certificateNumbers(toLatinDigits(text)),
    ...(MONEY.test(text) ? spoken('amount', text, spokenAmounts(text)) : []),
  ];
  // Their parts must not be taken for the end of a code or the beginning of a date beside them.
  const rest = withoutSpans(text, numbered);
  const found: Found[] = numbered.slice(0, MOST_ENTITIES);
  const keep = (candidates: Found[]) => {
    for (const candidate of candidates) {
      if (found.length >= MOST_ENTITIES) return;
      if (!found.some((other) => overlaps(other, candidate))) found.push(candidate);
    }
  };
  for (const candidates of identifiers(toLatinDigits(rest))) keep(candidates);
  const left = withoutSpans(
    rest,
    found.filter(({ type }) => type === 'nosazi'),
  );
  const words = wordsOf(left);
  keep(spokenIdentifiers(left, words));
  keep(placesOfDays(left, words));
  keep(spoken('date', text, spokenDates(left, now, words)));
  keep(spoken('time', text, spokenTimes(left, words)));
  keep(placesNamed(left, words, found));
  found.sort((a, b) => a.start - b.start);
  return withoutRefused(found, text).map((entity) => ({
    ...entity,
    text: text.slice(entity.start, entity.end),
  }));
}

/** Most messages have no digit, and most of the searching is for digits. */
function identifiers(text: string): Found[][] {
  if (!/\d/.test(text)) return [certificateCodes(text)];
  const numbers = longNumbers(text);
  const surest = numbers.filter(({ type }) => type === 'mobile' || type === 'bill-id');
  const codes = renovationCodes(withoutSpans(text, fullDates(text)));
  return [surest, codes, certificateCodes(text), numbers];
}

/** Days written with their year first: a code beside one must not be read on into it. */
function fullDates(text: string): { start: number; end: number }[] {
  return [...text.matchAll(/(?<![\d/-])1[34]\d{2}([/-])\d{1,2}\1\d{1,2}(?![\d/-])/g)].map(
    ({ 0: day, index }) => ({ start: index, end: index + day.length }),
  );
}

/** The same text with something that nothing reads in place of what has been read, as long as that. */
function withoutSpans(text: string, spans: readonly { start: number; end: number }[]): string {
  return spans.reduce(
    (left, { start, end }) => left.slice(0, start) + '،'.repeat(end - start) + left.slice(end),
    text,
  );
}

function spoken(type: EntityType, text: string, list: Spoken[]): Found[] {
  return list.map((item) => ({ type, text: text.slice(item.start, item.end), ...item }));
}
