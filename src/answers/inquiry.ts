import type { City } from '../city/city.ts';
import type { Access } from '../identity/authorisation.ts';
import type { IsoDate } from '../language/vocabulary.ts';
import type { Certificate, PropertyFile, Request } from '../records/record-store.ts';
import { type CertificateState, certificateState, newestCertificate } from './certificate-state.ts';
import { type ChecklistAnswer, checklist } from './checklist.ts';
import { visibleRequests } from './request-status.ts';

export type InquiryAnswer =
  | {
      kind: 'answered';
      certificate: Certificate;
      state: CertificateState;
      /** The inquiry it answers; null where the record does not name it. */
      request: Request | null;
      today: Extract<ChecklistAnswer, { kind: 'checklist' }>;
    }
  | ChecklistAnswer;

/** The answer already given to a bank or notary, or what one would be given today. */
export function inquiry(
  file: PropertyFile,
  access: Access,
  city: City,
  today: IsoDate,
): InquiryAnswer {
  const now = checklist('inquiry', file, access, city, today);
  const certificate = newestCertificate(file, ['inquiry-answer']);
  if (now.kind === 'not-permitted' || !certificate) return now;
  const request = visibleRequests(file, access)?.find(
    ({ requestNo }) => requestNo === certificate.requestNo,
  );
  return {
    kind: 'answered',
    certificate,
    state: certificateState(certificate, today),
    request: request ?? null,
    today: now,
  };
}
