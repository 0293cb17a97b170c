import type { PendingPayment } from '../../answers/payment.ts';
import { type Sentence, say } from '../../wording/sentence.ts';
import { ACCOUNT_NAMES } from './account-names.ts';

/** Paid, recorded and not booked yet: said, so that nobody pays twice. */
export function pendingLines({ bill, payment: paid }: PendingPayment): Sentence[] {
  const account = ACCOUNT_NAMES[bill.account];
  return [
    say('payment-pending', { account, amount: paid.amountRials, day: paid.paidAt.slice(0, 10) }),
    ...(paid.traceNo ? [say('payment-trace', { code: paid.traceNo })] : []),
  ];
}
