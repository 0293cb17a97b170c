import type { Place, VisitSubject } from '../../inspections/inspections.ts';
import type { Exchange } from '../exchange.ts';
import type { BookingForm } from '../state.ts';

export type FilledForm = BookingForm & { address: string; district: number };

/** A new draft; its id keeps buttons of an earlier one from acting on it. */
export function newForm(exchange: Exchange): BookingForm {
  const draftId = Buffer.from(exchange.deps.randomBytes(5)).toString('hex');
  return {
    draftId,
    noRecord: false,
    code: null,
    address: null,
    location: null,
    district: null,
    wanted: {},
    place: null,
  };
}

export function isFilled(form: BookingForm): form is FilledForm {
  return form.address !== null && form.district !== null;
}

export function subjectOf(form: FilledForm): VisitSubject {
  const { district, address, code, location } = form;
  return { service: form.service ?? null, district, address, code, location };
}

/** Puts a place on hold for the citizen; the effect may find it taken, and then the turn is taken again. */
export function hold(exchange: Exchange, form: FilledForm, place: Place): void {
  const minutes = exchange.deps.city.booking.holdMinutes;
  form.place = place;
  exchange.effects.push({
    kind: 'hold-place',
    draftId: form.draftId,
    subject: subjectOf(form),
    place,
    until: new Date(exchange.now.getTime() + minutes * 60_000),
    ...(form.moving && { moving: form.moving.trackingCode }),
  });
}

/** Lets the held place go, so that others can have it at once. */
export function release(exchange: Exchange, form: BookingForm): void {
  if (!form.place) return;
  form.place = null;
  exchange.effects.push({ kind: 'release-hold', draftId: form.draftId });
}
