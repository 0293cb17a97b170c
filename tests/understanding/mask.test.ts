import { describe, expect, it } from 'vitest';
import { toPersianDigits } from '../../src/language/digits.ts';
import { matchKey } from '../../src/language/text.ts';
import { hasPlaceholder, withSamples } from '../../src/understanding/masking/placeholders.ts';
import { maskVocabulary } from '../../src/understanding/masking/vocabulary.ts';
import { mask, vocabulary } from '../helpers/mask.ts';
import { NOW, understand } from '../helpers/understander.ts';

const masked = (text: string) => mask(text, NOW).text;
const ARABIC = (text: string) => text.replace(/\d/g, (d) => String.fromCharCode(0x660 + Number(d)));
const FULLWIDTH = (text: string) =>
  text.replace(/\d/g, (d) => String.fromCharCode(0xff10 + Number(d)));
const KEYCAPS = (text: string) => text.replace(/\d/g, '$&\uFE0F\u20E3');
const MATHEMATICAL = (text: string) =>
  text.replace(/\d/g, (d) => String.fromCodePoint(0x1d7ce + Number(d)));
const NUMBERS = ['9990000018', '09121234567', '3-11-245-7-0-0-0', '6513712345', '6037991234567890'];
const SCRIPTS = [(text: string) => text, toPersianDigits, ARABIC, FULLWIDTH, KEYCAPS, MATHEMATICAL];
const GAPS = ['', ' ', '-', '/', '.', '\u200C', ' - ', '_', '،', ' و ', '\n'];
const SAID_DIGITS = [
  'صفر یک دو سه چهار پنج شش هفت هشت نه',
  'sefr yek do se chahar panj shish haft hasht noh',
].map((line) => line.split(' '));

describe('a masked text', () => {
  it('holds no digit of a number, whatever its script and however its digits are parted', () => {
    for (const number of NUMBERS) {
      for (const script of SCRIPTS) {
        for (const gap of GAPS) {
          const written = script(gap ? [...number.replace(/\D/g, '')].join(gap) : number);
          for (const text of [written, `بدهی ${written} چقدره`, `بدهی${written}چقدره`]) {
            expect(masked(text), text).not.toMatch(/\p{N}/u);
          }
        }
      }
    }
  });

  it('holds no number that was said in words, digit by digit or in groups, in either script', () => {
    const said = [
      'سه یازده دویست و چهل و پنج هفت',
      'سه یازده دویست‌و‌چهل‌و‌پنج هفت',
      'نهصد و نود و نه صفر صفر هجده',
      'صدوبیست و سه هزار',
      'دوتا سه‌تا ده‌تا',
      'yazdah divist o chehel o panj',
      'bisto panj hezar',
      ...SAID_DIGITS.map((digits) => [...'9990000018'].map((d) => digits[Number(d)]).join(' ')),
      ...SAID_DIGITS.map((digits) => [...'0912'].map((d) => digits[Number(d)]).join('-')),
    ];
    for (const text of said) {
      const words = masked(text)
        .replace(/‹[a-z-]+›/g, '')
        .trim();
      expect(words, text).toBe('');
    }
  });

  it.each([
    ['کد ملی من ۹۹۹۰۰۰۰۰۱۸ است', '‹national-id›'],
    ['موبایلم ۰۹۱۲ ۱۲۳ ۴۵۶۷', '‹mobile›'],
    ['بدهی 3-11-245-7', '‹nosazi›'],
    ['بدهی خونه خیابون سپیدار', '‹place›'],
    ['فردا ساعت ده بازدید', '‹date›'],
  ])('says of what kind the entity in %j was', (text, placeholder) => {
    expect(masked(text)).toContain(placeholder);
  });

  it.each([
    ['آقای نوروز ساعتی بدهی دارد', ['نوروز', 'ساعتی']],
    ['اسمم پروانه صادقی است', ['پروانه', 'صادقی']],
    ['ملک به نام بهار زمین‌خواه است', ['بهار', 'زمین']],
    ['من امید زمانی هستم، بدهی ملکم رو میخوام', ['امید', 'زمانی']],
    ['khanome Zahra Karimi bedehi dare', ['zahra', 'karimi']],
    ['man Reza Zamani hastam', ['reza', 'zamani']],
    ['بدهی خونه مریم کاظمی چقدره', ['مریم', 'کاظمی']],
    ['خونه ما نزدیک مسجد سیدالشهدا تو نیلوفره', ['سیدالشهدا', 'نیلوفر']],
    ['دفتر پیشخوان ارکیده بازه؟', ['ارکیده']],
    ['بهرام عباسپور و مهدوی‌نژاد', ['بهرام', 'پور', 'مهدوی']],
    ['m o h a m m a d و م ح م د', ['h', 'd', 'ح', 'د']],
    ['https://t.me/ali_karimi @alikarimi a.karimi@gmail.com', ['ali', 'karimi', 'gmail']],
  ])('of %j holds none of the names in it', (text, names) => {
    const rest = matchKey(masked(text).replace(/‹[a-z-]+›/g, '')).split(' ');
    for (const name of names) expect(rest, name).not.toContain(name);
  });

  it('is made of placeholders, question marks and words of the closed vocabulary alone', () => {
    const wild =
      'سلام Ahmad! پرداخت 12 کاظمیان ünïcödé Владимир 張 ☎️ مدارك پايان‌كار؟ <b>x</b> {{y}} \u202Eabc';
    const words = masked(wild)
      .replace(/‹[a-z-]+›|[؟?!.]/g, ' ')
      .split(/\s+/)
      .filter(Boolean);
    expect(words.length).toBeGreaterThan(2);
    for (const word of words) expect(vocabulary.shows(matchKey(word)), word).toBe(true);
  });

  it('tells no more of a run of unknown words, names or numbers than that it was there', () => {
    expect(masked('بدهی کاظمی کریمی رستگار')).toBe(masked('بدهی رستگار'));
    expect(masked('بدهی ۱ ۲ ۳')).toBe(masked('بدهی ۹'));
  });

  it('leaves of a plain question what is needed to understand it', () => {
    for (const text of ['بدهی ملکم چقدره؟', 'مدارک پایان کار چیه', 'bedehi melkam chande']) {
      expect(masked(text)).toBe(text);
    }
    expect(mask('بدهی ملکم چقدره؟', NOW).telling).toBeGreaterThan(2);
    expect(mask('کاظمی ۱۲', NOW).telling).toBe(0);
  });

  it('of a very long message is short, and made in no time', () => {
    const long = 'بدهی ۱۲ کاظمی '.repeat(400);
    const before = process.threadCpuUsage();
    expect(masked(long).length).toBeLessThan(1_500);
    const { user, system } = process.threadCpuUsage(before);
    expect((user + system) / 1_000).toBeLessThan(500);
  });
});

describe('the closed vocabulary', () => {
  const said = (...words: string[]) =>
    maskVocabulary(
      words.flatMap((word) => ['بدهی', 'پول', 'خانه'].map((other) => `${word} ${other}`)),
    );

  it('has what three different examples say, and nothing that fewer do', () => {
    const three = said('زرافه');
    expect(three.shows('زرافه')).toBe(true);
    expect(maskVocabulary(['زرافه بدهی', 'زرافه پول', 'زرافه پول']).shows('زرافه')).toBe(false);
  });

  it('never has names of people, streets and cities, nor numbers, however often they are said', () => {
    const never = [
      ...['علی', 'مریم', 'زهرا', 'امید', 'حسنم', 'مهدیه', 'شریعتی', 'اصفهان', 'reza', 'maryam'],
      ...[
        'کریم‌پور',
        'کریمیان‌زاده',
        'بهرامینژاد',
        'alipour',
        'دویست',
        'سوم',
        'هزار',
        'دوتا',
        'یازدهم',
      ],
      ...['chehel', 'yazdah', 'م', 'a', 'x'],
    ];
    const { shows, stemOf } = said(...never);
    for (const word of never) expect([shows(word), stemOf(word)], word).toEqual([false, null]);
  });

  it('knows a word by its stem, and shows the stem', () => {
    const { stemOf } = said('مفاصا', 'khune');
    expect([stemOf('مفاصاهامون'), stemOf('khuneam'), stemOf('زرافه')]).toEqual([
      'مفاصا',
      'khune',
      null,
    ]);
  });
});

describe('values invented for placeholders', () => {
  it('are read as what they stand for', () => {
    const filled = withSamples('بدهی ‹nosazi› و ‹national-id› و ‹mobile› ‹date› ‹place›');
    expect(hasPlaceholder(filled)).toBe(false);
    const types = understand(filled).entities.map(({ type }) => type);
    expect(types).toEqual(['nosazi', 'national-id', 'mobile', 'date', 'place']);
  });

  it('are not there for names and unknown words, which a person has to fill in', () => {
    expect(withSamples('بدهی ‹name› ‹word›')).toBe('بدهی ‹name› ‹word›');
  });
});
