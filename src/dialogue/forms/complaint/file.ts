import { newComplaintNumber } from '../../../complaints/complaint-number.ts';
import { say } from '../../../wording/sentence.ts';
import { menu } from '../../buttons.ts';
import type { Exchange } from '../../exchange.ts';
import type { Reply } from '../../turn.ts';
import { advanceComplaint } from './advance.ts';
import { type ComplaintForm, complaintOf } from './complaint-form.ts';
import { limitReached } from './limit.ts';

/** The last word. Saying it again shows the same number. */
export async function fileTheComplaint(exchange: Exchange, form: ComplaintForm): Promise<Reply[]> {
  const { deps, state } = exchange;
  const { draftId } = form;
  const before = await filedBefore(exchange, draftId);
  if (before) return before;
  const complaint = complaintOf(form);
  if (!complaint || !(await exchange.proofs()).mobile) return advanceComplaint(exchange, form);
  const refused = await limitReached(exchange);
  if (refused) return refused;
  const number = newComplaintNumber(deps.randomBytes);
  exchange.effects.push({ kind: 'file-complaint', draftId, number, complaint });
  exchange.outcome = 'filed';
  delete state.smallForm;
  const { phone } = deps.city;
  return [
    {
      lines: [
        say('complaint-filed'),
        say('complaint-number', { code: number }),
        say('complaint-filed-next', { phone }),
      ],
      buttons: menu(),
    },
  ];
}

/** A press on a draft that is gone: the same number as the first time, or null. */
export async function filedBefore(exchange: Exchange, draftId: string): Promise<Reply[] | null> {
  const { deps, citizenId, state } = exchange;
  const number = await deps.complaints.numberOf(citizenId, draftId);
  if (!number) return null;
  const { smallForm } = state;
  if (smallForm?.kind === 'complaint' && smallForm.draftId === draftId) delete state.smallForm;
  exchange.outcome = 'filed';
  const lines = [say('complaint-filed-before'), say('complaint-number', { code: number })];
  return [{ lines, buttons: menu() }];
}
