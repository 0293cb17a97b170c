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
    'بدهی 3 11 245 7',
    'کد نوسازی سه یازده دویست و چهل و پنج هفت',
    'سه خط تیره یازده خط تیره دویست و چهل و پنج خط تیره هفت',
    'سه یازده دویست و چهل و پنج هفت',
    'kod nosazi se yazdah divist o chehel o panj haft',
  ])('is read from «%s»', (text) => {
    expect(found(text)).toEqual(['nosazi 3-11-245-7-0-0-0']);
  });

  test.each([
    'سه چهار تا واحد دارم پنج شش ساله',
    'دو سه روز پیش اومدم چهار پنج نفر بودیم',
    'سه چهار پنج میلیون تومن',
  ])('is not read from numbers that count something: «%s»', (text) => {
    expect(found(text).filter((entity) => entity.startsWith('nosazi'))).toEqual([]);
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
    ['صفر نهصد و دوازده سیصد و چهل و پنج شصت و هفت هشتاد و نه', 'mobile 09123456789'],
    ['کد ملیم نهصد و نود و نه صفر صفر صفر صفر صفر یک هشت', 'national-id 9990000018'],
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

describe('the number of a certificate', () => {
  test.each([
    ['پروانه شماره ش-۱۴۰۲-۳۳۱ اصله؟', 'certificate ش-1402-331'],
    ['گواهی شماره 1404/55/1234', 'certificate 1404-55-1234'],
    ['پایان کار شماره ۳/۱۲۴۵', 'certificate 3-1245'],
  ])('may be written as any office does, where the words say what it is: «%s»', (text, entity) => {
    expect(found(text)).toEqual([entity]);
  });

  test.each([
    ['پروانه تاریخ ۱۴۰۴/۵/۱۲', 'date 2025-08-03'],
    ['گواهی پایان کار 3-11-245-7', 'nosazi 3-11-245-7-0-0-0'],
  ])('is not what is a day or a code: «%s»', (text, entity) => {
    expect(found(text)).toEqual([entity]);
  });

  test('is not the number of a house', () => {
    expect(found('پروانه پلاک ۱۲/۳ صادر شده؟')).toEqual([]);
  });
});

describe('an amount', () => {
  test.each([
    ['پونصد هزار تومن ریختم', 5_000_000],
    ['یک میلیون و دویست تومن', 12_000_000],
    ['یک میلیون و دویست هزار تومان', 12_000_000],
    ['۱٬۲۰۰٬۰۰۰ تومان', 12_000_000],
    ['1,200,000 rial', 1_200_000],
    ['چرا ۲۸۹۷۸۰۰۰ ریال بدهی دارم', 28_978_000],
    ['دو و نیم میلیون تومن', 25_000_000],
    ['۲ میلیون و ۳۰۰ هزار تومن', 23_000_000],
    ['۲ میلیون و ۳۰۰ تومن', 23_000_000],
    ['شیش صد و پنجاه هزار تومن', 6_500_000],
    ['yek milyon o devist hezar toman', 12_000_000],
  ])('«%s» is %d rials', (text, rials) => {
    expect(found(text)).toEqual([`amount ${rials}`]);
  });

  test('is neither a code nor a request, whatever stands beside it', () => {
    expect(found('برای پرونده ۲۸۹۷۸۰۰ ریال دادم')).toEqual(['amount 2897800']);
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
