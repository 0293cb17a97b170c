import { isNumberWord } from '../../language/number-words.ts';
import { PLACEHOLDER } from '../wording.ts';
import { FAMILY_NAME, NEVER_SHOWN } from './name-lists.ts';

/** Said in fewer different sentences, a word may be somebody's or some street's name. */
const FEWEST_SENTENCES = 3;

/** Words of courtesy and grammar, which the examples' wordings leave out or join to others. */
const FUNCTION_WORDS = new Set(
  (
    'و را رو از به با در تا که برای برا واسه هم یا اگر اگه ولی اما چون پس این آن اون همین همان همون من تو او ما شما ایشان خودم خودش خودمان ' +
    'ها های ام ات اش مان تان شان مون تون شون می نمی بی است هست هستم هستید نیست بود شد شده کنم کنید کنین دارم دارید ندارم ' +
    'سلام درود ممنون مرسی لطفا خواهشمند خواهش ببخشید تشکر سپاس احترام خسته نباشید میشه میخواستم بدونم سوال ' +
    'va ra ro az be ba dar ta ke baraye vase ham ya age vali in un oon man to ma shoma ast hast hastam nist bud shod shode konam konid daram nadaram ' +
    'salam merci mersi mamnun mamnoon lotfan khahesh bebakhshid tashakor mikham mikhastam mishe bedunam soal the is my for please hello how what'
  )
    .split(' ')
    .map((word) => word.replaceAll('آ', 'ا')),
);

/** What people hang on a word: «مفاصام», «پروانه‌هامون», `khunam`. The longest first. */
const PERSIAN_ENDINGS =
  'هامون هاتون هاشون هایم هامو های هام هاش مون تون شون مان تان شان ها ام اش مو تو شو رو م ش ه و'.split(
    ' ',
  );
const LATIN_ENDINGS = 'hamun amun emun hash ham haye ha am esh ash amo ro e m o'.split(' ');
const SHORTEST_STEM = 3;

/** The closed list of words that may leave this house: nothing else ever stands in a masked text. */
export interface MaskVocabulary {
  /** Whether a word, spelled as `matchKey` spells it, may be shown. */
  shows(key: string): boolean;
  /** Whether it is shown and says more than grammar and courtesy do. */
  tells(key: string): boolean;
  /** Of an unknown word the known one that it was made from; null when there is none. */
  stemOf(key: string): string | null;
}

/** @param wordings of the examples as the classifier knows them, places and numbers already taken out */
export function maskVocabulary(wordings: Iterable<string>): MaskVocabulary {
  const sentences = new Map<string, number>();
  for (const wording of new Set(wordings)) {
    for (const word of new Set(wording.split(' '))) {
      sentences.set(word, (sentences.get(word) ?? 0) + 1);
    }
  }
  const telling = new Set<string>();
  for (const [word, count] of sentences) {
    if (count >= FEWEST_SENTENCES && mayBeShown(word)) telling.add(word);
  }
  for (const word of FUNCTION_WORDS) telling.delete(word);
  const shows = (key: string) => telling.has(key) || FUNCTION_WORDS.has(key);
  return {
    shows,
    tells: (key) => telling.has(key),
    stemOf(key) {
      if (!mayBeShown(key)) return null;
      return stemsOf(key).find((stem) => telling.has(stem)) ?? null;
    },
  };
}

function mayBeShown(word: string): boolean {
  if (PLACEHOLDER.test(word) || /[^\p{L}]/u.test(word) || word.length < 2) return false;
  if (isNumberWord(word) || FAMILY_NAME.test(word)) return false;
  return ![word, ...stemsOf(word)].some((each) => NEVER_SHOWN.has(each));
}

function stemsOf(word: string): string[] {
  const endings = /^[a-z]/.test(word) ? LATIN_ENDINGS : PERSIAN_ENDINGS;
  return endings
    .filter((ending) => word.endsWith(ending) && word.length - ending.length >= SHORTEST_STEM)
    .map((ending) => word.slice(0, -ending.length));
}
