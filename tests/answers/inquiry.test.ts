import { describe, expect, test } from 'vitest';
import { inquiry } from '../../src/answers/inquiry.ts';
import type { PropertyFile } from '../../src/records/record-store.ts';
import { accessOf, CITY, certificate, charge, property, request, TODAY } from './sample.ts';

const asked = (given: Partial<PropertyFile>, person: '1' | '2' | '3' = '1') => {
  const file = property(given);
  return inquiry(file, accessOf(person, file), CITY, TODAY);
};
const answered = certificate({
  kind: 'inquiry-answer',
  number: '1-1405-1190',
  requestNo: '1405000001',
  issuedOn: '2026-11-01',
  validUntil: '2027-04-30',
});
const completed = request({ service: 'inquiry', status: 'completed', letterFrom: 'a bank' });

describe('an inquiry', () => {
  test('that was answered is told with its certificate and the letter it answers', () => {
    expect(asked({ certificates: [answered], requests: [completed] })).toMatchObject({
      kind: 'answered',
      state: 'valid',
      certificate: { number: '1-1405-1190' },
      request: { letterFrom: 'a bank' },
      today: { decision: { kind: 'clear' } },
    });
  });

  test('answered before is told although a debt has come up since, with the debt', () => {
    const answer = asked({ certificates: [answered], charges: [charge()] });
    expect(answer).toMatchObject({ kind: 'answered', today: { decision: { kind: 'debt' } } });
  });

  test('answered before is told although a new one is open, with its stage', () => {
    const again = request({ service: 'inquiry', requestNo: '2' });
    const answer = asked({ certificates: [answered], requests: [completed, again] });
    expect(answer).toMatchObject({
      kind: 'answered',
      today: { decision: { kind: 'under-way', request: { requestNo: '2' } } },
    });
  });

  test('whose answer has run out is told so, and what would be answered today', () => {
    const old = { ...answered, issuedOn: '2025-01-01', validUntil: '2025-07-01' };
    expect(asked({ certificates: [old] })).toMatchObject({
      state: 'expired',
      today: { decision: { kind: 'needs-visit' } },
    });
  });

  test('never answered is what would be answered today', () => {
    expect(asked({})).toMatchObject({ kind: 'checklist', decision: { kind: 'needs-visit' } });
  });

  test.each(['2', '3'] as const)('is not shown to a tenant or an applicant (%s)', (person) => {
    const given = { certificates: [answered], requests: [request({ service: 'inquiry' }, '3')] };
    expect(asked(given, person)).toEqual({ kind: 'not-permitted' });
  });
});
