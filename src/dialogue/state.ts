import type { Place } from '../inspections/inspections.ts';
import type { IsoDate, RenovationCode, Service, TimeOfDay } from '../language/vocabulary.ts';
import type { Doubt } from './doubt.ts';
import type { SmallForm } from './forms/small-form.ts';
import type { KeptQuestion } from './kept-question.ts';
import type { KeptStep } from './kept-step.ts';
import type { RecentAnswer } from './recent-answer.ts';
import type { RecentService } from './recent-service.ts';
import type { ShownRequest } from './shown-request.ts';
import type { PendingVoice } from './voice/pending-voice.ts';
import type { Wanted } from './wanted.ts';
import type { Wish } from './wish.ts';

/** What is remembered of one chat between two messages. Plain JSON, so that any store can keep it. */
export interface State {
  version: 1;
  locale: 'fa' | 'en';
  /** The welcome has been said. */
  met?: boolean;
  /** A wish that waits for a proof or a choice. */
  pending?: Wish;
  /** A second wish of the same message, behind the waiting one. */
  second?: Wish;
  /** A question that waits for the sources to come back. */
  kept?: KeptQuestion;
  /** A message of a form that waits for the sources. */
  keptStep?: KeptStep;
  /** The last question about a property, for «بعدی», «پارسال چی» and corrections. */
  last?: Wish;
  /** Messages in a row that were not understood. */
  misses?: number;
  /** The last message, while it is not certain what was meant by it. */
  doubt?: Doubt;
  /** What the next message is expected to bring, for messages that could be read in two ways. */
  expecting?: 'code' | 'national-id' | 'office';
  /** The service last talked about, so that its papers need no second naming. */
  recent?: RecentService;
  answered?: RecentAnswer;
  shownRequest?: ShownRequest;
  /** The proven mobile, readable to this process's key alone; kept only where Shahkar is asked. */
  sealedMobile?: string;
  /** The property last talked about, so that a follow-up needs no second choice. */
  focus?: { code: RenovationCode; at: string };
  /** A booking being made; it stays while the citizen asks something else in between. */
  form?: BookingForm;
  /** A small form being filled in, like a complaint; a booking in progress waits meanwhile. */
  smallForm?: SmallForm;
  /** What is written goes to staff, unless they have ended the talk meanwhile. */
  withOperator?: true;
  /** A voice note that waits for the citizen's word. */
  voice?: PendingVoice;
  /** Was subscribed to news of some property; whether still, the database knows. */
  toldNews?: true;
  /** A keyboard stands below the chat and has to be taken away. */
  keyboardShown?: boolean;
}

export interface BookingForm {
  draftId: string;
  /** Null: something else than the named services. Absent: not told yet. */
  service?: Service | null;
  /** The citizen said that the property has no file. */
  noRecord: boolean;
  /** Set only for a property that was shown to the citizen. */
  code: RenovationCode | null;
  address: string | null;
  location: { lat: number; lon: number } | null;
  district: number | null;
  /** Told before it was asked («فردا صبح»), or in place of a button. */
  wanted: Wanted;
  /** The place on hold. */
  place: Place | null;
  /** The visit that is being moved; absent for a new one. */
  moving?: Moving;
}

/** A booked visit by its tracking code, and where it stood when the citizen was last told. */
export interface Moving {
  trackingCode: string;
  day: IsoDate;
  from: TimeOfDay;
}

export const NEW_STATE: State = { version: 1, locale: 'fa' };
