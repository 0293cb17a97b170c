import { describe, expect, it } from 'vitest';
import { parseHtml } from '../../src/playground/bot-api/parse-html.ts';

function refusalOf(html: string): string {
  try {
    parseHtml(html);
  } catch (error) {
    return (error as Error).message;
  }
  return 'accepted';
}

describe("Telegram's HTML", () => {
  it.each([
    ['<b>جمع</b>', 'bold'],
    ['<strong>جمع</strong>', 'bold'],
    ['<i>جمع</i>', 'italic'],
    ['<u>جمع</u>', 'underline'],
    ['<del>جمع</del>', 'strikethrough'],
    ['<code>جمع</code>', 'code'],
    ['<blockquote>جمع</blockquote>', 'blockquote'],
    ['<blockquote expandable>جمع</blockquote>', 'expandable_blockquote'],
    ['<tg-spoiler>جمع</tg-spoiler>', 'spoiler'],
    ['<span class="tg-spoiler">جمع</span>', 'spoiler'],
  ])('reads %s', (html, type) => {
    expect(parseHtml(html)).toEqual({ text: 'جمع', entities: [{ type, offset: 0, length: 3 }] });
  });

  it('reads a link with the address unescaped', () => {
    expect(parseHtml('<a href="https://a.ir/?x=1&amp;y=2">سایت</a>').entities).toEqual([
      { type: 'text_link', offset: 0, length: 4, url: 'https://a.ir/?x=1&y=2' },
    ]);
  });

  it('reads a block of code in a language as one entity', () => {
    expect(parseHtml('<pre><code class="language-sql">select 1</code></pre>').entities).toEqual([
      { type: 'pre', offset: 0, length: 8, language: 'sql' },
    ]);
  });

  it('reads tags in any case and nested ones outer first', () => {
    const { text, entities } = parseHtml('<B>یک <I>دو</i></b> سه');
    expect(text).toBe('یک دو سه');
    expect(entities).toEqual([
      { type: 'bold', offset: 0, length: 5 },
      { type: 'italic', offset: 3, length: 2 },
    ]);
  });

  it('counts places in UTF-16 units, as the Bot API does', () => {
    expect(parseHtml('\u{1F3E0} <b>خانه</b>').entities[0]?.offset).toBe(3);
  });

  it('reads the four named references and numbers, and leaves a bare & alone', () => {
    expect(parseHtml('&lt;&gt;&amp;&quot;&#39;&#x6F1; a & b').text).toBe('<>&"\'۱ a & b');
  });

  it.each([
    ['<b>جمع', `Can't find end tag corresponding to start tag "b"`],
    ['جمع</b>', 'Unexpected end tag at byte offset 6'],
    ['<b>جمع</i>', 'Unmatched end tag at byte offset 9, expected "</b>", found "</i>"'],
    ['<div>جمع</div>', 'Unsupported start tag "div" at byte offset 0'],
    ['۳ < ۵', 'Unsupported start tag "" at byte offset 3'],
    ['<b جمع', 'Unclosed start tag "b" at byte offset 0'],
    ['<span>جمع</span>', 'Tag "span" must have class "tg-spoiler" at byte offset 0'],
    ['&nbsp;', '"&nbsp;" is not known to Telegram'],
  ])('%s is refused as unreadable', (html, reason) => {
    expect(refusalOf(html)).toBe(`Bad Request: can't parse entities: ${reason}`);
  });

  it.each([
    ['<a href="http://localhost:8080">سایت</a>', 'the host has no dot'],
    ['<a href="سایت">سایت</a>', 'not an address'],
    ['<a href="javascript:alert(1)">سایت</a>', 'Unsupported URL protocol'],
    ['<a>سایت</a>', 'has no href'],
  ])('%s is refused because Telegram would drop the link', (html, reason) => {
    expect(refusalOf(html)).toContain(reason);
  });

  it.each([
    ['<b></b>سلام', 'nothing to see'],
    ['<b> </b>سلام', 'nothing to see'],
    ['<code>a <b>b</b></code>', 'can hold only text'],
    ['<blockquote>a <blockquote>b</blockquote></blockquote>', "can't hold another"],
    ['<b>a <strong>b</strong></b>', 'says nothing new'],
  ])('%s is refused because Telegram would quietly drop a tag', (html, reason) => {
    expect(refusalOf(html)).toContain('quietly change');
    expect(refusalOf(html)).toContain(reason);
  });
});
