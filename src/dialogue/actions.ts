import { parseRenovationCode } from '../language/renovation-code.ts';
import {
  ACCOUNTS,
  type Account,
  INTENTS,
  type Intent,
  type RenovationCode,
  SERVICES,
  type Service,
  TOPICS,
  type Topic,
} from '../language/vocabulary.ts';
import { type BookingPress, decodeBookingAction, encodeBookingAction } from './booking/actions.ts';
import {
  type AccessAction,
  decodeAccessAction,
  encodeAccessAction,
} from './forms/access/actions.ts';
import { type CancelForm, decodeCancelForm, encodeCancelForm } from './forms/cancel-actions.ts';
import {
  type ComplaintAction,
  decodeComplaintAction,
  encodeComplaintAction,
} from './forms/complaint/actions.ts';
import { decodeSmsAction, encodeSmsAction, type SmsAction } from './forms/sms/actions.ts';
import { decodeVoiceAction, encodeVoiceAction, type VoiceAction } from './voice/actions.ts';

/**
 * What a button does. It travels as text through the citizen's device, so it carries no right: every press is
 * decided anew from the state, the records and the proofs, exactly as if it had been typed.
 */
export type Action =
  | { kind: 'wish'; intent: Intent; service?: Service; account?: Account; code?: RenovationCode }
  | { kind: 'request'; requestNo: string }
  | { kind: 'steps'; service: Service }
  | { kind: 'none-of-these' }
  /** An answer that rested on a guess missed the question; `intent` is what was guessed. */
  | { kind: 'not-that'; intent: Intent }
  | { kind: 'other-code' }
  | { kind: 'other-property'; intent: Intent; service?: Service }
  | { kind: 'retry' }
  | { kind: 'cancel-step' }
  | CancelForm
  | { kind: 'why-contact' }
  | { kind: 'instalments' }
  | { kind: 'language'; locale: 'fa' | 'en' }
  /** The meaning of an ambiguous word that is another authority's business. */
  | { kind: 'foreign'; authority: string }
  | BookingPress
  | ComplaintAction
  | AccessAction
  | SmsAction
  | { kind: 'form-resume' }
  | { kind: 'form-leave' }
  | { kind: 'bill-sample' }
  | { kind: 'book-resume' }
  | { kind: 'book-leave' }
  | { kind: 'visit-cancel'; trackingCode: string }
  | { kind: 'visit-cancel-yes'; trackingCode: string }
  | { kind: 'notify'; code: RenovationCode; topics: Topic[] }
  | { kind: 'stop-news'; code: RenovationCode }
  | { kind: 'drop-question'; id: string }
  | { kind: 'end-talk' }
  | { kind: 'erase' }
  | { kind: 'erase-yes' }
  | { kind: 'erase-no' }
  | { kind: 'visit-move'; trackingCode: string }
  | { kind: 'visit-keep' }
  | VoiceAction;

/** At most 64 bytes, Telegram's limit: the longest is a wish with a service and a renovation code. */
export function encodeAction(action: Action): string {
  switch (action.kind) {
    case 'wish':
      return ['w', action.intent, action.service ?? action.account ?? '', action.code ?? '']
        .join(':')
        .replace(/:+$/, '');
    case 'request':
      return `r:${action.requestNo}`;
    case 'steps':
      return `s:${action.service}`;
    case 'not-that':
      return `nt:${action.intent}`;
    case 'other-property':
      return `op:${action.intent}${action.service ? `:${action.service}` : ''}`;
    case 'language':
      return `l:${action.locale}`;
    case 'foreign':
      return `f:${action.authority}`;
    case 'book-service':
    case 'book-property':
    case 'book-district':
    case 'book-day':
    case 'book-days':
    case 'book-time':
    case 'book-confirm':
    case 'book-change':
      return encodeBookingAction(action);
    case 'complaint-about':
    case 'complaint-district':
    case 'complaint-text':
    case 'complaint-file':
    case 'complain-of-delay':
      return encodeComplaintAction(action);
    case 'access-property':
    case 'access-days':
    case 'give-access':
    case 'take-back':
    case 'representatives':
      return encodeAccessAction(action);
    case 'other-mobile':
    case 'sms-again':
    case 'own-contact':
      return encodeSmsAction(action);
    case 'visit-cancel':
      return `vc:${action.trackingCode}`;
    case 'visit-move':
      return `vm:${action.trackingCode}`;
    case 'visit-cancel-yes':
      return `vy:${action.trackingCode}`;
    case 'notify':
      return `n:${action.topics.map((topic) => topic[0]).join('')}:${action.code}`;
    case 'stop-news':
      return `ns:${action.code}`;
    case 'voice-agree':
    case 'voice-decline':
    case 'voice-right':
    case 'voice-wrong':
      return encodeVoiceAction(action);
    case 'cancel-form':
      return encodeCancelForm(action);
    case 'drop-question':
      return `dq:${action.id}`;
    default:
      return action.kind;
  }
}

/** Null for anything that is not a button of ours, in whatever way it came about. */
export function decodeAction(text: string): Action | null {
  const [name = '', first = '', second = '', third = ''] = text.split(':');
  if (name.startsWith('b') && name.length === 2)
    return decodeBookingAction(name, first, second, third);
  switch (name) {
    case 'w':
      return decodeWish(first, second, third);
    case 'r':
      return /^\d{1,15}$/.test(first) ? { kind: 'request', requestNo: first } : null;
    case 's':
      return isService(first) ? { kind: 'steps', service: first } : null;
    case 'nt':
      return isIntent(first) ? { kind: 'not-that', intent: first } : null;
    case 'op':
      return isIntent(first)
        ? { kind: 'other-property', intent: first, ...(isService(second) && { service: second }) }
        : null;
    case 'l':
      return first === 'fa' || first === 'en' ? { kind: 'language', locale: first } : null;
    case 'f':
      return first ? { kind: 'foreign', authority: first } : null;
    case 'ca':
    case 'cd':
    case 'ct':
    case 'cf':
    case 'cr':
      return decodeComplaintAction(name, first, second);
    case 'vc':
      return first ? { kind: 'visit-cancel', trackingCode: first } : null;
    case 'vm':
      return first ? { kind: 'visit-move', trackingCode: first } : null;
    case 'vy':
      return first ? { kind: 'visit-cancel-yes', trackingCode: first } : null;
    case 'n':
      return decodeNotify(first, second);
    case 'ns': {
      const code = parseRenovationCode(first);
      return code ? { kind: 'stop-news', code } : null;
    }
    case 'cx':
      return decodeCancelForm(first, second);
    case 'dq':
      return first ? { kind: 'drop-question', id: first } : null;
    case 'none-of-these':
    case 'other-code':
    case 'retry':
    case 'cancel-step':
    case 'why-contact':
    case 'instalments':
    case 'form-resume':
    case 'form-leave':
    case 'bill-sample':
    case 'book-resume':
    case 'book-leave':
    case 'visit-keep':
    case 'end-talk':
    case 'erase':
    case 'erase-yes':
    case 'erase-no':
      return { kind: name };
    default:
      return (
        decodeVoiceAction(name, first) ??
        decodeAccessAction(name, first, second) ??
        decodeSmsAction(name, first)
      );
  }
}

function decodeWish(intent: string, slot: string, code: string): Action | null {
  if (!isIntent(intent)) return null;
  const parsed = code ? parseRenovationCode(code) : undefined;
  if (parsed === null) return null;
  return {
    kind: 'wish',
    intent,
    ...(isService(slot) && { service: slot }),
    ...(isAccount(slot) && { account: slot }),
    ...(parsed && { code: parsed }),
  };
}

function decodeNotify(initials: string, code: string): Action | null {
  const topics = TOPICS.filter((topic) => initials.includes(topic.charAt(0)));
  const parsed = parseRenovationCode(code);
  return parsed && topics.length > 0 ? { kind: 'notify', code: parsed, topics } : null;
}

function isIntent(text: string): text is Intent {
  return (INTENTS as readonly string[]).includes(text);
}

function isService(text: string): text is Service {
  return (SERVICES as readonly string[]).includes(text);
}

function isAccount(text: string): text is Account {
  return (ACCOUNTS as readonly string[]).includes(text);
}
