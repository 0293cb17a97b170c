import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PATHS } from '../../src/paths.ts';
import { gapsOf, messageTypes } from '../../src/wording/message-types.ts';

const source = (locale: string) => readFileSync(join(PATHS.locales, `${locale}.ftl`), 'utf8');
const fa = gapsOf(source('fa'));
const en = gapsOf(source('en'));

describe('locales', () => {
  it('have the same sentences with the same gaps in every language', () => {
    const shape = (gaps: typeof fa) =>
      Object.fromEntries(
        [...gaps].map(([key, args]) => [key, Object.fromEntries([...args].sort())]),
      );
    expect(shape(en)).toEqual(shape(fa));
  });

  it('are what the generated types say; `npm run messages` brings those up to date', () => {
    const generated = readFileSync('src/wording/messages.generated.ts', 'utf8');
    expect(messageTypes(source('fa'))).toBe(generated);
  });

  it('have no sentence that nothing says', () => {
    const code = readdirSync('src', { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.generated.ts'))
      .map((file) => readFileSync(join('src', file), 'utf8'))
      .join('\n');
    const unsaid = [...fa.keys()].filter(
      (key) => !/^(month|weekday)-/.test(key) && !code.includes(`'${key}'`),
    );
    expect(unsaid).toEqual([]);
  });

  it('write Persian with Persian digits, Persian ی and ک, and no Latin punctuation', () => {
    for (const line of sentences('fa')) {
      expect(line).not.toMatch(/[0-9٠-٩]/);
      expect(line).not.toMatch(/[يكة]/);
      expect(line).not.toMatch(/[,;?]/);
    }
  });

  it('join a verb prefix and plural endings with a half-space', () => {
    for (const line of sentences('fa')) {
      expect(line).not.toMatch(/(?<!\p{L})ن?می \p{L}/u);
      expect(line).not.toMatch(/\p{L} های?(?!\p{L})/u);
    }
  });

  it('close every tag they open', () => {
    for (const locale of ['fa', 'en']) {
      for (const line of sentences(locale)) {
        const open = [...line.matchAll(/<(b|i|code)>/g)].map(([, tag]) => tag);
        const closed = [...line.matchAll(/<\/(b|i|code)>/g)].map(([, tag]) => tag);
        expect(closed).toEqual(open);
      }
    }
  });

  it('say no line longer than a phone shows at a glance', () => {
    for (const locale of ['fa', 'en']) {
      for (const line of sentences(locale)) expect(line.length, line).toBeLessThanOrEqual(320);
    }
  });

  it('have button labels short enough for a narrow phone', () => {
    for (const locale of ['fa', 'en']) {
      const labels = source(locale).matchAll(/^button-[\w-]+ = ([^{\n]+)$/gm);
      for (const [, label = ''] of labels) expect(label.length).toBeLessThanOrEqual(18);
    }
  });
});

/** The text of the sentences, without comments, keys and what stands in braces. */
function sentences(locale: string): string[] {
  return source(locale)
    .split('\n')
    .filter((line) => !line.startsWith('#'))
    .map((line) =>
      line
        .replace(/^[a-z][\w-]* = ?/, '')
        .replace(/\{[^}]*\}/g, '')
        .trim(),
    )
    .filter((line) => line !== '');
}
