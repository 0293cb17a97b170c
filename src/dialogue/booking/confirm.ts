import type { Booking } from '../../inspections/inspections.ts';
import { newTrackingCode } from '../../inspections/tracking-code.ts';
import { type Sentence, say } from '../../wording/sentence.ts';
import { button, rows, wishButton } from '../buttons.ts';
import type { Exchange } from '../exchange.ts';
import type { Reply } from '../turn.ts';
import { type FilledForm, hold, isFilled } from './form.ts';
import { offerTimes } from './offer.ts';
import { refusal } from './refusal.ts';

/**
 * The last word. The place is booked only if it is still the citizen's: a hold that ran out is renewed while
 * the place is free, and otherwise other times are offered. Pressing again shows the same tracking code.
 */
export async function confirmBooking(exchange: Exchange, form: FilledForm): Promise<Reply[]> {
  const { deps, citizenId, now } = exchange;
  const place = form.place;
  if (!place) return offerTimes(exchange, form);
  const kept = await deps.inspections.bookingByDraft(citizenId, form.draftId);
  if (kept?.status === 'booked') return alreadyBooked(exchange, kept);
  const held = kept?.status === 'held' && kept.heldUntil !== null && kept.heldUntil > now;
  if (!held) {
    const refused = await refusal(exchange, form);
    if (refused) return refused;
    const { day, from } = place;
    const free = await deps.inspections.placeAt({
      district: form.district,
      day,
      from,
      now,
      citizenId,
    });
    if (!free) {
      form.place = null;
      form.wanted = { day };
      return offerTimes(exchange, form, [say('booking-just-taken')]);
    }
    hold(exchange, form, free);
  }
  const trackingCode = newTrackingCode(deps.randomBytes);
  exchange.effects.push({ kind: 'confirm-booking', draftId: form.draftId, trackingCode });
  exchange.outcome = 'booked';
  const { day, from, to } = form.place ?? place;
  const { address } = form;
  delete exchange.state.form;
  return [
    bookedReply(
      [say('booking-done')],
      trackingCode,
      say('booking-done-when', { day, from, to, address }),
    ),
  ];
}

/** A press on the confirmation of a form that is gone: the same answer as the first time, or null. */
export async function confirmedBefore(
  exchange: Exchange,
  draftId: string,
): Promise<Reply[] | null> {
  const kept = await exchange.deps.inspections.bookingByDraft(exchange.citizenId, draftId);
  return kept?.status === 'booked' ? alreadyBooked(exchange, kept) : null;
}

function alreadyBooked(exchange: Exchange, booking: Booking): Reply[] {
  const { form } = exchange.state;
  if (form && isFilled(form) && form.draftId === booking.draftId) delete exchange.state.form;
  const { day, from, to, address, trackingCode } = booking;
  const when = say('booking-done-when', { day, from, to, address });
  return [bookedReply([say('booking-already')], trackingCode ?? '', when)];
}

function bookedReply(first: Sentence[], code: string, when: Sentence): Reply {
  return {
    lines: [...first, say('booking-tracking', { code }), when, say('booking-done-bring')],
    buttons: rows([
      wishButton('my-inspections'),
      button(say('button-cancel-visit'), { kind: 'visit-cancel', trackingCode: code }),
    ]),
  };
}
