import { describe, expect, test } from 'vitest';
import { type CertifiedService, certificateOnRecord } from '../../src/answers/certificate.ts';
import type { Certificate, PropertyFile } from '../../src/records/record-store.ts';
import {
  accessOf,
  CITY,
  certificate,
  charge,
  property,
  request,
  TODAY,
  violation,
} from './sample.ts';

const asked = (
  kind: CertifiedService,
  given: Partial<PropertyFile>,
  person: '1' | '2' | '3' = '1',
) => {
  const file = property(given);
  return certificateOnRecord(kind, file, accessOf(person, file), CITY, TODAY);
};
const stateOf = (given: Partial<Certificate>) => {
  const answer = asked('completion', { certificates: [certificate(given)] });
  return answer.kind === 'on-record' ? answer.state : answer.kind;
};

describe('a certificate on record', () => {
  test('is answered whatever else is open on the file', () => {
    const answer = asked('completion', {
      certificates: [certificate()],
      charges: [charge()],
      violations: [violation()],
      holds: [{ level: 'stop', since: '2026-01-01', until: null }],
    });
    expect(answer).toMatchObject({ kind: 'on-record', state: 'valid', next: null });
  });

  test('is the newest of its kind', () => {
    const certificates = [
      certificate({ number: 'old', issuedOn: '2020-01-01' }),
      certificate({ number: 'new', issuedOn: '2026-01-01' }),
      certificate({ number: 'other', kind: 'no-violation', issuedOn: '2026-10-01' }),
    ];
    expect(asked('completion', { certificates })).toMatchObject({ certificate: { number: 'new' } });
  });

  test.each([
    ['valid on its last day', { validUntil: '2026-11-21' }, 'valid'],
    [
      'expired the day after, even where the record says valid',
      { validUntil: '2026-11-20' },
      'expired',
    ],
    ['expired where the record says so', { status: 'expired' }, 'expired'],
    [
      'revoked, whatever day is printed',
      { status: 'revoked', validUntil: '2030-01-01' },
      'revoked',
    ],
  ] as const)('is %s', (_rule, given, state) => {
    expect(stateOf(given)).toBe(state);
  });

  test('is told together with the open request for a new one', () => {
    const answer = asked('building-permit', {
      certificates: [certificate({ kind: 'building-permit', status: 'expired' })],
      requests: [request({ service: 'building-permit' })],
    });
    expect(answer).toMatchObject({ state: 'expired', next: { kind: 'under-way' } });
  });

  test.each(['building-permit', 'completion'] as const)(
    'that ran out is extended, not decided anew: %s',
    (kind) => {
      const certificates = [certificate({ kind, status: 'expired' })];
      expect(asked(kind, { certificates })).toMatchObject({ state: 'expired', next: null });
    },
  );

  test.each([
    ['no-violation', 'needs-visit'],
    ['excavation', 'needs-visit'],
    ['subdivision', 'needs-visit'],
  ] as const)('that ran out leads to a new one: %s', (kind, next) => {
    const certificates = [certificate({ kind, status: 'expired' })];
    expect(asked(kind, { certificates })).toMatchObject({ next: { kind: next } });
  });

  test.each(['2', '3'] as const)('is not shown to a tenant or an applicant (%s)', (person) => {
    const given = { certificates: [certificate()], requests: [request({}, '3')] };
    expect(asked('completion', given, person)).toEqual({ kind: 'not-permitted' });
  });
});
