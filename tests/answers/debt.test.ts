import { describe, expect, test } from 'vitest';
import { debt } from '../../src/answers/debt.ts';
import type { Charge } from '../../src/records/record-store.ts';
import { accessOf, charge, property } from './sample.ts';

const ALL = { account: null, year: null };
const owes = (charges: Charge[], level: 2 | 3 = 2) => {
  const file = property({ charges });
  return debt(file, accessOf('1', file, level), ALL);
};

describe('debt', () => {
  test('is the sum of what is recorded as due, line by line', () => {
    const answer = owes([charge(), charge({ account: 'waste', dueRials: 500_000 })]);
    expect(answer).toMatchObject({ kind: 'owed', totalRials: 1_500_000 });
  });

  test('of one year is that year alone', () => {
    const file = property({ charges: [charge(), charge({ fiscalYear: 1403, dueRials: 7 })] });
    const of = (year: number) => debt(file, accessOf('1', file), { ...ALL, year });
    expect(of(1403)).toMatchObject({ kind: 'owed', totalRials: 7 });
    expect(of(1402).kind).toBe('nothing-owed');
  });

  test('of an account that is settled is not listed', () => {
    const answer = owes([charge(), charge({ account: 'waste', dueRials: 0 })]);
    expect(answer).toMatchObject({ lines: [{ account: 'renovation' }] });
  });

  test('is "nothing owed" where nothing is due', () => {
    expect(owes([charge({ dueRials: 0 })])).toEqual({ kind: 'nothing-owed', account: null });
  });

  test('comes by account and within it from the oldest year', () => {
    const answer = owes([
      charge({ account: 'waste', fiscalYear: 1403 }),
      charge({ fiscalYear: 1405 }),
      charge({ fiscalYear: 1404 }),
    ]);
    const lines = answer.kind === 'owed' ? answer.lines : [];
    expect(lines.map(({ account, fromYear }) => [account, fromYear])).toEqual([
      ['renovation', 1404],
      ['renovation', 1405],
      ['waste', 1403],
    ]);
  });

  test('never calls more a late fee than is still due', () => {
    const answer = owes([charge({ lateRials: 300_000, dueRials: 200_000 })]);
    expect(answer).toMatchObject({ lines: [{ dueRials: 200_000, lateRials: 200_000 }] });
  });

  test('of more than six lines is drawn together by account, with the first and last year', () => {
    const years = [1399, 1400, 1401, 1402, 1403, 1404];
    const answer = owes([
      ...years.map((fiscalYear) => charge({ fiscalYear })),
      charge({ account: 'waste' }),
    ]);
    const lines = answer.kind === 'owed' ? answer.lines : [];
    expect(lines).toMatchObject([
      { account: 'renovation', fromYear: 1399, toYear: 1404, dueRials: 6_000_000 },
      { account: 'waste', fromYear: 1404, toYear: 1404, dueRials: 1_000_000 },
    ]);
  });

  test('of six lines is not drawn together', () => {
    const years = [1399, 1400, 1401, 1402, 1403, 1404];
    const answer = owes(years.map((fiscalYear) => charge({ fiscalYear })));
    expect(answer.kind === 'owed' && answer.lines.length).toBe(6);
  });

  test('of the commission account is left out until the national id is proven', () => {
    const charges = [charge(), charge({ account: 'commission', dueRials: 845_000_000 })];
    expect(owes(charges)).toMatchObject({ totalRials: 1_000_000 });
    expect(owes(charges, 3)).toMatchObject({ totalRials: 846_000_000 });
  });

  test('is the waste account alone for a tenant', () => {
    const file = property({ charges: [charge(), charge({ account: 'waste', dueRials: 7 })] });
    const answer = debt(file, accessOf('2', file), ALL);
    expect(answer).toMatchObject({ kind: 'owed', totalRials: 7, account: 'waste' });
  });

  test('that a tenant does not see is not denied: it is the waste account that owes nothing', () => {
    const file = property({ charges: [charge()] });
    expect(debt(file, accessOf('2', file), ALL)).toEqual({
      kind: 'nothing-owed',
      account: 'waste',
    });
  });

  test('of another account than their own is not shown to a tenant, owed or not', () => {
    const file = property({ charges: [charge()] });
    expect(debt(file, accessOf('2', file), { ...ALL, account: 'renovation' })).toEqual({
      kind: 'not-permitted',
    });
    const empty = property();
    expect(debt(empty, accessOf('2', empty), { ...ALL, account: 'renovation' })).toEqual({
      kind: 'not-permitted',
    });
  });
});
