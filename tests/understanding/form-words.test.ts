import { describe, expect, it } from 'vitest';
import { saysDontKnow, toldAnew } from '../../src/understanding/form-words.ts';

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
