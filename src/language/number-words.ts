import type { Word } from './words.ts';

/** Spellings as `matchKey` leaves them, formal, spoken and Finglish. */
const ONES: Record<string, number> = spellings({
  0: 'صفر sefr',
  1: 'یک یه yek ye',
  2: 'دو do',
  3: 'سه se',
  4: 'چهار چار chahar char',
  5: 'پنج پنش panj',
  6: 'شش شیش shish shesh sheesh',
  7: 'هفت هف haft',
  8: 'هشت هش hasht',
  9: 'نه noh',
});
const TEENS: Record<string, number> = spellings({
  10: 'ده dah',
  11: 'یازده یازه yazdah',
  12: 'دوازده دوازه davazdah dawazdah',
  13: 'سیزده سینزده sizdah',
  14: 'چهارده چارده chahardah',
  15: 'پانزده پونزده پونزه panzdah poonzdah ponzdah',
  16: 'شانزده شونزده شونزه shanzdah shoonzdah',
  17: 'هفده هیفده هیوده hefdah hifdah',
  18: 'هجده هیجده هژده هیژده hejdah hijdah',
  19: 'نوزده noozdah nuzdah',
});
const TENS: Record<string, number> = spellings({
  20: 'بیست بیس bist',
  30: 'سی si',
  40: 'چهل چل chehel chel',
  50: 'پنجاه پنجا panjah',
  60: 'شصت شصد shast',
  70: 'هفتاد haftad',
  80: 'هشتاد hashtad',
  90: 'نود navad',
});
const HUNDREDS: Record<string, number> = spellings({
  100: 'صد sad',
  200: 'دویست دویس دیویست دیویس دوویست divist devist',
  300: 'سیصد sisad sesad',
  400: 'چهارصد چارصد chaharsad charsad',
  500: 'پانصد پونصد پنصد pansad punsad poonsad',
  600: 'ششصد شیشصد شصصد sheshsad shishsad',
  700: 'هفتصد هفصد haftsad',
  800: 'هشتصد هشصد hashtsad',
  900: 'نهصد nohsad',
});
const MULTIPLIERS: Record<string, number> = spellings({
  1000: 'هزار hezar',
  1000000: 'میلیون ملیون milion million meliun melyon milyon milyun',
  1000000000: 'میلیارد ملیارد miliard milyard',
});
const ORDINALS: Record<string, number> = spellings({
  1: 'اول یکم اولین aval avval',
  2: 'دوم dovom',
  3: 'سوم sevom',
  4: 'چهارم چارم chaharom',
  5: 'پنجم panjom',
  6: 'ششم شیشم sheshom shishom',
  7: 'هفتم haftom',
  8: 'هشتم hashtom',
  9: 'نهم nohom',
  10: 'دهم dahom',
  11: 'یازدهم yazdahom',
  12: 'دوازدهم davazdahom',
  13: 'سیزدهم sizdahom',
  14: 'چهاردهم چاردهم chahardahom',
  15: 'پانزدهم پونزدهم panzdahom',
  16: 'شانزدهم شونزدهم shanzdahom',
  17: 'هفدهم هیفدهم hefdahom',
  18: 'هجدهم هیجدهم hejdahom',
  19: 'نوزدهم noozdahom',
  20: 'بیستم bistom',
  30: 'سیام siom',
});
/** The "and" written to its number: «بیستو پنج», `chehelo panj`. */
const WITH_AND: Record<string, number> = Object.assign(
  Object.create(null),
  Object.fromEntries(
    [...Object.entries(TENS), ...Object.entries(HUNDREDS)].map(([key, value]) => [
      key + (/[a-z]/.test(key) ? 'o' : 'و'),
      value,
    ]),
  ),
);
/** «هزار و چهارصد و سه» has no number before its thousand. */
const THOUSAND = new Set(['هزار', 'hezar']);
/** Any word with which a number in words may begin: most words are none of them. */
const STARTS: ReadonlySet<string> = new Set([
  ...[ONES, TEENS, TENS, HUNDREDS, ORDINALS, WITH_AND].flatMap((table) => Object.keys(table)),
  ...THOUSAND,
]);
const HUNDRED = new Set(['صد', 'sad']);
const AND = new Set(['و', 'o', 'va']);
/** Written after digits or a tens word: «۵ام», «سی‌ام». */
const ORDINAL_ENDINGS = new Set(['ام', 'م', 'om']);

export interface NumberRead {
  value: number;
  /** Index of the first word after the number. */
  next: number;
  ordinal: boolean;
}

/**
 * How words are joined to numbers: `plain`, as most write; `apart` takes «هفت صد» for 7 and 100, as parts of a code are
 * read out; `loose` joins «دویست پنجاه» though no "and" is said, where a unit or a month behind it leaves no doubt.
 */
export type Joining = 'plain' | 'apart' | 'loose';

/** The number that begins at a word, in digits or in words («دویست و چهل و پنج», «بیست و یکم»); null when none does. */
export function numberAt(
  words: readonly Word[],
  index: number,
  joining: Joining = 'plain',
): NumberRead | null {
  const word = words[index]?.key ?? '';
  if (!beginsNumber(word)) return null;
  if (joining !== 'plain') return readNumber(words, index, joining);
  const read = plainNumbers.get(words) ?? [];
  if (read.length === 0) plainNumbers.set(words, read);
  const known = read[index];
  if (known !== undefined) return known;
  const number = readNumber(words, index, joining);
  read[index] = number;
  return number;
}

/** Days, times, amounts and years each ask for the numbers of the same message. */
const plainNumbers = new WeakMap<readonly Word[], (NumberRead | null)[]>();

function readNumber(words: readonly Word[], index: number, joining: Joining): NumberRead | null {
  const word = words[index]!.key;
  if (/^\d{1,15}$/.test(word)) return withEnding(words, Number(word), index + 1);
  let total = 0;
  let group = thousandAt(words, index) ?? groupAt(words, index, joining);
  if (!group) return null;
  for (;;) {
    const multiplier = MULTIPLIERS[words[group.next]?.key ?? ''];
    if (group.ordinal || multiplier === undefined) {
      const value = total + group.value;
      return group.ordinal ? { ...group, value } : withEnding(words, value, group.next);
    }
    total += group.value * multiplier;
    const next: number = group.next + 1;
    const following: NumberRead | null = AND.has(words[next]?.key ?? '')
      ? groupAt(words, next + 1, joining)
      : null;
    if (!following || following.value >= multiplier) return { value: total, next, ordinal: false };
    group = following;
  }
}

/** Whether a number may begin with a word: one look where most words are passed over. */
export function beginsNumber(key: string): boolean {
  const first = key.charCodeAt(0);
  return (first >= ZERO && first <= NINE) || STARTS.has(key);
}

const ZERO = 48;
const NINE = 57;

/** The one thousand that is left unsaid, when more follows: «هزار و چهارصد». */
function thousandAt(words: readonly Word[], index: number): NumberRead | null {
  if (!THOUSAND.has(words[index]?.key ?? '') || !AND.has(words[index + 1]?.key ?? '')) return null;
  return groupAt(words, index + 2, 'plain') && { value: 1, next: index, ordinal: false };
}

/**
 * Whether a word says a number, in whatever part and however it is joined: «هزار», «سوم», «یازده‌تا»,
 * «صدوبیست», `charsad`. Takes a `matchKey`; rather too wide than too narrow.
 */
export function isNumberWord(key: string): boolean {
  return key in ORDINALS || JOINED_NUMBERS.test(key);
}

const PARTS = [ONES, TEENS, TENS, HUNDREDS, MULTIPLIERS]
  .flatMap((table) => Object.keys(table))
  .sort((a, b) => b.length - a.length)
  .join('|');
const JOINED_NUMBERS = new RegExp(
  `^(?:${PARTS})(?:(?:و|va|o)?(?:${PARTS}))*(?:تا|تایی|مین|رقمی|ta|tai|omin)?$`,
  'u',
);

/** A number below one thousand, its parts joined by "and" in falling order. */
function groupAt(words: readonly Word[], index: number, joining: Joining): NumberRead | null {
  let value = 0;
  let next = index;
  let room = 1_000;
  for (let i = index; ; ) {
    const part = partAt(words, i, room, joining);
    if (!part) break;
    value += part.value;
    next = part.next;
    room = part.value >= 100 ? 100 : part.value >= 20 ? 10 : 0;
    if (part.ordinal) return { value, next, ordinal: true };
    const isAnd = !part.and && AND.has(words[next]?.key ?? '');
    if (room === 0 || !(isAnd || part.and || joining === 'loose')) break;
    i = isAnd ? next + 1 : next;
  }
  return next === index ? null : { value, next, ordinal: false };
}

interface Part extends NumberRead {
  /** An "and" is written to it. */
  and?: boolean;
}

/** A part of a number that is less than what is left to say. */
function partAt(words: readonly Word[], i: number, room: number, joining: Joining): Part | null {
  const key = words[i]?.key ?? '';
  const hundreds = joining === 'apart' ? null : hundredsApart(words, i);
  if (hundreds && hundreds.value < room) return hundreds;
  const value = HUNDREDS[key] ?? TENS[key] ?? TEENS[key] ?? ONES[key];
  if (value !== undefined) return value < room ? { value, next: i + 1, ordinal: false } : null;
  const joined = WITH_AND[key];
  if (joined !== undefined && joined < room) {
    return { value: joined, next: i + 1, ordinal: false, and: true };
  }
  const ordinal = ORDINALS[key];
  return ordinal !== undefined && ordinal < room
    ? { value: ordinal, next: i + 1, ordinal: true }
    : null;
}

/** «شیش صد» for «ششصد». */
function hundredsApart(words: readonly Word[], i: number): Part | null {
  const ones = ONES[words[i]?.key ?? ''] ?? 0;
  const isApart = ones >= 2 && HUNDRED.has(words[i + 1]?.key ?? '');
  return isApart ? { value: ones * 100, next: i + 2, ordinal: false } : null;
}

function withEnding(words: readonly Word[], value: number, next: number): NumberRead {
  const ordinal = ORDINAL_ENDINGS.has(words[next]?.key ?? '');
  return { value, next: ordinal ? next + 1 : next, ordinal };
}

function spellings(table: Record<number, string>): Record<string, number> {
  const entries = Object.entries(table).flatMap(([value, list]) =>
    list.split(' ').map((spelling) => [spelling, Number(value)] as const),
  );
  return Object.assign(Object.create(null), Object.fromEntries(entries));
}
