import { expect, test } from 'vitest';
import { type AccessRole, allowed, type Fact } from '../../src/identity/rules.ts';

type Level = 0 | 1 | 2 | 3;

const COLUMNS = [
  'owner',
  'heir',
  'attorney',
  'tenant',
  'guild-holder',
  'applicant',
  'representative',
] as const satisfies readonly AccessRole[];

/** The contract's second table, cell by cell: the level at which a fact opens, `-` where it never does. */
const TABLE: Record<Fact, string> = {
  //              owner heir attorney tenant guild applicant representative
  debts: '        2     2    2        2      2     -         2',
  requests: '     2     2    2        -      -     -         2',
  'own-requests': '-    -    -        -      -     2         -',
  certificates: ' 2     2    2        -      -     -         2',
  blocked: '      2     2    2        -      -     2         2',
  violations: '   3     3    3        -      -     -         -',
  commission: '   3     3    3        -      -     -         -',
  'co-owners': '  3     3    3        -      -     -         -',
};

const cells = Object.entries(TABLE).flatMap(([fact, row]) =>
  row
    .trim()
    .split(/ +/)
    .map((cell, i) => ({ fact: fact as Fact, role: COLUMNS[i]!, opensAt: cell })),
);

test('the table has a cell for each of eight facts and seven roles', () => {
  expect(cells).toHaveLength(8 * 7);
});

test.each(cells)(
  '$fact opens to $role at level $opensAt and at no lower one',
  ({ fact, role, opensAt }) => {
    for (const level of [0, 1, 2, 3] satisfies Level[]) {
      const opens = opensAt !== '-' && level >= Number(opensAt);
      expect(allowed([role], level).facts.has(fact), `level ${level}`).toBe(opens);
    }
  },
);

test.each(['owner', 'heir', 'attorney'] as const)(
  '%s sees every account but the commission with L2, and that one too with L3',
  (role) => {
    expect([...allowed([role], 2).accounts].toSorted()).toEqual([
      'excavation',
      'guild',
      'income',
      'renovation',
      'waste',
    ]);
    expect(allowed([role], 3).accounts).toContain('commission');
  },
);

test('a representative never sees the commission account', () => {
  expect(allowed(['representative'], 3).accounts).not.toContain('commission');
  expect(allowed(['representative'], 3).accounts).toContain('renovation');
});

test('a tenant sees the waste account alone, a guild-holder the guild account alone, even with L3', () => {
  expect([...allowed(['tenant'], 3).accounts]).toEqual(['waste']);
  expect([...allowed(['guild-holder'], 3).accounts]).toEqual(['guild']);
});

test('an applicant sees no account', () => {
  expect(allowed(['applicant'], 3).accounts.size).toBe(0);
});

test('two roles open what either opens', () => {
  expect([...allowed(['tenant', 'guild-holder'], 2).accounts].toSorted()).toEqual([
    'guild',
    'waste',
  ]);
  expect(allowed(['tenant', 'applicant'], 2).facts).toEqual(
    new Set(['debts', 'own-requests', 'blocked']),
  );
});

test('nobody in particular sees nothing', () => {
  expect(allowed([], 3).facts.size).toBe(0);
});
