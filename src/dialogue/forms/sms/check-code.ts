import type { Judged } from '../../../sms/create-sms-codes.ts';
import { say } from '../../../wording/sentence.ts';
import { answerWaiting } from '../../answer-wishes.ts';
import { menu } from '../../buttons.ts';
import { cancelFormRow } from '../../cancel-button.ts';
import type { Exchange } from '../../exchange.ts';
import type { Reply } from '../../turn.ts';
import { waysOn } from './ask-for-code.ts';
import type { SmsForm } from './sms-form.ts';
import { askMobile } from './start.ts';

/** A right code proves the mobile like one's own contact would; a wrong one costs a try. */
export async function checkCode(exchange: Exchange, form: SmsForm, code: string): Promise<Reply[]> {
  const { deps, citizenId, now, effects, state } = exchange;
  if (!form.asked || !deps.smsCodes) return [askMobile(exchange)];
  const { codeId, mobileMasked } = form.asked;
  const judged = await deps.smsCodes.judge({ citizenId, codeId, code }, now);
  if (judged.kind === 'wrong') effects.push({ kind: 'count-code-try', codeId });
  if (judged.kind !== 'right') return [notRight(exchange, judged)];
  const { mobileHash } = judged;
  effects.push({ kind: 'use-code', codeId });
  effects.push({ kind: 'prove-mobile', mobileHash, mobileMasked });
  exchange.assume(
    await deps.identity.proofsAfter(citizenId, { hash: mobileHash, masked: mobileMasked }, now),
  );
  if (form.asked.sealed) state.sealedMobile = form.asked.sealed;
  delete state.smallForm;
  delete state.pending;
  const thanks: Reply = {
    lines: [say('sms-proven', { mobile: mobileMasked })],
    keyboard: { kind: 'none' },
  };
  if (form.then) return [thanks, ...(await answerWaiting(exchange, form.then))];
  return [thanks, { lines: [say('what-next')], buttons: menu() }];
}

/** Wrong, too late or tried too often; no word on whether a code was ever sent. */
function notRight(exchange: Exchange, judged: Exclude<Judged, { kind: 'right' }>): Reply {
  exchange.outcome = 'not-shown';
  if (judged.kind === 'wrong' && judged.triesLeft > 0) {
    return {
      lines: [say('sms-wrong', { tries: judged.triesLeft })],
      buttons: [cancelFormRow('sms-code')],
    };
  }
  return { lines: [say('sms-over')], buttons: [waysOn(), cancelFormRow('sms-code')] };
}
