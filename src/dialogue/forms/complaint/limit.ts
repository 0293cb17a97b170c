import { COMPLAINTS_A_DAY } from '../../../complaints/complaint.ts';
import { say } from '../../../wording/sentence.ts';
import { rows, wishButton } from '../../buttons.ts';
import type { Exchange } from '../../exchange.ts';
import type { Reply } from '../../turn.ts';

/** Null while the citizen may complain today; said before anything is asked. */
export async function limitReached(exchange: Exchange): Promise<Reply[] | null> {
  const { deps, citizenId, now, state } = exchange;
  if (await deps.complaints.mayFile(citizenId, now)) return null;
  if (state.smallForm?.kind === 'complaint') delete state.smallForm;
  exchange.outcome = 'limit-reached';
  const { phone } = deps.city;
  return [
    {
      lines: [say('complaint-limit', { limit: COMPLAINTS_A_DAY, phone })],
      buttons: rows([wishButton('operator'), wishButton('offices')]),
    },
  ];
}
