import type { City } from '../city/city.ts';
import type { Access } from '../identity/authorisation.ts';
import type { IsoDate, Service } from '../language/vocabulary.ts';
import type { PropertyFile, Request } from '../records/record-store.ts';
import { dueCharges, totalOf } from './debt.ts';
import { isOpen, type StageNow, stageNow, visibleRequests } from './request-status.ts';

/** What stands between a property and the issue of a service, in the order in which it is looked at. */
export type Decision =
  | { kind: 'under-way'; request: Request; stage: StageNow | null }
  | { kind: 'hold' }
  /** `totalRials` is null when what is owed is of an account this citizen may not see. */
  | { kind: 'debt'; totalRials: number | null }
  | { kind: 'blocked' }
  | { kind: 'clear' }
  | { kind: 'needs-visit'; always: boolean };

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
  const request = visibleRequests(file, access)?.find(
    (candidate) => candidate.service === service && isOpen(candidate),
  );
  if (request) return { kind: 'under-way', request, stage: stageNow(request, city, today) };
  if (isHeld(file, today)) return { kind: 'hold' };
  const owed = file.charges.some((charge) => charge.dueRials > 0);
  if (owed) {
    const visible = totalOf(dueCharges(file, access));
    return { kind: 'debt', totalRials: visible > 0 ? visible : null };
  }
  if (file.violations.some(({ status }) => status === 'open' || status === 'in-commission')) {
    return { kind: 'blocked' };
  }
  const visit = city.services[service].visit;
  if (visit === 'always') return { kind: 'needs-visit', always: true };
  if (visit === 'never' || isFreshlySeen(file, city, today)) return { kind: 'clear' };
  return { kind: 'needs-visit', always: false };
}

/** A hold with level `warn` informs the staff; only `stop` stops. Its cause is never shown. */
export function isHeld(file: PropertyFile, today: IsoDate): boolean {
  return file.holds.some(
    ({ level, since, until }) => level === 'stop' && since <= today && (!until || until >= today),
  );
}

/** A certificate that rests on a visit, issued within the city's months of freshness. */
function isFreshlySeen(file: PropertyFile, city: City, today: IsoDate): boolean {
  const oldest = monthsBefore(today, city.freshnessMonths);
  return file.certificates.some(
    ({ kind, status, issuedOn }) =>
      ['completion', 'no-violation', 'inquiry-answer'].includes(kind) &&
      status === 'valid' &&
      issuedOn >= oldest,
  );
}

function monthsBefore(day: IsoDate, months: number): IsoDate {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() - months);
  return date.toISOString().slice(0, 10);
}
