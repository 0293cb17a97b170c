import { describe, expect, test } from 'vitest';
import type { Intent } from '../../src/language/vocabulary.ts';
import { NOW, understand, understander } from '../helpers/understander.ts';

describe('a wish', () => {
  test.each([
    ['سلام بدهی ملکم چقدره؟', 'debt'],
    ['چقدر به شهرداری بدهکارم', 'debt'],
    ['bedehi melkam cheghadre', 'debt'],
    ['پروانه‌م به کجا رسید', 'request-status'],
    ['مدارک لازم برای پایان کار', 'requirements'],
    ['پایان کار می‌خوام', 'completion'],
    ['برگه تسویه برای محضر لازم دارم', 'clearance'],
    ['یه نوبت بازدید می‌خوام', 'book-inspection'],
    ['نزدیک‌ترین دفتر پیشخوان کجاست', 'offices'],
    ['میخوام با یه آدم حرف بزنم', 'operator'],
  ])('«%s» is answered as %s', (text, intent) => {
    expect(understand(text)).toMatchObject({ intent, decision: 'answer' });
  });

  test('is the same with Arabic letters, with half-spaces, with spaces and elongated', () => {
    for (const text of [
      'بدهي ملكم چقدر است',
      'بدهی ملک‌م چقدر است',
      'بدهی ملک م چقدر است',
      'بدهیییی ملکم چقدررر است',
    ]) {
      expect([text, understand(text).intent]).toEqual([text, 'debt']);
    }
  });

  test.each([
    'با سلام و احترام، خواهشمند است بفرمایید %',
    'سلام خسته نباشید ببخشید میخواستم بدونم %',
    '%، خیلی ممنون میشم، دستتون درد نکنه',
    'salam % merci',
  ])('is not changed by politeness: «%s»', (frame) => {
    for (const [wish, intent] of [
      ['بدهی ملکم چقدر است', 'debt'],
      ['وضعیت پرونده من چیست', 'request-status'],
      ['نزدیک‌ترین دفتر پیشخوان کجاست', 'offices'],
    ] as const) {
      const text = frame.replace('%', wish);
      expect([text, understand(text).intent]).toEqual([text, intent]);
    }
  });
});

describe('a bare word of two meanings', () => {
  test.each([
    ['خلافی', 'violations', 'police'],
    ['پایان خدمت', 'completion', 'military'],
    ['پروانه', 'permit', 'guild-union'],
    ['عوارض', 'debt', undefined],
    ['سلام، خلافی', 'violations', 'police'],
    ['خلافي؟', 'violations', 'police'],
    ['khalafi', 'violations', 'police'],
  ])('«%s» is asked about, never guessed', (text, intent, authority) => {
    const understood = understand(text);
    expect(understood).toMatchObject({ intent, decision: 'ask' });
    expect(understood.choices.length).toBeGreaterThan(1);
    expect(understood.authority).toBe(authority);
  });

  test('with a property beside it is about the property', () => {
    expect(understand('خلافی ساختمانم').authority).not.toBe('police');
    expect(understand('خلافی ساختمانم').intent).toBe('violations');
  });
});

describe('what is none of ours', () => {
  test.each([
    ['خلافی ماشینم چقدر شده', 'police'],
    ['کارت پایان خدمتم گم شده', 'military'],
    ['قبض برق خونه چقدره', 'electricity'],
    ['پروانه کسب مغازه رو چطور بگیرم', 'guild-union'],
  ])('«%s» is sent to the %s', (text, authority) => {
    expect(understand(text)).toMatchObject({ intent: 'none', decision: 'none', authority });
  });

  test.each(['یه جوک بگو', 'هوا فردا چطوره', 'asdfgh qwerty', '😂😂😂', '', '؟؟؟', '!!!'])(
    '«%s» is declined',
    (text) => {
      expect(understand(text).decision).toBe('none');
    },
  );
});

test('small talk never beats a service', () => {
  const understood = understand('سلام ممنون از لطفتون خداقوت، مفاصا');
  expect(understood.intent).toBe('clearance');
});

test('what the dialogue has just asked about is likelier, but not what is clearly something else', () => {
  const reading = (text: string, expecting: Intent) =>
    understander.understand(text, { now: NOW, expecting });
  expect(reading('شنبه نمیرسم', 'reschedule-inspection').choices[0]).toBe('reschedule-inspection');
  expect(reading('شنبه', 'book-inspection').choices[0]).toBe('book-inspection');
  expect(reading('مدارک پایان کار چیه', 'book-inspection').intent).toBe('requirements');
  expect(reading('خلافی ماشینم چقدر شده', 'debt').intent).toBe('none');
});

describe('two wishes in one message', () => {
  test('come in the order they were asked, each with its slots', () => {
    expect(understand('مدارک پایان کار چیه و شهرداری ساعت چند باز میکنه؟')).toMatchObject({
      intent: 'requirements',
      service: 'completion',
      second: 'offices',
    });
    expect(understand('بدهیم چقدره و مدارک پایان کار چیه')).toMatchObject({
      intent: 'debt',
      second: 'requirements',
      secondService: 'completion',
    });
  });

  test('are not seen in one wish with a story', () => {
    expect(understand('سلام. سه بار اومدم. پروانه‌م به کجا رسید؟').second).toBeUndefined();
  });
});

describe('slots', () => {
  test.each([
    ['مدارک لازم برای نقل و انتقال', 'transfer'],
    ['واسه جواز چیا باید بیارم', 'building-permit'],
    ['payan karam hazer shod?', 'completion'],
    ['مفاسا به کجا رسید', 'clearance'],
    ['پروانه حفاری به کجا رسید', 'excavation'],
  ])('«%s» is about %s', (text, service) => {
    expect(understand(text).service).toBe(service);
  });

  test('a file is no permit, though it sounds like one', () => {
    expect(understand('پرونده‌م به کجا رسید').service).toBeUndefined();
  });

  test.each([
    ['عوارض پسماند چقدره', 'waste'],
    ['نوسازی امسال چقدر شده', 'renovation'],
    ['عوارض مغازه‌م چقدره', 'guild'],
    ['pool zobale cheghadr shode', 'waste'],
    ['بدهیم چقدره', undefined],
    ['بدهی کد نوسازی ۳-۱۱-۲۴۵-۷', undefined],
    ['بدهی نوسازی و پسماند چقدره', undefined],
  ])('«%s» is about the account %s', (text, account) => {
    expect(understand(text).account).toBe(account);
  });
});

describe('a message that is nothing but a code', () => {
  test('is asked about', () => {
    expect(understand('3-11-245-7')).toMatchObject({ decision: 'ask', intent: 'debt' });
    expect(understand('سلام ۱۴۰۴۱۲۳۴۵۶').decision).not.toBe('answer');
  });
});

test('the same message is understood the same way, whatever came before', () => {
  const first = understand('بدهی ملکم چقدره');
  understand('لغو نوبت');
  expect(understand('بدهی ملکم چقدره')).toEqual(first);
});
