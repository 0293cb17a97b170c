import type { City } from '../city/city.ts';
import type { Access } from '../identity/authorisation.ts';
import type { IsoDate, Service } from '../language/vocabulary.ts';
import type { Certificate, PropertyFile } from '../records/record-store.ts';
import { isFresh } from './certificate-state.ts';
import { dueCharges, totalOf } from './debt.ts';
import { hasOpenMatter, mayHearOfOpenMatter } from './open-matter.ts';
import { isOpen, stageNow, type UnderWay, visibleRequests } from './request-status.ts';

/** What stands between a property and the issue of a service, in the order in which it is looked at. */
export type Decision =
  | UnderWay
  | { kind: 'hold' }
  | ({ kind: 'debt' } & Owed)
  | { kind: 'blocked' }
  | { kind: 'clear' }
  | { kind: 'needs-visit'; always: boolean };

export interface Owed {
  /** Of the accounts this citizen may see; null when only others are owed. */
  totalRials: number | null;
  /** Something is owed of an account this citizen may not see: the total is not the whole. */
  hasHidden: boolean;
}

/** Certificates that rest on what an inspector, or an earlier answer, has seen of the property. */
export const SEEN_BY: readonly Certificate['kind'][] = [
  'completion',
  'no-violation',
  'inquiry-answer',
];

/**
 * The decision for a wish that is not yet on record. Order (the product's one rule for all services):
 * the same request open · a hold · debt · an open violation · a fresh clean record · otherwise a visit.
 * What is already on record is answered before this is asked.
 */
export function decide(
  service: Service,
  file: PropertyFile,
  access: Access,
  city: City,
  today: IsoDate,
): Decision {
  const underWay = sameRequestOpen(service, file, access, city, today);
  if (underWay) return underWay;
  if (isHeld(file, today)) return { kind: 'hold' };
  const owes = owed(file, access);
  if (owes) return { kind: 'debt', ...owes };
  if (hasOpenMatter(file)) return { kind: 'blocked' };
  const visit = city.services[service].visit;
  if (visit === 'always') return { kind: 'needs-visit', always: true };
  if (visit === 'never' || isFreshlySeen(file, city, today)) return { kind: 'clear' };
  return { kind: 'needs-visit', always: false };
}

/** The newest open request for this very service among those the citizen may see. */
export function sameRequestOpen(
  service: Service,
  file: PropertyFile,
  access: Access,
  city: City,
  today: IsoDate,
): UnderWay | null {
  const request = visibleRequests(file, access)?.find(
    (candidate) => candidate.service === service && isOpen(candidate),
  );
  if (!request) return null;
  const isBlocked = mayHearOfOpenMatter(file, access);
  return { kind: 'under-way', request, stage: stageNow(request, city, today), isBlocked };
}

/** Null when nothing is owed on any account, seen or unseen. */
export function owed(file: PropertyFile, access: Access): Owed | null {
  const all = file.charges.filter((charge) => charge.dueRials > 0);
  if (all.length === 0) return null;
  const visible = dueCharges(file, access);
  return {
    totalRials: visible.length > 0 ? totalOf(visible) : null,
    hasHidden: visible.length < all.length,
  };
}

/** A hold with level `warn` informs the staff; only `stop` stops. Its cause is never shown. */
export function isHeld(file: PropertyFile, today: IsoDate): boolean {
  return file.holds.some(
    ({ level, since, until }) => level === 'stop' && since <= today && (!until || until >= today),
  );
}

function isFreshlySeen(file: PropertyFile, city: City, today: IsoDate): boolean {
  return file.certificates.some(
    (certificate) => SEEN_BY.includes(certificate.kind) && isFresh(certificate, city, today),
  );
}
