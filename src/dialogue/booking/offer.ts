import type { FreeDay, Place } from '../../inspections/inspections.ts';
import { addDays } from '../../language/jalali.ts';
import type { IsoDate } from '../../language/vocabulary.ts';
import { type Sentence, say } from '../../wording/sentence.ts';
import { button, menu, rows } from '../buttons.ts';
import type { Exchange } from '../exchange.ts';
import type { Reply } from '../turn.ts';
import { type FilledForm, hold } from './form.ts';
import { whyNot } from './why-not.ts';

/** Enough to choose from without scrolling; more are a press away. */
const DAYS_SHOWN = 4;
const TIMES_SHOWN = 8;
const DAYS_OF_WEEK = 7;

/** What fits what the citizen wanted: the place itself, the day's times, or the nearest days. */
export async function offerTimes(
  exchange: Exchange,
  form: FilledForm,
  first: Sentence[] = [],
): Promise<Reply[]> {
  const { day, time, part } = form.wanted;
  if (day && time && isWhereItStands(form, { day, from: time })) {
    form.wanted = { day };
    return offerTimes(exchange, form, [say('move-same', { day, time })]);
  }
  if (!day) return offerDays(exchange, form, { first, ...(part && { part }) });
  const { citizenId, now, deps } = exchange;
  const asked = { district: form.district, day, now, citizenId };
  const verdict = await deps.inspections.whyNot({
    ...asked,
    ...(time && { time }),
    ...(part && { partOfDay: part }),
  });
  if (verdict.kind === 'free' && time) {
    const place = await deps.inspections.placeAt({ ...asked, from: time });
    if (place) return [offerPlace(exchange, form, place)];
  }
  if (verdict.kind === 'free') return [dayTimes(form, verdict.day, first)];
  if (verdict.kind === 'not-then') {
    const full = time ? say('booking-time-full', { day, time }) : say('booking-day-full', { day });
    return [dayTimes(form, verdict.day, [...first, full])];
  }
  const reason = whyNot(verdict, day, deps.city.booking.leadWorkingDays);
  return nextFreeDay(exchange, form, [...first, ...reason]);
}

/**
 * The wish can't be met: the first day after it that can, with its times at once; for a weekday that is the
 * same weekday a week later, if it has room.
 */
async function nextFreeDay(
  exchange: Exchange,
  form: FilledForm,
  first: Sentence[],
): Promise<Reply[]> {
  const { inspections } = exchange.deps;
  const { day, part, byWeekday } = form.wanted;
  const { district } = form;
  const { citizenId, now } = exchange;
  form.wanted = part ? { part } : {};
  const common = { district, now, limit: 1, citizenId, ...(part && { partOfDay: part }) };
  const after = day && day > exchange.today ? addDays(day, byWeekday ? DAYS_OF_WEEK : 1) : null;
  const [next] = await inspections.freeDays({ ...common, ...(after && { from: after }) });
  if (!next) return offerDays(exchange, form, { first });
  return [dayTimes(form, next, first)];
}

export async function offerDays(
  exchange: Exchange,
  form: FilledForm,
  options: { first?: Sentence[]; from?: IsoDate; part?: 'morning' | 'noon' | 'afternoon' } = {},
): Promise<Reply[]> {
  const { first = [], from, part } = options;
  const { district, draftId } = form;
  const { citizenId, now, deps } = exchange;
  const common = { district, now, limit: DAYS_SHOWN + 1, citizenId };
  const free = await deps.inspections.freeDays({
    ...common,
    ...(from && { from }),
    ...(part && { partOfDay: part }),
  });
  if (free.length === 0 && (from || part)) {
    return offerDays(exchange, form, { first: [say('booking-no-more-days')] });
  }
  if (free.length === 0)
    return [{ lines: [...first, say('booking-no-days', { district })], buttons: menu() }];
  const shown = free.slice(0, DAYS_SHOWN);
  const buttons = shown.map(({ day }) =>
    button(say('button-day', { day }), { kind: 'book-day', draftId, day }),
  );
  const more = free[DAYS_SHOWN];
  if (more)
    buttons.push(button(say('button-other-days'), { kind: 'book-days', draftId, from: more.day }));
  return [
    {
      lines: [
        ...first,
        from ? say('booking-more-days', { district }) : say('booking-days', { district }),
        ...(shown.some(({ provisional }) => provisional) ? [say('booking-provisional')] : []),
      ],
      buttons: rows(buttons),
    },
  ];
}

function dayTimes(form: FilledForm, free: FreeDay, first: Sentence[]): Reply {
  const { draftId } = form;
  form.wanted = { ...form.wanted, day: free.day };
  delete form.wanted.time;
  const times = free.places
    .filter((place) => !isWhereItStands(form, place))
    .slice(0, TIMES_SHOWN)
    .map(({ day, from }) =>
      button(say('button-time', { time: from }), { kind: 'book-time', draftId, day, time: from }),
    );
  const other = button(say('button-other-times'), {
    kind: 'book-days',
    draftId,
    from: addDays(free.day, 1),
  });
  return {
    lines: [
      ...first,
      say('booking-times', { day: free.day }),
      ...(free.provisional ? [say('booking-provisional')] : []),
    ],
    buttons: rows([...times, other], 3),
  };
}

/** Holds the place and asks for the last word. */
export function offerPlace(exchange: Exchange, form: FilledForm, place: Place): Reply {
  hold(exchange, form, place);
  return askConfirmation(form, place);
}

/** Another inspector may be free at the very time a visit has already: that is no other time for it. */
function isWhereItStands({ moving }: FilledForm, { day, from }: Pick<Place, 'day' | 'from'>) {
  return moving?.day === day && moving.from === from;
}

function askConfirmation(form: FilledForm, { day, from, to }: Place): Reply {
  const { draftId, address, moving } = form;
  const check = moving
    ? say('move-check', { oldDay: moving.day, oldFrom: moving.from, day, from, to })
    : say('booking-check', { day, from, to, address });
  return {
    lines: [check],
    buttons: [
      [
        button(say(moving ? 'button-confirm-move' : 'button-confirm-booking'), {
          kind: 'book-confirm',
          draftId,
        }),
        button(say('button-change-booking'), { kind: 'book-change', draftId }),
      ],
    ],
  };
}
