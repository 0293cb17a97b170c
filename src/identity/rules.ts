import type { ChargeAccount } from '../language/vocabulary.ts';
import {
  ACCOUNTS_SEEN_FROM,
  type AccessRole,
  FACTS_SEEN_FROM,
  type Fact,
  type From,
} from './access-table.ts';

export type { AccessRole, Fact } from './access-table.ts';

export type Level = 0 | 1 | 2 | 3;

/** What these roles open at a level of proof: what any one of them does. */
export function allowed(
  roles: readonly AccessRole[],
  level: Level,
): { facts: Set<Fact>; accounts: Set<ChargeAccount> } {
  return {
    facts: openIn(FACTS_SEEN_FROM, roles, level),
    accounts: openIn(ACCOUNTS_SEEN_FROM, roles, level),
  };
}

function openIn<Name extends string>(
  table: Readonly<Record<Name, Readonly<Record<AccessRole, From>>>>,
  roles: readonly AccessRole[],
  level: Level,
): Set<Name> {
  const names = Object.keys(table) as Name[];
  return new Set(names.filter((name) => roles.some((role) => isOpen(table[name][role], level))));
}

function isOpen(from: From, level: Level): boolean {
  return from !== null && level >= from;
}
