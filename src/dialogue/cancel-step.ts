import { say } from '../wording/sentence.ts';
import { confirmedBefore } from './booking/confirm.ts';
import { stopBooking } from './booking/stop.ts';
import { menu } from './buttons.ts';
import { cancelFormRow, draftOf } from './cancel-button.ts';
import type { Exchange } from './exchange.ts';
import type { CancelForm } from './forms/cancel-actions.ts';
import { filedBefore } from './forms/complaint/file.ts';
import { continueForm, leaveForm } from './forms/forms.ts';
import type { Reply } from './turn.ts';

/** «انصراف» without a word of what: whatever was asked last is let go; asked, where that could be either of two. */
export async function cancelStep(exchange: Exchange): Promise<Reply[]> {
  const { state } = exchange;
  const { form, smallForm } = state;
  // What waits for a code by SMS was asked before it, not since.
  const isOlder = smallForm?.kind === 'sms-code';
  const askedSince = (state.pending !== undefined && !isOlder) || state.expecting !== undefined;
  delete state.pending;
  delete state.second;
  delete state.expecting;
  if (smallForm && !smallForm.parked) return leaveForm(exchange);
  if (askedSince) return goOn(exchange, [say('cancelled-step')]);
  if (form && smallForm) {
    exchange.outcome = 'asked';
    const buttons = [
      [
        ...cancelFormRow(smallForm.kind, draftOf(smallForm)),
        ...cancelFormRow('booking', form.draftId),
      ],
    ];
    return [{ lines: [say('cancel-which-form')], buttons }];
  }
  if (form) return stopped(exchange);
  return smallForm ? leaveForm(exchange) : goOn(exchange, [say('nothing-open')]);
}

/** «انصراف از …»: that form ends and no other; one that is over already is said to be. */
export async function cancelForm(exchange: Exchange, { form, id }: CancelForm): Promise<Reply[]> {
  const { state } = exchange;
  const open = form === 'booking' ? state.form : state.smallForm;
  const isOpen = open && (form === 'booking' || state.smallForm?.kind === form);
  if (isOpen && (id === undefined || draftOf(open) === id)) {
    return form === 'booking' ? stopped(exchange) : leaveForm(exchange);
  }
  const done = id ? await doneBefore(exchange, form, id) : null;
  return done ?? goOn(exchange, [say('step-over')]);
}

async function doneBefore(
  exchange: Exchange,
  form: CancelForm['form'],
  id: string,
): Promise<Reply[] | null> {
  if (form === 'booking') return confirmedBefore(exchange, id);
  return form === 'complaint' ? filedBefore(exchange, id) : null;
}

async function stopped(exchange: Exchange): Promise<Reply[]> {
  const { form } = exchange.state;
  return form ? goOn(exchange, [stopBooking(exchange, form)]) : [];
}

/** What is still open is asked again or offered; without any of it, the ways on from anywhere. */
async function goOn(exchange: Exchange, lines: Reply['lines']): Promise<Reply[]> {
  const { state } = exchange;
  exchange.outcome = 'cancelled';
  const said: Reply = { lines, keyboard: { kind: 'none' } };
  const asked = await continueForm(exchange);
  if (asked) return [said, ...asked];
  if (state.form || state.smallForm) return [said];
  return [said, { lines: [say('what-next')], buttons: menu() }];
}
