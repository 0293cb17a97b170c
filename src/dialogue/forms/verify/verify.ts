import type { IsoDate } from '../../../language/vocabulary.ts';
import type { Understanding } from '../../../understanding/understanding.ts';
import { type Sentence, say } from '../../../wording/sentence.ts';
import { cancelFormRow } from '../../cancel-button.ts';
import type { Exchange } from '../../exchange.ts';
import type { GeneralHandler } from '../../intents/handler.ts';
import type { Reply } from '../../turn.ts';
import type { Wish } from '../../wish.ts';
import { isOtherWish } from '../other-wish.ts';
import type { SmallFormHandler } from '../small-form.ts';
import { checkCertificate } from './check-certificate.ts';
import { certificateNumberIn } from './number-in.ts';
import { isFilled, type VerifyForm } from './verify-form.ts';

const EMPTY: VerifyForm = { kind: 'verify-certificate', number: null, code: null, issuedOn: null };

/** Whoever holds a certificate may ask whether it is on record and valid, without any proof. */
export const verifyIntent: GeneralHandler = {
  needs: 'nothing',
  answer(exchange, wish) {
    const { smallForm } = exchange.state;
    const begun = smallForm?.kind === 'verify-certificate' ? smallForm : null;
    const { number, code, issuedOn } = begun ?? EMPTY;
    const form = { ...EMPTY, number, code, issuedOn, ...told(wish, exchange.today) };
    return advance(exchange, form, begun ? [] : [say('verify-needs')]);
  },
};

export const verifyHandler: SmallFormHandler<VerifyForm> = {
  async text(exchange, form, understood) {
    const more = toldIn(understood, form, exchange.today);
    const isMore = Object.keys(more).length > 0;
    if (!isMore && isOtherWish(understood, form)) return null;
    const first = isMore || isFilled(form) ? [] : [say('form-not-read')];
    const whole = { ...form, ...more };
    // It stays when the look-up at its end fails.
    exchange.state.smallForm = whole;
    return advance(exchange, whole, first);
  },
  async other(exchange, form, input) {
    // A photo of the paper proves nothing and is not read.
    return input.kind === 'photo' ? advance(exchange, form, [say('verify-not-by-photo')]) : null;
  },
  advance,
};

async function advance(
  exchange: Exchange,
  form: VerifyForm,
  first: Sentence[] = [],
): Promise<Reply[]> {
  if (isFilled(form)) return checkCertificate(exchange, form);
  exchange.outcome = 'form';
  exchange.state.smallForm = form;
  delete exchange.state.pending;
  delete exchange.state.expecting;
  return [
    { lines: [...first, nextQuestion(form)], buttons: [cancelFormRow('verify-certificate')] },
  ];
}

function nextQuestion({ number, code }: VerifyForm): Sentence {
  if (number === null) return say('verify-ask-number');
  return code === null ? say('verify-ask-code') : say('verify-ask-day');
}

function told(wish: Wish, today: IsoDate): Partial<VerifyForm> {
  const number = wish.trackingCode ?? (wish.said ? certificateNumberIn(wish.said, false) : null);
  return {
    ...(number && { number }),
    ...(wish.code && { code: wish.code }),
    ...issued(wish.wanted?.day, today),
  };
}

function toldIn(
  { entities, text }: Understanding,
  { number }: VerifyForm,
  today: IsoDate,
): Partial<VerifyForm> {
  const value = (type: string) => entities.find((entity) => entity.type === type)?.value;
  const code = value('nosazi');
  const day = issued(value('date'), today);
  const isNumberAsked = number === null && !code && !day.issuedOn;
  const named = value('certificate') ?? certificateNumberIn(text, isNumberAsked);
  return { ...(named && { number: named }), ...(code && { code }), ...day };
}

/** A day to come is one said without its year. */
function issued(day: IsoDate | undefined, today: IsoDate): Partial<VerifyForm> {
  return day && day <= today ? { issuedOn: day } : {};
}
