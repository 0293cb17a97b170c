import { describe, expect, test } from 'vitest';
import { clearance } from '../../src/answers/clearance.ts';
import type { PropertyFile } from '../../src/records/record-store.ts';
import { accessOf, bill, CITY, certificate, charge, paymentOf, property, TODAY } from './sample.ts';

const cleared = (given: Partial<PropertyFile>, person: '1' | '2' | '3' = '1') => {
  const file = property(given);
  return clearance(file, accessOf(person, file), CITY, TODAY);
};

describe('a clearance', () => {
  test('is clear where nothing is owed, without any visit', () => {
    expect(cleared({})).toEqual({ kind: 'clear', latest: null });
  });

  test('names the newest valid one on record', () => {
    const certificates = [
      certificate({ kind: 'clearance', number: 'old', issuedOn: '2024-01-01' }),
      certificate({ kind: 'clearance', number: 'new', issuedOn: '2026-01-01' }),
      certificate({ kind: 'clearance', number: 'gone', issuedOn: '2026-02-01', status: 'revoked' }),
    ];
    expect(cleared({ certificates })).toMatchObject({ latest: { number: 'new' } });
  });

  test('comes with the bill of what is still owed', () => {
    const answer = cleared({ charges: [charge()], bills: [bill()] });
    expect(answer).toMatchObject({ kind: 'owed', totalRials: 1_000_000, bills: [{}], pending: [] });
  });

  test('does not offer a bill that is paid and only waits for the books', () => {
    const paid = bill();
    const answer = cleared({ charges: [charge()], bills: [paid], payments: [paymentOf(paid)] });
    expect(answer).toMatchObject({ kind: 'owed', bills: [], pending: [{}] });
  });

  test('is blocked by an amount of an account that is not shown, without its amount', () => {
    const answer = cleared({ charges: [charge({ account: 'commission' })] });
    expect(answer).toEqual({
      kind: 'owed',
      totalRials: null,
      hasHidden: true,
      bills: [],
      pending: [],
    });
  });

  test('is not told to a tenant', () => {
    expect(cleared({}, '2')).toEqual({ kind: 'not-permitted' });
  });
});
