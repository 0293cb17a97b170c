import type { Account, Intent, RenovationCode, Service, Topic } from '../language/vocabulary.ts';
import type { Wanted } from './wanted.ts';

/** What a citizen wants, with everything told about it; plain JSON, so that it can wait in the state. */
export interface Wish {
  intent: Intent;
  service?: Service;
  /** The service was not named: that of the last answer is taken to be meant. */
  sameService?: true;
  account?: Account;
  code?: RenovationCode;
  requestNo?: string;
  /** Of the request, what it still lacks. */
  missing?: true;
  /** Paying in parts is asked about. */
  instalments?: true;
  /** What the citizen says to have paid. */
  paidRials?: number;
  bill?: { billId: string; paymentId: string };
  /** A street, quarter or office, as cut out of the sentence. */
  place?: string;
  /** Jalali year, where one year is asked about. */
  year?: number;
  /** The property just talked about is meant, however long ago. */
  sameProperty?: boolean;
  /** The citizen says that the property has no file. */
  noRecord?: boolean;
  wanted?: Wanted;
  /** A second day or time named: moving a visit, one may be the old and the other the new. */
  alsoWanted?: Wanted;
  trackingCode?: string;
  /** The message itself, where a form reads more from it. */
  said?: string;
  /** The citizen's own data shall be erased. */
  erase?: boolean;
  /** Somebody else shall see one of the citizen's properties. */
  giveAccess?: boolean;
  /** Who may look for the citizen. */
  representatives?: boolean;
  /** What to be told of. */
  topics?: Topic[];
  /** Told of until now, and not any more. */
  stop?: boolean;
}
