import { type Sentence, say } from '../../wording/sentence.ts';
import type { Exchange } from '../exchange.ts';
import type { BookingForm } from '../state.ts';
import { release } from './form.ts';

/** The citizen wants out: the held place goes free, and nothing was booked or moved. */
export function stopBooking(exchange: Exchange, form: BookingForm): Sentence {
  release(exchange, form);
  delete exchange.state.form;
  return form.moving ? say('cancel-kept') : say('booking-stopped');
}
