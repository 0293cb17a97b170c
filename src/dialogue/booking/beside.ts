import { hourNamed, wantsNoVisit } from '../../understanding/form-words.ts';
import { saysYes } from '../../understanding/plain-words.ts';
import type { Understanding } from '../../understanding/understanding.ts';
import { cancelForm } from '../cancel-step.ts';
import type { Exchange } from '../exchange.ts';
import type { BookingForm } from '../state.ts';
import type { Reply } from '../turn.ts';
import type { Wanted } from '../wanted.ts';
import { advance } from './advance.ts';

/** «بله» to the offer to go on, «نوبت نمی‌خوام» where no visit is booked yet; null for anything else. */
export async function yesOrNoMore(
  exchange: Exchange,
  form: BookingForm,
  { text, decision, intent }: Understanding,
): Promise<Reply[] | null> {
  if (!form.place && saysYes(text)) {
    delete exchange.state.expecting;
    return advance(exchange, form);
  }
  const isCancel = decision === 'answer' && intent === 'cancel-inspection';
  if ((!isCancel && !wantsNoVisit(text)) || form.moving) return null;
  const { deps, citizenId, now } = exchange;
  const { upcoming } = await deps.inspections.bookingsOf(citizenId, now);
  if (upcoming.length > 0) return null;
  return cancelForm(exchange, { kind: 'cancel-form', form: 'booking' });
}

/** «۱۰» or «ساعتش رو بکن ۱۱», once the day is known. */
export function hourOfDay({ wanted, place }: BookingForm, text: string): Wanted {
  const day = place?.day ?? wanted.day;
  const time = day ? hourNamed(text) : null;
  return day && time ? { day, time } : {};
}
