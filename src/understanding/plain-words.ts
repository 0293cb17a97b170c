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

/** «پاک کن», «حذف», `delete`: among words about one's own data, that it shall go. */
const ERASE = /(?:حذف|پاک|محو|بردار|وردار|delete|erase|remove|hazf|(?<![a-z])pak(?![a-z]))/u;

export function saysErase(text: string): boolean {
  return ERASE.test(matchKey(text));
}

/** «واریز کردم», «ریختم», `pardakht kardam`: the money has left the citizen's hand. */
const PAID =
  /(?:پرداخت|واریز|حواله|کارت به کارت) ?(?:کردم|کردیم|شده|شد|نمودم)|(?<!\p{L})(?:ریختم|ریختیم|دادم|دادیم|پرداختم|زدم به حساب)(?!\p{L})|(?:pardakht|variz) kard|rikhtam|dadam/u;

export function saysPaid(text: string): boolean {
  return PAID.test(matchKey(text));
}

/** «به مشاور املاک دسترسی بدم», `dastresi bedam`, `give access`: somebody else shall see the property. */
const GIVE_ACCESS =
  /(?:دسترسی|اجازه دیدن|نمایندگی|dastresi).*(?:(?<!\p{L})بد(?:م|ی|ه|یم|ید|ین|هم|هید|هند|هی)(?!\p{L})|دادن|بذار|بزار|bed(?:am|im|id|e)(?!\p{L})|dadan)|give.*access|let (?!me )(?:\p{L}+ )+see/u;

export function saysGiveAccess(text: string): boolean {
  return GIVE_ACCESS.test(matchKey(text));
}

export function saysNoRecord(text: string): boolean {
  return NO_RECORD.test(matchKey(text));
}

function keys(words: string[]): ReadonlySet<string> {
  return new Set(words.map(matchKey));
}

/** «نه، ۷ نه ۶», «۷ بود نه ۶», `na 7 na 6`: the number that is right and the one that was wrong. */
const CORRECTION =
  /^(?:(?:نه|خیر|na|no|اشتباه شد|ببخشید) )*(?:منظورم )?(\d{1,9})(?: بود)? (?:نه|na|not) (\d{1,9})$/u;

export function correctionIn(text: string): { right: number; wrong: number } | null {
  const match = CORRECTION.exec(matchKey(text));
  return match ? { right: Number(match[1]), wrong: Number(match[2]) } : null;
}

const NEXT = keys([
  'بعدی',
  'بعدیش',
  'ملک بعدی',
  'بعدی چی',
  'اون یکی',
  'اون یکی ملک',
  'اون یکی چی',
  'next',
  'badi',
  'badi chi',
  'un yeki',
  'oon yeki',
]);

/** The same question about the next property. */
export function saysNext(text: string): boolean {
  return NEXT.has(matchKey(text));
}

const SAME_PROPERTY =
  /(?:همون|همین|همان|hamun|hamoon|hamin) (?:ملک|خونه|خانه|مغازه|زمین|واحد|melk|khune)/u;

/** The property just talked about. */
export function saysSameProperty(text: string): boolean {
  return SAME_PROPERTY.test(matchKey(text));
}
