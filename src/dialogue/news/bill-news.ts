import type { RecordEvent } from '../../records/record-events.ts';
import type { Bill } from '../../records/record-store.ts';
import { say } from '../../wording/sentence.ts';
import { ACCOUNT_NAMES } from '../intents/account-names.ts';
import { billLines, copyButtons } from '../intents/payment.ts';
import type { Reply } from '../turn.ts';
import { type NewsView, stopButton } from './view.ts';

/** A new bill with its ids, a payment that was recorded, or a bill that is void; a bill's other past is no news. */
export function billNews({ objectKey, before }: RecordEvent, view: NewsView): Reply | null {
  const { file, access, today } = view;
  const [billId, paymentId] = objectKey;
  const bill = file.bills.find((one) => one.billId === billId && one.paymentId === paymentId);
  if (!bill || !access.facts.has('debts') || !access.accounts.has(bill.account)) return null;
  if (bill.status !== 'issued') return before ? settled(bill, view) : null;
  const open = { bill, overdue: bill.payBy !== null && bill.payBy < today };
  return {
    lines: [say('news-bill', { address: file.address }), ...billLines(open)],
    buttons: [...copyButtons([open]), [stopButton(view)]],
  };
}

function settled({ account, amountRials, status }: Bill, view: NewsView): Reply {
  const facts = {
    account: ACCOUNT_NAMES[account],
    address: view.file.address,
    amount: amountRials,
  };
  return {
    lines: [say(status === 'paid' ? 'news-bill-paid' : 'news-bill-void', facts)],
    buttons: [[stopButton(view)]],
  };
}
