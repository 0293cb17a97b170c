import { say } from '../../../wording/sentence.ts';
import { button } from '../../buttons.ts';
import { cancelFormRow } from '../../cancel-button.ts';
import type { Exchange } from '../../exchange.ts';
import type { Button, Reply } from '../../turn.ts';
import type { SmsForm } from './sms-form.ts';

/** The way for whom the messenger's number is not the one on file; none where no gateway sends codes. */
export function otherMobileButton({ deps }: Exchange): Button[] {
  if (!deps.smsCodes) return [];
  return [button(say('button-other-mobile'), { kind: 'other-mobile' })];
}

export function beginSmsProof(exchange: Exchange): Reply[] {
  const { state } = exchange;
  const then = state.pending ?? state.last;
  const form: SmsForm = { kind: 'sms-code', asked: null, ...(then && { then }) };
  state.smallForm = form;
  delete state.expecting;
  return [askMobile(exchange)];
}

/** The wish waits for the contact as it has waited for the code. */
export function endSmsProof({ state }: Exchange): void {
  if (state.smallForm?.kind !== 'sms-code') return;
  const { then } = state.smallForm;
  delete state.smallForm;
  if (then) state.pending = then;
}

export function askMobile(exchange: Exchange): Reply {
  exchange.outcome = 'needs-proof';
  return { lines: [say('sms-ask-mobile')], buttons: [cancelFormRow('sms-code')] };
}
