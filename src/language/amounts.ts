import { type NumberRead, numberAt } from './number-words.ts';
import type { Spoken } from './spoken-dates.ts';
import { type Word, wordsOf } from './words.ts';

const TOMAN = set('تومن تومان تمن تومنی تومانی toman tomen tooman tuman');
const RIAL = set('ریال ریالی rial');
const MILLION = set('میلیون ملیون milion million milyon milyun melyon meliun');
const AND = set('و o va');
const HALF = set('نیم nim');
/** Figures parted by thousands: `1,200,000`, «۱٬۲۰۰٬۰۰۰». */
const GROUPED = /^(?:[,٬،.٫]|\s?)$/;

/**
 * Amounts of money named with their unit, their value in rials: «یک میلیون و دویست هزار تومن» and «یک میلیون و دویست
 * تومن», which in speech is the same.
 */
export function spokenAmounts(text: string, words: readonly Word[] = wordsOf(text)): Spoken[] {
  const found: Spoken[] = [];
  for (let i = 0; i < words.length; i++) {
    const read = groupedAt(text, words, i) ?? wordedAt(words, i);
    if (!read) continue;
    const rials = inRials(read, words);
    if (rials === null) continue;
    const [start, end] = [words[i]!.start, words[read.next]!.end];
    found.push({ start, end, value: String(rials) });
    i = read.next;
  }
  return found;
}

function inRials({ value, next }: Pick<NumberRead, 'value' | 'next'>, words: readonly Word[]) {
  const unit = words[next]?.key ?? '';
  const rials = TOMAN.has(unit) ? value * 10 : RIAL.has(unit) ? value : null;
  return rials !== null && Number.isSafeInteger(rials) && rials > 0 ? rials : null;
}

function groupedAt(text: string, words: readonly Word[], i: number) {
  if (!/^\d{1,3}$/.test(words[i]!.key)) return null;
  let digits = words[i]!.key;
  let next = i + 1;
  for (; /^\d{3}$/.test(words[next]?.key ?? ''); next++) {
    if (!GROUPED.test(text.slice(words[next - 1]!.end, words[next]!.start))) break;
    digits += words[next]!.key;
  }
  return next > i + 1 ? { value: Number(digits), next } : null;
}

function wordedAt(words: readonly Word[], i: number) {
  const half = halvesAt(words, i);
  if (half) return half;
  const number = numberAt(words, i);
  if (!number || number.ordinal) return null;
  return elliptic(words, i, number) ?? figuresAndWords(words, i, number) ?? number;
}

/** «دو و نیم میلیون». */
function halvesAt(words: readonly Word[], i: number) {
  const whole = numberAt(words, i);
  if (!whole || !AND.has(words[whole.next]?.key ?? '')) return null;
  const isHalf = HALF.has(words[whole.next + 1]?.key ?? '');
  if (!isHalf || !MILLION.has(words[whole.next + 2]?.key ?? '')) return null;
  return { value: whole.value * 1e6 + 5e5, next: whole.next + 3 };
}

/** «یک میلیون و دویست» leaves the thousands unsaid. */
function elliptic(words: readonly Word[], i: number, { value, next }: NumberRead) {
  const rest = value % 1e6;
  if (value < 1e6 || rest === 0 || rest >= 1_000 || rest % 50 !== 0) return null;
  const said = words.slice(i, next).map(({ key }) => key);
  return said.some((key) => MILLION.has(key)) ? { value: value - rest + rest * 1_000, next } : null;
}

/** «۵۰۰ هزار», «۲ میلیون و ۳۰۰ هزار», «۲ میلیون و ۳۰۰». */
function figuresAndWords(words: readonly Word[], i: number, first: NumberRead) {
  let total = 0;
  let number: NumberRead | null = /^\d/.test(words[i]!.key) ? first : null;
  let next = first.next;
  while (number) {
    const unit = UNITS.get(words[number.next]?.key ?? '');
    if (!unit) {
      const isElliptic = total >= 1e6 && number.value < 1_000;
      total += isElliptic ? number.value * 1_000 : number.value;
      next = number.next;
      break;
    }
    total += number.value * unit;
    next = number.next + 1;
    number = AND.has(words[next]?.key ?? '') ? numberAt(words, next + 1) : null;
  }
  return total > 0 ? { value: total, next } : null;
}

const UNITS = new Map([
  ...[...MILLION].map((word) => [word, 1e6] as const),
  ...['هزار', 'hezar', 'hezaar'].map((word) => [word, 1e3] as const),
  ...['میلیارد', 'ملیارد', 'miliard', 'milyard'].map((word) => [word, 1e9] as const),
]);

function set(spellings: string): ReadonlySet<string> {
  return new Set(spellings.split(' '));
}
