import { kilometresAway } from '../answers/offices.ts';
import { say } from '../wording/sentence.ts';
import { advance } from './booking/advance.ts';
import type { Exchange } from './exchange.ts';
import { continueForm, otherInForm } from './forms/forms.ts';
import { askWhere, officesNear } from './intents/offices.ts';
import type { BookingForm } from './state.ts';
import type { Reply } from './turn.ts';

/** A pin is the place of the visit while one is being booked, and otherwise asks for the nearest offices. */
export async function onLocation(
  exchange: Exchange,
  pin: { lat: number; lon: number },
): Promise<Reply[]> {
  const kilometres = kilometresAway(await exchange.deps.records.offices(), pin);
  if (kilometres !== null) return farAway(exchange, kilometres);
  const inForm = await otherInForm(exchange, { kind: 'location', ...pin });
  if (inForm) return inForm;
  const { form } = exchange.state;
  if (form && wantsPlace(form)) {
    form.location = pin;
    return advance(exchange, form);
  }
  delete exchange.state.expecting;
  return officesNear(exchange, pin);
}

function wantsPlace({ service, address }: BookingForm): boolean {
  return service !== undefined && address === null;
}

/** No place of this city, whatever it was sent for: what was asked is asked again. */
async function farAway(exchange: Exchange, kilometres: number): Promise<Reply[]> {
  const { form } = exchange.state;
  const far = say('pin-far', { city: exchange.deps.city.name, kilometres });
  const inForm = await continueForm(exchange);
  if (inForm) return [{ lines: [far] }, ...inForm];
  if (form && wantsPlace(form)) return [{ lines: [far] }, ...(await advance(exchange, form))];
  return [askWhere(exchange, [far])];
}
