import type { Kept } from '../answers/kept.ts';
import type { City } from '../city/city.ts';
import type { Complaints } from '../complaints/create-complaints.ts';
import type { Identity } from '../identity/create-identity.ts';
import type { Proofs } from '../identity/proofs.ts';
import type { Representatives } from '../identity/representatives.ts';
import type { Shahkar } from '../identity/shahkar.ts';
import { type Standing, standingOf } from '../identity/standing.ts';
import type { Inspections } from '../inspections/create-inspections.ts';
import { tehranDate } from '../language/jalali.ts';
import type { IsoDate, KeyedHash, RenovationCode, Topic } from '../language/vocabulary.ts';
import type { RecordStore } from '../records/record-store.ts';
import type { SmsCodes } from '../sms/create-sms-codes.ts';
import type { Hearing } from '../speech/hearing.ts';
import type { LastResort } from '../understanding/last-resort.ts';
import type { Mask } from '../understanding/mask.ts';
import type { Understander } from '../understanding/understanding.ts';
import type { MessageKey } from '../wording/sentence.ts';
import type { AnsweredRequest } from './request-result.ts';
import type { State } from './state.ts';
import type { Effect, Incoming } from './turn.ts';

export interface DialogueDependencies {
  records: RecordStore;
  /** Whether changes of the records become known, so that news can be promised; absent: they do. */
  tellsChanges?: () => Promise<boolean>;
  identity: Identity;
  inspections: Inspections;
  complaints: Complaints;
  understander: Understander;
  /** What of a message may leave the conversation. */
  mask: Mask;
  /** Absent when no language model is set. */
  lastResort?: LastResort;
  city: City;
  keyedHash: (kind: 'mobile' | 'national-id' | 'code', value: string) => KeyedHash;
  /** Every form in which a property's code may stand in the audit. */
  everyCodeHash: (code: RenovationCode) => KeyedHash[];
  /** What is kept of a citizen, for them to see. */
  keptOf: (citizenId: string, now: Date) => Promise<Kept>;
  /** What of a property the citizen is told of already. */
  topicsToldTo: (citizenId: string, code: RenovationCode) => Promise<Topic[]>;
  /** Absent when no speech server is set: voice notes are not listened to. */
  hearing?: Hearing;
  /** Who may look for whom. */
  representatives: Representatives;
  /** Absent unless the operator has access to it. */
  shahkar?: Shahkar;
  /** Absent when no gateway sends codes: own contact is the only proof. */
  smsCodes?: SmsCodes;
  /** Absent when no staff answer citizens here. */
  operators?: { isOpen(citizenId: string): Promise<boolean> };
  /** What a button label says in every language: labels come back as text from keyboards. */
  labels: (key: MessageKey) => string[];
  randomBytes: (count: number) => Uint8Array;
}

/** One message being answered: what is known, and what the answer will change. Lives for one turn. */
export interface Exchange {
  readonly deps: DialogueDependencies;
  readonly citizenId: string;
  readonly now: Date;
  readonly today: IsoDate;
  /** What will be remembered; handlers change it. */
  readonly state: State;
  readonly effects: Effect[];
  /** What became of the message, for metrics: a closed set. */
  outcome: Outcome;
  /** The requests about a property that came to their end, for metrics. */
  readonly requests: AnsweredRequest[];
  /** The picture that came with this very message. */
  photo?: string;
  proofs(): Promise<Proofs>;
  standing(): Promise<Standing>;
  /** A proof brought by this very message counts from now on, before its effect is performed. */
  assume(proofs: Proofs): void;
  /** The day the records were last brought up to date: every figure carries it. */
  recordedOn(): Promise<IsoDate>;
}

export type Outcome =
  | 'answered'
  | 'asked'
  | 'needs-proof'
  | 'not-shown'
  | 'not-understood'
  | 'not-ours'
  | 'needs-visit'
  | 'booking'
  | 'booked'
  | 'cancelled'
  | 'form'
  | 'filed'
  | 'not-confirmed'
  | 'limit-reached'
  | 'moved'
  | 'erased'
  /** The citizen's words go to staff from now on; `told`: these did. */
  | 'with-operator'
  | 'told'
  /** A voice note's words were shown back, or could not be made out. */
  | 'heard'
  | 'not-heard'
  | 'cooling-down'
  /** A link was given, opened by its representative, or taken back. */
  | 'access-given'
  | 'access-opened'
  | 'access-taken-back'
  | 'later'
  | 'subscribed'
  | 'unsubscribed'
  | 'upstream-down';

export function beginExchange(
  deps: DialogueDependencies,
  state: State,
  { citizenId, now }: Incoming,
): Exchange {
  let proofs: Promise<Proofs> | undefined;
  let standing: Promise<Standing> | undefined;
  const exchange: Exchange = {
    deps,
    citizenId,
    now,
    today: tehranDate(now),
    state: structuredClone(state),
    effects: [],
    outcome: 'answered',
    requests: [],
    proofs: () => {
      proofs ??= deps.identity.proofsOf(citizenId, now);
      return proofs;
    },
    standing: () => {
      standing ??= exchange.proofs().then((proven) => standingOf(deps.records, proven));
      return standing;
    },
    assume: (proven) => {
      proofs = Promise.resolve(proven);
      standing = undefined;
    },
    recordedOn: async () => {
      const at = await deps.records.recordedAt();
      return tehranDate(at ?? now);
    },
  };
  return exchange;
}
