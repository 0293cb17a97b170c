import { matchKey } from '../language/text.ts';
import type { VisitSubject } from './inspections.ts';

/**
 * What only one open visit may be for: a property and a service. A property without a code is known by
 * its address, and only among the citizen's own visits, so that nobody can block another's.
 */
export function subjectKey(citizenId: string, subject: VisitSubject): string {
  const property = subject.code
    ? `code ${subject.code}`
    : `address ${citizenId} ${subject.district} ${matchKey(subject.address)}`;
  return `${property} / ${subject.service ?? 'any'}`;
}
