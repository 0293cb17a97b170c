import { matchKey } from '../language/text.ts';
import type { EntityType, Found } from './entities/entity.ts';
import { withoutPoliteness } from './politeness.ts';

/** Stands where an entity stood, so that a code or a date counts as one word whatever its digits. */
const PLACEHOLDERS: Record<EntityType, string> = {
  nosazi: 'Xcode',
  request: 'Xrequest',
  'national-id': 'Xnational',
  mobile: 'Xmobile',
  'postal-code': 'Xpostal',
  'bill-id': 'Xbill',
  'payment-id': 'Xbill',
  certificate: 'Xcertificate',
  place: 'Xplace',
  date: 'Xdate',
  time: 'Xtime',
  amount: 'Xamount',
};
export const PLACEHOLDER = /^X/;

/** Classification reads this much of the beginning and of the end: a wish stands in one of them. */
const HEAD = 480;
const TAIL = 240;

/** The words the classifier reads: entities replaced, spelling unified, verbs and endings joined. */
export function classifiedWords(text: string, entities: readonly Found[]): string[] {
  const pieces: string[] = [];
  let position = 0;
  for (const entity of entities) {
    pieces.push(...keyWords(text.slice(position, entity.start)), PLACEHOLDERS[entity.type]);
    position = entity.end;
  }
  pieces.push(...keyWords(text.slice(position)));
  return withoutPoliteness(joined(shortened(pieces)));
}

function keyWords(text: string): string[] {
  const bounded = text.length > HEAD + TAIL ? `${text.slice(0, HEAD)} ${text.slice(-TAIL)}` : text;
  return matchKey(bounded)
    .split(' ')
    .filter(Boolean)
    .map((word) => (/^\d+$/.test(word) && !/^(?:100|77)$/.test(word) ? '#' : word));
}

function shortened(words: string[]): string[] {
  return words.length > 160 ? [...words.slice(0, 110), ...words.slice(-50)] : words;
}

/** The words as one text, without the signs that politeness left: two messages that say the same are equal here. */
export function wordingOf(words: readonly string[]): string {
  return words.filter((word) => word !== 'Xhello' && word !== 'Xthanks').join(' ');
}

const PREFIXES = new Set(['می', 'نمی', 'بی', 'mi', 'nemi']);
const SUFFIXES = new Set(
  'ها های هام هاش هامون هایی ای ام ات اش مان تان شان مون تون شون م ت ش ه تر ترین اند اید ایم'.split(
    ' ',
  ),
);

/** «می خواهم» and «خانه ام» are written with a half-space, a space or nothing: all become one word. */
function joined(words: string[]): string[] {
  const result: string[] = [];
  for (let i = 0; i < words.length; i++) {
    let word = words[i]!;
    if (PREFIXES.has(word) && words[i + 1] && !PLACEHOLDER.test(words[i + 1]!)) word += words[++i]!;
    else if (SUFFIXES.has(word) && result.length > 0 && !PLACEHOLDER.test(result.at(-1)!)) {
      result[result.length - 1] += word;
      continue;
    }
    result.push(word);
  }
  return result;
}
