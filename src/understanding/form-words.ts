import { matchKey } from '../language/text.ts';

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
