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
    'kod nosazi se yazdah devisto chehelo panj haft',
    'کد نوسازی ۳، ۱۱، ۲۴۵، ۷',
    'کد۳-۱۱-۲۴۵-۷',
    'کد نوسازیمون رو برگه نوشته سه یازده دویست و چهل و پنج هفت',
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

  test('is read with hundreds apart where that makes a whole code', () => {
    expect(found('کدش دو هفت صد و هجده سه یک صفر هفت')).toEqual(['nosazi 2-7-118-3-1-0-7']);
    expect(found('دو هفت صد و سی و سه چهل')).toEqual(['nosazi 2-7-133-40-0-0-0']);
    expect(found('کد سه یازده هفت صد و سی هفت')).toEqual(['nosazi 3-11-730-7-0-0-0']);
  });

  test('is not read from a bank card or a membership', () => {
    expect(found('شماره کارت 6037-9912-3456-7890')).toEqual([]);
    expect(found('نظام مهندسی شماره عضویت ۱۰-۳-۰-۰۵۴۴۱')).toEqual([]);
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
    ['کد ملی نهصد و نود و نه صد و بیست و سه چهل و پنج شصت و یک', 'national-id 9991234561'],
    ['کدملی۹۹۹۰۰۰۰۰۱۸', 'national-id 9990000018'],
    ['همراه: (0918)2223344', 'mobile 09182223344'],
    ['0918.222.33.44', 'mobile 09182223344'],
    ['نهصد و دوازده سیصد و چهل و پنج شصت و هفت هشتاد و نه شمارمه', 'mobile 09123456789'],
    ['شماره تلفنم نهصد و هیجده صد و یازده بیست و دو سی و سه', 'mobile 09181112233'],
    ['کد پستی‌مون شصت و پنج هفده هشتاد و یک بیست و سه چهل و پنج', 'postal-code 6517812345'],
    ['شماره درخواست پروانه ۱۴۰۵۲۰۰۴۳۲ بود', 'request 1405200432'],
    ['شماره درخواست هزار و چهارصد و پنج صد و بیست و سه چهارصد و پنجاه و شش', 'request 1405123456'],
  ])('«%s» holds %s', (text, entity) => {
    expect(found(text)).toEqual([entity]);
  });

  test('is told from the one it is joined to', () => {
    expect(found('۰۹۱۲۳۴۵۶۷۸۹-۰۹۳۵۱۲۳۴۵۶۷')).toEqual(['mobile 09123456789', 'mobile 09351234567']);
    expect(found('3011024510169/2135040104')).toEqual([
      'bill-id 3011024510169',
      'payment-id 2135040104',
    ]);
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

  test.each([
    'IR120170000000123456789012',
    'دادنامه شماره ۱۴۰۵۰۹۱۲۳۴',
    'پروانه کسبم شماره ۱۲۳۴۵۶۷',
  ])('of something else is none of these: «%s»', (text) => {
    expect(found(text)).toEqual([]);
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
    ['KH7M_2QXD', 'certificate KH7M-2QXD'],
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
    ['یک میلیون و دویست و بیست تومن', 12_200_000],
    ['۱۲ میلیون و ۳۴۵ هزار و ۶۰۰ تومان', 123_456_000],
    ['مبلغ۵۰۰هزارتومن', 5_000_000],
    ['یه میلیونو دیویست تومن', 12_000_000],
    ['دو میلیون سیصد هزار تومن', 23_000_000],
    ['یک میلیون و ۲۰۰ هزار و ۵۰۰ تومان', 12_005_000],
    ['دویست پنجاه تومن', 2_500_000],
    ['2,897,800 ت', 28_978_000],
    ['۲/۸۹۷/۸۰۰ تومان', 28_978_000],
    ['۲ میلیون و نیم تومن', 25_000_000],
    ['15 میلیون تومنه', 150_000_000],
  ])('«%s» is %d rials', (text, rials) => {
    expect(found(text)).toEqual([`amount ${rials}`]);
  });

  test.each([
    ['۱/۵ میلیون دادم', 15_000_000],
    ['۳ و نیم میلیون ریختم', 35_000_000],
    ['2.5 million dadam', 25_000_000],
    ['۲ میلیون و ۷۰۰ دادم', 27_000_000],
    ['پونصد هزار ریختم', 5_000_000],
  ])('without its unit is in tomans: «%s» is %d rials', (text, rials) => {
    expect(found(text)).toEqual([`amount ${rials}`]);
  });

  test.each([
    ['سه تومن ریختم', 30_000_000],
    ['یک و نیم تومن دادم', 15_000_000],
    ['دو تومن و هفتصد', 27_000_000],
    ['هفتصد تومن', 7_000_000],
    ['۱۲۰۰ تومن', 12_000_000],
    ['۹۰۰۰ تومان', 90_000],
  ])('is meant by what is left unsaid in speech: «%s» is %d rials', (text, rials) => {
    expect(found(text)).toEqual([`amount ${rials}`]);
  });

  test.each(['۲ میلیون نفر', 'یک میلیون متر', 'هزار متر زمین'])(
    'is not what counts: «%s»',
    (text) => {
      expect(found(text)).toEqual([]);
    },
  );

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
    ['میدان ساعت، جنب بانک', ['place ساعت']],
    ['عوارض خیابان بازار چقدر شده', ['place بازار']],
    ['خ. معلم', ['place معلم']],
    ['خیابون هفده شهریور پلاک ۸', ['place هفده شهریور']],
    ['بلوار ۲۲ بهمن', ['place ۲۲ بهمن']],
    ['khiyabun sepidar', ['place sepidar']],
    ['دفتر شکوفه پنجشنبه بازه؟', ['place شکوفه', 'date 2026-11-26']],
  ])('«%s» holds %j', (text, entities) => {
    expect(found(text)).toEqual(entities);
  });

  test.each([
    'کوچه رو بکنیم',
    'نزدیک‌ترین پیشخوان کجاست',
    'دفتر باز است',
    'کدوم دفتر برم',
    'دفتر ۲۳ تهران',
  ])('is not named by «%s»', (text) => {
    expect(found(text)).toEqual([]);
  });
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

describe('a day or time that is named to be refused', () => {
  test.each([
    ['شنبه ظهر نیا مهمون دارم، یکشنبه صبح بیا', ['date 2026-11-22', 'time morning']],
    ['فردا نه پس‌فردا', ['date 2026-11-23']],
    ['man farda nistam pasfarda biain', ['date 2026-11-23']],
    ['ظهر نباشه صبح باشه', ['time morning']],
  ])('gives way to the other: «%s»', (text, entities) => {
    expect(found(text)).toEqual(entities);
  });

  test.each([
    ['شنبه نمی‌تونم', ['date 2026-11-28']],
    ['چهارشنبه نه صبح', ['date 2026-11-25', 'time 09:00']],
  ])('stays where no other is named: «%s»', (text, entities) => {
    expect(found(text)).toEqual(entities);
  });
});
