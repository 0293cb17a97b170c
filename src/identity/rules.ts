import { CHARGE_ACCOUNTS, type ChargeAccount, type Role } from '../language/vocabulary.ts';

export type Fact =
  /** Debts, bills and payments, of the rule's accounts. */
  | 'debts'
  /** Stage and missing papers of every request on the property. */
  | 'requests'
  /** The same, of the requests the citizen applied for. */
  | 'own-requests'
  /** Certificates, land use, clearance, what blocks a transfer. */
  | 'certificates'
  /** That an open matter blocks this, without saying which. */
  | 'blocked'
  /** The open matter's kind, violations and decisions. */
  | 'violations'
  /** Amounts of the `commission` account. */
  | 'commission'
  /** The other owners, masked. */
  | 'co-owners';

/** A representative stands in through a link the owner gave. */
export type AccessRole = Role | 'applicant' | 'representative';

export interface Rule {
  fact: Fact;
  roles: readonly AccessRole[];
  /** The proof it takes. */
  level: 2 | 3;
  /** The charge accounts it opens; none where the fact is not about money. */
  accounts: readonly ChargeAccount[];
}

const TITLE: readonly AccessRole[] = ['owner', 'heir', 'attorney'];
const ALL_BUT_COMMISSION = CHARGE_ACCOUNTS.filter((account) => account !== 'commission');

/** Who may see what: the contract's table of facts and roles, row by row. What stands nowhere is not shown. */
export const RULES: readonly Rule[] = [
  {
    fact: 'debts',
    roles: [...TITLE, 'representative'],
    level: 2,
    accounts: ALL_BUT_COMMISSION,
  },
  { fact: 'debts', roles: ['tenant'], level: 2, accounts: ['waste'] },
  { fact: 'debts', roles: ['guild-holder'], level: 2, accounts: ['guild'] },
  { fact: 'requests', roles: [...TITLE, 'representative'], level: 2, accounts: [] },
  { fact: 'own-requests', roles: ['applicant'], level: 2, accounts: [] },
  { fact: 'certificates', roles: [...TITLE, 'representative'], level: 2, accounts: [] },
  { fact: 'blocked', roles: [...TITLE, 'applicant', 'representative'], level: 2, accounts: [] },
  { fact: 'violations', roles: TITLE, level: 3, accounts: [] },
  { fact: 'commission', roles: TITLE, level: 3, accounts: ['commission'] },
  { fact: 'co-owners', roles: TITLE, level: 3, accounts: [] },
];

/** What these roles open at a level of proof. */
export function allowed(
  roles: readonly AccessRole[],
  level: 0 | 1 | 2 | 3,
): { facts: Set<Fact>; accounts: Set<ChargeAccount> } {
  const rules = RULES.filter(
    (rule) => level >= rule.level && rule.roles.some((role) => roles.includes(role)),
  );
  return {
    facts: new Set(rules.map((rule) => rule.fact)),
    accounts: new Set(rules.flatMap((rule) => rule.accounts)),
  };
}
