import { addDays, jalaliOf } from '../../language/jalali.ts';
import type { ChargeAccount } from '../../language/vocabulary.ts';
import { jalaliText } from './city-files.ts';
import type { DemoProperty, Making } from './demo-property.ts';
import { writeBill } from './write-stories.ts';

const FIRST_FILE = 40_000_001;
const YEARS = 4;
/** Late fee of a whole year, and the discount of those who pay in time. */
const LATE_PER_YEAR = 0.12;
const DISCOUNT = 0.1;
const SELDOM_ACCOUNTS = ['income', 'commission', 'excavation'] as const;

/** Charges of the last years for every property, a bill for what is due, payments of what was paid. */
export function writeCharges(making: Making, properties: readonly DemoProperty[]): void {
  properties.forEach((property, index) => {
    accountsOf(making, property).forEach((account, order) => {
      writeAccount(making, property.code, account, { file: FIRST_FILE + index, order });
    });
  });
}

function accountsOf({ random }: Making, { level }: DemoProperty): ChargeAccount[] {
  const accounts: ChargeAccount[] = ['renovation'];
  if (level !== 'parcel') accounts.push('waste');
  if (level === 'guild') accounts.push('guild');
  if (random.chance(0.06)) accounts.push(random.pick(SELDOM_ACCOUNTS));
  return accounts;
}

function writeAccount(
  making: Making,
  nosazi_code: string,
  account: ChargeAccount,
  bill: { file: number; order: number },
): void {
  const { files, random, asOf } = making;
  const thisYear = jalaliOf(asOf).year;
  const isYearly = account === 'renovation' || account === 'waste' || account === 'guild';
  const unpaidYears = isYearly ? random.pick([0, 0, 0, 0, 1, 1, 1, 2, 3, 4]) : 1;
  let price = random.int(2_600, 16_000) * 1_000;
  let due = 0;
  for (let year = thisYear - (isYearly ? YEARS - 1 : 0); year <= thisYear; year++) {
    const age = thisYear - year;
    const isPaid = age >= unpaidYears;
    const charge = isPaid ? paid(making, price) : unpaid(making, price, age);
    files.add('charges', { nosazi_code, account, fiscal_year: year, ...charge });
    due += isPaid ? 0 : charge.principal_rials + charge.late_rials - charge.paid_rials;
    price = Math.round((price * 1.18) / 1_000) * 1_000;
  }
  writeBills(making, nosazi_code, account, { ...bill, due, price });
}

function paid({ random }: Making, principal_rials: number) {
  const discount_rials = random.chance(0.3) ? thousands(principal_rials * DISCOUNT) : 0;
  const paid_rials = principal_rials - discount_rials;
  return { principal_rials, late_rials: 0, discount_rials, paid_rials };
}

function unpaid({ random }: Making, principal_rials: number, age: number) {
  const late_rials = thousands(principal_rials * LATE_PER_YEAR * age);
  const paid_rials = random.chance(0.15) ? thousands(principal_rials * 0.4) : 0;
  return { principal_rials, late_rials, discount_rials: 0, paid_rials };
}

function writeBills(
  making: Making,
  code: string,
  account: ChargeAccount,
  { file, order, due, price }: { file: number; order: number; due: number; price: number },
): void {
  const { files, random, asOf } = making;
  const { year } = jalaliOf(asOf);
  const daysAgo = random.int(10, 150);
  const on = (days: number) => jalaliText(addDays(asOf, days));
  // Three bills an account and year: this one's, last year's, a void one.
  const period = 1 + order * 3;
  if (due > 0) {
    const dates = { issued_on: on(-daysAgo), pay_by: on(120 - daysAgo) };
    writeBill(files, code, {
      file,
      account,
      amount_rials: due,
      year,
      period,
      ...dates,
      status: 'issued',
    });
  } else {
    const dates = { issued_on: on(-daysAgo - 60), pay_by: on(60 - daysAgo), paid_at: on(-daysAgo) };
    const channel = random.pick(making.lexicon.channels);
    const trace_no = String(random.int(100_000, 999_999));
    writeBill(files, code, {
      file,
      account,
      amount_rials: price,
      year,
      period,
      ...dates,
      status: 'paid',
      channel,
      trace_no,
    });
  }
  if (random.chance(0.05)) {
    const dates = { issued_on: on(-400), pay_by: on(-280) };
    writeBill(files, code, {
      file,
      account,
      amount_rials: price,
      year: year - 1,
      period: period + 1,
      ...dates,
      status: 'void',
    });
  }
}

function thousands(rials: number): number {
  return Math.round(rials / 1_000) * 1_000;
}
