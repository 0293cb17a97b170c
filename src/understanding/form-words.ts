import { toLatinDigits } from '../language/digits.ts';
import { matchKey } from '../language/text.ts';
import type { TimeOfDay } from '../language/vocabulary.ts';

/** More words than these say something of their own. */
const FEW_WORDS = 6;

/** «نه بذار عوض کنم», «میخوام دوباره بنویسم», `change it`: what was told shall be told anew. */
const ANEW =
  /(?:عوض|تغییر|اصلاح|ویرایش|درست)(?:ش|شو)?(?: (?:رو|را))? ?(?:کن|کنم|کنیم|بکنم|بدم|بدهم|بده|دهم)(?!\p{L})|(?<!\p{L})(?:درست نیست|از نو|دوباره (?:می|ب)?نویس\p{L}*|(?:اشتباه|غلط|بد) نوشتم)(?!\p{L})|(?<!\p{L})(?:avaz(?:esh)? k|taghir bed|dobare ben|change|edit|rewrite)/u;
const KIND = /(?:موضوع|mozu|mowzu|kind|topic)/u;

/** What shall be told anew; null when nothing shall. */
export function toldAnew(text: string): 'kind' | 'text' | null {
  const key = matchKey(text);
  if (key.split(' ').length > FEW_WORDS || !ANEW.test(key)) return null;
  return KIND.test(key) ? 'kind' : 'text';
}

const DONT_KNOW =
  /(?:نمیدون|نمیدان|نمی دون|نمی دان|یادم نی|خبر ندارم|nemidun|nemidoon|dont know|don t know)/u;

/** «نمیدونم منطقه چنده»: what was asked is not known. */
export function saysDontKnow(text: string): boolean {
  const key = matchKey(text);
  return key.split(' ').length <= FEW_WORDS && DONT_KNOW.test(key);
}

const HOUR = /^(?:\p{L}+ ){0,4}(\d{1,2})(?:[:.٫](\d{2}))?(?: \p{L}+){0,2}$/u;

/** A bare number where the time of a visit is asked («۱۰», «ساعتش رو بکن ۱۱»); null for any other. */
export function hourNamed(text: string): TimeOfDay | null {
  const [, hour, minute = '00'] = HOUR.exec(toLatinDigits(text).trim()) ?? [];
  if (hour === undefined || Number(minute) > 59) return null;
  // Visits are by day: «۲» is two in the afternoon.
  const whole = Number(hour) < 7 ? Number(hour) + 12 : Number(hour);
  return whole > 18 || Number(hour) === 0 ? null : `${String(whole).padStart(2, '0')}:${minute}`;
}

const NO_VISIT =
  /(?:نوبت|بازدید|وقت)\p{L}*(?: رو| را)? (?:نمیخوا|نمیخا|نمی خوا|لازم ندار)|(?:nobat|bazdid) nemikh/u;

/** «اصلا نوبت نمیخوام»: the visit being booked is not wanted. */
export function wantsNoVisit(text: string): boolean {
  const key = matchKey(text);
  return key.split(' ').length <= FEW_WORDS && NO_VISIT.test(key);
}
