import { expect, test } from 'vitest';
import { type AccessRole, allowed, type Fact, type Level } from '../../src/identity/rules.ts';
import { CHARGE_ACCOUNTS, type ChargeAccount } from '../../src/language/vocabulary.ts';

const LEVELS: readonly Level[] = [0, 1, 2, 3];

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
const FACTS: Record<Fact, string> = {
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

/** "All accounts but commission", `waste`, `guild`, and the commission's amounts. */
const ACCOUNTS: Record<ChargeAccount, string> = {
  //            owner heir attorney tenant guild applicant representative
  renovation: ' 2     2    2        -      -     -         2',
  waste: '      2     2    2        2      -     -         2',
  guild: '      2     2    2        -      2     -         2',
  income: '     2     2    2        -      -     -         2',
  excavation: ' 2     2    2        -      -     -         2',
  commission: ' 3     3    3        -      -     -         -',
};

function cellsOf<Name extends string>(table: Record<Name, string>) {
  return (Object.entries(table) as [Name, string][]).flatMap(([name, row]) =>
    row
      .trim()
      .split(/ +/)
      .flatMap((cell, i) =>
        LEVELS.map((level) => ({
          ...{ name, role: COLUMNS[i]!, level },
          opens: cell !== '-' && level >= Number(cell),
        })),
      ),
  );
}

const factCells = cellsOf(FACTS);
const accountCells = cellsOf(ACCOUNTS);

test('there is a cell for each of four levels, seven roles, eight facts and six accounts', () => {
  expect(factCells).toHaveLength(4 * 7 * 8);
  expect(accountCells).toHaveLength(4 * 7 * CHARGE_ACCOUNTS.length);
});

test.each(factCells)('$name at level $level to $role: $opens', ({ name, role, level, opens }) => {
  expect(allowed([role], level).facts.has(name)).toBe(opens);
});

test.each(accountCells)(
  'the account $name at level $level to $role: $opens',
  ({ name, role, level, opens }) => {
    expect(allowed([role], level).accounts.has(name)).toBe(opens);
  },
);

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
