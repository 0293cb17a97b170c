import { describe, expect, it } from 'vitest';
import { verifiedCertificate } from '../../src/answers/verified-certificate.ts';
import type { Certificate } from '../../src/records/record-store.ts';

const TODAY = '2026-11-21';
const CERTIFICATE: Certificate = {
  kind: 'no-violation',
  number: '3-1405-305',
  requestNo: '1405118230',
  issuedOn: '2025-11-20',
  validUntil: '2026-11-21',
  status: 'valid',
  floors: 2,
  units: 2,
  areaM2: 260,
};

describe('a certificate checked by a stranger', () => {
  it('is told by kind, number, day and state, and by nothing else', () => {
    expect(verifiedCertificate(CERTIFICATE, TODAY)).toEqual({
      kind: 'confirmed',
      certificate: 'no-violation',
      number: '3-1405-305',
      issuedOn: '2025-11-20',
      state: 'valid',
    });
  });

  it('has expired the day after the last day printed on it, whatever the record says', () => {
    expect(verifiedCertificate(CERTIFICATE, '2026-11-22')).toMatchObject({ state: 'expired' });
  });

  it('stays revoked after its last day', () => {
    const revoked: Certificate = { ...CERTIFICATE, status: 'revoked' };
    expect(verifiedCertificate(revoked, '2027-01-01')).toMatchObject({ state: 'revoked' });
  });

  it('that is not on record is not confirmed', () => {
    expect(verifiedCertificate(null, TODAY)).toEqual({ kind: 'not-confirmed' });
  });
});
