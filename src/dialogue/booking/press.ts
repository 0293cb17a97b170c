import { say } from '../../wording/sentence.ts';
import type { Action } from '../actions.ts';
import { menu } from '../buttons.ts';
import type { Exchange } from '../exchange.ts';
import type { BookingForm } from '../state.ts';
import type { Reply } from '../turn.ts';
import { advance } from './advance.ts';
import { confirmBooking, confirmedBefore } from './confirm.ts';
import { isFilled, release } from './form.ts';
import { offerDays, offerPlace, offerTimes } from './offer.ts';
import { refusal } from './refusal.ts';
import { useProperty } from './start.ts';

export type BookingAction = Extract<Action, { draftId: string }>;

/** A press on a booking's button. One of an earlier draft never changes the present one. */
export async function pressBooking(exchange: Exchange, action: BookingAction): Promise<Reply[]> {
  const { form } = exchange.state;
  if (form?.draftId !== action.draftId) {
    return (await confirmedBefore(exchange, action.draftId)) ?? oldButton(exchange);
  }
  exchange.outcome = 'booking';
  if (changesSubject(action)) release(exchange, form);
  switch (action.kind) {
    case 'book-service':
      form.service = action.service;
      return advance(exchange, form);
    case 'book-property':
      if (action.code) await useProperty(exchange, form, action.code);
      else Object.assign(form, ELSEWHERE);
      return advance(exchange, form);
    case 'book-district':
      return chooseDistrict(exchange, form, action.district);
    default:
      return pressTime(exchange, form, action);
  }
}

/** «نشانی دیگر»: whatever property was chosen before is not meant. */
const ELSEWHERE = { noRecord: true, code: null, address: null, district: null, location: null };

/** A place is held for one purpose; for another it would be booked under the wrong name. */
function changesSubject({ kind }: BookingAction): boolean {
  return kind === 'book-service' || kind === 'book-property' || kind === 'book-district';
}

async function chooseDistrict(
  exchange: Exchange,
  form: BookingForm,
  district: number,
): Promise<Reply[]> {
  const known = await exchange.deps.records.districts();
  if (known.some((one) => one.district === district)) form.district = district;
  return advance(exchange, form);
}

async function pressTime(
  exchange: Exchange,
  form: BookingForm,
  action: Exclude<BookingAction, { kind: 'book-service' | 'book-property' | 'book-district' }>,
): Promise<Reply[]> {
  if (!isFilled(form) || !(await exchange.proofs()).mobile) return advance(exchange, form);
  switch (action.kind) {
    case 'book-day':
      form.wanted = { day: action.day };
      return offerTimes(exchange, form);
    case 'book-days':
      form.wanted = {};
      return offerDays(exchange, form, { from: action.from });
    case 'book-time': {
      const refused = await refusal(exchange, form);
      if (refused) return refused;
      form.wanted = { day: action.day, time: action.time };
      const { citizenId, now, deps } = exchange;
      const place = await deps.inspections.placeAt({
        district: form.district,
        day: action.day,
        from: action.time,
        now,
        citizenId,
      });
      return place ? [offerPlace(exchange, form, place)] : offerTimes(exchange, form);
    }
    case 'book-confirm':
      return confirmBooking(exchange, form);
    case 'book-change':
      release(exchange, form);
      form.wanted = {};
      return offerDays(exchange, form);
    default:
      return action satisfies never;
  }
}

export async function resumeBooking(exchange: Exchange): Promise<Reply[]> {
  const { form } = exchange.state;
  return form ? advance(exchange, form) : oldButton(exchange);
}

export function oldButton({ state }: Exchange): Reply[] {
  const { form, smallForm } = state;
  const isOffered = smallForm ? smallForm.parked : form !== undefined;
  return [{ lines: [say('old-button')], ...(!isOffered && { buttons: menu() }) }];
}
