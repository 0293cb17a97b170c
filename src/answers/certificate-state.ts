import type { City } from '../city/city.ts';
import type { IsoDate } from '../language/vocabulary.ts';
import type { Certificate, PropertyFile } from '../records/record-store.ts';

export type CertificateState = Certificate['status'];

/** The printed date counts even where the record still says "valid". */
export function certificateState(certificate: Certificate, today: IsoDate): CertificateState {
  if (certificate.status !== 'valid') return certificate.status;
  return certificate.validUntil && certificate.validUntil < today ? 'expired' : 'valid';
}

/** Valid today, and issued within the city's months of freshness. */
export function isFresh(certificate: Certificate, city: City, today: IsoDate): boolean {
  return (
    certificateState(certificate, today) === 'valid' &&
    certificate.issuedOn >= monthsBefore(today, city.freshnessMonths)
  );
}

export function newestCertificate(
  file: PropertyFile,
  kinds: readonly Certificate['kind'][],
): Certificate | null {
  const candidates = file.certificates.filter(({ kind }) => kinds.includes(kind));
  return candidates.sort((a, b) => (a.issuedOn < b.issuedOn ? 1 : -1))[0] ?? null;
}

function monthsBefore(day: IsoDate, months: number): IsoDate {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() - months);
  return date.toISOString().slice(0, 10);
}
