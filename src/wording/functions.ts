import { type FluentFunction, FluentNone, FluentNumber, type FluentValue } from '@fluent/bundle';
import { toLatinDigits, toPersianDigits } from '../language/digits.ts';
import { jalaliOf, weekdayOf } from '../language/jalali.ts';

/** Left-to-right isolate and its end: inside Persian text a code would otherwise be shown reversed. */
const LRI = '\u2066';
const PDI = '\u2069';

export interface Style {
  locale: 'fa' | 'en';
  /** HTML for messages, plain for button labels. */
  html: boolean;
  /** The text of another message of the same locale: names of months and weekdays. */
  word: (key: string) => string;
}

/** The functions that sentences in `locales/` may call. */
export function sentenceFunctions(style: Style): Record<string, FluentFunction> {
  const digits =
    style.locale === 'fa'
      ? toPersianDigits
      : (text: string | number) => toLatinDigits(String(text));
  const grouped = new Intl.NumberFormat(style.locale === 'fa' ? 'fa-IR' : 'en', {
    maximumFractionDigits: 1,
  });
  return {
    /** An identifier: Latin digits, never reversed, copied by a tap. */
    CODE: ([value]) => {
      const code = toLatinDigits(textOf(value));
      return LRI + (style.html ? `<code>${code}</code>` : code) + PDI;
    },
    /** What programs read, such as an address: Latin digits and nothing around it. */
    RAW: ([value]) => toLatinDigits(textOf(value)),
    /** A phone number: the reader's digits, never reversed. */
    PHONE: ([value]) => LRI + digits(textOf(value)) + PDI,
    /** Whole rials, shown in rials. */
    RIAL: ([value]) => grouped.format(numberOf(value)),
    /** Whole rials, shown in toman (a tenth). */
    TOMAN: ([value]) => grouped.format(numberOf(value) / 10),
    COUNT: ([value]) => grouped.format(numberOf(value)),
    /** A year or another number without grouping. */
    PLAIN: ([value]) => digits(numberOf(value)),
    /** A time of day `HH:MM`, without a leading zero. */
    TIME: ([value]) => LRI + digits(textOf(value).replace(/^[0۰]/, '')) + PDI,
    /** An ISO day in the Jalali calendar; `style: "full"` has weekday and year, `"short"` the weekday only, `"day"` the year only. */
    JALALI: ([value], { style: length }) =>
      jalali(toLatinDigits(textOf(value)), textOf(length) || 'full', style.word, digits),
  };
}

function jalali(
  iso: string,
  length: string,
  word: (key: string) => string,
  digits: (value: number) => string,
): string {
  const date = jalaliOf(iso);
  const day = `${digits(date.day)} ${word(`month-${date.month}`)}`;
  if (length === 'short') return `${word(`weekday-${weekdayOf(iso)}`)} ${day}`;
  if (length === 'day') return `${day} ${digits(date.year)}`;
  return `${word(`weekday-${weekdayOf(iso)}`)} ${day} ${digits(date.year)}`;
}

function textOf(value: FluentValue | undefined): string {
  if (value === undefined || value instanceof FluentNone) return '';
  return typeof value === 'string' ? value : String(value.valueOf());
}

function numberOf(value: FluentValue | undefined): number {
  if (value instanceof FluentNumber) return value.value;
  throw new TypeError(`a number was expected, not ${textOf(value)}`);
}
