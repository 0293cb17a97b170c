/** Sound classes shared by both scripts. Vowels, و, ی, ع and v, w, y say too little and are dropped. */
const PERSIAN: Record<string, string> = table([
  ['b', 'ب'],
  ['p', 'پ'],
  ['t', 'تط'],
  ['s', 'ثسص'],
  ['j', 'جژ'],
  ['c', 'چ'],
  ['h', 'حه'],
  ['x', 'خ'],
  ['d', 'د'],
  ['z', 'ذزضظ'],
  ['r', 'ر'],
  ['$', 'ش'],
  ['q', 'غق'],
  ['f', 'ف'],
  ['k', 'ک'],
  ['g', 'گ'],
  ['l', 'ل'],
  ['m', 'م'],
  ['n', 'ن'],
]);
const PAIRS: Record<string, string> = {
  sh: '$',
  ch: 'c',
  kh: 'x',
  gh: 'q',
  zh: 'j',
  ph: 'f',
  ck: 'k',
};
const LATIN: Record<string, string> = table([
  ...[...'bptsjhxdzrqfkglmn'].map((letter) => [letter, letter] as const),
  ['k', 'c'],
]);

/**
 * The consonants of a text in one alphabet for both scripts, so that Finglish meets its Persian
 * twin without a dictionary. Takes a `matchKey`.
 *
 * @example consonantSkeleton('پروانه') === consonantSkeleton('parvaneh') // 'prn'
 */
export function consonantSkeleton(key: string): string {
  return key.split(' ').map(skeletonOfWord).filter(Boolean).join(' ');
}

function skeletonOfWord(word: string): string {
  let skeleton = '';
  let previous = '';
  for (let i = 0; i < word.length; i++) {
    const letter = word[i]!;
    const pair = PAIRS[word.slice(i, i + 2)];
    if (pair) i++;
    const sound = pair ?? PERSIAN[letter] ?? LATIN[letter] ?? '';
    // A doubled Latin consonant is one sound, which Persian writes once.
    if (!(letter === previous && LATIN[letter])) skeleton += sound;
    previous = pair ? '' : letter;
  }
  // A final h is silent more often than not, and half of those who type Latin letters leave it out.
  return skeleton.length > 1 ? skeleton.replace(/h$/, '') : skeleton;
}

function table(rows: readonly (readonly [string, string])[]): Record<string, string> {
  const letters: Record<string, string> = Object.create(null);
  for (const [sound, written] of rows) for (const letter of written) letters[letter] = sound;
  return letters;
}
