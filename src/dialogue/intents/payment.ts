import { paymentOfAmount } from '../../answers/paid-amount.ts';
import {
  type OpenBill,
  type PendingPayment,
  payment,
  pendingPayments,
} from '../../answers/payment.ts';
import type { Bill } from '../../records/record-store.ts';
import { type Sentence, say } from '../../wording/sentence.ts';
import { button, rows, wishButton } from '../buttons.ts';
import { coolingDown, restingRecord } from '../cooling-down.ts';
import type { Exchange } from '../exchange.ts';
import type { Button, Reply } from '../turn.ts';
import { ACCOUNT_NAMES } from './account-names.ts';
import { otherProperty, roleLimited } from './common.ts';

import type { PropertyHandler, PropertyView } from './handler.ts';
import { pendingLines } from './pending-payment.ts';

/** More bills than this would be a wall of numbers; the rest is a press away, by account. */
const MOST_BILLS = 2;

export const paymentIntent: PropertyHandler = {
  needs: 'property',
  async answer(view) {
    if (view.wish.instalments) return [inParts(view)];
    const paid = await paidReply(view);
    return paid ? [paid] : howToPay(view);
  },
};

/**
 * Whether what the citizen says to have paid is on record. Nobody who has paid is asked to pay: how to pay what
 * is left is a press away.
 */
async function paidReply(view: PropertyView): Promise<Reply | null> {
  const { file, access, wish, exchange } = view;
  const rials = wish.paidRials;
  if (!rials || !access.facts.has('debts')) return null;
  const pending = pendingPayments(file, access, wish.account ?? null, exchange.today);
  // That it waits to be booked is told with the rest.
  if (pending.some(({ payment: paid }) => paid.amountRials === rials)) return null;
  return {
    lines: [recordedLine(view, rials), say('as-of', { date: await exchange.recordedOn() })],
    buttons: rows([
      wishButton('debt', { code: file.code }),
      wishButton('payment', { code: file.code }),
      wishButton('offices'),
    ]),
  };
}

function recordedLine({ file, access }: PropertyView, rials: number): Sentence {
  const found = paymentOfAmount(file, access, rials);
  if (!found) return say('payment-not-recorded', { amount: rials });
  const account = ACCOUNT_NAMES[found.bill.account];
  return say('payment-recorded', {
    account,
    amount: rials,
    day: found.payment.paidAt.slice(0, 10),
  });
}

async function howToPay(view: PropertyView): Promise<Reply[]> {
  const { file, access, exchange, wish } = view;
  const answer = payment(file, access, wish.account ?? null, exchange.today);
  switch (answer.kind) {
    case 'not-permitted':
      return roleLimited(view);
    case 'bills':
      return [billsReply(answer.bills, answer.pending, view)];
    case 'pending':
      return [
        {
          lines: [
            ...answer.pending.flatMap(pendingLines),
            say('as-of', { date: await exchange.recordedOn() }),
          ],
          buttons: rows([wishButton('debt', { code: file.code }), wishButton('offices')]),
        },
      ];
    case 'no-bill':
      return [
        {
          lines: [
            say('payment-no-bill', { address: file.address, total: answer.totalRials }),
            say('as-of', { date: await exchange.recordedOn() }),
          ],
          buttons: rows([wishButton('offices'), ...otherProperty(view, 'payment')]),
        },
      ];
    case 'nothing-owed':
      return [
        {
          lines: [
            say('payment-nothing', { address: file.address, date: await exchange.recordedOn() }),
          ],
          buttons: rows([
            wishButton('clearance', { code: file.code }),
            ...otherProperty(view, 'payment'),
          ]),
        },
      ];
    default:
      return answer satisfies never;
  }
}

function billsReply(bills: OpenBill[], pending: PendingPayment[], view: PropertyView): Reply {
  const shown = bills.slice(0, MOST_BILLS);
  const hidden = bills.slice(MOST_BILLS);
  const lines = [
    ...pending.flatMap(pendingLines),
    say('payment-title', { address: view.file.address }),
    ...shown.flatMap(billLines),
  ];
  return {
    lines,
    buttons: [
      ...copyButtons(shown),
      [...hidden.slice(0, 1).map(({ bill }) => otherBill(bill, view)), instalments()],
    ],
  };
}

/** Only one bill's ids fit on buttons; the codes themselves are copied by a tap. */
export function copyButtons([first, second]: readonly OpenBill[]): Button[][] {
  if (!first || second) return [];
  return [
    [
      { label: say('button-copy-bill'), copy: first.bill.billId },
      { label: say('button-copy-payment'), copy: first.bill.paymentId },
    ],
  ];
}

function otherBill(bill: Bill, view: PropertyView): Button {
  const account = ['renovation', 'waste', 'guild'].includes(bill.account)
    ? (bill.account as 'renovation' | 'waste' | 'guild')
    : undefined;
  return button(ACCOUNT_NAMES[bill.account], {
    kind: 'wish',
    intent: 'payment',
    code: view.file.code,
    ...(account && { account }),
  });
}

function inParts({ file }: PropertyView): Reply {
  return {
    lines: [say('payment-instalments')],
    buttons: rows([wishButton('payment', { code: file.code }), wishButton('offices')]),
  };
}

function instalments(): Button {
  return button(say('button-instalments'), { kind: 'instalments' });
}

export function billLines({ bill, overdue }: OpenBill): Sentence[] {
  return [
    say('payment-bill', { account: ACCOUNT_NAMES[bill.account], amount: bill.amountRials }),
    say('payment-bill-id'),
    say('payment-code', { code: bill.billId }),
    say('payment-payment-id'),
    say('payment-code', { code: bill.paymentId }),
    ...(bill.payBy ? [say(overdue ? 'payment-overdue' : 'payment-by', { day: bill.payBy })] : []),
  ];
}

/**
 * A bill by both its ids, for whoever holds it: no property and no name is told. Ids that are guessed count
 * like codes that are guessed, for a payment id tells its amount.
 */
export async function billByIds(
  exchange: Exchange,
  ids: { billId: string; paymentId: string },
): Promise<Reply[]> {
  const waiting = await coolingDown(exchange);
  if (waiting) return [waiting];
  const objectHash = exchange.deps.keyedHash('code', `bill ${ids.billId}`);
  const bill = await exchange.deps.records.bill(ids.billId, ids.paymentId);
  const resting = await restingRecord(exchange, objectHash, bill?.code ?? null);
  if (resting) return [resting];
  if (!bill) {
    exchange.effects.push({ kind: 'count-miss', what: 'code', objectHash });
    return [{ lines: [say('bill-unknown')], buttons: rows([wishButton('offices')]) }];
  }
  const facts = { account: ACCOUNT_NAMES[bill.account], amount: bill.amountRials };
  const date = await exchange.recordedOn();
  const key = ({ issued: 'bill-due', paid: 'bill-paid', void: 'bill-void' } as const)[bill.status];
  const line = key === 'bill-void' ? say(key, { account: facts.account }) : say(key, facts);
  return [
    {
      lines: [line, say('as-of', { date })],
      ...(bill.status === 'issued' && { buttons: rows([instalments(), wishButton('offices')]) }),
    },
  ];
}
