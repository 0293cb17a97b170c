import { expect, test } from 'vitest';
import { matchKey, tidy } from '../../src/language/text.ts';

test('Arabic ye and kaf become Persian', () => {
  expect(tidy('كد نوسازي مصطفى')).toBe('کد نوسازی مصطفی');
});

test('letters in presentation form become ordinary letters', () => {
  expect(tidy('ﺳﻼﻡ')).toBe('سلام');
});

test('bidi marks and control characters go, the half-space stays', () => {
  expect(tidy('\u202Bکد\u200F \u2066۳-۱۱\u2069\u0000 می\u200Cخواهم')).toBe('کد ۳-۱۱ می\u200Cخواهم');
});

test('a hyphen of a printed page parts figures, and nothing else', () => {
  expect(tidy('۳\u00AD۱۱\u00AD۲۴۵\u00AD۷')).toBe('۳-۱۱-۲۴۵-۷');
  expect(tidy('شهر\u00ADداری')).toBe('شهرداری');
});

test('runs of spaces become one and line breaks are kept', () => {
  expect(tidy('  خیابان\u00A0 ارم \r\n\r\n پلاک ۱۲ ')).toBe('خیابان ارم\nپلاک ۱۲');
});

test('a lone half of a surrogate pair cannot reach the database', () => {
  expect(tidy('a\uD83D').isWellFormed()).toBe(true);
});

test('what the citizen typed is not reworded', () => {
  expect(tidy('آیا پایانِ کار، صادر شده؟!')).toBe('آیا پایانِ کار، صادر شده؟!');
});

test.each([
  ['سلاااام', 'سلام'],
  ['می\u200Cخواهم', 'میخواهم'],
  ['آدرسِ مُهر شده', 'ادرس مهر شده'],
  ['مسؤول، مسئول', 'مسوول مسیول'],
  ['کـــد ۱۲/٣', 'کد 12 3'],
  ['SALAM!!', 'salam'],
  ['😀🏠', ''],
])('«%s» is compared as «%s»', (typed, key) => {
  expect(matchKey(typed)).toBe(key);
});

test('what is tidy already stays as it is', () => {
  const tidyTexts = [
    'بدهی ملکم چقدر است؟',
    'می‌خوام کد ۳-۱۱-۲۴۵-۷',
    'salam, bedehi',
    'پایان‌کار ملک (قدیمی) 12:30',
  ];
  expect(tidyTexts.map(tidy)).toEqual(tidyTexts);
});

test.each([
  ['سلام  ملک', 'سلام ملک'],
  ['ملك من', 'ملک من'],
  ['خانه\u200c\u200cام ', 'خانه\u200cام'],
  ['\u202Eسلام', 'سلام'],
  ['سلام\u0000', 'سلام'],
  ['علي', 'علی'],
])('what is almost tidy is cleaned: %j', (text, clean) => {
  expect(tidy(text)).toBe(clean);
});
