import type { City } from '../city/city.ts';
import type { Access } from '../identity/authorisation.ts';
import type { IsoDate } from '../language/vocabulary.ts';
import type { Bill, Certificate, PropertyFile } from '../records/record-store.ts';
import { type Decision, decide, type Owed } from './decision.ts';
import { type PendingPayment, payment } from './payment.ts';

export type ClearanceAnswer =
  | { kind: 'clear'; latest: Certificate | null }
  | ({ kind: 'owed'; bills: Bill[]; pending: PendingPayment[] } & Owed)
  | { kind: 'decided'; decision: Exclude<Decision, { kind: 'clear' | 'debt' | 'needs-visit' }> }
  | { kind: 'not-permitted' };

/** "Nothing is owed until …", or what blocks a clearance. It never needs a visit. */
export function clearance(
  file: PropertyFile,
  access: Access,
  city: City,
  today: IsoDate,
): ClearanceAnswer {
  if (!access.facts.has('certificates')) return { kind: 'not-permitted' };
  const decision = decide('clearance', file, access, city, today);
  if (decision.kind === 'debt') {
    const how = payment(file, access, null, today);
    return {
      kind: 'owed',
      totalRials: decision.totalRials,
      hasHidden: decision.hasHidden,
      bills: how.kind === 'bills' ? how.bills.map(({ bill }) => bill) : [],
      pending: how.kind === 'bills' || how.kind === 'pending' ? how.pending : [],
    };
  }
  if (decision.kind === 'clear' || decision.kind === 'needs-visit') {
    return { kind: 'clear', latest: latestClearance(file) };
  }
  return { kind: 'decided', decision };
}

function latestClearance(file: PropertyFile): Certificate | null {
  const issued = file.certificates.filter(
    ({ kind, status }) => kind === 'clearance' && status === 'valid',
  );
  return issued.sort((a, b) => (a.issuedOn < b.issuedOn ? 1 : -1))[0] ?? null;
}
