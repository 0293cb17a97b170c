import { complaintNamed, tellsWhatHappened } from '../../../understanding/complaint-words.ts';
import type { Exchange } from '../../exchange.ts';
import type { GeneralHandler } from '../../intents/handler.ts';
import type { Reply } from '../../turn.ts';
import { advanceComplaint } from './advance.ts';
import { type ComplaintForm, newComplaint } from './complaint-form.ts';
import { limitReached } from './limit.ts';
import { useRequest } from './own-request.ts';
import { addText } from './text.ts';

/** A wish to complain begins a form with all that the sentence tells, or tells an unfinished one more. */
export const complaintIntent: GeneralHandler = {
  needs: 'nothing',
  async answer(exchange, { said, requestNo }) {
    const refused = await limitReached(exchange);
    if (refused) return refused;
    const form = begun(exchange);
    if (said) {
      form.about ??= complaintNamed(said);
      if (tellsWhatHappened(said)) addText(form, said);
    }
    if (requestNo) await useRequest(exchange, form, requestNo);
    return advanceComplaint(exchange, form);
  },
};

/** From the answer that tells of a delay. The number comes from a button, so it is looked up like any other. */
export async function complainOfDelay(exchange: Exchange, requestNo: string): Promise<Reply[]> {
  const refused = await limitReached(exchange);
  if (refused) return refused;
  const form = begun(exchange);
  form.about = 'delay';
  await useRequest(exchange, form, requestNo);
  return advanceComplaint(exchange, form);
}

/** The unfinished complaint, or a new one with the picture that came with this message. */
function begun(exchange: Exchange): ComplaintForm {
  const { state } = exchange;
  const form = state.smallForm?.kind === 'complaint' ? state.smallForm : newComplaint(exchange);
  state.smallForm = form;
  delete state.smallForm.parked;
  delete state.pending;
  delete state.expecting;
  if (exchange.photo) form.photo = exchange.photo;
  return form;
}
