import { Bill, verifyIranianLegalId, verifyIranianNationalId } from '@persian-tools/persian-tools';
import { describe, expect, test } from 'vitest';
import {
  amountOfPaymentId,
  isBillId,
  isPaymentId,
  makeBillId,
  makePaymentId,
} from '../../src/language/bill-ids.ts';
import { maskMobile, parseMobile, parseOwnNumber } from '../../src/language/mobile.ts';
import { maskName } from '../../src/language/names.ts';
import { maskNationalId, parseLegalId, parseNationalId } from '../../src/language/national-id.ts';
import { parsePostalCode } from '../../src/language/postal-code.ts';

/** A small linear generator: the same numbers in every run. */
function numbers(count: number, digits: number): string[] {
  let state = 20_261_121n;
  return Array.from({ length: count }, () => {
    state = (state * 6_364_136_223_846_793_005n + 1_442_695_040_888_963_407n) & (2n ** 64n - 1n);
    return String((state >> 11n) % 10n ** BigInt(digits)).padStart(digits, '0');
  });
}

describe('a national id', () => {
  test.each(['9990000018', '9990000026', '۹۹۹۰۰۰۰۰۳۴', '999-123456-1'])(
    'is read from %s',
    (typed) => {
      expect(parseNationalId(typed)).toMatch(/^999\d{7}$/);
    },
  );

  test.each(['9990000019', '1111111111', '999000001', '99900000188', 'abc'])(
    'is not read from %s',
    (typed) => {
      expect(parseNationalId(typed)).toBeNull();
    },
  );

  test('is judged as an independent implementation judges it', () => {
    for (const id of numbers(20_000, 10)) {
      expect([id, parseNationalId(id) !== null]).toEqual([
        id,
        verifyIranianNationalId(id, { checkPrefix: false }) === true,
      ]);
    }
  });

  test('is masked but for its first three and last two digits', () => {
    expect(maskNationalId('9990000018')).toBe('۹۹۹•••••۱۸');
  });
});

describe('a legal id', () => {
  test.each(['10999900010', '۱۴۹۹۹۹۰۰۰۲۲'])('is read from %s', (typed) => {
    expect(parseLegalId(typed)).toMatch(/^\d{11}$/);
  });

  test('with one digit changed is refused', () => {
    expect(parseLegalId('10999900011')).toBeNull();
  });

  test('is judged as an independent implementation judges it', () => {
    for (const id of numbers(5_000, 11)) {
      expect([id, parseLegalId(id) !== null]).toEqual([id, verifyIranianLegalId(id) === true]);
    }
  });
});

describe('a mobile number', () => {
  test.each(['09120000000', '+98 912 000 0000', '۰۹۱۲-۰۰۰-۰۰۰۰', '00989120000000', '9120000000'])(
    'is read from %s',
    (typed) => {
      expect(parseMobile(typed)).toBe('09120000000');
    },
  );

  test.each(['08132220000', '0912000000', '091200000000', ''])('is not read from %s', (typed) => {
    expect(parseMobile(typed)).toBeNull();
  });

  test('is masked in its middle', () => {
    expect(maskMobile('09120000000')).toBe('۰۹۱۲•••۰۰۰۰');
  });
});

describe('a postal code', () => {
  test.each(['6517812345', '۸۹۱۶۷-۱۲۳۴۵'])('is read from %s', (typed) => {
    expect(parsePostalCode(typed)).toMatch(/^[1-9]\d{9}$/);
  });

  test.each(['0517812345', '6511112345', '651781234'])('is not read from %s', (typed) => {
    expect(parsePostalCode(typed)).toBeNull();
  });
});

describe('bill and payment ids', () => {
  test.each(['3011024510169', '1234567840160'])('the bill id %s is valid', (id) => {
    expect(isBillId(id)).toBe(true);
  });

  test('a bill of another service than the municipality is none of ours', () => {
    const mobileBill = '7748317800152';
    expect(new Bill({ billId: Number(mobileBill), paymentId: 0 }).getBillType()).not.toBe(
      'عوارض شهرداری',
    );
    expect(isBillId(mobileBill)).toBe(false);
  });

  test('a payment id carries its amount and belongs to one bill', () => {
    expect(isPaymentId('3011024510169', '2135040104')).toBe(true);
    expect(amountOfPaymentId('2135040104')).toBe(21_350_000);
    expect(isPaymentId('3011024510169', '480040240')).toBe(true);
    expect(isPaymentId('1234567840160', '480040240')).toBe(false);
  });

  test('every single changed digit is noticed', () => {
    const id = '3011024510169';
    for (let i = 0; i < id.length; i++) {
      const changed = id.slice(0, i) + ((Number(id[i]) + 1) % 10) + id.slice(i + 1);
      expect([changed, isBillId(changed)]).toEqual([changed, false]);
    }
  });

  test('what we make is accepted, with its amount, by an independent implementation', () => {
    for (const [i, file] of numbers(2_000, 8).entries()) {
      const billId = makeBillId(`1${file.slice(1)}`, 101);
      const rials = (Number(file) + 1) * 1_000;
      const paymentId = makePaymentId(billId, rials, i % 10, (i % 99) + 1);
      const bill = new Bill({
        billId: Number(billId),
        paymentId: Number(paymentId),
        currency: 'rial',
      });
      expect([billId, bill.verificationBillId(), bill.verificationBillPayment()]).toEqual([
        billId,
        true,
        true,
      ]);
      expect(bill.getBillType()).toBe('عوارض شهرداری');
      expect(bill.getAmount()).toBe(rials);
      expect(isBillId(billId) && isPaymentId(billId, paymentId)).toBe(true);
    }
  });

  test('a leading zero counts', () => {
    const billId = makeBillId('00110245', 101);
    expect(billId).toHaveLength(13);
    expect(isBillId(billId)).toBe(true);
  });

  test('an amount below one thousand rials cannot be billed', () => {
    expect(() => makePaymentId('3011024510169', 1_500, 5, 1)).toThrow(RangeError);
  });
});

test('a name is shown by the first letters of its first and last word', () => {
  expect(maskName('علی رضایی')).toBe('ع••• ر•••');
  expect(maskName('سید محمد حسن  رضایی')).toBe('س••• ر•••');
});

describe("an account's own number", () => {
  test('is an Iranian mobile in its one form, or a foreign number with its country', () => {
    expect(parseOwnNumber('989120000000')).toBe('09120000000');
    expect(parseOwnNumber('+49 151 0000000')).toBe('+491510000000');
    expect(parseOwnNumber('491510000000')).toBe('+491510000000');
    expect(parseOwnNumber('my number')).toBeNull();
  });
});
