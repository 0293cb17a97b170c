import { isBillId, isPaymentId } from '../../language/bill-ids.ts';
import { parseMobile } from '../../language/mobile.ts';
import { parseLegalId, parseNationalId } from '../../language/national-id.ts';
import { parsePostalCode } from '../../language/postal-code.ts';
import type { EntityType, Found } from './entity.ts';

/** A long number, its digits perhaps in groups: «۰۹۱۲ ۰۰۰ ۰۰۰۰», `999-000001-8`. */
const RUN = /(?<![\da-zA-Z]|(?<!\d{9})[/-])(?:\+ ?)?\d(?:[ -]?\d){5,13}(?!\d|[/-]\d(?!\d{7}))/gu;
/** A mobile number with other signs in it: `(0918) 222 33 44`, `0918.222.3344`, `+98(918)2223344`. */
const SIGNED_MOBILE =
  /(?<![\da-zA-Z]|(?<!\d{9})[/.-])(?:(?:\+|00)98|\(?0)[ (]{0,2}9\d{2}[ )./_-]{0,3}\d(?:[ ./_-]?\d){6}(?!\d|[/.-]\d(?!\d{7}))/gu;
const MOBILE = /^09\d{9}$/;
const BESIDE = 28;
/** More than anyone names in earnest: each costs a look at the words around it. */
const MOST_RUNS = 32;

type Kind = Exclude<EntityType, 'nosazi' | 'place' | 'date' | 'time' | 'amount'>;

/** What words beside a number say it is; the word nearest before it decides. */
const CONTEXT: readonly (readonly [Kind, RegExp])[] = [
  ['payment-id', /شناسه[\s\u200C]?[یٔ]?[\s\u200C]?پرداخت|(?<!\p{L})پرداخت ?:|pardakht/gu],
  ['bill-id', /قبض|فیش|ghabz|qabz/gu],
  ['national-id', /(?:کد|شماره|شناسه)[\s\u200C]?[یٔ]?[\s\u200C]?ملی|mell?i|national/gu],
  ['postal-code', /پستی|posti|postal|zip/gu],
  ['mobile', /موبایل|همراه|گوشی|تلفن|تماس|mobile|hamrah|gushi|goshi/gu],
  ['certificate', /گواهی|سریال|مفاصا|پروانه(?! ?کسب)|پایان ?\u200C?کار|govahi|gavahi/gu],
  [
    'request',
    /(?:درخواست|پرونده)(?:ی| ی)?(?: صدور)? (?:پروانه|گواهی|مفاصا|پایان ?\u200C?کار)|درخواست|پرونده|کلاسه|رهگیری|پیگیری|کار ?تابل|(?<!\p{L})نامه|استعلام|ثبت|darkhast|request|parvand|rahgiri|peygiri|peigiri/gu,
  ],
];

/** @param text tidied, with Latin digits */
export function longNumbers(text: string): Found[] {
  const found: Found[] = [];
  for (const match of text.matchAll(SIGNED_MOBILE)) {
    const value = parseMobile(match[0]);
    const [start, end] = [match.index, match.index + match[0].length];
    if (value) found.push({ type: 'mobile', text: match[0], value, start, end });
  }
  for (const match of [...text.matchAll(RUN)].slice(0, MOST_RUNS)) {
    const { start, end, written } = trimmed(match[0], match.index);
    const before = text.slice(Math.max(0, start - BESIDE), start);
    const after = text.slice(end, end + BESIDE);
    const bill = found.findLast((other) => other.type === 'bill-id')?.value;
    const read = identify(written, before, after, bill);
    if (read) found.push({ ...read, text: written, start, end });
  }
  return found;
}

function identify(
  written: string,
  before: string,
  after: string,
  bill: string | undefined,
): { type: Kind; value: string } | null {
  const digits = written.replace(/\D/g, '');
  const named = nearestBefore(before) ?? firstAfter(after);
  if (bill && isPaymentId(bill, digits)) return { type: 'payment-id', value: digits };
  const asNamed = named && valueAs(named, written, digits);
  if (asNamed) return { type: named, value: asNamed };
  if (isBillId(digits) && digits.length >= 12) return { type: 'bill-id', value: digits };
  // A bill's number that fails its check must not pass for somebody's national id.
  if (named === 'bill-id' || named === 'payment-id' || named === 'request') return null;
  for (const type of ['national-id', 'mobile', 'postal-code'] as const) {
    if (isOther(type, named)) continue;
    // «دادنامه شماره …» is of something else; a postal code has no check digit that would say so.
    if (type === 'postal-code' && !named && /شماره\P{L}*$/u.test(before)) continue;
    const value = valueAs(type, written, digits);
    if (value) return { type, value };
  }
  return null;
}

/** A national id that fails its check is a slip of typing, not a postal code; nor the other way round. */
function isOther(type: Kind, named: Kind | null): boolean {
  const both: readonly (Kind | null)[] = ['national-id', 'postal-code'];
  return type !== named && both.includes(type) && both.includes(named);
}

function valueAs(type: Kind, written: string, digits: string): string | null {
  switch (type) {
    case 'national-id':
      return parseNationalId(digits) ?? (MOBILE.test(digits) ? null : parseLegalId(digits));
    case 'mobile':
      return parseMobile(written);
    case 'postal-code':
      return parsePostalCode(digits);
    case 'bill-id':
      return isBillId(digits) ? digits : null;
    case 'payment-id':
      return /^\d{6,13}$/.test(digits) ? digits : null;
    case 'certificate':
      return /^\d{6,14}$/.test(digits) && !parseMobile(digits) ? digits : null;
    case 'request':
      return /^\d{6,11}$/.test(digits) && !MOBILE.test(digits) ? digits : null;
    default:
      return type satisfies never;
  }
}

function nearestBefore(before: string): Kind | null {
  let nearest: { type: Kind; end: number } | null = null;
  for (const [type, words] of CONTEXT) {
    for (const match of before.matchAll(words)) {
      const end = match.index + match[0].length;
      // The last kind goes first among equals: the number of «درخواست پروانه» is that of the request.
      if (!nearest || end >= nearest.end) nearest = { type, end };
    }
  }
  return nearest?.type ?? null;
}

function firstAfter(after: string): Kind | null {
  let first: { type: Kind; start: number } | null = null;
  // Only within the same breath: a new number or sentence speaks of something else.
  const breath = after.split(/[\d.؟?!\n]/, 1)[0] ?? '';
  for (const [type, words] of CONTEXT) {
    for (const match of breath.matchAll(words)) {
      if (!first || match.index < first.start) first = { type, start: match.index };
    }
  }
  return first?.type ?? null;
}

function trimmed(run: string, index: number) {
  const written = run.trim();
  const start = index + run.indexOf(written);
  return { written, start, end: start + written.length };
}
