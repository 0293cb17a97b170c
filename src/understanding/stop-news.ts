import { matchKey } from '../language/text.ts';

const NEWS = '(?:پیام|پیغام|خبر|اطلاع|اعلان|نوتیف|اشتراک|payam|peygham|khabar|notif|alert)';

/** «دیگه خبر نده», «پیامک‌ها را قطع کنید», `dige payam nade`: what was sent until now is not wanted any more. */
const NO_MORE: readonly RegExp[] = [
  /(?<!\p{L})(?:نده|ندید|ندین|ندهید|نفرست|نفرما|نگید|نگین|نگو)\p{L}*/u,
  new RegExp(`${NEWS}.*(?:قطع|لغو|کنسل|خاموش|غیرفعال|خودداری|بس کن|نشود|نکن)`, 'u'),
  new RegExp(`(?:قطع|لغو|کنسل|غیرفعال|خاموش)\\p{L}*(?: کردن)? ${NEWS}`, 'u'),
  new RegExp(`${NEWS}\\p{L}*(?: رو| را)? (?:نمیخوا|نمیخا|نمی خوا|لازم ندار)`, 'u'),
  /(?<!\p{L})(?:nade|nadid|nadin|nafrest\p{L}*|unsubscribe)(?!\p{L})/u,
  new RegExp(`${NEWS}.*(?:off|ghat|laghv|khamosh|khamoosh)`, 'u'),
];

export function saysNoMoreNews(text: string): boolean {
  const key = matchKey(text);
  return NO_MORE.some((pattern) => pattern.test(key));
}
