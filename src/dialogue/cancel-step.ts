import { say } from '../wording/sentence.ts';
import { stopBooking } from './booking/stop.ts';
import { menu } from './buttons.ts';
import type { Exchange } from './exchange.ts';
import { leaveForm } from './forms/forms.ts';
import type { Reply } from './turn.ts';

/** «انصراف»: whatever was being asked is let go. */
export function cancelStep(exchange: Exchange): Reply[] {
  const { state } = exchange;
  const askedSince = state.pending !== undefined || state.expecting !== undefined;
  delete state.pending;
  delete state.second;
  delete state.expecting;
  if (state.smallForm && !state.smallForm.parked) return leaveForm(exchange);
  if (state.form) return stopBooking(exchange, state.form);
  // The button may stand under a question of the form that waits.
  if (state.smallForm && !askedSince) return leaveForm(exchange);
  return [
    { lines: [say('cancelled-step')], keyboard: { kind: 'none' } },
    { lines: [say('what-next')], buttons: menu() },
  ];
}
