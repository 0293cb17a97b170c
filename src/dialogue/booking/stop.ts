import { say } from '../../wording/sentence.ts';
import { menu } from '../buttons.ts';
import type { Exchange } from '../exchange.ts';
import type { BookingForm } from '../state.ts';
import type { Reply } from '../turn.ts';
import { release } from './form.ts';

/** The citizen wants out: the held place goes free, and nothing was booked or moved. */
export function stopBooking(exchange: Exchange, form: BookingForm): Reply[] {
  release(exchange, form);
  delete exchange.state.form;
  return [
    {
      lines: [form.moving ? say('cancel-kept') : say('booking-stopped')],
      keyboard: { kind: 'none' },
    },
    { lines: [say('what-next')], buttons: menu() },
  ];
}
