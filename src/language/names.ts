import { tidy } from './text.ts';

/** The first letter of the first and the last word: enough to recognise a name, too little to learn it. */
export function maskName(name: string): string {
  const words = tidy(name)
    .split(/[\s\u200C]+/)
    .filter(Boolean);
  const shown = words.length > 2 ? [words[0]!, words.at(-1)!] : words;
  return shown.map((word) => `${[...word][0]}•••`).join(' ');
}
