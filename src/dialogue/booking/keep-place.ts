import type { Booking, Place } from '../../inspections/inspections.ts';
import type { Exchange } from '../exchange.ts';
import { type FilledForm, hold } from './form.ts';

/**
 * Makes sure that the form's place is still on hold: a hold that ran out is renewed while the place is free.
 * Null once it is another's; then the form wants another time of that day.
 */
export async function keepPlace(
  exchange: Exchange,
  form: FilledForm,
  place: Place,
): Promise<Place | null> {
  const { deps, citizenId, now } = exchange;
  const kept = await deps.inspections.bookingByDraft(citizenId, form.draftId);
  if (isHeld(kept, now)) return place;
  const { district } = form;
  const { day, from } = place;
  const free = await deps.inspections.placeAt({ district, day, from, now, citizenId });
  if (free) {
    hold(exchange, form, free);
    return free;
  }
  form.place = null;
  form.wanted = { day };
  return null;
}

export function isHeld(kept: Booking | null, now: Date): boolean {
  return kept?.status === 'held' && kept.heldUntil !== null && kept.heldUntil > now;
}
