import { isPaymentId } from '../../../language/bill-ids.ts';
import { CHARGE_ACCOUNTS } from '../../../language/vocabulary.ts';
import type { FileSpec } from '../file-spec.ts';
import { billId, day, dayAndTime, jalaliYear, key, oneOf, rials, text } from '../readers.ts';
import { code, ifEmpty, may, money, must, ofProperty } from './columns.ts';

export const charges: FileSpec = {
  name: 'charges',
  table: 'charges',
  key: ['code', 'account', 'fiscal_year'],
  columns: [
    code,
    must('account', oneOf(CHARGE_ACCOUNTS)),
    must('fiscal_year', jalaliYear, 'integer'),
    must('principal_rials', rials, 'bigint'),
    money('late_rials'),
    money('vat_rials'),
    money('discount_rials'),
    money('paid_rials'),
  ],
  references: [ofProperty],
};

export const bills: FileSpec = {
  name: 'bills',
  table: 'bills',
  key: ['bill_id', 'payment_id'],
  columns: [
    must('bill_id', billId),
    must('payment_id', key),
    code,
    must('account', oneOf(CHARGE_ACCOUNTS)),
    must('amount_rials', rials, 'bigint'),
    may('issued_on', day, 'date'),
    may('pay_by', day, 'date'),
    must('status', oneOf(['issued', 'paid', 'void'])),
  ],
  references: [ofProperty],
  check: paymentIdBelongs,
};

export const payments: FileSpec = {
  name: 'payments',
  table: 'payments',
  key: ['bill_id', 'payment_id', 'paid_at', 'trace_no'],
  columns: [
    must('bill_id', billId),
    must('payment_id', key),
    must('paid_at', dayAndTime),
    must('amount_rials', rials, 'bigint'),
    may('channel', text),
    ifEmpty('', may('trace_no', key)),
  ],
  references: [
    {
      column: 'bill_id',
      to: 'bills',
      by: ['bill_id', 'payment_id'],
      reason: 'unknown bill: its two ids are not in bills.csv',
    },
  ],
  check: paymentIdBelongs,
};

function paymentIdBelongs(row: ReadonlyMap<string, unknown>) {
  if (isPaymentId(String(row.get('bill_id')), String(row.get('payment_id')))) return null;
  return { column: 'payment_id', reason: 'must carry the check digits that belong to its bill id' };
}
