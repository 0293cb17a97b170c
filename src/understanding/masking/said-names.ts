/** After these a name follows: of a person, or of whom something stands «به نام». */
const BEFORE_NAME: readonly (readonly string[])[] = (
  'اقای | خانم | خانوم | اقا | جناب | سرکار | حاج | حاجی | سید | مهندس | دکتر | به نام | بنام | به اسم | باسم | اسمم | اسم من | نامم | نام من | نام پدر | ' +
  'نام خانوادگی | نام و نام خانوادگی | فامیلم | فامیلیم | فامیلی من | مرحوم | مرحومه | ' +
  'aghaye | aghae | agha | khanom | khanome | khanume | khanum | mr | mrs | ms | be name | be nam | benam | be esm | be esme | esmam | esme man | name man | famili | famil | familim | my name is'
)
  .split('|')
  .map((phrase) => phrase.trim().split(' '));

/** No part of any name: the name is over, or there was none. */
const NO_NAME: ReadonlySet<string> = new Set(
  (
    'و را رو از به با در تا که برای برا واسه هم یا اگر اگه این اون من شما ما است هست هستم هستش هستیم بود شد شده کنم کنید کنین دارم داره دارد ' +
    'زدن زد زدم بزنم بزنیم کردن خود خودم خودمه منه سند ملک خانه خونه زمین مغازه مالک مستاجر وارث ورثه وکیل خریدار فروشنده متقاضی صاحب صاحبخانه ساکن شهروند ' +
    'سلام لطفا فوت کرده کرد بدهی مفاصا استعلام محترم عزیز جان مهندس دکتر خانم اقای ناظر محاسب بفرمایید ' +
    'az be ba dar ke baraye vase ham va o ro ra hast hastam e ast zadan sanad melk khune malek salam lotfan bedehi'
  ).split(' '),
);
const LONGEST_NAME = 3;
const I = new Set(['من', 'بنده', 'اینجانب', 'man', 'bande']);
const AM = new Set(['هستم', 'هسم', 'ام', 'میباشم', 'hastam', 'hasam']);

/**
 * Where names are said, by the words around them, however ordinary the words are that make the name.
 *
 * @param keys the words of one text; null stands for what is none
 * @returns positions in `keys`
 */
export function saidNames(keys: readonly (string | null)[]): Set<number> {
  const names = new Set<number>();
  for (let i = 0; i < keys.length; i++) {
    const phrase = BEFORE_NAME.find((words) => words.every((word, j) => keys[i + j] === word));
    if (phrase) addName(names, keys, i + phrase.length);
    if (I.has(keys[i] ?? '')) addIntroduction(names, keys, i + 1);
  }
  return names;
}

function addName(names: Set<number>, keys: readonly (string | null)[], first: number): void {
  for (let i = first; i < first + LONGEST_NAME && i < keys.length; i++) {
    const key = keys[i];
    if (!key || NO_NAME.has(key)) return;
    names.add(i);
  }
}

/** «من نوروز ساعتی هستم» */
function addIntroduction(names: Set<number>, keys: readonly (string | null)[], first: number) {
  for (let end = first + 1; end <= first + LONGEST_NAME; end++) {
    if (!AM.has(keys[end] ?? '')) continue;
    for (let i = first; i < end; i++) if (!NO_NAME.has(keys[i] ?? '')) names.add(i);
    return;
  }
}
