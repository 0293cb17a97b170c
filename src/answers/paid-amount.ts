import type { Access } from '../identity/authorisation.ts';
import type { Bill, Payment, PropertyFile } from '../records/record-store.ts';

/** The latest payment of just this amount on record, for an account that this citizen may see; null when there is none. */
export function paymentOfAmount(
  file: PropertyFile,
  access: Access,
  rials: number,
): { bill: Bill; payment: Payment } | null {
  const found = file.payments
    .filter((payment) => payment.amountRials === rials)
    .flatMap((payment) => {
      const bill = file.bills.find(
        ({ billId, paymentId }) => billId === payment.billId && paymentId === payment.paymentId,
      );
      return bill && access.accounts.has(bill.account) ? [{ bill, payment }] : [];
    });
  return found.sort((a, b) => b.payment.paidAt.localeCompare(a.payment.paidAt))[0] ?? null;
}
