import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle';
import { toPersianDigits } from '../language/digits.ts';
import { sentenceFunctions } from './functions.ts';
import type { Gap, MessageKey, Sentence } from './sentence.ts';

export const LOCALES = ['fa', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

export interface Wording {
  /** For a message: Telegram's HTML, gaps escaped. */
  html(sentence: Sentence, locale: Locale): string;
  /** For a button: plain text. */
  plain(sentence: Sentence, locale: Locale): string;
  /** What a gapless sentence says in each language: to know a keyboard's label when it comes back as text. */
  everywhere(key: MessageKey): string[];
}

/** Loads every `LOCALE.ftl` of the folder. Sentences are our own files: a broken one is a bug and throws. */
export function createWording(folder: string): Wording {
  const renderers = Object.fromEntries(
    LOCALES.map((locale) => {
      const source = readFileSync(join(folder, `${locale}.ftl`), 'utf8');
      return [
        locale,
        { html: renderer(locale, source, true), plain: renderer(locale, source, false) },
      ];
    }),
  ) as Record<Locale, Record<'html' | 'plain', (sentence: Sentence) => string>>;
  return {
    html: (sentence, locale) => renderers[locale].html(sentence),
    plain: (sentence, locale) => renderers[locale].plain(sentence),
    everywhere: (key) =>
      LOCALES.map((locale) => renderers[locale].plain({ key, args: {} } as Sentence)),
  };
}

function renderer(locale: Locale, source: string, html: boolean): (sentence: Sentence) => string {
  const word = (key: string): string => render({ key, args: {} } as unknown as Sentence);
  const bundle = new FluentBundle(locale === 'fa' ? 'fa-IR' : 'en', {
    // Isolation marks would land inside tags; CODE, PHONE and TIME isolate what needs it.
    useIsolating: false,
    functions: sentenceFunctions({ locale, html, word }),
  });
  const problems = bundle.addResource(new FluentResource(source));
  if (problems[0]) throw problems[0];

  function render({ key, args }: Sentence): string {
    const pattern = bundle.getMessage(key)?.value;
    if (!pattern) throw new Error(`${locale}.ftl has no sentence "${key}"`);
    const gaps: Record<string, FluentVariable> = {};
    for (const [name, gap] of Object.entries(args as Record<string, Gap>)) gaps[name] = fill(gap);
    // Without a list of errors to fill, a missing gap throws instead of showing {$name} to a citizen.
    return bundle.formatPattern(pattern, gaps);
  }

  function fill(gap: Gap): FluentVariable {
    if (typeof gap === 'number') return gap;
    if (typeof gap === 'object') return render(gap);
    const text = html ? escapeHtml(gap) : gap;
    return locale === 'fa' ? toPersianDigits(text) : text;
  }

  return render;
}

/** Telegram's HTML mode needs these three escaped. Done before digits turn Persian, so no entity is harmed. */
function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
