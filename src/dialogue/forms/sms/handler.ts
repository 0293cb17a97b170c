import { toLatinDigits } from '../../../language/digits.ts';
import { parseMobile } from '../../../language/mobile.ts';
import { say } from '../../../wording/sentence.ts';
import { cancelFormRow } from '../../cancel-button.ts';
import type { Exchange } from '../../exchange.ts';
import type { Reply } from '../../turn.ts';
import { isOtherWish } from '../other-wish.ts';
import type { SmallFormHandler } from '../small-form.ts';
import { askForCode, waysOn } from './ask-for-code.ts';
import { checkCode } from './check-code.ts';
import type { SmsForm } from './sms-form.ts';
import { askMobile } from './start.ts';

/** A mobile begins anew at any time: the first may have been mistyped. */
export const smsHandler: SmallFormHandler<SmsForm> = {
  async text(exchange, form, understood) {
    const told = understood.entities.find(({ type }) => type === 'mobile')?.value;
    const mobile = parseMobile(told ?? understood.text);
    if (mobile) return askForCode(exchange, form, mobile);
    const code = form.asked ? codeIn(understood.text) : null;
    if (code) return checkCode(exchange, form, code);
    if (isOtherWish(understood, form)) return null;
    if (/\p{Nd}/u.test(understood.text)) return [notRead(exchange, form)];
    return form.asked && understood.decision === 'none' ? [notCome(exchange)] : null;
  },
  async advance(exchange, form) {
    return form.asked ? [askCode(exchange)] : [askMobile(exchange)];
  },
};

/** Six digits in any script, with whatever stands between them. */
function codeIn(text: string): string | null {
  const digits = toLatinDigits(text).replace(/[\s\u200c\u200e\u200f.\-–]/g, '');
  return /^\d{6}$/.test(digits) ? digits : null;
}

function askCode(exchange: Exchange): Reply {
  exchange.outcome = 'needs-proof';
  return { lines: [say('sms-ask-code')], buttons: [cancelFormRow('sms-code')] };
}

/** «کد نیومد»: the ways on, without a word on whether the number is on record. */
function notCome(exchange: Exchange): Reply {
  exchange.outcome = 'needs-proof';
  return { lines: [say('sms-not-come')], buttons: [waysOn(), cancelFormRow('sms-code')] };
}

function notRead(exchange: Exchange, { asked }: SmsForm): Reply {
  exchange.outcome = 'needs-proof';
  const line = asked ? say('sms-code-format') : say('sms-mobile-format');
  return { lines: [line], buttons: [cancelFormRow('sms-code')] };
}
