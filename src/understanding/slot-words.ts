import { consonantSkeleton } from '../language/skeleton.ts';
import { matchKey } from '../language/text.ts';
import type { Account, Service } from '../language/vocabulary.ts';
import { soundOf } from './features.ts';
import { PLACEHOLDER } from './wording.ts';

/**
 * What citizens call each service. Compared by sound, with any ending, so possessives («جوازم»),
 * slips («مفاسا») and Finglish ("payan kar") fit too; `=` in front asks for the exact spelling.
 */
const SERVICE_NAMES: Readonly<Record<Service, readonly string[]>> = {
  'building-permit': [
    'پروانه',
    'جواز ساخت',
    'مجوز ساخت',
    '=جواز',
    '=جوازم',
    '=جوازمو',
    '=جوازش',
    '=جوازشو',
    '=جوازمون',
    '=جوازه',
    '=javaz',
    '=javazam',
    '=javaze',
    'اجازه ساخت',
  ],
  completion: [
    'پایان کار',
    'پایانکار',
    'پایان ساخت',
    'پایان بنا',
    'اتمام ساخت',
    'خاتمه بنا',
    'گواهی پایان',
  ],
  'no-violation': ['عدم خلاف', 'عدم تخلف', 'بی خلافی', 'نداشتن خلاف'],
  clearance: [
    'مفاصا',
    'مفاصاحساب',
    'تسویه حساب',
    'برگه تسویه',
    'کاغذ تسویه',
    'گواهی تسویه',
    '=تسویه',
  ],
  transfer: [
    'نقل و انتقال',
    'نقل انتقال',
    'انتقال سند',
    'انتقال ملک',
    'انتقال ملکیت',
    'سند زدن',
    'سندزدن',
    'سند بزن',
    'سند بنام',
    'به نام زدن',
    'بنام زدن',
    'به نام بزن',
    'انتقال به',
    '=انتقال',
  ],
  inquiry: [
    'استعلام',
    'نامه بانک',
    'جواب بانک',
    'نامه محضر',
    'نامه دارایی',
    'نامه دفترخانه',
    'جوابیه',
  ],
  excavation: ['حفاری', 'کندن کوچه', 'کندن خیابان', 'انشعاب', 'ترانشه', 'حفر'],
  subdivision: ['تفکیک', 'افراز', 'تجمیع', 'جدا کردن سند', 'جداسازی'],
  'change-use': ['تغییر کاربری', 'عوض کردن کاربری', 'تجاری کردن', 'تبدیل کاربری', '=کاربری'],
};
const ACCOUNT_NAMES: Readonly<Record<Account, readonly string[]>> = {
  renovation: ['نوسازی', 'عوارض سالانه', 'عوارض سالیانه'],
  waste: ['پسماند', 'زباله', 'آشغال'],
  guild: ['کسب و پیشه', 'کسب پیشه', 'صنفی', 'عوارض مغازه', 'عوارض کسب', 'عوارض دکان', '=صنف'],
};
/** «کد نوسازی» names the property's code, not the charge. */
const CODE_OF_PROPERTY =
  / (?:کد|شماره|رقم|شناسه|code|kod|kode|shomare) ?(?:نوسازی|nosazi|nusazi|noosazi)\S*/;

interface Name<T> {
  slot: T;
  /** Null when the spelling itself is asked for. */
  sound: RegExp | null;
  spelling: string;
}

const SERVICES = namesOf(SERVICE_NAMES);
const ACCOUNTS = namesOf(ACCOUNT_NAMES);

/** The services a message names outright. */
export function servicesNamed(words: readonly string[]): Set<Service> {
  const named = slotsNamed(words, SERVICES);
  // A permit to dig is asked for by the same word as a permit to build.
  if (named.size > 1 && named.has('excavation')) named.delete('building-permit');
  return named;
}

/** Whether the message speaks of the property's code, whose name is that of a charge. */
export function namesPropertyCode(words: readonly string[]): boolean {
  return CODE_OF_PROPERTY.test(` ${words.join(' ')}`);
}

/** The charge accounts a message names outright. */
export function accountsNamed(words: readonly string[]): Set<Account> {
  const text = ` ${words.join(' ')}`.replace(CODE_OF_PROPERTY, ' ');
  return slotsNamed(text.split(' ').filter(Boolean), ACCOUNTS);
}

function slotsNamed<T>(words: readonly string[], names: readonly Name<T>[]): Set<T> {
  const plain = words.filter((word) => !PLACEHOLDER.test(word));
  const spelling = ` ${plain.join(' ')} `;
  const sound = ` ${plain.map(soundOf).filter(Boolean).join(' ')} `;
  const found = new Set<T>();
  for (const name of names) {
    if (name.sound ? name.sound.test(sound) : spelling.includes(name.spelling)) {
      found.add(name.slot);
    }
  }
  return found;
}

function namesOf<T extends string>(table: Readonly<Record<T, readonly string[]>>): Name<T>[] {
  return (Object.entries(table) as [T, readonly string[]][]).flatMap(([slot, names]) =>
    names.map((name) => {
      const exact = name.startsWith('=');
      const key = matchKey(exact ? name.slice(1) : name);
      return {
        slot,
        sound: exact ? null : soundPattern(consonantSkeleton(key)),
        spelling: ` ${key} `,
      };
    }),
  );
}

/** The name with at most an ending, its words joined or not: «پروانه‌مون» is a permit, «پرونده» a file. */
function soundPattern(sound: string): RegExp {
  const letters = sound.replaceAll('$', '\\$').replaceAll(' ', ' ?');
  return new RegExp(` ${letters}[hmtnr$]{0,3} `);
}
