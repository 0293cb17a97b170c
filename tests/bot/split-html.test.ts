import { expect, test } from 'vitest';
import { splitHtml } from '../../src/bot/split-html.ts';

function shown(html: string): string {
  return html.replace(/<[^>]*>/g, '').replace(/&\w+;/g, '&');
}

test('a text that fits is left as it is', () => {
  expect(splitHtml('a\n<b>b</b>', 20)).toEqual(['a\n<b>b</b>']);
});

test('tags and entities do not count', () => {
  const text = `<b>${'&lt;'.repeat(10)}</b>`;
  expect(splitHtml(text, 10)).toEqual([text]);
});

test('a long text is cut at the last line end that fits', () => {
  expect(splitHtml('one\ntwo\nthree four', 10)).toEqual(['one\ntwo', 'three four']);
});

test('a line that is too long by itself is cut at a space', () => {
  expect(splitHtml('one two three', 9)).toEqual(['one two', 'three']);
});

test('a word that is too long by itself is cut where it must be', () => {
  expect(splitHtml('abcdefghij', 4)).toEqual(['abcd', 'efgh', 'ij']);
});

test('a tag open at a cut is closed and opened again', () => {
  expect(splitHtml('<b>one <a href="https://x.ir">two\nthree</a></b>', 8)).toEqual([
    '<b>one <a href="https://x.ir">two</a></b>',
    '<b><a href="https://x.ir">three</a></b>',
  ]);
});

test('an entity is never cut', () => {
  expect(splitHtml('ab&amp;cd', 3)).toEqual(['ab&amp;', 'cd']);
});

test('an emoji counts twice, as Telegram counts it, and is never cut', () => {
  expect(splitHtml('😀😀😀', 4)).toEqual(['😀😀', '😀']);
});

test('nothing is lost and no piece is too long, whatever the limit', () => {
  const line = '<b>نوسازی</b> ۱۴۰۳: <code>1&amp;2</code> تومان';
  const text = Array.from({ length: 40 }, () => line).join('\n');
  for (let limit = 5; limit < 200; limit += 3) {
    const pieces = splitHtml(text, limit);
    for (const piece of pieces) {
      expect(shown(piece).length).toBeLessThanOrEqual(limit);
      expect(piece.match(/<\w/g)?.length).toBe(piece.match(/<\//g)?.length);
    }
    const words = (html: string) => shown(html).replace(/\s/g, '');
    expect(words(pieces.join(''))).toBe(words(text));
  }
});
