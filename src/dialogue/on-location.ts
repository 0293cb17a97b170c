import { advance } from './booking/advance.ts';
import type { Exchange } from './exchange.ts';
import { otherInForm } from './forms/forms.ts';
import { officesNear } from './intents/offices.ts';
import type { Reply } from './turn.ts';

/** A pin is the place of the visit while one is being booked, and otherwise asks for the nearest offices. */
export async function onLocation(
  exchange: Exchange,
  pin: { lat: number; lon: number },
): Promise<Reply[]> {
  const inForm = await otherInForm(exchange, { kind: 'location', ...pin });
  if (inForm) return inForm;
  const { form } = exchange.state;
  if (form && form.service !== undefined && form.address === null) {
    form.location = pin;
    return advance(exchange, form);
  }
  delete exchange.state.expecting;
  return officesNear(exchange, pin);
}
