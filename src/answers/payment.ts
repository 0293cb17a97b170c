import type { Access } from '../identity/authorisation.ts';
import { addDays } from '../language/jalali.ts';
import type { Account, IsoDate } from '../language/vocabulary.ts';
import type { Bill, Payment, PropertyFile } from '../records/record-store.ts';
import { dueCharges, totalOf } from './debt.ts';

export type PaymentAnswer =
  | { kind: 'bills'; bills: OpenBill[]; pending: PendingPayment[] }
  | { kind: 'pending'; pending: PendingPayment[] }
  /** Something is owed but no bill has been issued for it. */
  | { kind: 'no-bill'; totalRials: number }
  | { kind: 'nothing-owed' }
  | { kind: 'not-permitted' };

export interface OpenBill {
  bill: Bill;
  overdue: boolean;
}

/** Paid by the citizen, recorded as paid, and still standing as a debt. */
export interface PendingPayment {
  bill: Bill;
  payment: Payment;
}

/** Payments reach the revenue unit's books within weeks. */
const BOOKED_WITHIN_DAYS = 45;

/** Payments of what is still shown as owed, that have not been booked yet. */
export function pendingPayments(
  file: PropertyFile,
  access: Access,
  account: Account | null,
  today: IsoDate,
): PendingPayment[] {
  const answer = payment(file, access, account, today);
  return answer.kind === 'bills' || answer.kind === 'pending' ? answer.pending : [];
}

/** How to pay what is owed: the ids of the issued bills, and what was paid but still shows. */
export function payment(
  file: PropertyFile,
  access: Access,
  account: Account | null,
  today: IsoDate,
): PaymentAnswer {
  if (!access.facts.has('debts')) return { kind: 'not-permitted' };
  if (account && !access.accounts.has(account)) return { kind: 'not-permitted' };
  const due = dueCharges(file, access).filter((charge) => !account || charge.account === account);
  if (due.length === 0) return { kind: 'nothing-owed' };

  const owing = new Set(due.map((charge) => charge.account));
  const relevant = file.bills.filter((bill) => bill.status !== 'void' && owing.has(bill.account));
  const pending = relevant.flatMap((bill) =>
    pendingOf(bill, file.payments, totalDue(due, bill), today),
  );
  const bills = relevant
    .filter((bill) => bill.status === 'issued' && !pending.some((paid) => paid.bill === bill))
    .map((bill) => ({ bill, overdue: bill.payBy !== null && bill.payBy < today }));
  if (bills.length > 0) return { kind: 'bills', bills, pending };
  if (pending.length > 0) return { kind: 'pending', pending };
  return { kind: 'no-bill', totalRials: totalOf(due) };
}

function totalDue(due: ReturnType<typeof dueCharges>, bill: Bill): number {
  return totalOf(due.filter((charge) => charge.account === bill.account));
}

/**
 * A bill that is still "issued" although a payment covers it has surely not been booked. A "paid" one only
 * counts while its payment is recent and its account still owes at least as much: older payments are
 * booked, and what is owed is newer.
 */
function pendingOf(
  bill: Bill,
  payments: readonly Payment[],
  dueRials: number,
  today: IsoDate,
): PendingPayment[] {
  const payment = payments.find(
    (paid) =>
      paid.billId === bill.billId &&
      paid.paymentId === bill.paymentId &&
      paid.amountRials >= bill.amountRials,
  );
  if (!payment || dueRials < bill.amountRials) return [];
  const isRecent = payment.paidAt.slice(0, 10) >= addDays(today, -BOOKED_WITHIN_DAYS);
  return bill.status === 'issued' || isRecent ? [{ bill, payment }] : [];
}
