import { tidy } from '../language/text.ts';
import type { Intent } from '../language/vocabulary.ts';
import { saysGiveAccess, saysNo, saysStop, saysYes } from '../understanding/plain-words.ts';
import type { Understanding } from '../understanding/understanding.ts';
import { say } from '../wording/sentence.ts';
import { aboutLastAnswer } from './about-last-answer.ts';
import { aboutRecentService } from './about-recent-service.ts';
import { answerWish } from './answer-wish.ts';
import { answerWishes } from './answer-wishes.ts';
import { textInBooking } from './booking/text.ts';
import { menu } from './buttons.ts';
import { cancelStep } from './cancel-step.ts';
import { didYouMean } from './clarify.ts';
import type { Exchange } from './exchange.ts';
import { continueLast, correctCode } from './follow-up.ts';
import { textInForm } from './forms/forms.ts';
import { intentOfForm } from './forms/small-form.ts';
import { HANDLERS } from './intents/handlers.ts';
import { dropQuestion } from './kept-question.ts';
import { keyboardLabel } from './keyboard-label.ts';
import { onNationalId } from './on-national-id.ts';
import { otherAmount } from './other-amount.ts';
import { askContact } from './proof.ts';
import { answeredShortlyBefore } from './recent-answer.ts';
import { serviceTalkedAbout } from './recent-service.ts';
import type { State } from './state.ts';
import type { Reply } from './turn.ts';
import { unsure, withWayBack } from './uncertain.ts';
import { isBareIdentifier, secondWish, wishOf } from './understood.ts';
import type { Wish } from './wish.ts';

/** More than a wish needs; the rest would only slow the reading down. */
const LONGEST_TEXT = 4096;
/** `3-1405-221`: of a certificate, and of nothing else. */
const certificateNumber = /^\d{1,2}-1[34]\d\d-\d+$/;

export async function onText(
  exchange: Exchange,
  typed: string,
): Promise<{ intent: string; replies: Reply[] }> {
  const { state, deps, now } = exchange;
  const text = tidy(typed).slice(0, LONGEST_TEXT);
  delete state.doubt;
  const label = await keyboardLabel(exchange, text);
  if (label) return { intent: 'press', replies: label };
  if (saysStop(text) && isInTheMiddle(state)) {
    return { intent: 'press', replies: await cancelStep(exchange) };
  }
  if (state.expecting === 'national-id') {
    const replies = await onNationalId(exchange, text);
    if (replies) return { intent: state.pending?.intent ?? 'press', replies };
  }
  const corrected = await correctCode(exchange, text);
  if (corrected) return { intent: state.last?.intent ?? 'press', replies: corrected };
  const expecting = expectedIntent(state);
  const answered = answeredShortlyBefore(exchange);
  const understood = deps.understander.understand(text, {
    now,
    ...(expecting && { expecting }),
    ...(answered && { answered }),
  });
  const { smallForm } = state;
  const inForm = await textInForm(exchange, understood);
  if (smallForm && inForm) return { intent: smallForm.kind, replies: inForm };
  const nearStreet = namesOffice(state, understood) && isBareIdentifier(understood);
  if (state.form && !nearStreet) {
    const replies = await textInBooking(exchange, state.form, understood);
    if (replies) {
      if (exchange.outcome === 'answered') exchange.outcome = 'booking';
      return { intent: 'book-inspection', replies };
    }
  }
  const replies = await answerUnderstood(exchange, understood);
  return { intent: understood.intent, replies };
}

/** Something was asked that can be let go; a question kept for later has a word of its own for that. */
function isInTheMiddle({ smallForm, form, pending, expecting, kept }: State): boolean {
  return Boolean(smallForm || form || (!kept && (pending || expecting)));
}

function expectedIntent({ smallForm, form, pending }: State): Intent | undefined {
  if (smallForm && !smallForm.parked) return intentOfForm(smallForm);
  return form ? 'book-inspection' : pending?.intent;
}

async function answerUnderstood(exchange: Exchange, understood: Understanding): Promise<Reply[]> {
  const { state } = exchange;
  const wish = aboutWhatWasTalkedAbout(wishOf(understood, exchange.today), exchange);
  const near = namesOffice(state, understood);
  const ofAmount = await otherAmount(exchange, understood);
  if (ofAmount) return ofAmount;
  if (isBareIdentifier(understood) && !near) return bareIdentifier(exchange, wish, understood);
  const continued = await continueLast(exchange, understood);
  if (continued) return continued;
  const ofAnswer =
    (await aboutLastAnswer(exchange, understood)) ??
    (await aboutRecentService(exchange, understood));
  if (ofAnswer) return ofAnswer;
  if (near) {
    delete state.expecting;
    return answerWish(exchange, { intent: 'offices', place: wish.place ?? understood.text });
  }
  if (state.kept && saysStop(understood.text)) return dropQuestion(exchange, state.kept.id);
  if (saysStop(understood.text) || saysNo(understood.text) || saysYes(understood.text)) {
    const isWanted = state.pending !== undefined || !saysYes(understood.text);
    delete state.pending;
    delete state.expecting;
    return [{ lines: [say(isWanted ? 'none-of-these' : 'at-your-service')], buttons: menu() }];
  }
  if (wish.code && understood.decision === 'none') {
    return bareIdentifier(exchange, wish, understood);
  }
  if (understood.decision !== 'answer' && saysGiveAccess(understood.text)) {
    return answerWish(exchange, { ...wish, intent: 'privacy', giveAccess: true });
  }
  if (understood.decision === 'ask' && namesRecord(wish)) {
    return withWayBack(exchange, understood, wish, await answerWish(exchange, wish));
  }
  if (understood.decision !== 'answer') {
    return (await nameOfProperty(exchange, understood)) ?? unsure(exchange, understood, wish);
  }
  delete state.expecting;
  const replies = await answerWishes(exchange, wish, secondWish(understood, wish));
  return withWayBack(exchange, understood, wish, replies);
}

/** Longer than any name of an office or quarter: it is about something else. */
const LONGEST_NAME = 40;

/** The question for an office, if there is one, is answered by the name of a place. */
function namesOffice(state: State, { decision, text, entities }: Understanding): boolean {
  if (state.expecting !== 'office') return false;
  if (entities.some(({ type }) => type !== 'place')) return false;
  return decision !== 'answer' && text.length <= LONGEST_NAME && !/[?؟]/.test(text);
}

/** Who names a file and a wish about files is surely ours: a likely guess is better than a question. */
function namesRecord({ intent, code, requestNo }: Wish): boolean {
  return (code ?? requestNo) !== undefined && HANDLERS[intent].needs === 'property';
}

/** Papers without a service are those of the visit being booked, or of the service just talked about. */
function aboutWhatWasTalkedAbout(wish: Wish, exchange: Exchange): Wish {
  if (wish.intent !== 'requirements' || wish.service) return wish;
  const service = serviceTalkedAbout(exchange);
  return service ? { ...wish, service, sameService: true } : wish;
}

/** A code or street on its own goes with the wish that waits; without one, the citizen is asked what about it. */
async function bareIdentifier(
  exchange: Exchange,
  wish: Wish,
  { entities }: Understanding,
): Promise<Reply[]> {
  const { state } = exchange;
  if (wish.bill) return answerWish(exchange, wish);
  if (wish.requestNo) return answerWish(exchange, { ...wish, intent: 'request-status' });
  if (wish.code && state.pending)
    return answerWish(exchange, { ...state.pending, code: wish.code });
  if (wish.code) return answerWish(exchange, { ...wish, intent: 'debt' });
  if (wish.place && state.pending && !state.pending.code) {
    return answerWish(exchange, { ...state.pending, place: wish.place });
  }
  if (wish.trackingCode && certificateNumber.test(wish.trackingCode)) {
    return answerWish(exchange, { ...wish, intent: 'verify-certificate' });
  }
  if (entities.some(({ type }) => type === 'mobile')) {
    return [{ ...askContact(exchange), lines: [say('contact-by-button')] }];
  }
  return [didYouMean(exchange, { choices: ['request-status', 'debt', 'payment'] }, wish)];
}

/** «ارم» after "which property?": the street alone continues the waiting wish. */
async function nameOfProperty(
  exchange: Exchange,
  { text }: Understanding,
): Promise<Reply[] | null> {
  const { pending } = exchange.state;
  if (!pending || text.length > LONGEST_NAME) return null;
  const standing = await exchange.standing();
  if (standing.kind !== 'party') return null;
  return answerWish(exchange, { ...pending, place: text });
}
