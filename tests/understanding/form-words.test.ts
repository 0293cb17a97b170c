import { describe, expect, it } from 'vitest';
import { hourNamed, saysDontKnow, toldAnew } from '../../src/understanding/form-words.ts';

describe('what was told', () => {
  it.each([
    'نه بذار عوض کنم',
    'نه، اشتباه نوشتم',
    'متنش رو عوض کن',
    'می‌خوام دوباره بنویسم',
    'bezar avazesh konam',
    'let me change it',
  ])('shall be told anew after %j', (text) => {
    expect(toldAnew(text)).toBe('text');
  });

  it('was perhaps of another kind', () => {
    expect(toldAnew('موضوعش رو عوض کن')).toBe('kind');
  });

  it.each([
    'بله',
    'درسته',
    'لامپ کوچه را عوض نکرده‌اند',
    'چراغ هنوز درست نشده',
    'همسایه می‌گوید نقشه را تغییر می‌دهیم و هر کاری بخواهیم می‌کنیم',
  ])('stands after %j', (text) => {
    expect(toldAnew(text)).toBeNull();
  });
});

it('who does not know says so in any words', () => {
  expect(saysDontKnow('نمیدونم منطقه چنده')).toBe(true);
  expect(saysDontKnow("I don't know")).toBe(true);
  expect(saysDontKnow('منطقه ۲')).toBe(false);
});

it.each([
  ['۱۰', '10:00'],
  ['9:30', '09:30'],
  ['ساعتش رو بکن ۱۱', '11:00'],
  ['۲', '14:00'],
  ['۱۰ خوبه', '10:00'],
])('%j is the hour of a visit', (text, time) => {
  expect(hourNamed(text)).toBe(time);
});

it.each(['۲۵', '0', '۹:۷۵', 'پلاک ۱۲ خیابان مهدیه کوچه لاله طبقه دوم', '3-11-245-7', 'بله'])(
  '%j is no hour of a visit',
  (text) => {
    expect(hourNamed(text)).toBeNull();
  },
);
