import type {
  ChargeAccount,
  IsoDate,
  KeyedHash,
  RenovationCode,
  Role,
  Service,
} from '../language/vocabulary.ts';

/**
 * What a municipality has on record, whichever way it gives it (imported files now, an HTTP service later).
 * Every method throws `UpstreamError` when the source fails or is late: an error is never "no record".
 */
export interface RecordStore {
  /** Everyone on record for this mobile, with what each holds or has applied for. Usually none or one. */
  partiesByMobile(mobileHash: KeyedHash): Promise<Party[]>;
  /** Everything on record for one property; null when the code is on no file. */
  propertyFile(code: RenovationCode): Promise<PropertyFile | null>;
  /** The property a request number belongs to; null when there is no such request. */
  codeOfRequest(requestNo: string): Promise<RenovationCode | null>;
  /** A bill by both its ids, which is proof enough to see its amount and status; null otherwise. */
  bill(billId: string, paymentId: string): Promise<Bill | null>;
  /**
   * A certificate by all three of its number, its property's code and its day of issue, which is proof enough
   * to be told its kind and whether it is valid; null otherwise.
   */
  certificate(asked: CertificateAsked): Promise<Certificate | null>;
  offices(): Promise<Office[]>;
  districts(): Promise<District[]>;
  /** The streets of the addresses on record, once for each district they run through. */
  streets(): Promise<Street[]>;
  /** Inspectors who take visits in this district (a district-less inspector takes all). */
  inspectors(district: number): Promise<Inspector[]>;
  /** When the records were last brought up to date; null while none have been loaded. */
  recordedAt(): Promise<Date | null>;
}

export interface Party {
  nationalIdHash: KeyedHash;
  /** Every role ever recorded; whether it counts today is `validFrom`/`validTo`. */
  holdings: Holding[];
  /** Requests this party applied for, whoever owns the property. */
  applications: { requestNo: string; code: RenovationCode; address: string }[];
}

export interface Holding {
  code: RenovationCode;
  address: string;
  district: number;
  level: PropertyLevel | null;
  role: Role;
  validFrom: IsoDate | null;
  validTo: IsoDate | null;
}

export type PropertyLevel = 'parcel' | 'building' | 'apartment' | 'guild';

export interface PropertyFile {
  code: RenovationCode;
  district: number;
  level: PropertyLevel | null;
  address: string;
  postalCode: string | null;
  plate: string | null;
  plateSection: string | null;
  landUse: string | null;
  deedAreaM2: number | null;
  builtAreaM2: number | null;
  lat: number | null;
  lon: number | null;
  updatedAt: IsoDate | null;
  parties: FileParty[];
  charges: Charge[];
  bills: Bill[];
  payments: Payment[];
  requests: Request[];
  certificates: Certificate[];
  violations: Violation[];
  holds: Hold[];
}

export interface FileParty {
  nationalIdHash: KeyedHash;
  mobileHash: KeyedHash | null;
  /** First letter and dots; the full name is not kept. */
  nameMasked: string;
  role: Role;
  dang: number | null;
  validFrom: IsoDate | null;
  validTo: IsoDate | null;
}

export interface Charge {
  account: ChargeAccount;
  /** Jalali year. */
  fiscalYear: number;
  principalRials: number;
  lateRials: number;
  vatRials: number;
  discountRials: number;
  paidRials: number;
  /** max(principal + late + vat − discount − paid, 0) */
  dueRials: number;
}

export interface Bill {
  /** Text: leading zeros count. */
  billId: string;
  paymentId: string;
  code: RenovationCode;
  account: ChargeAccount;
  amountRials: number;
  issuedOn: IsoDate | null;
  payBy: IsoDate | null;
  status: 'issued' | 'paid' | 'void';
}

export interface Payment {
  billId: string;
  paymentId: string;
  /** A day, or a day and time as the file gave it, in ISO form. */
  paidAt: string;
  amountRials: number;
  channel: string | null;
  traceNo: string | null;
}

export type RequestStatus =
  | 'not-started'
  | 'in-progress'
  | 'waiting-citizen'
  | 'waiting-payment'
  | 'completed'
  | 'cancelled'
  | 'archived';

export interface Request {
  requestNo: string;
  service: Service;
  fileNo: string | null;
  applicantNationalIdHash: KeyedHash | null;
  applicantMobileHash: KeyedHash | null;
  officeCode: string | null;
  status: RequestStatus;
  stage: string | null;
  openedAt: IsoDate;
  dueOn: IsoDate | null;
  closedAt: IsoDate | null;
  letterNo: string | null;
  letterFrom: string | null;
  /** In order of `seq`. */
  steps: RequestStep[];
}

export interface RequestStep {
  seq: number;
  stage: string;
  unit: string | null;
  enteredAt: IsoDate;
  leftAt: IsoDate | null;
  outcome: 'forwarded' | 'returned' | 'defect' | 'done' | null;
  publicNote: string | null;
}

export interface Certificate {
  kind:
    | 'building-permit'
    | 'completion'
    | 'no-violation'
    | 'inquiry-answer'
    | 'clearance'
    | 'subdivision'
    | 'excavation';
  number: string;
  requestNo: string | null;
  issuedOn: IsoDate;
  validUntil: IsoDate | null;
  status: 'valid' | 'expired' | 'revoked';
  floors: number | null;
  units: number | null;
  areaM2: number | null;
}

export interface CertificateAsked {
  /** As printed; digits, case and separators don't matter. */
  number: string;
  code: RenovationCode;
  issuedOn: IsoDate;
}

export interface Violation {
  no: string;
  kind: string;
  floor: string | null;
  areaM2: number | null;
  year: number | null;
  status: 'open' | 'in-commission' | 'settled' | 'removed';
  decisionNo: string | null;
  decisionLevel: 'first' | 'appeal' | null;
  decision: 'fine' | 'demolish' | 'acquit' | 'restore-use' | null;
  fineRials: number | null;
  notifiedOn: IsoDate | null;
}

export interface Hold {
  level: 'warn' | 'stop';
  since: IsoDate;
  until: IsoDate | null;
}

export interface Office {
  code: string;
  name: string;
  district: number | null;
  address: string;
  phone: string | null;
  lat: number | null;
  lon: number | null;
  /** Empty: every service. */
  services: string[];
  /** As given: `sat-wed 08:00-14:00; thu 08:00-12:00`, or Persian free text. */
  hours: string | null;
}

export interface District {
  district: number;
  name: string;
}

export interface Street {
  /** As an address begins: «خیابان مهدیه». */
  name: string;
  district: number;
  /** The middle of its properties in this district; null or absent where no position is known. */
  lat?: number | null;
  lon?: number | null;
}

export interface Inspector {
  /** Stable over imports: derived from the staff member's mobile. */
  id: string;
  name: string;
  district: number | null;
  dailyMax: number;
}
