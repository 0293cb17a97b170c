import { describe, expect, test } from 'vitest';
import { tidy } from '../../src/language/text.ts';
import { extractEntities } from '../../src/understanding/entities/extract.ts';
import { NOW } from '../helpers/understander.ts';

const found = (text: string) =>
  extractEntities(tidy(text), NOW).map(({ type, value }) => `${type} ${value}`);

describe('a renovation code', () => {
  test.each([
    'بدهی ۳-۱۱-۲۴۵-۷ رو میخوام',
    'کد 3/11/245/7/0/0/0',
    'کد ملک ٣–١١–٢٤٥–٧',
    'کد 0-0-0-7-245-11-3',
    'منطقه ۳ محله ۱۱ بلوک ۲۴۵ ملک ۷',
    'کد نوسازی 3 11 245 7',
    '3 - 11 - 245 - 7',
  ])('is read from «%s»', (text) => {
    expect(found(text)).toEqual(['nosazi 3-11-245-7-0-0-0']);
  });

  test('is not read from a telephone number or a date', () => {
    expect(found('تلفن 081-382-50-00')).toEqual([]);
    expect(found('۱۴۰۵/۹/۵')).toEqual(['date 2026-11-26']);
  });
});

describe('a long number', () => {
  test.each([
    ['کد ملیم ۹۹۹۰۰۰۰۰۱۸', 'national-id 9990000018'],
    ['9990000018', 'national-id 9990000018'],
    ['کد پستی 6517812345', 'postal-code 6517812345'],
    ['6517812345', 'postal-code 6517812345'],
    ['شماره ۰۹۱۲ ۰۰۰ ۰۰۰۰', 'mobile 09120000000'],
    ['+98 912 000 0000', 'mobile 09120000000'],
    ['درخواست 1404123456 به کجا رسید', 'request 1404123456'],
    ['شماره پرونده ۲۲۹۹۹۸۴۰۳۲۰', 'request 22999840320'],
    ['3011024510169', 'bill-id 3011024510169'],
  ])('«%s» holds %s', (text, entity) => {
    expect(found(text)).toEqual([entity]);
  });

  test('beside its bill is a payment id', () => {
    expect(found('شناسه قبض 3011024510169 شناسه پرداخت 2135040104')).toEqual([
      'bill-id 3011024510169',
      'payment-id 2135040104',
    ]);
  });

  test('of ten digits is a postal code or a national id by the word beside it', () => {
    expect(found('کد ملی 9991234561')).toEqual(['national-id 9991234561']);
    expect(found('کد پستی 9991234561')).toEqual(['postal-code 9991234561']);
  });

  test('that fails the check of what it is said to be is nothing else instead', () => {
    expect(found('شناسه قبض 3011024510160')).toEqual([]);
    expect(found('کد ملی 8916712347')).toEqual([]);
  });
});

describe('a printed code', () => {
  test.each([
    ['گواهی HMD-7K3Q-9XWD', 'certificate HMD-7K3Q-9XWD'],
    ['kh7m-2qxd', 'certificate KH7M-2QXD'],
    ['کد پیگیری KHTM-QXRD', 'certificate KHTM-QXRD'],
  ])('«%s» holds %s', (text, entity) => {
    expect(found(text)).toEqual([entity]);
  });

  test('is not read from Finglish words of eight letters', () => {
    expect(found('parvaneh sakhtemanam chi shod')).toEqual([]);
  });
});

describe('a place', () => {
  test.each([
    ['عوارض خیابان ارم', ['place ارم']],
    ['avarez maghaze kheyabun eram', ['place eram']],
    ['خیابون مهدیه کوچه لاله پلاک ۱۲', ['place مهدیه', 'place لاله']],
    ['دفتر پیشخوان ارکیده کجاست', ['place ارکیده']],
    ['دفتر پیشخوان دولت ارکیده', ['place ارکیده']],
    ['نزدیک میدون امام', ['place امام']],
  ])('«%s» holds %j', (text, entities) => {
    expect(found(text)).toEqual(entities);
  });

  test.each(['کوچه رو بکنیم', 'نزدیک‌ترین پیشخوان کجاست', 'دفتر باز است', 'کدوم دفتر برم'])(
    'is not named by «%s»',
    (text) => {
      expect(found(text)).toEqual([]);
    },
  );
});

test('a day and a time beside a code are all found, each once, in order', () => {
  expect(found('3-11-245-7 فردا ساعت ۱۰ خیابان ارم')).toEqual([
    'nosazi 3-11-245-7-0-0-0',
    'date 2026-11-22',
    'time 10:00',
    'place ارم',
  ]);
});

test('the text of an entity is what stands in the message', () => {
  const text = 'سلام کد ۳-۱۱-۲۴۵-۷ است';
  const [entity] = extractEntities(text, NOW);
  expect(text.slice(entity?.start, entity?.end)).toBe(entity?.text);
  expect(entity?.text).toBe('۳-۱۱-۲۴۵-۷');
});
