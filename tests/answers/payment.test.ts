import { describe, expect, test } from 'vitest';
import { paymentOfAmount } from '../../src/answers/paid-amount.ts';
import { payment } from '../../src/answers/payment.ts';
import type { PropertyFile } from '../../src/records/record-store.ts';
import { accessOf, bill, charge, paymentOf, property, TODAY } from './sample.ts';

const OWED = { charges: [charge()] };
const answerFor = (given: Partial<PropertyFile>) => {
  const file = property(given);
  return payment(file, accessOf('1', file), null, TODAY);
};

describe('how to pay', () => {
  test('is by the issued bill of an account that owes', () => {
    const answer = answerFor({ ...OWED, bills: [bill()] });
    expect(answer).toMatchObject({ kind: 'bills', bills: [{ overdue: false }], pending: [] });
  });

  test('is not by a bill of an account that owes nothing', () => {
    const answer = answerFor({ ...OWED, bills: [bill({ account: 'waste' })] });
    expect(answer).toEqual({ kind: 'no-bill', totalRials: 1_000_000 });
  });

  test('is never by a void bill', () => {
    expect(answerFor({ ...OWED, bills: [bill({ status: 'void' })] }).kind).toBe('no-bill');
  });

  test.each([
    ['on its last day is not overdue', '2026-11-21', false],
    ['the day after is overdue', '2026-11-20', true],
    ['without a day is not overdue', null, false],
  ] as const)('a bill %s', (_rule, payBy, overdue) => {
    const answer = answerFor({ ...OWED, bills: [bill({ payBy })] });
    expect(answer).toMatchObject({ bills: [{ overdue }] });
  });

  test('is nothing where nothing is owed, whatever bills there are', () => {
    expect(answerFor({ bills: [bill()] })).toEqual({ kind: 'nothing-owed' });
  });

  test('is not told to a tenant for an account that is not theirs', () => {
    const file = property({ ...OWED, bills: [bill()] });
    expect(payment(file, accessOf('2', file), 'renovation', TODAY).kind).toBe('not-permitted');
    expect(payment(file, accessOf('2', file), null, TODAY).kind).toBe('nothing-owed');
  });
});

describe('paid but still shown', () => {
  test('a payment that covers an issued bill is pending, and the bill is not offered again', () => {
    const paid = bill();
    const answer = answerFor({ ...OWED, bills: [paid], payments: [paymentOf(paid)] });
    expect(answer).toMatchObject({ kind: 'pending', pending: [{ payment: { traceNo: '4411' } }] });
  });

  test('a payment of less than the bill is not', () => {
    const paid = bill();
    const payments = [paymentOf(paid, { amountRials: 999_999 })];
    expect(answerFor({ ...OWED, bills: [paid], payments }).kind).toBe('bills');
  });

  test('a bill marked as paid is pending for 45 days', () => {
    const paid = bill({ status: 'paid' });
    const since = (paidAt: string) =>
      answerFor({ ...OWED, bills: [paid], payments: [paymentOf(paid, { paidAt })] }).kind;
    expect(since('2026-10-07')).toBe('pending');
    expect(since('2026-10-06')).toBe('no-bill');
  });

  test('a bill of more than is still due was booked already', () => {
    const paid = bill({ amountRials: 2_000_000 });
    expect(answerFor({ ...OWED, bills: [paid], payments: [paymentOf(paid)] }).kind).toBe('bills');
  });

  test('one bill paid and one not: the other is offered, the first one said', () => {
    const paid = bill();
    const other = bill({ billId: '3011245000262', account: 'waste' });
    const answer = answerFor({
      charges: [charge(), charge({ account: 'waste' })],
      bills: [paid, other],
      payments: [paymentOf(paid)],
    });
    expect(answer).toMatchObject({
      kind: 'bills',
      bills: [{ bill: { account: 'waste' } }],
      pending: [{ bill: { account: 'renovation' } }],
    });
  });
});

describe('a payment the citizen tells the amount of', () => {
  const paid = bill({ status: 'paid' });
  const file = property({ ...OWED, bills: [paid], payments: [paymentOf(paid)] });

  test('is found when just that amount is on record', () => {
    expect(paymentOfAmount(file, accessOf('1', file), paid.amountRials)?.bill).toBe(paid);
    expect(paymentOfAmount(file, accessOf('1', file), paid.amountRials + 1)).toBeNull();
  });

  test('is not confirmed to a tenant for an account that is not theirs', () => {
    expect(paymentOfAmount(file, accessOf('2', file), paid.amountRials)).toBeNull();
  });
});
