import type { City } from '../../city/city.ts';
import type { Booking } from '../../inspections/inspections.ts';
import { addDays, tehranDate } from '../../language/jalali.ts';
import { say } from '../../wording/sentence.ts';
import { rows, wishButton } from '../buttons.ts';
import type { Exchange } from '../exchange.ts';
import type { Reply } from '../turn.ts';
import { type FilledForm, subjectOf } from './form.ts';
import { notMoved } from './not-moved.ts';

/**
 * Why this visit may not be booked (too many open ones, too many booked of late, or one for the same purpose) or moved; null when it
 * may.
 */
export async function refusal(exchange: Exchange, form: FilledForm): Promise<Reply[] | null> {
  const { citizenId, now, deps } = exchange;
  if (form.moving) return moveRefusal(exchange, form.moving.trackingCode);
  const subject = subjectOf(form);
  const may = await deps.inspections.mayBook({ citizenId, subject, now });
  if (may.kind === 'yes') return null;
  delete exchange.state.form;
  if (may.kind === 'already-booked') return [alreadyOpen(may.own)];
  if (may.kind === 'too-often') return [bookedTooOften(may.again, deps.city)];
  const limit = deps.city.booking.openPerCitizen;
  return [
    { lines: [say('booking-limit', { limit })], buttons: rows([wishButton('my-inspections')]) },
  ];
}

async function moveRefusal(exchange: Exchange, trackingCode: string): Promise<Reply[] | null> {
  const { citizenId, now, deps } = exchange;
  const may = await deps.inspections.mayMove({ citizenId, trackingCode, now });
  if (may.kind === 'yes') return null;
  delete exchange.state.form;
  return notMoved(may);
}

/** A whole day is named: by its morning the limit is behind the citizen for sure. */
function bookedTooOften(again: Date, { booking, phone }: City): Reply {
  const limit = booking.madePer30Days;
  const day = addDays(tehranDate(again), 1);
  return {
    lines: [say('booking-too-often', { limit, day, phone })],
    buttons: rows([wishButton('my-inspections')]),
  };
}

/** Of another's visit for the same property only its existence is told. */
function alreadyOpen(own: Booking | null): Reply {
  if (!own) {
    return { lines: [say('booking-duplicate-other')], buttons: rows([wishButton('offices')]) };
  }
  const { day, from, to, address, trackingCode } = own;
  return {
    lines: [
      say('booking-duplicate'),
      say('visit-line', { day, from, to, address }),
      ...(trackingCode ? [say('visit-code', { code: trackingCode })] : []),
    ],
    buttons: rows([wishButton('reschedule-inspection'), wishButton('cancel-inspection')]),
  };
}
