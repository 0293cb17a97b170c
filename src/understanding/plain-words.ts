import { matchKey } from '../language/text.ts';

const YES = keys([
  'بله',
  'آره',
  'اره',
  'بلی',
  'درسته',
  'درست است',
  'تایید',
  'تأیید',
  'ثبت کن',
  'ثبت',
  'باشه',
  'خوبه',
  'اوکی',
  'ok',
  'yes',
  'are',
  'bale',
  'doroste',
  'sabt kon',
]);
const NO = keys([
  'نه',
  'خیر',
  'نه ممنون',
  'نمیخوام',
  'نمی خواهم',
  'تغییر',
  'عوض کن',
  'no',
  'na',
  'nah',
]);
const STOP = keys([
  'انصراف',
  'لغو',
  'ولش کن',
  'بیخیال',
  'بی خیال',
  'نمیخوام',
  'منصرف شدم',
  'کنسل',
  'cancel',
  'enseraf',
  'bikhial',
]);

/** «پرونده نداره», «سابقه‌ای ندارد», `parvande nadare`: the citizen says that nothing is on record. */
const NO_RECORD =
  /(?:پرونده|سابقه|پروندهای|سابقهای|parvande|sabeghe)\s*(?:ای|ei|i)?\s*(?:توی?|تو شهرداری|در شهرداری)?\s*(?:ندار|nadar)/u;

/** A day named by its weekday («دوشنبه»), so that the same weekday later would do as well. */
export function namesWeekday(text: string): boolean {
  return /(?:شنبه|شمبه|جمعه|shanbe|jome)/u.test(matchKey(text)) && !/\d/.test(matchKey(text));
}

export function saysYes(text: string): boolean {
  return YES.has(matchKey(text));
}

export function saysNo(text: string): boolean {
  return NO.has(matchKey(text));
}

/** The citizen wants out of what is being asked. */
export function saysStop(text: string): boolean {
  return STOP.has(matchKey(text));
}

export function saysNoRecord(text: string): boolean {
  return NO_RECORD.test(matchKey(text));
}

function keys(words: string[]): ReadonlySet<string> {
  return new Set(words.map(matchKey));
}
