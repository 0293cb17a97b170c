import { COMPLAINT_KINDS } from '../../../complaints/complaint.ts';
import { type Sentence, say } from '../../../wording/sentence.ts';
import { districtOf } from '../../booking/district.ts';
import { button, rows } from '../../buttons.ts';
import { cancelFormRow } from '../../cancel-button.ts';
import type { Exchange } from '../../exchange.ts';
import { askContact } from '../../proof.ts';
import type { Reply } from '../../turn.ts';
import { type ComplaintForm, complaintOf } from './complaint-form.ts';
import { KIND_LABELS } from './kind-labels.ts';
import { useShownRequest } from './own-request.ts';
import { summary } from './summary.ts';

/** Asks the next thing that is still missing, one at a time, and shows it all once nothing is. */
export async function advanceComplaint(
  exchange: Exchange,
  form: ComplaintForm,
  first: Sentence[] = [],
): Promise<Reply[]> {
  exchange.outcome = 'form';
  if (form.about === null) return [askAbout(form, first)];
  await useShownRequest(exchange, form);
  if (form.text === null) return [askText(form, first)];
  if (form.district === undefined) {
    const found = await districtOf(exchange, { address: form.text, location: form.location });
    if (found === null) return [await askDistrict(exchange, form, first)];
    form.district = found;
  }
  if (!(await exchange.proofs()).mobile) return [askContact(exchange, 'complaint')];
  const complaint = complaintOf(form);
  return complaint ? [summary(form, complaint, first)] : [];
}

function askAbout(form: ComplaintForm, first: Sentence[]): Reply {
  const { draftId: formId } = form;
  const kinds = COMPLAINT_KINDS.map((about) =>
    button(KIND_LABELS[about], { kind: 'complaint-about', formId, about }),
  );
  return {
    lines: [...first, say('complaint-ask-about')],
    buttons: [...rows(kinds), cancelFormRow('complaint', formId)],
  };
}

function askText(form: ComplaintForm, first: Sentence[]): Reply {
  return {
    lines: [...first, textQuestion(form)],
    buttons: [cancelFormRow('complaint', form.draftId)],
  };
}

function textQuestion({ about, requestNo }: ComplaintForm): Sentence {
  if (about !== 'delay') return say('complaint-ask-text');
  return requestNo
    ? say('complaint-ask-delay-of', { code: requestNo })
    : say('complaint-ask-delay');
}

/** With «نمی‌دانم» they fill two rows; in a larger city the number of the district is written. */
const MOST_DISTRICTS = 5;

async function askDistrict(
  exchange: Exchange,
  { draftId }: ComplaintForm,
  first: Sentence[],
): Promise<Reply> {
  const districts = await exchange.deps.records.districts();
  const known = districts.slice(0, MOST_DISTRICTS).map(({ district }) =>
    button(say('button-district', { district }), {
      kind: 'complaint-district',
      formId: draftId,
      district,
    }),
  );
  const unknown = button(say('button-unknown'), {
    kind: 'complaint-district',
    formId: draftId,
    district: null,
  });
  return {
    lines: [...first, say('complaint-ask-district')],
    buttons: [...rows([...known, unknown], 3), cancelFormRow('complaint', draftId)],
  };
}
