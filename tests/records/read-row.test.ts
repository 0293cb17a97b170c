import { describe, expect, test } from 'vitest';
import { makeBillId, makePaymentId } from '../../src/language/bill-ids.ts';
import type { FileName } from '../../src/records/import/file-spec.ts';
import { FILE_NAMES } from '../../src/records/import/file-spec.ts';
import { FILE_SPECS } from '../../src/records/import/file-specs.ts';
import { rowReader } from '../../src/records/import/read-row.ts';
import { storedColumns } from '../../src/records/import/staging.ts';
import { KEYED_HASH, type Row } from './records-folder.ts';

const BILL = makeBillId('12345678', 1);
const PAYMENT = makePaymentId(BILL, 9_000_000, 4, 1);

/** A right row of every file, with every required column. */
const RIGHT: Record<FileName, Row> = {
  districts: { district: 2, name: 'ارم' },
  offices: { code: '31', name: 'ارکیده', address: 'بلوار ارم' },
  properties: { nosazi_code: '2-7-100-1-1-0-0', district: 2, address: 'خیابان ارم، پلاک ۴' },
  parties: { national_id: '9990000107', name: 'مریم بهاری' },
  ownership: { nosazi_code: '2-7-100-1-1-0-0', national_id: '9990000107', role: 'owner' },
  requests: {
    request_no: '1405000001',
    service: 'completion',
    nosazi_code: '2-7-100-1-1-0-0',
    status: 'in-progress',
    opened_at: '1405/06/01',
  },
  'request-steps': { request_no: '1405000001', seq: 1, stage: 'بازدید', entered_at: '1405/06/01' },
  certificates: {
    kind: 'completion',
    number: '12',
    nosazi_code: '2-7-100-1-1-0-0',
    issued_on: '1405/06/01',
    status: 'valid',
  },
  violations: { nosazi_code: '2-7-100-1-1-0-0', no: '1', kind: 'اضافه بنا', status: 'open' },
  charges: {
    nosazi_code: '2-7-100-1-1-0-0',
    account: 'renovation',
    fiscal_year: 1404,
    principal_rials: 5_000_000,
  },
  bills: {
    bill_id: BILL,
    payment_id: PAYMENT,
    nosazi_code: '2-7-100-1-1-0-0',
    account: 'renovation',
    amount_rials: 9_000_000,
    status: 'issued',
  },
  payments: { bill_id: BILL, payment_id: PAYMENT, paid_at: '1405/06/01', amount_rials: 9_000_000 },
  holds: { nosazi_code: '2-7-100-1-1-0-0', level: 'stop', since: '1405/06/01' },
  staff: { mobile: '09000008001', name: 'بهرام ستوده', role: 'inspector' },
};

/** The table's columns of a row of that file with these cells changed, or what is wrong with it. */
function read(file: FileName, changes: Row = {}) {
  const row = { ...RIGHT[file], ...changes };
  const spec = FILE_SPECS[file];
  const opened = rowReader(spec, Object.keys(row), KEYED_HASH);
  if (opened.kind === 'header-wrong') throw new Error(opened.reason);
  const { refusal, values, hasKey } = opened.read(Object.values(row).map(String));
  const stored = Object.fromEntries(storedColumns(spec).map(({ name }, i) => [name, values[i]]));
  return { refusal, stored, hasKey };
}

test.each(FILE_NAMES)('a row of %s with its required columns alone is right', (file) => {
  expect(read(file).refusal).toBeNull();
});

test.each(
  FILE_NAMES.flatMap((file) =>
    FILE_SPECS[file].columns.filter((c) => c.isRequired).map((c) => [file, c.name] as const),
  ),
)('a row of %s without %s is refused', (file, column) => {
  expect(read(file, { [column]: ' ' }).refusal).toEqual({ column, reason: 'must not be empty' });
});

describe.each<[FileName, string, string[]]>([
  ['properties', 'nosazi_code', ['3-11', '0-0-0-0-0-0-0', '3-11-x-7-0-0-0', '3-11-245-7-0-0-0-9']],
  ['properties', 'district', ['two', '-1', '2.5']],
  ['properties', 'level', ['house', 'Parcel']],
  ['properties', 'deed_area_m2', ['-5', 'large', '1e3']],
  ['properties', 'lat', ['91', 'x']],
  ['properties', 'postal_code', ['123', '65178123456']],
  ['properties', 'updated_at', ['1405/13/01', 'yesterday']],
  ['parties', 'national_id', ['9990000108', '0000000000', '123', '10999900011']],
  ['parties', 'mobile', ['0812345678', '0900000', 'none']],
  ['ownership', 'role', ['Owner', 'buyer']],
  ['ownership', 'dang', ['7', '-1']],
  ['ownership', 'valid_to', ['1405/12/30', '2026-02-30', '1405-6']],
  ['requests', 'service', ['parking']],
  ['requests', 'status', ['done']],
  ['requests', 'applicant_national_id', ['9990000108']],
  ['requests', 'opened_at', ['1405/07/31']],
  ['request-steps', 'seq', ['-1', '1.5', 'first']],
  ['request-steps', 'outcome', ['rejected']],
  ['certificates', 'kind', ['licence']],
  ['certificates', 'floors', ['-1', 'two']],
  ['violations', 'decision', ['pardon']],
  ['violations', 'fine_rials', ['-1', '10.5']],
  ['charges', 'account', ['tax']],
  ['charges', 'fiscal_year', ['2026', '99']],
  ['charges', 'principal_rials', ['-1', '12.5', '1,000', 'much', '9999999999999999']],
  ['charges', 'paid_rials', ['-1']],
  ['bills', 'bill_id', ['1234567800161', '99', 'abc']],
  ['bills', 'payment_id', ['900040199', '0']],
  ['bills', 'status', ['open']],
  ['payments', 'paid_at', ['1405/06/01 25:00', '1405/06/01T10', '10:00']],
  ['holds', 'level', ['block']],
  ['offices', 'services', ['completion;parking']],
  ['staff', 'role', ['mayor']],
  ['staff', 'daily_max', ['-1', 'six']],
])('in %s, %s', (file, column, cells) => {
  test.each(cells)('%j is refused, and the reason does not repeat it', (cell) => {
    const { refusal } = read(file, { [column]: cell });
    expect(refusal?.column).toBe(column);
    expect(refusal?.reason).toMatch(/^must /);
    if (cell.length > 3) expect(refusal?.reason).not.toContain(cell);
  });
});

test('Persian and Arabic digits are equal to Latin ones', () => {
  const latin = read('charges', { fiscal_year: '1404', principal_rials: '5000000' });
  const persian = read('charges', { fiscal_year: '۱۴۰۴', principal_rials: '٥۰۰۰۰۰۰' });
  expect(persian).toEqual(latin);
  expect(read('properties', { nosazi_code: '۲-۷-۱۰۰-۱-۱-۰-۰' }).stored).toEqual(
    read('properties').stored,
  );
});

test('Arabic letters are stored as Persian ones', () => {
  expect(read('districts', { name: 'كوي ارم' }).stored.name).toBe('کوی ارم');
});

test('Jalali and ISO dates mean the same day', () => {
  expect(read('holds', { since: '1405/08/30' }).stored.since).toBe('2026-11-21');
  expect(read('holds', { since: '2026-11-21' }).stored.since).toBe('2026-11-21');
});

test('a time of payment is kept where there is one', () => {
  expect(read('payments', { paid_at: '1405/08/30 14:05' }).stored.paid_at).toBe('2026-11-21T14:05');
  expect(read('payments', { paid_at: '2026-11-21T14:05:33' }).stored.paid_at).toBe(
    '2026-11-21T14:05:33',
  );
});

test('a code of four to six parts is padded with zeros', () => {
  expect(read('properties', { nosazi_code: '3-11-245-7' }).stored.code).toBe('3-11-245-7-0-0-0');
});

test('leading zeros of a bill id count', () => {
  const bill_id = makeBillId('00345678', 1);
  const payment_id = makePaymentId(bill_id, 9_000_000, 4, 1);
  expect(read('bills', { bill_id, payment_id }).stored.bill_id).toBe(bill_id);
});

test('missing amounts of a charge are zero', () => {
  const { late_rials, vat_rials, discount_rials, paid_rials } = read('charges').stored;
  expect([late_rials, vat_rials, discount_rials, paid_rials]).toEqual([0, 0, 0, 0]);
});

test('of a party only hashes and masks are stored', () => {
  const { stored } = read('parties', { mobile: '09000001001' });
  expect(stored).toEqual({
    id_hash: KEYED_HASH('national-id', '9990000107'),
    id_masked: '۹۹۹•••••۰۷',
    name_masked: 'م••• ب•••',
    mobile_hash: KEYED_HASH('mobile', '09000001001'),
    mobile_masked: '۰۹۰۰•••۱۰۰۱',
  });
});

test('a legal person’s eleven digits are a national id too', () => {
  expect(read('parties', { national_id: '10999900010' }).refusal).toBeNull();
});

test('a refused row whose key is right is known by it', () => {
  expect(read('charges', { principal_rials: '-1' }).hasKey).toBe(true);
  expect(read('charges', { nosazi_code: 'x' }).hasKey).toBe(false);
});

test('text that is not UTF-8 is refused', () => {
  const name = new TextDecoder().decode(Uint8Array.of(0xd3, 0xe1, 0xc7, 0xe3));
  expect(read('districts', { name }).refusal).toEqual({
    column: 'name',
    reason: 'must be UTF-8 text',
  });
});

describe('the header', () => {
  const open = (header: string[]) => rowReader(FILE_SPECS.districts, header, KEYED_HASH);

  test('may have its columns in any order', () => {
    const opened = open(['name', 'district']);
    expect(opened.kind === 'reader' && opened.read(['ارم', '2']).values).toEqual([2, 'ارم']);
  });

  test('must have every required column', () => {
    expect(open(['district'])).toEqual({
      kind: 'header-wrong',
      reason: 'its header lacks the required column name',
    });
  });

  test('must not have a column twice', () => {
    expect(open(['district', 'name', 'name']).kind).toBe('header-wrong');
  });

  test('may have columns we do not know, which are named', () => {
    const opened = open(['district', 'population', 'name']);
    expect(opened.kind === 'reader' && opened.unknown).toEqual(['population']);
    expect(opened.kind === 'reader' && opened.read(['2', '90', 'ارم']).values).toEqual([2, 'ارم']);
  });

  test('tells how many cells a row must have; empty ones may follow', () => {
    const opened = open(['district', 'name']);
    if (opened.kind !== 'reader') throw new Error(opened.reason);
    expect(opened.read(['2']).refusal?.reason).toBe('has 1 cells where the header has 2');
    expect(opened.read(['2', 'ارم', 'x']).refusal?.reason).toBe(
      'has 3 cells where the header has 2',
    );
    expect(opened.read(['2', 'ارم', '', '']).refusal).toBeNull();
  });
});
