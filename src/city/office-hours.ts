import { toLatinDigits } from '../language/digits.ts';
import {
  addDays,
  tehranDate,
  tehranTime,
  WEEKDAYS,
  type Weekday,
  weekdayOf,
} from '../language/jalali.ts';
import { tidy } from '../language/text.ts';
import type { IsoDate, TimeOfDay } from '../language/vocabulary.ts';
import { type Calendar, dayOff } from './calendar.ts';

export interface Span {
  from: TimeOfDay;
  to: TimeOfDay;
}

/** `text` is as given. Free text is for reading only: nothing can be told from it about now. */
export type OfficeHours =
  | { kind: 'hours'; text: string; week: ReadonlyMap<Weekday, readonly Span[]> }
  | { kind: 'free-text'; text: string };

export type Opening =
  | { kind: 'open'; until: TimeOfDay }
  /** `holiday` names the holiday that closes today, if one does; `next` is null when none is in sight. */
  | { kind: 'closed'; holiday: string | null; next: { day: IsoDate; from: TimeOfDay } | null };

const DAYS_AHEAD = 31;

/**
 * Reads the hours of an office: `sat-wed 08:00-14:00; thu 08:00-12:00`, with ranges that may run
 * over the end of the week and several spans joined by commas. Anything else is free text.
 */
export function parseHours(text: string): OfficeHours {
  const week = new Map<Weekday, Span[]>();
  const groups = toLatinDigits(tidy(text)).toLowerCase().split(';');
  for (const group of groups.map((part) => part.trim()).filter((part) => part !== '')) {
    const match = /^([a-z]{3}[a-z,\- ]*?) +(\d.*)$/.exec(group);
    const days = match && parseDays(match[1]!);
    const spans = match && parseSpans(match[2]!);
    if (!days || !spans) return { kind: 'free-text', text };
    for (const day of days) week.set(day, merge([...(week.get(day) ?? []), ...spans]));
  }
  return week.size === 0 ? { kind: 'free-text', text } : { kind: 'hours', text, week };
}

/** Whether it is open now and until when, or when it opens next; null where the hours are free text. */
export function openingAt(hours: OfficeHours, calendar: Calendar, now: Date): Opening | null {
  if (hours.kind === 'free-text') return null;
  const today = tehranDate(now);
  const time = tehranTime(now);
  const current = spansOn(hours.week, calendar, today).find((s) => s.from <= time && time < s.to);
  if (current) return { kind: 'open', until: current.to };
  const holiday = dayOff(calendar, today)?.holiday ?? null;
  return { kind: 'closed', holiday, next: nextOpening(hours.week, calendar, today, time) };
}

function nextOpening(
  week: ReadonlyMap<Weekday, readonly Span[]>,
  calendar: Calendar,
  today: IsoDate,
  time: TimeOfDay,
): { day: IsoDate; from: TimeOfDay } | null {
  for (let ahead = 0; ahead <= DAYS_AHEAD; ahead++) {
    const day = addDays(today, ahead);
    const span = spansOn(week, calendar, day).find((s) => ahead > 0 || s.from > time);
    if (span) return { day, from: span.from };
  }
  return null;
}

/** An office keeps its own weekdays (Thursday, say); only holidays close it. */
function spansOn(
  week: ReadonlyMap<Weekday, readonly Span[]>,
  calendar: Calendar,
  day: IsoDate,
): readonly Span[] {
  return calendar.holidays.has(day) ? [] : (week.get(weekdayOf(day)) ?? []);
}

function parseDays(text: string): Weekday[] | null {
  const days: Weekday[] = [];
  for (const part of text.split(',').map((p) => p.replaceAll(' ', ''))) {
    const [first, last = first, ...more] = part.split('-').map((name) => indexOf(name));
    if (first === undefined || last === undefined) return null;
    if (first < 0 || last < 0 || more.length > 0) return null;
    const length = ((last - first + WEEKDAYS.length) % WEEKDAYS.length) + 1;
    for (let i = 0; i < length; i++) days.push(WEEKDAYS[(first + i) % WEEKDAYS.length]!);
  }
  return days;
}

function indexOf(name: string): number {
  return (WEEKDAYS as readonly string[]).indexOf(name);
}

function parseSpans(text: string): Span[] | null {
  const spans: Span[] = [];
  for (const part of text.split(',')) {
    const match = /^ *(\d{1,2}):(\d{2}) *[-–] *(\d{1,2}):(\d{2}) *$/.exec(part);
    if (!match) return null;
    const from = timeOf(match[1]!, match[2]!);
    const to = timeOf(match[3]!, match[4]!);
    if (!from || !to || from >= to) return null;
    spans.push({ from, to });
  }
  return spans;
}

function timeOf(hours: string, minutes: string): TimeOfDay | null {
  const time = `${hours.padStart(2, '0')}:${minutes}`;
  return time <= '24:00' && minutes < '60' ? time : null;
}

/** In order, spans that touch or overlap made one. */
function merge(spans: Span[]): Span[] {
  const merged: Span[] = [];
  for (const span of spans.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    const last = merged.at(-1);
    if (!last || span.from > last.to) merged.push({ ...span });
    else if (span.to > last.to) last.to = span.to;
  }
  return merged;
}
