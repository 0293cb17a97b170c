import { matchKey } from '../language/text.ts';

/** More words than these say something of their own. */
const FEW_WORDS = 7;
/** Who does not know what to do says so at more length. */
const WORDS_OF_THE_LOST = 9;

const PAPER = '(?:مدرک|مدارک|madrak|madarek)';
const LACKING = '(?:کم|کسر|کسری|ناقص|نقص|مونده|مانده|نداد\\p{L}*|نیاورد\\p{L}*|kam|naghes)';
/** «چه مدرکی کم دارم», «پروندم نقص داره؟», `che madraki kam daram`. */
const MISSING = new RegExp(
  `${PAPER}.*(?<!\\p{L})${LACKING}|(?<!\\p{L})(?:کسری|نقص|ناقص|naghs)(?!\\p{L}).*(?:${PAPER}|پروند|parvand|دار|dar)`,
  'u',
);

/** What is still missing from one's own request is asked, not what a service wants in general. */
export function asksWhatIsMissing(text: string): boolean {
  return isShort(text) && MISSING.test(matchKey(text));
}

/** «یعنی الان باید چیکار کنم»: the next step is asked, whatever it is. */
export function asksWhatToDo(text: string): boolean {
  const key = matchKey(text);
  return (
    key.split(' ').length <= WORDS_OF_THE_LOST &&
    /(?:چی ?کار|چکار|چه کار|che ?kar|chi ?kar|what (?:should|do) i do)/u.test(key)
  );
}

const OBJECTION = '(?:اعتراض|eteraz|object|appeal)';
const WAY =
  '(?:می ?تون|می ?توان|میشه|می ?شود|چطور|چجور|چگونه|کجا|راه|mitun|mitoon|mishe|koja|chetor|can|how|where)';

/** «میتونم اعتراض کنم؟», «کجا اعتراض بدم»: whether and where, before there is anything to file. */
export function asksToObject(text: string): boolean {
  return (
    isShort(text) &&
    new RegExp(`${WAY}.*${OBJECTION}|${OBJECTION}.*${WAY}`, 'u').test(matchKey(text))
  );
}

/** «قسطی میشه؟»: how it may be paid, not what is to be paid. */
export function asksForInstalments(text: string): boolean {
  return isShort(text) && /(?:قسط|اقساط|ghest|instal)/u.test(matchKey(text));
}

function isShort(text: string): boolean {
  return matchKey(text).split(' ').length <= FEW_WORDS;
}
