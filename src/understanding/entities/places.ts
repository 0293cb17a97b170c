import { type Word, wordsOf } from '../../language/words.ts';
import type { Found } from './entity.ts';

const KINDS = set(
  'خیابان خیابون خیابونه بلوار بولوار میدان میدون میدونه کوچه محله شهرک بزرگراه فلکه چهارراه چارراه کوی بازار پیشخوان پیشخان دفتر ' +
    'kheyabun kheyabon kheyaban khiaban khiyaban khiabun khiaboon xiaban xiabun kuche koche kooche bolvar boulevard meydan meydun meydoon meydune meidan meidun mahale mahalle shahrak falake chaharrah pishkhan pishkhun pishkhoon daftar bazar',
);
/** What follows a kind of place without naming one, or ends its name. */
const NO_NAME = set(
  'و را رو از به با تا در تو توی که برا برای واسه هم یا اگه این اون همین همون آن ان ان ما من شما مون تون شون ام م ات اش ' +
    'کجا کجاست کجاس کجان چند چی چه چیه چطور چطوری چجوری کی کدوم کدام است هست هستم هستش نیست بود شده شد میشه می داره دارم دارید دارین داریم ' +
    'ندارم میخوام میخواهم بدهی عوارض ملک خونه خانه مغازه زمین پلاک واحد طبقه پایان پروانه مفاصا استعلام بازدید نوبت وقت مدارک ادرس نشانی تلفن شماره ' +
    'ساعت باز بازه بسته نزدیک نزدیکترین اطراف پشت جلوی جلو سر ته روبروی روبرو کنار بغل وسط اصلی فرعی عمومی بنبست لطفا بیاد بیان بیاید بفرستید ' +
    'کندن بکنم بکنیم کندیم کنده حفاری اسفالت لوله خراب تنگ شلوغ پر برم بریم برن بیام بیایم میام بدید بده بدین بگید بگو شهرداری پیشخوان پیشخان دولت خدمات دفتر دفترخانه اسناد رسمی ثبت منطقه ' +
    'ra ro az be ba ta dar tu too tooye ke vase baraye barye ham ya o va man ma shoma kojast koja kojas chi che chande chand chetor kie ast hast nist ' +
    'dare daram bedehi avarez melk khune khone khane maghaze zamin pelak vahed tabaghe payan parvane mofasa estelam bazdid nobat vaght madarek adres ' +
    'saat baz baze nazdik nazdiktarin posht jolo sar tah kenar asli lotfan plz please hafari lule bedid begid shahrdari pishkhan pishkhun dolat mikham mikhahim beram berim biam rasmi',
);
const OFFICE_WORDS = set(
  'دفتر پیشخوان پیشخان pishkhan pishkhun pishkhoon daftar دولت dolat خدمات شهرداری',
);
const LONGEST_NAME = 3;

/**
 * Places named after a word for their kind («خیابان ارم», "kuche laleh"). A rough cut: the name may carry
 * a word too many, which the look-up among real names forgives.
 */
export function placesNamed(text: string, words: Word[] = wordsOf(text)): Found[] {
  const found: Found[] = [];
  for (let i = 0; i < words.length; i++) {
    if (!KINDS.has(words[i]!.key)) continue;
    let first = i + 1;
    // «دفتر پیشخوان دولت ارکیده»
    while (OFFICE_WORDS.has(words[i]!.key) && OFFICE_WORDS.has(words[first]?.key ?? '')) first++;
    const next = endOfName(text, words, first);
    if (next === first) continue;
    const [start, nameStart, end] = [words[i]!.start, words[first]!.start, words[next - 1]!.end];
    found.push({
      type: 'place',
      text: text.slice(start, end),
      value: text.slice(nameStart, end),
      start,
      end,
    });
    i = next - 1;
  }
  return found;
}

function endOfName(text: string, words: Word[], first: number): number {
  let next = first;
  while (next < words.length && next - first < LONGEST_NAME) {
    const word = words[next]!;
    const gap = text.slice(words[next - 1]!.end, word.start);
    if (/[^\s\u200C]/.test(gap)) break;
    const isName = word.key.length > 1 && !NO_NAME.has(word.key) && !KINDS.has(word.key);
    const isNumber = /^\d{1,3}$/.test(word.key) && next === first;
    if (!(isName && !/^\d/.test(word.key)) && !isNumber) break;
    next++;
  }
  return next;
}

function set(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}
