import { monthAt } from '../../language/days-of-month.ts';
import { numberAt } from '../../language/number-words.ts';
import { type Word, wordsOf } from '../../language/words.ts';
import type { Found } from './entity.ts';

const KINDS = set(
  'خ خیابان خیابون خیابونه خیابانه بلوار بولوار میدان میدون میدونه کوچه محله اتوبان جاده سهراه سهراهی شهرک بزرگراه فلکه چهارراه چارراه کوی بازار پیشخوان پیشخان دفتر ' +
    'kh kheyabun kheyabon kheyaban khiaban khiyaban khiabun khiabune khiabane khiaboon xiaban xiabun kuche koche kooche bolvar boulevard meydan meydun meydoon meydune meidan meidun mahale mahalle shahrak falake chaharrah pishkhan pishkhun pishkhoon daftar bazar',
);
/** What follows a kind of place without naming one, or ends its name. */
const NO_NAME = set(
  'و را رو از به با تا در تو توی که برا برای واسه هم یا اگه این اون همین همون آن ان ان ما من شما مون تون شون ام م ات اش ' +
    'کجا کجاست کجاس کجان چقدر چقد چقدره چقده چنده چند چی چه چیه چطور چطوری چجوری کی کدوم کدام است هست هستم هستش نیست بود شده شد میشه می داره دارم دارید دارین داریم ' +
    'ندارم میخوام میخواهم بدهی عوارض ملک خونه خانه مغازه زمین پلاک واحد طبقه پایان پروانه مفاصا استعلام بازدید نوبت وقت مدارک ادرس نشانی تلفن شماره ' +
    'ساعت باز بازه بسته نزدیک نزدیکترین اطراف پشت جلوی جلو سر ته روبروی روبرو کنار بغل وسط اصلی فرعی عمومی بنبست لطفا بیاد بیان بیاید بفرستید ' +
    'کندن بکنم بکنیم کندیم کنده حفاری اسفالت لوله خراب تنگ شلوغ پر برم بریم برن بیام بیایم میام بدید بده بدین بگید بگو شهرداری پیشخوان پیشخان دولت خدمات دفتر دفترخانه اسناد رسمی ثبت منطقه ' +
    'ra ro az be ba ta dar tu too tooye ke vase baraye barye ham ya o va man ma shoma kojast koja kojas chi che chande chand chetor kie ast hast nist ' +
    'dare daram bedehi avarez melk khune khone khane maghaze zamin pelak vahed tabaghe payan parvane mofasa estelam bazdid nobat vaght madarek adres ' +
    'saat baz baze nazdik nazdiktarin posht jolo sar tah kenar asli lotfan plz please hafari lule bedid begid shahrdari pishkhan pishkhun dolat mikham mikhahim beram berim biam rasmi',
);
/** Latin spellings of the commonest kinds, which are as many as their writers. */
const LATIN_KIND =
  /^(?:(?:kh|x)[aei]*y?[aei]+b[aou]+ne?|k[ou]+che(?:ye|h)?|b[ou]+l[ev]*[vw]are?|me[iy]d[aou]+ne?|pish?kh[aou]+ne?|street|alley|square)$/;
const OFFICE_WORDS = set(
  'دفتر پیشخوان پیشخان pishkhan pishkhun pishkhoon daftar دولت dolat خدمات شهرداری',
);
/** Names of places that are words of their own elsewhere: «خیابان بازار», «میدان ساعت». */
const NAMES_ANYWAY: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['بازار', set('خ خیابان خیابون خیابونه خیابانه بلوار میدان میدون میدونه کوچه دفتر پیشخوان')],
  ['bazar', set('kh kheyabun kheyaban khiaban khiabun khiyaban meydan meydun kuche koche daftar')],
  ['ساعت', set('میدان میدون میدونه فلکه')],
  ['saat', set('meydan meydun meydoon meidan falake')],
]);
const LONGEST_NAME = 3;

/** Where something else was read: no name goes on into it. */
type Taken = readonly { start: number; end: number }[];

/**
 * Places named after a word for their kind («خیابان ارم», "kuche laleh"). A rough cut: the name may carry
 * a word too many, which the look-up among real names forgives.
 */
export function placesNamed(
  text: string,
  words: readonly Word[] = wordsOf(text),
  taken: Taken = [],
): Found[] {
  const found: Found[] = [];
  for (let i = 0; i < words.length; i++) {
    if (!isKind(words[i]!.key)) continue;
    let first = i + 1;
    // «دفتر پیشخوان دولت ارکیده»
    while (OFFICE_WORDS.has(words[i]!.key) && OFFICE_WORDS.has(words[first]?.key ?? '')) first++;
    const next = endOfName(text, words, first, taken);
    if (next === first) continue;
    found.push(placeAt(text, words, { kind: i, first, next }));
    i = next - 1;
  }
  return found;
}

function isKind(key: string): boolean {
  return KINDS.has(key) || (key <= 'z' && LATIN_KIND.test(key));
}

/** Streets called after a day: «خیابان هفده شهریور», «بلوار ۲۲ بهمن». They are read before the days. */
export function placesOfDays(text: string, words: readonly Word[]): Found[] {
  const found: Found[] = [];
  for (let kind = 0; kind < words.length; kind++) {
    if (!isKind(words[kind]!.key) || OFFICE_WORDS.has(words[kind]!.key)) continue;
    const first = kind + 1;
    const number = numberAt(words, first);
    if (!number || monthAt(words, number.next) === undefined) continue;
    found.push(placeAt(text, words, { kind, first, next: number.next + 1 }));
  }
  return found;
}

function placeAt(
  text: string,
  words: readonly Word[],
  { kind, first, next }: Record<'kind' | 'first' | 'next', number>,
): Found {
  const [start, nameStart, end] = [words[kind]!.start, words[first]!.start, words[next - 1]!.end];
  const value = text.slice(nameStart, end);
  return { type: 'place', text: text.slice(start, end), value, start, end };
}

function endOfName(text: string, words: readonly Word[], first: number, taken: Taken): number {
  let next = first;
  for (; next < words.length && next - first < LONGEST_NAME; next++) {
    const { key, start, end } = words[next]!;
    const before = words[next - 1]!;
    const gap = text.slice(before.end, start);
    const isShortened = next === first && before.key.length <= 2 && /^\. ?$/.test(gap);
    if (/[^\s\u200C]/.test(gap) && !isShortened) break;
    if (taken.some((other) => start < other.end && other.start < end)) break;
    const isFirst = next === first;
    if (isFirst && NAMES_ANYWAY.get(key)?.has(before.key)) continue;
    const isName = key.length > 1 && !NO_NAME.has(key) && !isKind(key) && !/^\d/.test(key);
    // A lane may be called by its number, an office of a notary has one.
    const isNumber =
      isFirst && gap !== '' && /^\d{1,3}$/.test(key) && !OFFICE_WORDS.has(before.key);
    if (!isName && !isNumber) break;
  }
  return next;
}

function set(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}
