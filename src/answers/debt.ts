import type { Access } from '../identity/authorisation.ts';
import { ACCOUNTS, type Account, type ChargeAccount } from '../language/vocabulary.ts';
import type { Charge, PropertyFile } from '../records/record-store.ts';

export type DebtAnswer =
  | { kind: 'owed'; lines: DebtLine[]; totalRials: number; account: Account | null }
  | { kind: 'nothing-owed'; account: Account | null }
  | { kind: 'not-permitted' };

/** One account and year, or several years of one account drawn together when the list would be long. */
export interface DebtLine {
  account: ChargeAccount;
  fromYear: number;
  toYear: number;
  dueRials: number;
  /** The part of what is due that is a late fee; never more than what is due. */
  lateRials: number;
  discountRials: number;
}

/** More lines than this are drawn together by account: figures first, no wall of text. */
const MOST_LINES = 6;

/** What is owed on a property, as recorded; nothing is computed but the sum. */
export function debt(
  file: PropertyFile,
  access: Access,
  asked: { account: Account | null; year: number | null },
): DebtAnswer {
  const { year } = asked;
  const account = asked.account ?? onlyAccount(access);
  if (!access.facts.has('debts')) return { kind: 'not-permitted' };
  if (account && !access.accounts.has(account)) return { kind: 'not-permitted' };
  const charges = dueCharges(file, access).filter(
    (charge) =>
      (!account || charge.account === account) && (year === null || charge.fiscalYear === year),
  );
  if (charges.length === 0) return { kind: 'nothing-owed', account };
  const lines = charges.map(lineOf);
  return {
    kind: 'owed',
    lines: lines.length > MOST_LINES ? byAccount(lines) : lines,
    totalRials: totalOf(charges),
    account,
  };
}

/** Who sees one account only, like a tenant, is told of that account: the property may well owe others. */
function onlyAccount({ accounts }: Access): Account | null {
  return accounts.size === 1 ? (ACCOUNTS.find((account) => accounts.has(account)) ?? null) : null;
}

/** The charges with something due that this citizen may see, oldest year first within an account. */
export function dueCharges(file: PropertyFile, access: Access): Charge[] {
  return file.charges
    .filter((charge) => charge.dueRials > 0 && access.accounts.has(charge.account))
    .sort((a, b) => order(a) - order(b) || a.fiscalYear - b.fiscalYear);
}

export function totalOf(charges: readonly Charge[]): number {
  return charges.reduce((sum, charge) => sum + charge.dueRials, 0);
}

const ORDER: readonly ChargeAccount[] = [
  'renovation',
  'waste',
  'guild',
  'income',
  'excavation',
  'commission',
];

function order(charge: Charge): number {
  return ORDER.indexOf(charge.account);
}

function lineOf(charge: Charge): DebtLine {
  return {
    account: charge.account,
    fromYear: charge.fiscalYear,
    toYear: charge.fiscalYear,
    dueRials: charge.dueRials,
    lateRials: Math.min(charge.lateRials, charge.dueRials),
    discountRials: charge.discountRials,
  };
}

function byAccount(lines: readonly DebtLine[]): DebtLine[] {
  const drawn = new Map<ChargeAccount, DebtLine>();
  for (const line of lines) {
    const sum = drawn.get(line.account);
    if (!sum) drawn.set(line.account, { ...line, lateRials: 0, discountRials: 0 });
    else {
      sum.dueRials += line.dueRials;
      sum.toYear = line.toYear;
    }
  }
  return [...drawn.values()];
}
