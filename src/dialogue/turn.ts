import type { Complaint } from '../complaints/complaint.ts';
import type { NewGrant } from '../identity/grant-effects.ts';
import type { Giver } from '../identity/grants.ts';
import type { Place, VisitSubject } from '../inspections/inspections.ts';
import type {
  Intent,
  IsoDate,
  KeyedHash,
  RenovationCode,
  TimeOfDay,
  Topic,
} from '../language/vocabulary.ts';
import type { ReviewNote } from '../review/review-list.ts';
import type { DrawnCode } from '../sms/create-sms-codes.ts';
import type { VoiceNote } from '../speech/hearing.ts';
import type { Sentence } from '../wording/sentence.ts';
import type { AnsweredRequest } from './request-result.ts';
import type { State } from './state.ts';
import type { Wish } from './wish.ts';

/** What a citizen did, stripped of the messenger it came by. */
export type Input =
  | { kind: 'text'; text: string }
  | { kind: 'command'; name: string; payload: string }
  | { kind: 'press'; action: string }
  /** `own` only when the messenger vouches that the number is the sender's own and it was not forwarded. */
  | { kind: 'contact'; own: boolean; phone: string }
  | { kind: 'location'; lat: number; lon: number }
  /** `agreed`: the citizen has just agreed that it is listened to. */
  | (VoiceNote & { kind: 'voice'; agreed?: true })
  /** The messenger's id of a picture, which stays with the messenger; `caption` is what was written below it. */
  | { kind: 'photo'; fileId: string; caption?: string }
  | { kind: 'attachment' }
  /** Forwarded, sent through another bot, or written in another's name: it never authorises. */
  | { kind: 'relayed' }
  | { kind: 'edited'; text: string }
  /** Nobody said anything: the sources answer again, or a day has passed (`expired`) since this was asked. */
  | { kind: 'resume'; id: string; wish: Wish; expired: boolean }
  /** The same for a message that was kept as it came. */
  | { kind: 'resume-step'; id: string; step: Step; expired: boolean };

/** What can be kept of a message while the sources are down. */
export type Step = Extract<Input, { kind: 'text' | 'press' | 'location' | 'photo' }>;

export interface Incoming {
  /** The account: messenger and user id, like `telegram:4711`. */
  citizenId: string;
  input: Input;
  now: Date;
}

/** One outgoing message: its sentences in order, a line each, and the ways on from there. */
export interface Reply {
  lines: Sentence[];
  /** At most three rows of inline buttons. */
  buttons?: Button[][];
  /** A keyboard below the chat that asks for what only the citizen's device can give; `none` takes it away. */
  keyboard?: Keyboard;
  /** Shown as a pin on a map after the text. */
  venue?: { lat: number; lon: number; title: string; address: string };
  /** A picture above the sentences. */
  photo?: { asset: PhotoAsset };
}

/** Pictures that come with the city's profile. */
export type PhotoAsset = 'bill-sample';

export type Button =
  | { label: Sentence; action: string }
  | { label: Sentence; copy: string }
  | { label: Sentence; url: string };

export type Keyboard =
  | { kind: 'ask-contact'; labels: { send: Sentence; others: Sentence[] } }
  | { kind: 'ask-location'; labels: { send: Sentence; others: Sentence[] } }
  | { kind: 'none' };

/** Something a turn changes outside its own state; performed in the turn's one transaction. */
export type Effect =
  | { kind: 'prove-mobile'; mobileHash: KeyedHash; mobileMasked: string }
  /** The same for every mobile: whether it is on record is found out after the answer. */
  | { kind: 'ask-for-code'; mobileHash: KeyedHash; code: DrawnCode; locale: 'fa' | 'en' }
  | { kind: 'count-code-try'; codeId: string }
  | { kind: 'use-code'; codeId: string }
  | { kind: 'give-access'; grant: NewGrant }
  | { kind: 'open-link'; grantId: string }
  | { kind: 'accept-access'; grantId: string; until: Date }
  | { kind: 'take-back-access'; grantId: string; giver: Giver }
  | { kind: 'prove-party'; mobileHash: KeyedHash; nationalIdHash: KeyedHash }
  /** `objectHash`: what was guessed at. */
  | { kind: 'count-miss'; what: 'code' | 'national-id'; objectHash: KeyedHash }
  | {
      kind: 'hold-place';
      draftId: string;
      subject: VisitSubject;
      place: Place;
      until: Date;
      /** Tracking code of the visit that is to be moved there. */
      moving?: string;
    }
  | { kind: 'release-hold'; draftId: string }
  | { kind: 'confirm-booking'; draftId: string; trackingCode: string }
  | { kind: 'cancel-booking'; trackingCode: string }
  | {
      kind: 'move-booking';
      draftId: string;
      trackingCode: string;
      /** Where the visit stood when the move was judged. */
      from: { day: IsoDate; from: TimeOfDay };
    }
  | { kind: 'file-complaint'; draftId: string; number: string; complaint: Complaint }
  | { kind: 'subscribe'; code: RenovationCode; topics: Topic[] }
  /** `code` null: of whatever property. */
  | { kind: 'unsubscribe'; code: RenovationCode | null }
  /** To be answered when the sources are back; it takes the place of an earlier one. */
  | { kind: 'keep-question'; id: string; wish: Wish }
  /** A message that will be taken as it came; in the same place as a question. */
  | { kind: 'keep-step'; id: string; step: Step }
  | { kind: 'drop-question'; id: string }
  /** Masked, and nobody's: staff learn from it what people say. */
  | { kind: 'note-for-review'; id: string; note: ReviewNote }
  | { kind: 'note-choice'; id: string; chosen: Intent }
  /** What the citizen writes goes to staff from now on. */
  | { kind: 'open-talk' }
  | { kind: 'end-talk' }
  /** Brought to them by the messenger's edge, as they are. */
  | { kind: 'tell-operators'; words: string }
  /** Whether voice notes may go to the speech server. */
  | { kind: 'voice-consent'; agreed: boolean }
  /** All that is kept of the citizen but open visits. */
  | { kind: 'erase-citizen' }
  | { kind: 'audit'; entry: AuditEntry };

/** Who looked at what, without saying what it was. */
export interface AuditEntry {
  intent: string;
  outcome: string;
  /** Keyed hash of the property's code, when one was looked at. */
  objectHash: KeyedHash | null;
  facts: string[];
  /** As what the citizen was shown it. */
  roles?: string[];
}

export interface Turn {
  state: State;
  replies: Reply[];
  effects: Effect[];
  /** For metrics: what was understood and what became of it. Closed sets only. */
  intent: string;
  outcome: string;
  /** The requests about a property that came to their end in this turn. */
  requests?: AnsweredRequest[];
}

/**
 * One turn of the conversation. It reads (records, free places, proofs) and decides, but changes nothing:
 * the caller performs `effects`, stores `state` and sends `replies` in one transaction. When an effect finds
 * that the world has moved on (a place just taken), the caller takes the same turn again.
 */
export type TakeTurn = (state: State, incoming: Incoming) => Promise<Turn>;
