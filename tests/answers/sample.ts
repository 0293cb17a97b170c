import { loadCity } from '../../src/city/load-city.ts';
import { type Access, accessTo } from '../../src/identity/authorisation.ts';
import type {
  Bill,
  Certificate,
  Charge,
  Payment,
  PropertyFile,
  Request,
  Violation,
} from '../../src/records/record-store.ts';
import { file as fileOf, party, request as requestBy } from '../identity/sample-file.ts';

/** Saturday 30 Aban 1405. */
export const TODAY = '2026-11-21';
export const CITY = await loadCity('city');

/** A property that person 1 owns, 2 rents, and 3 has applied for something on. */
export function property(given: Partial<PropertyFile> = {}): PropertyFile {
  return fileOf('3-1-1-1-0-0-0', {
    parties: [party('1'), party('2', { role: 'tenant' })],
    ...given,
  });
}

/** What one of them may see, by the product's own table. */
export function accessOf(person: '1' | '2' | '3', file: PropertyFile, level: 2 | 3 = 2): Access {
  const nobodys = { nationalIdHash: `id-${person}`, holdings: [], applications: [] };
  const standing = {
    kind: 'party',
    level,
    mobileHash: `mobile-${person}`,
    party: nobodys,
  } as const;
  return accessTo(file, standing, TODAY);
}

export function charge(given: Partial<Charge> = {}): Charge {
  return {
    account: 'renovation',
    fiscalYear: 1404,
    principalRials: 1_000_000,
    lateRials: 0,
    vatRials: 0,
    discountRials: 0,
    paidRials: 0,
    dueRials: 1_000_000,
    ...given,
  };
}

export function bill(given: Partial<Bill> = {}): Bill {
  return {
    billId: '3011245000165',
    paymentId: '100040125',
    code: '3-1-1-1-0-0-0',
    account: 'renovation',
    amountRials: 1_000_000,
    issuedOn: '2026-09-01',
    payBy: '2026-12-21',
    status: 'issued',
    ...given,
  };
}

export function paymentOf(paid: Bill, given: Partial<Payment> = {}): Payment {
  return {
    billId: paid.billId,
    paymentId: paid.paymentId,
    paidAt: '2026-11-18T21:40:00',
    amountRials: paid.amountRials,
    channel: null,
    traceNo: '4411',
    ...given,
  };
}

export function certificate(given: Partial<Certificate> = {}): Certificate {
  return {
    kind: 'completion',
    number: '3-1405-1',
    requestNo: null,
    issuedOn: '2026-06-01',
    validUntil: null,
    status: 'valid',
    floors: null,
    units: null,
    areaM2: null,
    ...given,
  };
}

export function request(given: Partial<Request> = {}, applicant = '1'): Request {
  return { ...requestBy('1405000001', applicant), ...given };
}

export function violation(given: Partial<Violation> = {}): Violation {
  return {
    no: 'V-1',
    kind: 'extra floor',
    floor: null,
    areaM2: 62.5,
    year: 1404,
    status: 'open',
    decisionNo: null,
    decisionLevel: null,
    decision: null,
    fineRials: null,
    notifiedOn: null,
    ...given,
  };
}

/** A first decision against the owner, notified on a day. */
export function fined(notifiedOn: string | null, given: Partial<Violation> = {}): Violation {
  return violation({
    status: 'in-commission',
    decisionNo: '1-1405-340',
    decisionLevel: 'first',
    decision: 'fine',
    fineRials: 845_000_000,
    notifiedOn,
    ...given,
  });
}
