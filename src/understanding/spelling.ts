import { areNeighbours } from './letter-neighbours.ts';

/** Puts a slip of the thumb right: «پرواته» → «پروانه». A word that is known, or like none that is, stays. */
export type Speller = (word: string) => string;

/** What fewer examples say is as likely somebody's slip itself. */
const FEWEST_EXAMPLES = 4;
/** Shorter words are too near to one another, longer ones are not words. */
const WORD = /^[ء-ی]{4,16}$/;

/**
 * In how many of these texts each word stands.
 *
 * @param wordings texts of words with single spaces
 */
export function countWords(wordings: Iterable<string>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const wording of wordings) {
    for (const word of wording.split(' ')) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

/**
 * Knows the words of the examples. Only one slip is put right: a letter left out, doubled or put in,
 * two that changed places, or one taken for its neighbour on the keyboard or its twin in sound.
 */
export function spellerOf(counts: ReadonlyMap<string, number>): Speller {
  const byRest = wordsByRest(counts);
  return (word) => {
    if (counts.has(word) || !WORD.test(word)) return word;
    let best = word;
    for (const rest of restsOf(word)) {
      for (const known of byRest.get(rest) ?? []) {
        const isCommoner = counts.get(known)! > (counts.get(best) ?? 0);
        if (isCommoner && isOneSlip(word, known)) best = known;
      }
    }
    return best;
  };
}

/** By itself and by what is left of it without one letter: two words one slip apart share such a rest. */
function wordsByRest(counts: ReadonlyMap<string, number>): ReadonlyMap<string, readonly string[]> {
  const byRest = new Map<string, string[]>();
  for (const [word, count] of counts) {
    if (count < FEWEST_EXAMPLES || !WORD.test(word)) continue;
    for (const rest of restsOf(word)) {
      const words = byRest.get(rest);
      if (words) words.push(word);
      else byRest.set(rest, [word]);
    }
  }
  return byRest;
}

function restsOf(word: string): Set<string> {
  const rests = new Set([word]);
  for (let i = 0; i < word.length; i++) rests.add(word.slice(0, i) + word.slice(i + 1));
  return rests;
}

/** Of two words that share a rest. */
function isOneSlip(word: string, known: string): boolean {
  if (word.length !== known.length) return true;
  let i = 0;
  while (word[i] === known[i]) i++;
  if (word.slice(i + 1) === known.slice(i + 1)) return areNeighbours(word[i]!, known[i]!);
  const isSwapped = word[i] === known[i + 1] && word[i + 1] === known[i];
  return isSwapped && word.slice(i + 2) === known.slice(i + 2);
}
