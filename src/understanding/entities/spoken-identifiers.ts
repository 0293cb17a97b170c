import { parseMobile } from '../../language/mobile.ts';
import { parseLegalId, parseNationalId } from '../../language/national-id.ts';
import { type NumberRun, numberRuns } from '../../language/number-runs.ts';
import { parsePostalCode } from '../../language/postal-code.ts';
import { parseRenovationCode } from '../../language/renovation-code.ts';
import type { Word } from '../../language/words.ts';
import type { Found } from './entity.ts';

type Identifier = Pick<Found, 'type' | 'value'>;

/** What words before numbers that are read out say they are. */
const NAMES = {
  nosazi: /^(?:کد(?!ملی|پستی)|نوسازی|ملک|code|kod|nosazi|nusazi)/,
  'national-id': /^(?:ملی|کدملی|شناسه|mell?i)/,
  'postal-code': /^(?:پستی|کدپستی|posti)/,
  mobile: /^(?:موبایل|همراه|تلفن|گوشی|شماره?(?:م|مو|ش|مه)?$|mobile|hamrah|shomar|telefon)/,
  request: /^(?:درخواست|پرونده|رهگیری|پیگیری|darkhast|parvand|rahgiri|peygiri)/,
} as const;
type Name = keyof typeof NAMES;
/** After these a number counts something: money, years, things. */
const UNITS = set(
  'تومن تومان تمن ریال سال ماه روز هفته متر نفر طبقه واحد قسط تا toman tomen rial sal mah rooz metr',
);
const NAMED_WITHIN = 5;
const CODE_PARTS = 7;

/**
 * Identifiers read out in words, as in a voice message: a renovation code, a mobile number, a national id, a
 * postal code, the number of a request. Numbers in words are too common to guess: it takes a word that names them, a
 * dash said between them, all seven parts of a code, or a message of nothing else.
 */
export function spokenIdentifiers(text: string, words: readonly Word[]): Found[] {
  return numberRuns(words)
    .filter((run) => run.inWords && !UNITS.has(words[run.to]?.key ?? ''))
    .flatMap((run) => {
      const read = identify(run, words);
      if (!read) return [];
      const [start, end] = [words[run.from]!.start, words[run.to - 1]!.end];
      return [{ ...read, text: text.slice(start, end), start, end }];
    });
}

function identify(run: NumberRun, words: readonly Word[]): Identifier | null {
  const digits = run.numbers.join('');
  const mobile = parseMobile(digits);
  if (mobile && digits.startsWith('0')) return { type: 'mobile', value: mobile };
  const named = nameBefore(run, words) ?? nameBehind(run, words);
  if (named && named !== 'nosazi') {
    const value = valueAs(named, digits);
    // What fails the check of what it is said to be is nothing else instead.
    if (value || named !== 'mobile') return value ? { type: named, value } : null;
  }
  const isCode =
    run.dashed ||
    run.numbers.length === CODE_PARTS ||
    run.to - run.from === words.length ||
    named === 'nosazi';
  const code = isCode ? codeOf(run, words) : null;
  return code ? { type: 'nosazi', value: code } : null;
}

function valueAs(name: Exclude<Name, 'nosazi'>, digits: string): string | null {
  switch (name) {
    case 'national-id':
      return parseNationalId(digits) ?? parseLegalId(digits);
    case 'postal-code':
      return parsePostalCode(digits);
    case 'mobile':
      return parseMobile(digits);
    case 'request':
      return /^\d{6,11}$/.test(digits) ? digits : null;
    default:
      return name satisfies never;
  }
}

/** The numbers as a code; «هفت صد و سی» is read apart where that makes a whole code of them. */
function codeOf(run: NumberRun, words: readonly Word[]): string | null {
  const code = parseRenovationCode(run.numbers.join('-'));
  const apart = numberRuns(words.slice(run.from, run.to), 'apart')[0]?.numbers ?? [];
  if (code && apart.length !== CODE_PARTS) return code;
  return parseRenovationCode(apart.join('-')) ?? code;
}

/** The nearest word before it that says what it is. */
function nameBefore(run: NumberRun, words: readonly Word[]): Name | null {
  for (let i = run.from - 1; i >= Math.max(0, run.from - NAMED_WITHIN); i--) {
    const key = words[i]!.key;
    const name = (Object.keys(NAMES) as Name[]).find((each) => NAMES[each].test(key));
    if (name) return name;
  }
  return null;
}

/** «… شمارمه», «… کد ملیمه». */
function nameBehind(run: NumberRun, words: readonly Word[]): Name | null {
  const behind = words.slice(run.to, run.to + 2).map(({ key }) => key);
  const names = Object.keys(NAMES) as Name[];
  return (
    names.find((name) => name !== 'nosazi' && behind.some((key) => NAMES[name].test(key))) ?? null
  );
}

function set(spellings: string): ReadonlySet<string> {
  return new Set(spellings.split(' '));
}
