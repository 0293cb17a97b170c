import { isBillId } from '../../language/bill-ids.ts';
import { toLatinDigits } from '../../language/digits.ts';
import { parseDay } from '../../language/jalali.ts';
import { parseMobile } from '../../language/mobile.ts';
import { parseLegalId, parseNationalId } from '../../language/national-id.ts';
import { parseRenovationCode } from '../../language/renovation-code.ts';
import { tidy } from '../../language/text.ts';

/** A cell's value, or why the row is refused. The reason never repeats the cell: it may be personal. */
export type Reading = string | number | Refusal;
export type Reader = (cell: string) => Reading;

export interface Refusal {
  reason: string;
}

export function isRefusal(reading: Reading | null): reading is Refusal {
  return typeof reading === 'object' && reading !== null;
}

const PLAIN = /^[!-~]+(?: [!-~]+)*$/;
const UNDECODABLE = '\uFFFD';
const LONGEST_TEXT = 2_000;
const LONGEST_KEY = 100;
const FIRST_JALALI_YEAR = 1200;
const LAST_JALALI_YEAR = 1600;

/** Letters unified, marks and needless spaces gone; most cells are plain already. */
export const text: Reader = (cell) => {
  if (cell.includes(UNDECODABLE)) return { reason: 'must be UTF-8 text' };
  if (cell.length > LONGEST_TEXT) return { reason: `must be at most ${LONGEST_TEXT} characters` };
  return PLAIN.test(cell) ? cell : tidy(cell);
};

/** Text with Latin digits: for keys and numbers, which must be equal whichever digits they were typed in. */
export const key: Reader = (cell) => {
  if (cell.includes(UNDECODABLE)) return { reason: 'must be UTF-8 text' };
  if (cell.length > LONGEST_KEY) return { reason: `must be at most ${LONGEST_KEY} characters` };
  return latin(cell);
};

function latin(cell: string): string {
  return PLAIN.test(cell) ? cell : toLatinDigits(tidy(cell));
}

/** Rows of one property tend to follow each other. */
export const renovationCode = remembering(1, (cell) => {
  const code = parseRenovationCode(cell);
  return code ?? { reason: 'must be a renovation code of seven numbers joined by -' };
});

export const nationalId: Reader = (cell) =>
  parseNationalId(cell) ??
  parseLegalId(cell) ?? {
    reason: 'must be 10 digits, or 11 of a legal person, with a true check digit',
  };

export const mobile: Reader = (cell) =>
  parseMobile(cell) ?? { reason: 'must be a mobile number like 09xxxxxxxxx' };

export const billId: Reader = (cell) => {
  const id = latin(cell);
  return isBillId(id) ? id : { reason: 'must be a municipal bill id with a true check digit' };
};

export const postalCode: Reader = (cell) => {
  const code = latin(cell).replace(/[\s-]/g, '');
  return /^\d{10}$/.test(code) ? code : { reason: 'must be 10 digits' };
};

/** Whole rials. */
export const rials: Reader = (cell) => {
  const amount = latin(cell);
  return /^\d{1,15}$/.test(amount) ? Number(amount) : { reason: 'must be whole rials, 0 or more' };
};

export function whole(least: number, most: number): Reader {
  return (cell) => {
    const number = /^-?\d{1,9}$/.test(latin(cell)) ? Number(latin(cell)) : Number.NaN;
    if (number >= least && number <= most) return number;
    return { reason: `must be a whole number from ${least} to ${most}` };
  };
}

export function decimal(least: number, most: number): Reader {
  return (cell) => {
    const digits = latin(cell).replace('٫', '.');
    const number = /^-?\d{1,12}(?:\.\d{1,12})?$/.test(digits) ? Number(digits) : Number.NaN;
    if (number >= least && number <= most) return number;
    return { reason: `must be a number from ${least} to ${most}` };
  };
}

export const jalaliYear = whole(FIRST_JALALI_YEAR, LAST_JALALI_YEAR);

export const day = remembering(20_000, (cell) => {
  const iso = parseDay(cell);
  return iso ?? { reason: 'must be a date that exists, like 1405/08/30 or 2026-11-21' };
});

/** A day, or a day and a time of Asia/Tehran: `2026-11-21` or `2026-11-21T14:05`. */
export const dayAndTime: Reader = (cell) => {
  const [date = '', time, ...more] = latin(cell).split(/[ T]/);
  const iso = day(date);
  if (typeof iso === 'string' && more.length === 0) {
    if (time === undefined) return iso;
    if (/^(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?$/.test(time)) return `${iso}T${time}`;
  }
  return { reason: 'must be a date that exists, like 1405/08/30 or 1405/08/30 14:05' };
};

/** A date; where a time follows it, that is left out. */
export const dayOfTime: Reader = (cell) => {
  const reading = dayAndTime(cell);
  return typeof reading === 'string' ? reading.slice(0, 10) : reading;
};

export function oneOf(allowed: readonly string[]): Reader {
  const known = new Set(allowed);
  return (cell) => {
    const word = latin(cell);
    return known.has(word) ? word : { reason: `must be one of ${allowed.join(', ')}` };
  };
}

/** Several of the allowed words joined by `;`. */
export function someOf(allowed: readonly string[]): Reader {
  const known = new Set(allowed);
  return (cell) => {
    const words = latin(cell)
      .split(';')
      .map((word) => word.trim())
      .filter(Boolean);
    if (words.every((word) => known.has(word))) return words.join(';');
    return { reason: `must be of ${allowed.join(', ')}, joined by ;` };
  };
}

/** Longer ones would keep the piece of the file they were cut from in memory. */
const LONGEST_COPIED = 12;

/** Neighbouring rows repeat their codes and dates: each is read once. */
function remembering(most: number, read: Reader): Reader {
  const known = new Map<string, Reading>();
  return (cell) => {
    const before = known.get(cell);
    if (before !== undefined) return before;
    const reading = read(cell);
    if (known.size >= most) known.clear();
    if (most === 1 || cell.length <= LONGEST_COPIED) known.set(cell, reading);
    return reading;
  };
}
