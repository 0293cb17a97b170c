import type { City } from '../city/city.ts';
import type { Access } from '../identity/authorisation.ts';
import type { IsoDate, Service } from '../language/vocabulary.ts';
import type { Certificate, PropertyFile } from '../records/record-store.ts';
import { type CertificateState, certificateState, newestCertificate } from './certificate-state.ts';
import { type Decision, decide, sameRequestOpen } from './decision.ts';

/** The services whose outcome is a certificate that is asked for by its name. */
export type CertifiedService = Certificate['kind'] & Service;

export type CertificateAnswer =
  | {
      kind: 'on-record';
      certificate: Certificate;
      state: CertificateState;
      /** What is to be said of a new one: a request for it is open, or this one is past and can't be extended. */
      next: Decision | null;
    }
  | { kind: 'not-on-record'; decision: Decision }
  | { kind: 'not-permitted' };

/** What has run out of these is extended at an office; of the others a new one is made. */
const EXTENDED: readonly Service[] = ['building-permit', 'completion'];

/**
 * A certificate on record is always answered, whatever else is open; a visit is only for a new one.
 * Of several the newest counts.
 */
export function certificateOnRecord(
  kind: CertifiedService,
  file: PropertyFile,
  access: Access,
  city: City,
  today: IsoDate,
): CertificateAnswer {
  if (!access.facts.has('certificates')) return { kind: 'not-permitted' };
  const certificate = newestCertificate(file, [kind]);
  if (!certificate) {
    return { kind: 'not-on-record', decision: decide(kind, file, access, city, today) };
  }
  const state = certificateState(certificate, today);
  const isPast = state === 'expired' && !EXTENDED.includes(kind);
  const next = isPast
    ? decide(kind, file, access, city, today)
    : sameRequestOpen(kind, file, access, city, today);
  return { kind: 'on-record', certificate, state, next };
}
