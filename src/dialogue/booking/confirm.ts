import type { Booking } from '../../inspections/inspections.ts';
import { newTrackingCode } from '../../inspections/tracking-code.ts';
import { say } from '../../wording/sentence.ts';
import type { Exchange } from '../exchange.ts';
import type { Reply } from '../turn.ts';
import { bookedReply } from './booked-reply.ts';
import { confirmMove, movedBefore } from './confirm-move.ts';
import { type FilledForm, isFilled } from './form.ts';
import { isHeld, keepPlace } from './keep-place.ts';
import { offerTimes } from './offer.ts';
import { refusal } from './refusal.ts';

/**
 * The last word. The place is booked only if it is still the citizen's: a hold that ran out is renewed while
 * the place is free, and otherwise other times are offered. Pressing again shows the same tracking code.
 */
export async function confirmBooking(exchange: Exchange, form: FilledForm): Promise<Reply[]> {
  if (form.moving) return confirmMove(exchange, form, form.moving);
  if (!form.place) return offerTimes(exchange, form);
  const { deps, citizenId } = exchange;
  const kept = await deps.inspections.bookingByDraft(citizenId, form.draftId);
  if (kept?.status === 'booked') return alreadyBooked(exchange, kept);
  if (!isHeld(kept, exchange.now)) {
    const refused = await refusal(exchange, form);
    if (refused) return refused;
  }
  const place = await keepPlace(exchange, form, form.place);
  if (!place) return offerTimes(exchange, form, [say('booking-just-taken')]);
  const trackingCode = newTrackingCode(deps.randomBytes);
  exchange.effects.push({ kind: 'confirm-booking', draftId: form.draftId, trackingCode });
  exchange.outcome = 'booked';
  const { day, from, to } = place;
  const { address } = form;
  delete exchange.state.form;
  const when = say('booking-done-when', { day, from, to, address });
  return [bookedReply([say('booking-done')], trackingCode, [when, say('booking-done-bring')])];
}

/** A press on the confirmation of a form that is gone: the same answer as the first time, or null. */
export async function confirmedBefore(
  exchange: Exchange,
  draftId: string,
): Promise<Reply[] | null> {
  const kept = await exchange.deps.inspections.bookingByDraft(exchange.citizenId, draftId);
  if (kept?.status === 'booked') return alreadyBooked(exchange, kept);
  return movedBefore(exchange, draftId);
}

function alreadyBooked(exchange: Exchange, booking: Booking): Reply[] {
  const { form } = exchange.state;
  if (form && isFilled(form) && form.draftId === booking.draftId) delete exchange.state.form;
  const { day, from, to, address, trackingCode } = booking;
  const when = say('booking-done-when', { day, from, to, address });
  const then = [when, say('booking-done-bring')];
  return [bookedReply([say('booking-already')], trackingCode ?? '', then)];
}
