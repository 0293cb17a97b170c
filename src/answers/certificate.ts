import type { City } from '../city/city.ts';
import type { Access } from '../identity/authorisation.ts';
import type { IsoDate, Service } from '../language/vocabulary.ts';
import type { Certificate, PropertyFile } from '../records/record-store.ts';
import { type Decision, decide } from './decision.ts';

export type CertificateAnswer =
  | { kind: 'on-record'; certificate: Certificate; state: 'valid' | 'expired' | 'revoked' }
  | { kind: 'not-on-record'; decision: Decision }
  | { kind: 'not-permitted' };

/**
 * A certificate on record is always answered, whatever else is open; a visit is only for a new one.
 * Of several the newest counts.
 */
export function certificateOnRecord(
  kind: Certificate['kind'] & Service,
  file: PropertyFile,
  access: Access,
  city: City,
  today: IsoDate,
): CertificateAnswer {
  if (!access.facts.has('certificates')) return { kind: 'not-permitted' };
  const certificate = file.certificates
    .filter((candidate) => candidate.kind === kind)
    .sort((a, b) => (a.issuedOn < b.issuedOn ? 1 : -1))[0];
  if (!certificate) {
    return { kind: 'not-on-record', decision: decide(kind, file, access, city, today) };
  }
  return { kind: 'on-record', certificate, state: stateOf(certificate, today) };
}

/** The printed date counts even where the record still says "valid". */
function stateOf(certificate: Certificate, today: IsoDate): 'valid' | 'expired' | 'revoked' {
  if (certificate.status !== 'valid') return certificate.status;
  return certificate.validUntil && certificate.validUntil < today ? 'expired' : 'valid';
}
