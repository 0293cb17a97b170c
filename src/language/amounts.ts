import { COUNTED, isPaidFor, MONEY_SCALES, RIAL, TOMAN } from './money-words.ts';
import { type NumberRead, numberAt } from './number-words.ts';
import type { Spoken } from './spoken-dates.ts';
import { type Word, wordsOf } from './words.ts';

const AND = new Set(['و', 'o', 'va']);
const HALF = new Set(['نیم', 'nim']);
/** Figures parted by thousands: `1,200,000`, «۱٬۲۰۰٬۰۰۰». */
const GROUPED = /^(?:[,٬،.٫/]|\s?)$/;
/** «۱/۵ میلیون» is one and a half. */
const POINT = /^[./٫,،]$/;
const THOUSAND = 1e3;
const MILLION = 1e6;

/** A sum of money as it is said, before its unit. */
interface Sum extends Pick<NumberRead, 'value' | 'next'> {
  /** The largest power of ten that is a word in it: 1 where there is none. */
  scale: number;
}

/**
 * Amounts of money, their value in rials: «یک میلیون و دویست هزار تومن», and what speech leaves out of it: the
 * thousands («یک میلیون و دویست تومن»), the unit («۱/۵ میلیون ریختم»), or the millions («سه تومن و دویست»).
 */
export function spokenAmounts(text: string): Spoken[] {
  const words = wordsOf(text).flatMap(unglued);
  const found: Spoken[] = [];
  for (let i = 0; i < words.length; i++) {
    const sum = sumAt(text, words, i);
    const read = sum && inRials(sum, words);
    if (!read || !Number.isSafeInteger(read.value) || read.value <= 0) continue;
    found.push({
      start: words[i]!.start,
      end: words[read.next - 1]!.end,
      value: String(read.value),
    });
    i = read.next - 1;
  }
  return found;
}

const GLUED = /^(هزار|می?لیون|می?لیارد|تومن|تومان|تمن)(تومن|تومان|تمن|تومنه|ریال|و)$/u;

/** «پونصد هزارتومن», «یه میلیونو دویست». */
function unglued(word: Word): Word[] {
  const [, first, second] = GLUED.exec(word.key) ?? [];
  if (!first || !second) return [word];
  const middle = word.start + first.length;
  return [
    { key: first, start: word.start, end: middle },
    { key: second, start: middle, end: word.end },
  ];
}

function inRials(sum: Sum, words: readonly Word[]): Pick<Sum, 'value' | 'next'> | null {
  const unit = words[sum.next]?.key ?? '';
  if (RIAL.has(unit)) return { value: sum.value, next: sum.next + 1 };
  if (TOMAN.has(unit)) {
    const { value, next } = millionsUnsaid(sum, words) ?? thousandsUnsaid(sum, unit);
    return { value: Math.round(value) * 10, next };
  }
  const isMoney =
    sum.scale >= MILLION || (sum.scale === THOUSAND && isPaidFor(words.slice(sum.next)));
  return isMoney && !COUNTED.has(unit)
    ? { value: Math.round(sum.value) * 10, next: sum.next }
    : null;
}

/** «سه تومن», «دو تومن و هفتصد»: nothing costs a few tomans, so millions are meant, and thousands behind them. */
function millionsUnsaid({ value, next, scale }: Sum, words: readonly Word[]) {
  if (scale > 1 || value >= 100) return null;
  const rest = AND.has(words[next + 1]?.key ?? '') ? numberAt(words, next + 2) : null;
  if (!rest || rest.ordinal || rest.value % 10 !== 0) {
    return { value: value * MILLION, next: next + 1 };
  }
  const thousands = rest.value < THOUSAND ? rest.value * THOUSAND : rest.value;
  return { value: value * MILLION + thousands, next: rest.next };
}

/** «پونصد تومن», and in the spoken spelling «۱۲۰۰ تومن»: nothing costs so little, so thousands are meant. */
function thousandsUnsaid({ value, next, scale }: Sum, unit: string) {
  const isSpoken = !unit.startsWith('تومان');
  const isMeant =
    scale === 1 && (value < 1_000 || (isSpoken && value < 10_000 && value % 10 === 0));
  return { value: isMeant ? value * THOUSAND : value, next: next + 1 };
}

function sumAt(text: string, words: readonly Word[], i: number): Sum | null {
  if (/^\d/.test(words[i]!.key)) {
    const figures = groupedAt(text, words, i) ?? decimalAt(text, words, i);
    if (figures) return figures;
  }
  if (HALF.has(words[i]!.key)) return ofScale(0.5, words, i + 1);
  const number = numberAt(words, i, 'loose');
  if (!number || number.ordinal) return null;
  return halvesAt(words, number) ?? scaledAt(words, i, number);
}

function groupedAt(text: string, words: readonly Word[], i: number): Sum | null {
  if (!/^\d{1,3}$/.test(words[i]!.key)) return null;
  let digits = words[i]!.key;
  let next = i + 1;
  for (; /^\d{3}$/.test(words[next]?.key ?? ''); next++) {
    if (!GROUPED.test(text.slice(words[next - 1]!.end, words[next]!.start))) break;
    digits += words[next]!.key;
  }
  return next > i + 1 ? { value: Number(digits), next, scale: 1 } : null;
}

/** «۱/۵ میلیون», `2.5 million`. */
function decimalAt(text: string, words: readonly Word[], i: number): Sum | null {
  const [whole, fraction] = [words[i]!, words[i + 1]];
  if (!fraction || !/^\d{1,3}$/.test(whole.key) || !/^\d{1,3}$/.test(fraction.key)) return null;
  if (!POINT.test(text.slice(whole.end, fraction.start))) return null;
  return ofScaleOrTomans(Number(`${whole.key}.${fraction.key}`), words, i + 2);
}

/** «دو و نیم میلیون», «دو میلیون و نیم». */
function halvesAt(words: readonly Word[], { value, next }: NumberRead): Sum | null {
  const isHalf = AND.has(words[next]?.key ?? '') && HALF.has(words[next + 1]?.key ?? '');
  if (isHalf && value < MILLION) return ofScaleOrTomans(value + 0.5, words, next + 2);
  if (isHalf) return { value: value + (value < 1e9 ? 5e5 : 5e8), next: next + 2, scale: MILLION };
  const before = ofScale(value, words, next);
  const behind = before?.next ?? next;
  const hasHalf = AND.has(words[behind]?.key ?? '') && HALF.has(words[behind + 1]?.key ?? '');
  if (!before || !hasHalf) return null;
  return { ...before, value: before.value + before.scale / 2, next: behind + 2 };
}

function ofScale(value: number, words: readonly Word[], at: number): Sum | null {
  const scale = MONEY_SCALES.get(words[at]?.key ?? '');
  return scale ? { value: value * scale, next: at + 1, scale } : null;
}

/** «یک و نیم تومن»: the million is left unsaid. */
function ofScaleOrTomans(value: number, words: readonly Word[], at: number): Sum | null {
  const isTomans = value < 100 && TOMAN.has(words[at]?.key ?? '');
  return ofScale(value, words, at) ?? (isTomans ? { value, next: at, scale: 1 } : null);
}

/** «۵۰۰ هزار», «۲ میلیون و ۳۰۰ هزار», «دو میلیون و سیصد»: whatever is left unsaid behind a million is thousands. */
function scaledAt(words: readonly Word[], i: number, first: NumberRead): Sum {
  const sum = { value: 0, next: i, scale: 1 };
  for (let number: NumberRead | null = first; number; ) {
    const said: readonly number[] = words
      .slice(sum.next, number.next)
      .map(({ key }) => MONEY_SCALES.get(key) ?? 1);
    const part = ofScale(number.value, words, number.next);
    const isBehindMillions = sum.value > 0 && sum.value % MILLION === 0;
    sum.scale = Math.max(sum.scale, part?.scale ?? 1, ...said);
    if (part) sum.value += part.value;
    else if (isBehindMillions && number.value < THOUSAND) sum.value += number.value * THOUSAND;
    else sum.value += withThousands(number.value, sum.scale);
    sum.next = part?.next ?? number.next;
    const isScaled: boolean = part !== null || said.some((scale) => scale > 1);
    number = isScaled ? restAt(words, sum.next) : null;
  }
  return sum;
}

/** What is added to millions or thousands; without an "and" only what can hardly be anything else. */
function restAt(words: readonly Word[], i: number): NumberRead | null {
  const hasAnd = AND.has(words[i]?.key ?? '');
  const rest = numberAt(words, hasAnd ? i + 1 : i, 'loose');
  const isSure = hasAnd || (rest && (rest.value >= 100 || ofScale(1, words, rest.next)));
  return isSure && !rest?.ordinal ? rest : null;
}

function withThousands(value: number, scale: number): number {
  const rest = value % MILLION;
  const isUnsaid = scale >= MILLION && value >= MILLION && rest < THOUSAND && rest % 10 === 0;
  return isUnsaid ? value - rest + rest * THOUSAND : value;
}
