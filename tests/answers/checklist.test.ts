import { describe, expect, test } from 'vitest';
import { type ChecklistItem, checklist } from '../../src/answers/checklist.ts';
import type { PropertyFile } from '../../src/records/record-store.ts';
import {
  accessOf,
  bill,
  CITY,
  certificate,
  charge,
  paymentOf,
  property,
  request,
  TODAY,
  violation,
} from './sample.ts';

const checked = (given: Partial<PropertyFile>, level: 2 | 3 = 2, person: '1' | '2' | '3' = '1') => {
  const file = property(given);
  return checklist('transfer', file, accessOf(person, file, level), CITY, TODAY);
};
const items = (given: Partial<PropertyFile>, level: 2 | 3 = 2): ChecklistItem[] => {
  const answer = checked(given, level);
  return answer.kind === 'checklist' ? answer.items : [];
};
const kinds = (given: Partial<PropertyFile>, level: 2 | 3 = 2) =>
  items(given, level).map(({ kind }) => kind);

describe('the checklist', () => {
  test('has a line for the money, the matter and the certificate when all is well', () => {
    const given = { certificates: [certificate()] };
    expect(kinds(given)).toEqual(['nothing-owed', 'no-open-matter', 'certificate']);
  });

  test('has every line at once when nothing is well, the hold first', () => {
    const given = {
      holds: [{ level: 'stop', since: '2026-01-01', until: null } as const],
      charges: [charge(), charge({ account: 'commission' })],
      violations: [violation()],
      requests: [request()],
    };
    expect(kinds(given)).toEqual([
      'hold',
      'owed',
      'owed-hidden',
      'open-matter',
      'no-certificate',
      'request',
    ]);
  });

  test('does not mention a hold that does not stop', () => {
    const holds = [{ level: 'warn', since: '2026-01-01', until: null } as const];
    expect(kinds({ holds })).not.toContain('hold');
  });

  test('adds the hidden amount to the sum once the national id is proven', () => {
    const charges = [charge(), charge({ account: 'commission', dueRials: 9 })];
    expect(items({ charges })).toContainEqual({ kind: 'owed', totalRials: 1_000_000 });
    expect(items({ charges }, 3)).toContainEqual({ kind: 'owed', totalRials: 1_000_009 });
    expect(kinds({ charges }, 3)).not.toContain('owed-hidden');
  });

  test('never says what the open matter is', () => {
    const file = { violations: [violation()] };
    expect(JSON.stringify(items(file))).not.toContain('extra floor');
  });

  test('says whether the certificate is fresh', () => {
    const of = (issuedOn: string) => items({ certificates: [certificate({ issuedOn })] });
    expect(of('2025-11-21')).toContainEqual(expect.objectContaining({ state: 'fresh' }));
    expect(of('2025-11-20')).toContainEqual(expect.objectContaining({ state: 'old' }));
  });

  test('prefers a fresh certificate to a newer one that is revoked', () => {
    const certificates = [
      certificate({ number: 'good', issuedOn: '2026-03-01' }),
      certificate({
        number: 'bad',
        kind: 'no-violation',
        issuedOn: '2026-09-01',
        status: 'revoked',
      }),
    ];
    expect(items({ certificates })).toContainEqual(
      expect.objectContaining({ state: 'fresh', certificate: certificates[0] }),
    );
  });

  test('names a fresh answer to an inquiry beside an old certificate', () => {
    const certificates = [
      certificate({ issuedOn: '2020-01-01' }),
      certificate({ kind: 'inquiry-answer', issuedOn: '2026-10-31' }),
    ];
    const answer = checked({ certificates });
    expect(answer).toMatchObject({
      decision: { kind: 'clear' },
      items: [{}, {}, { state: 'old' }, { state: 'fresh' }],
    });
  });

  test('lists at most two open requests beside the one asked about', () => {
    const requests = (['completion', 'inquiry', 'change-use', 'transfer'] as const).map(
      (service, at) => request({ service, requestNo: `${at}` }),
    );
    const answer = checked({ requests });
    expect(answer).toMatchObject({ decision: { kind: 'under-way' } });
    expect(kinds({ requests }).filter((kind) => kind === 'request')).toHaveLength(2);
  });

  test('says that a payment is on its way, so that nobody pays twice', () => {
    const paid = bill();
    const answer = checked({ charges: [charge()], bills: [paid], payments: [paymentOf(paid)] });
    expect(answer).toMatchObject({ decision: { kind: 'debt' }, pending: [{}] });
  });

  test.each(['2', '3'] as const)('is not shown to a tenant or an applicant (%s)', (person) => {
    const given = { requests: [request({ service: 'transfer' }, '3')] };
    expect(checked(given, 3, person)).toEqual({ kind: 'not-permitted' });
  });
});
