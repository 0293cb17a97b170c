import { oldButton } from '../../booking/press.ts';
import type { Exchange } from '../../exchange.ts';
import type { Reply } from '../../turn.ts';
import type { ComplaintPress } from './actions.ts';
import { advanceComplaint } from './advance.ts';
import type { ComplaintForm } from './complaint-form.ts';
import { filedBefore, fileTheComplaint } from './file.ts';

/** A press on a complaint's button. One of an earlier draft never changes the present one. */
export async function pressComplaint(exchange: Exchange, action: ComplaintPress): Promise<Reply[]> {
  const { smallForm } = exchange.state;
  if (smallForm?.kind !== 'complaint' || smallForm.draftId !== action.formId) {
    return (await filedBefore(exchange, action.formId)) ?? oldButton(exchange);
  }
  delete smallForm.parked;
  switch (action.kind) {
    case 'complaint-about':
      smallForm.about = action.about;
      return advanceComplaint(exchange, smallForm);
    case 'complaint-district':
      await chooseDistrict(exchange, smallForm, action.district);
      return advanceComplaint(exchange, smallForm);
    case 'complaint-text':
      smallForm.text = null;
      return advanceComplaint(exchange, smallForm);
    case 'complaint-file':
      return fileTheComplaint(exchange, smallForm);
    default:
      return action satisfies never;
  }
}

async function chooseDistrict(
  exchange: Exchange,
  form: ComplaintForm,
  district: number | null,
): Promise<void> {
  const known = await exchange.deps.records.districts();
  if (district === null || known.some((one) => one.district === district)) form.district = district;
}
