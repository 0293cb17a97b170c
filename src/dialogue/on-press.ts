import { say } from '../wording/sentence.ts';
import { type Action, decodeAction } from './actions.ts';
import { answerWish } from './answer-wish.ts';
import { chosenToMove } from './booking/move.ts';
import { oldButton, pressBooking, resumeBooking } from './booking/press.ts';
import { rows, wishButton } from './buttons.ts';
import { cancelRow } from './cancel-button.ts';
import { cancelForm, cancelStep } from './cancel-step.ts';
import { changeLanguage } from './change-language.ts';
import { noteChosen, withTold } from './doubt.ts';
import type { Exchange } from './exchange.ts';
import { beginAccess } from './forms/access/give.ts';
import { listRepresentatives, takeBack } from './forms/access/list.ts';
import { complainOfDelay } from './forms/complaint/start.ts';
import { leaveForm, parkForm, pressForm, resumeForm } from './forms/forms.ts';
import { pressSms } from './forms/sms/press.ts';
import { whereOnBill } from './intents/find-code.ts';
import { notOurs } from './intents/not-ours.ts';
import { chosenToErase, eraseAll, keepAll } from './intents/privacy.ts';
import { stepsOf } from './intents/requirements.ts';
import { cancelVisit, chosenToCancel } from './intents/visits.ts';
import { dropQuestion } from './kept-question.ts';
import { dropStep } from './kept-step.ts';
import { endTalk } from './operator.ts';
import { askContact } from './proof.ts';
import type { Reply } from './turn.ts';
import { noneOfThese, notThat } from './uncertain.ts';
import { pressVoice } from './voice/press.ts';
import type { Wish } from './wish.ts';

export async function onPress(
  exchange: Exchange,
  data: string,
): Promise<{ intent: string; replies: Reply[] }> {
  const action = decodeAction(data);
  if (!action) return { intent: 'press', replies: oldButton(exchange) };
  return { intent: intentOf(action), replies: await perform(exchange, action) };
}

/** Presses by which a citizen turns to something else than the form being filled in. */
const MOVES_ON: ReadonlySet<Action['kind']> = new Set([
  'wish',
  'request',
  'other-property',
  'book-resume',
]);

export async function perform(exchange: Exchange, action: Action): Promise<Reply[]> {
  const { state } = exchange;
  if ('draftId' in action) return pressBooking(exchange, action);
  if ('formId' in action) return pressForm(exchange, action);
  if (MOVES_ON.has(action.kind)) parkForm(exchange);
  switch (action.kind) {
    case 'wish': {
      noteChosen(exchange, action.intent);
      const { kind: _, ...wish } = action;
      return answerWish(exchange, withPending(withTold(exchange, wish), state.pending));
    }
    case 'request':
      return answerWish(exchange, { intent: 'request-status', requestNo: action.requestNo });
    case 'steps':
      return [stepsOf(action.service, exchange)];
    case 'none-of-these':
      return noneOfThese(exchange);
    case 'not-that':
      return notThat(exchange, action.intent);
    case 'other-code':
      state.expecting = 'code';
      return [askCode()];
    case 'other-property':
      delete state.focus;
      return answerWish(exchange, {
        intent: action.intent,
        ...(action.service && { service: action.service }),
      });
    case 'retry':
      return state.pending ? answerWish(exchange, state.pending) : oldButton(exchange);
    case 'cancel-step':
      return cancelStep(exchange);
    case 'cancel-form':
      return cancelForm(exchange, action);
    case 'why-contact':
      return [{ ...askContact(exchange), lines: [say('why-contact')] }];
    case 'instalments':
      return [{ lines: [say('payment-instalments')], buttons: rows([wishButton('offices')]) }];
    case 'language':
      return changeLanguage(exchange, action.locale);
    case 'foreign':
      noteChosen(exchange, 'none');
      return [notOurs(exchange, action.authority)];
    case 'give-access':
      return beginAccess(exchange, action.code ?? null);
    case 'representatives':
      return listRepresentatives(exchange);
    case 'take-back':
      return takeBack(exchange, action.grantId);
    case 'other-mobile':
    case 'sms-again':
    case 'own-contact':
      return pressSms(exchange, action);
    case 'complain-of-delay':
      return complainOfDelay(exchange, action.requestNo);
    case 'form-resume':
      return resumeForm(exchange);
    case 'form-leave':
      return leaveForm(exchange);
    case 'bill-sample':
      return [whereOnBill(exchange)];
    case 'book-resume':
      return resumeBooking(exchange);
    case 'book-leave':
      return cancelForm(exchange, { kind: 'cancel-form', form: 'booking' });
    case 'end-talk':
      return endTalk(exchange);
    case 'erase':
      return chosenToErase(exchange);
    case 'erase-yes':
      return eraseAll(exchange);
    case 'erase-no':
      return keepAll();
    case 'visit-move':
      return chosenToMove(exchange, action.trackingCode);
    case 'visit-cancel':
      return chosenToCancel(exchange, action.trackingCode);
    case 'visit-cancel-yes':
      return cancelVisit(exchange, action.trackingCode);
    case 'notify':
      return answerWish(exchange, { intent: 'notify', code: action.code, topics: action.topics });
    case 'stop-news':
      return answerWish(exchange, { intent: 'notify', code: action.code, stop: true });
    case 'drop-question':
      return dropStep(exchange, action.id) ?? dropQuestion(exchange, action.id);
    case 'voice-agree':
    case 'voice-decline':
    case 'voice-right':
    case 'voice-wrong':
      return pressVoice(exchange, action);
    case 'visit-keep':
      return [{ lines: [say('cancel-kept')], buttons: rows([wishButton('my-inspections')]) }];
    default:
      return action satisfies never;
  }
}

function askCode(): Reply {
  return {
    lines: [say('ask-code'), say('sample-code', { code: '3-11-245-7-0-0-0' })],
    buttons: [cancelRow()],
  };
}

/** A choice of property continues the waiting wish with all that was told in it. */
function withPending(wish: Wish, pending: Wish | undefined): Wish {
  if (!pending || !wish.code || pending.intent !== wish.intent) return wish;
  const { place: _, ...told } = pending;
  return { ...told, ...wish };
}

function isAboutAccess({ kind }: Action): boolean {
  const others = ['give-access', 'representatives', 'take-back'];
  return kind.startsWith('access-') || others.includes(kind);
}

function intentOf(action: Action): string {
  if (action.kind === 'wish' || action.kind === 'other-property') return action.intent;
  if (action.kind === 'end-talk') return 'operator';
  if (action.kind.startsWith('erase') || isAboutAccess(action)) return 'privacy';
  if (action.kind === 'other-mobile' || action.kind === 'sms-again') return 'sms-code';
  if (action.kind === 'visit-move') return 'reschedule-inspection';
  if (action.kind.startsWith('book-')) return 'book-inspection';
  if (action.kind.startsWith('complain')) return 'complaint';
  if (action.kind.startsWith('voice-')) return 'voice';
  if (action.kind.startsWith('visit-')) return 'cancel-inspection';
  if (action.kind === 'notify' || action.kind === 'stop-news') return 'notify';
  return action.kind === 'request' ? 'request-status' : 'press';
}
