import { describe, expect, it } from 'vitest';
import { PATHS } from '../../src/paths.ts';
import { say } from '../../src/wording/sentence.ts';
import { createWording } from '../../src/wording/wording.ts';

const wording = createWording(PATHS.locales);

describe('a sentence', () => {
  it('shows rials as toman first and rials in brackets, with Persian digits and separators', () => {
    expect(wording.html(say('debt-total', { total: 28_978_000 }), 'fa')).toBe(
      '<b>جمع: ۲٬۸۹۷٬۸۰۰ تومان</b> (۲۸٬۹۷۸٬۰۰۰ ریال)',
    );
  });

  it('keeps a rial that makes no whole toman', () => {
    expect(wording.html(say('debt-total', { total: 15 }), 'en')).toContain('1.5 toman');
  });

  it('names a day by weekday, day, month and year of the Jalali calendar', () => {
    expect(wording.html(say('as-of', { date: '2026-11-21' }), 'fa')).toBe(
      'بر اساس سوابق ثبت‌شده تا شنبه ۳۰ آبان ۱۴۰۵.',
    );
  });

  it('shows an identifier in Latin digits, isolated from the right-to-left text, copied by a tap', () => {
    expect(wording.html(say('sample-code', { code: '۳-۱۱-۲۴۵-۷' }), 'fa')).toBe(
      '\u2066<code>3-11-245-7</code>\u2069',
    );
  });

  it('shows what citizens and records wrote literally, tags included', () => {
    const address = '<a href="x">کوچه</a> & </code>';
    expect(wording.html(say('button-address', { address }), 'fa')).toBe(
      '&lt;a href="x"&gt;کوچه&lt;/a&gt; &amp; &lt;/code&gt;',
    );
  });

  it('has no tags and no escapes on a button', () => {
    expect(wording.plain(say('button-address', { address: 'کوچه & پلاک 2' }), 'fa')).toBe(
      'کوچه & پلاک ۲',
    );
  });

  it('takes another sentence as a gap', () => {
    const line = say('status-none-service', {
      address: 'کوچه لاله',
      date: '2026-11-21',
      service: say('service-completion'),
    });
    expect(wording.html(line, 'fa')).toContain('درخواست پایان‌کار ثبت نشده است');
  });

  it('tells what a label says in every language', () => {
    expect(wording.everywhere('button-cancel-step')).toEqual(['انصراف', 'Stop']);
  });
});
