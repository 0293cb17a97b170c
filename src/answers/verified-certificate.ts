import type { IsoDate } from '../language/vocabulary.ts';
import type { Certificate } from '../records/record-store.ts';
import { type CertificateState, certificateState } from './certificate-state.ts';

/** Everything a stranger with the paper in hand may hear: no property, no owner, no size. */
export type VerifiedCertificate =
  | {
      kind: 'confirmed';
      certificate: Certificate['kind'];
      number: string;
      issuedOn: IsoDate;
      state: CertificateState;
    }
  | { kind: 'not-confirmed' };

export function verifiedCertificate(
  found: Certificate | null,
  today: IsoDate,
): VerifiedCertificate {
  if (!found) return { kind: 'not-confirmed' };
  const { kind, number, issuedOn } = found;
  return {
    kind: 'confirmed',
    certificate: kind,
    number,
    issuedOn,
    state: certificateState(found, today),
  };
}
