import { maskMobile } from '../../../language/mobile.ts';
import { say } from '../../../wording/sentence.ts';
import { oldButton } from '../../booking/press.ts';
import { button, rows, wishButton } from '../../buttons.ts';
import { cancelFormRow } from '../../cancel-button.ts';
import type { Exchange } from '../../exchange.ts';
import type { Button, Reply } from '../../turn.ts';
import type { SmsForm } from './sms-form.ts';

/**
 * Asks for a code to be sent. The turn does the same for every mobile and looks none up: whether it is on
 * record is found out by the sender, when the answer has long been given.
 */
export async function askForCode(
  exchange: Exchange,
  form: SmsForm,
  mobile: string,
): Promise<Reply[]> {
  const { deps, citizenId, now, state, effects } = exchange;
  if (!deps.smsCodes) return oldButton(exchange);
  const mobileHash = deps.keyedHash('mobile', mobile);
  const until = await deps.smsCodes.waitingTime({ citizenId, mobileHash }, now);
  if (until) return [tooMany(exchange, until)];
  const code = deps.smsCodes.draw(mobile, now);
  effects.push({ kind: 'ask-for-code', mobileHash, code, locale: state.locale });
  const mobileMasked = maskMobile(mobile);
  const sealed = deps.shahkar?.seal(mobile, citizenId);
  const expiresAt = code.expiresAt.toISOString();
  form.asked = { codeId: code.id, mobileMasked, expiresAt, ...(sealed && { sealed }) };
  exchange.outcome = 'needs-proof';
  const minutes = Math.round((code.expiresAt.getTime() - now.getTime()) / 60_000);
  return [
    {
      lines: [say('sms-asked', { mobile: mobileMasked, minutes })],
      buttons: [[againButton(exchange, mobile)], waysOn()],
    },
  ];
}

export async function askAgain(
  exchange: Exchange,
  form: SmsForm,
  sealed: string,
): Promise<Reply[]> {
  const { deps, citizenId, now } = exchange;
  const mobile = deps.smsCodes?.openMobile(sealed, citizenId);
  if (!mobile) return oldButton(exchange);
  const secondsLeft = form.asked ? secondsUntil(form.asked.expiresAt, now) : 0;
  if (secondsLeft > 0) {
    exchange.outcome = 'needs-proof';
    return [
      {
        lines: [say('sms-wait', { seconds: secondsLeft })],
        buttons: [[againButton(exchange, mobile)], waysOn()],
      },
    ];
  }
  return askForCode(exchange, form, mobile);
}

/** The other ways, for whom no code comes: the number is another, or the gateway is down. */
export function waysOn(): Button[] {
  return [button(say('button-own-contact'), { kind: 'own-contact' }), wishButton('offices')];
}

function againButton({ deps, citizenId }: Exchange, mobile: string): Button {
  const sealed = deps.smsCodes?.sealMobile(mobile, citizenId) ?? '';
  return button(say('button-sms-again'), { kind: 'sms-again', sealed });
}

function tooMany(exchange: Exchange, until: Date): Reply {
  exchange.outcome = 'cooling-down';
  const minutes = Math.max(1, Math.ceil((until.getTime() - exchange.now.getTime()) / 60_000));
  return {
    lines: [say('sms-limit', { minutes })],
    buttons: [...rows(waysOn()), cancelFormRow('sms-code')],
  };
}

function secondsUntil(iso: string, now: Date): number {
  return Math.ceil((new Date(iso).getTime() - now.getTime()) / 1000);
}
