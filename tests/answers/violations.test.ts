import { describe, expect, test } from 'vitest';
import { objectionTo, violations } from '../../src/answers/violations.ts';
import type { PropertyFile } from '../../src/records/record-store.ts';
import { accessOf, charge, fined, property, TODAY, violation } from './sample.ts';

const found = (given: Partial<PropertyFile>, level: 2 | 3 = 3, person: '1' | '2' | '3' = '1') => {
  const file = property(given);
  return violations(file, accessOf(person, file, level), TODAY);
};

describe('violations', () => {
  test('are shown to the owner after the national id', () => {
    expect(found({ violations: [violation()] })).toMatchObject({ kind: 'violations', open: [{}] });
  });

  test.each([
    ['the owner without the national id', 2, '1'],
    ['a tenant with it', 3, '2'],
    ['an applicant with it', 3, '3'],
  ] as const)('are not shown to %s', (_who, level, person) => {
    expect(found({ violations: [violation()] }, level, person)).toEqual({ kind: 'not-permitted' });
  });

  test('that are settled or removed are counted apart', () => {
    const answer = found({
      violations: [violation({ status: 'settled' }), violation({ status: 'removed' }), fined(null)],
    });
    expect(answer).toMatchObject({ open: [{}], closed: [{}, {}] });
  });

  test('not decided yet come first, then the newest notice', () => {
    const answer = found({
      violations: [fined('2026-01-01', { no: 'a' }), fined('2026-11-12', { no: 'b' }), violation()],
    });
    const open = answer.kind === 'violations' ? answer.open : [];
    expect(open.map((each) => each.violation.no)).toEqual(['V-1', 'b', 'a']);
  });

  test('come with what is still due on the account of fines alone', () => {
    const charges = [charge(), charge({ account: 'commission', dueRials: 845_000_000 })];
    const answer = found({ violations: [fined('2026-11-12')], charges });
    expect(answer).toMatchObject({ fineDueRials: 845_000_000 });
  });

  test('are none where neither a violation nor a fine is on record', () => {
    expect(found({ charges: [charge()] })).toEqual({ kind: 'none' });
  });

  test('are told where only a fine is left', () => {
    const charges = [charge({ account: 'commission' })];
    expect(found({ charges })).toMatchObject({
      kind: 'violations',
      open: [],
      fineDueRials: 1_000_000,
    });
  });
});

describe('the objection', () => {
  test.each([
    [
      'is open for ten days from the notice of a first decision',
      '2026-11-12',
      { until: '2026-11-22', daysLeft: 1 },
    ],
    ['is open on the tenth day', '2026-11-11', { kind: 'open', until: TODAY, daysLeft: 0 }],
    ['has passed on the eleventh', '2026-11-10', { kind: 'passed', until: '2026-11-20' }],
    ['of a decision whose notice is not recorded has no day', null, { kind: 'not-notified' }],
  ] as const)('%s', (_rule, notifiedOn, expected) => {
    expect(objectionTo(fined(notifiedOn), TODAY)).toMatchObject(expected);
  });

  test.each([
    ['after an appeal decision', { decisionLevel: 'appeal' }],
    ['to an acquittal', { decision: 'acquit' }],
    ['to a decision of unknown level', { decisionLevel: null }],
    ['before any decision', { decision: null }],
  ] as const)('does not exist %s', (_rule, given) => {
    expect(objectionTo(fined('2026-11-12', given), TODAY)).toEqual({ kind: 'none' });
  });

  test.each(['demolish', 'restore-use'] as const)('exists against "%s" too', (decision) => {
    expect(objectionTo(fined('2026-11-12', { decision }), TODAY).kind).toBe('open');
  });
});
