import type { Booking } from '../../inspections/inspections.ts';
import { tehranDate } from '../../language/jalali.ts';
import { say } from '../../wording/sentence.ts';
import { button, rows, wishButton } from '../buttons.ts';
import type { Reply } from '../turn.ts';

/** Told on the evening before; on the day itself where that evening was missed. */
export function visitReminder(visit: Booking, now: Date, mayMove: boolean): Reply {
  const { day, from, to, address, trackingCode } = visit;
  const isToday = day === tehranDate(now);
  return {
    lines: [
      say(isToday ? 'visit-reminder-today' : 'visit-reminder-tomorrow'),
      say('booking-done-when', { day, from, to, address }),
      say('visit-reminder-bring'),
    ],
    buttons: rows([
      ...(mayMove ? [wishButton('reschedule-inspection')] : []),
      button(say('button-cancel-visit'), {
        kind: 'visit-cancel',
        trackingCode: trackingCode ?? '',
      }),
      wishButton('my-inspections'),
    ]),
  };
}
