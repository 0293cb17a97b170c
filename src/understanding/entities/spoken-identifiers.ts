import { parseMobile } from '../../language/mobile.ts';
import { parseNationalId } from '../../language/national-id.ts';
import { type NumberRun, numberRuns } from '../../language/number-runs.ts';
import { parseRenovationCode } from '../../language/renovation-code.ts';
import type { Word } from '../../language/words.ts';
import type { Found } from './entity.ts';

/** Words that make numbers read out after them a renovation code, or those of a person. */
const CODE_WORDS = set('کد کدم کدش نوسازی نوسازیم نوسازیش ملک ملکم code kod nosazi');
const PERSON_WORDS = set('ملی ملیم کدملی melli meli');
/** After these a number counts something: money, years, things. */
const UNITS = set(
  'تومن تومان ریال سال ماه روز هفته متر نفر طبقه واحد قسط toman tomen rial sal mah rooz metr',
);
const NAMED_WITHIN = 4;
const CODE_PARTS = 7;

/**
 * Identifiers read out in words, as in a voice message: a renovation code, a mobile number, a national id.
 * Numbers in words are too common to guess: it takes a word that names them, a dash said between them, all seven
 * parts of a code, or a message of nothing else.
 */
export function spokenIdentifiers(text: string, words: readonly Word[]): Found[] {
  return numberRuns(words)
    .filter((run) => run.inWords && !UNITS.has(words[run.to]?.key ?? ''))
    .flatMap((run) => {
      const read = identify(run, words);
      if (!read) return [];
      const [start, end] = [words[run.from]!.start, words[run.to - 1]!.end];
      return [{ ...read, text: text.slice(start, end), start, end }];
    });
}

function identify(run: NumberRun, words: readonly Word[]): Pick<Found, 'type' | 'value'> | null {
  const digits = run.numbers.join('');
  const mobile = parseMobile(digits);
  if (mobile && digits.startsWith('0')) return { type: 'mobile', value: mobile };
  const before = words.slice(Math.max(0, run.from - NAMED_WITHIN), run.from).map(({ key }) => key);
  const nationalId = parseNationalId(digits);
  if (nationalId && before.some((key) => PERSON_WORDS.has(key))) {
    return { type: 'national-id', value: nationalId };
  }
  const isCode =
    run.dashed ||
    run.numbers.length === CODE_PARTS ||
    run.to - run.from === words.length ||
    before.some((key) => CODE_WORDS.has(key));
  const code = isCode ? parseRenovationCode(run.numbers.join('-')) : null;
  return code ? { type: 'nosazi', value: code } : null;
}

function set(spellings: string): ReadonlySet<string> {
  return new Set(spellings.split(' '));
}
