import Fuse from 'fuse.js';
import { consonantSkeleton } from '../language/skeleton.ts';
import { matchKey } from '../language/text.ts';

/** Fuse's distance up to which two names are one with a slip of typing; 0 is equal. */
const SLIP = 0.34;
/** Names this much worse than the best one are other places. */
const MARGIN = 0.1;
const LATIN = /[a-z]/;
const KIND_WORDS =
  /(?<!\p{L})(?:خیابان|خیابون|بلوار|میدان|میدون|کوچه|محله|شهرک|بزرگراه|کوی|دفتر|پیشخوان|پیشخان|دولت)(?!\p{L})/gu;

interface Part {
  name: string;
  index: number;
}

/**
 * The items a place mention means («ارم», "eram", one slip of typing forgiven), best first. Items that fit
 * equally well all come, so that the caller can ask which.
 *
 * @param mention the piece cut out of a message, never the whole message: Fuse would take a third of a second
 * @param nameOf an office's name or a whole address; its parts are compared one by one
 */
export function findPlaces<T>(
  mention: string,
  items: readonly T[],
  nameOf: (item: T) => string,
): T[] {
  const isLatin = LATIN.test(matchKey(mention));
  const spell = (text: string) => (isLatin ? consonantSkeleton(matchKey(text)) : matchKey(text));
  const parts = items.flatMap((item, index) =>
    partsOf(nameOf(item)).map((part): Part => ({ name: spell(part), index })),
  );
  const exact = exactly(mention, parts, spell);
  if (exact.length > 0) return exact.map((index) => items[index]!);
  const fuse = new Fuse(
    parts.filter(({ name }) => name.length > 1),
    { keys: ['name'], includeScore: true, threshold: SLIP, ignoreLocation: true },
  );
  for (const shorter of prefixesOf(mention)) {
    const wanted = spell(shorter).slice(0, 32);
    if (wanted.length < 2) continue;
    const hits = fuse.search(wanted).map(({ item, score = 1 }) => ({
      index: item.index,
      score: score + lengthPenalty(wanted, item.name),
    }));
    const found = closest(hits);
    if (found.length > 0) return found.map((index) => items[index]!);
  }
  return [];
}

/** «صنعته», «ارمم»: what speech writes to the end of a name. */
const SPOKEN_ENDING = /(?:ه|س|م|مون|ست|e|eh|am)$/;

/** Where a name is spelled so, or sounds so, those that merely resemble it are other places. */
function exactly(mention: string, parts: Part[], spell: (text: string) => string): number[] {
  for (const shorter of prefixesOf(mention)) {
    for (const wanted of [shorter, shorter.replace(SPOKEN_ENDING, '')].map(spell)) {
      const same = parts.filter(({ name }) => name.length > 1 && name === wanted);
      if (same.length > 0) return [...new Set(same.map(({ index }) => index))];
    }
  }
  return [];
}

/** «ارم بالاتر از پل» may name «ارم»: the mention's cut is rough, so ever shorter beginnings are tried. */
function prefixesOf(mention: string): string[] {
  const words = mention.replace(KIND_WORDS, ' ').trim().split(/\s+/).slice(0, 5);
  return words.map((_, i) => words.slice(0, words.length - i).join(' '));
}

function partsOf(name: string): string[] {
  return name
    .replace(KIND_WORDS, '،')
    .split(/[،,؛;/\n-]/)
    .map((part) => part.trim())
    .filter(Boolean);
}

/** A short word found inside a much longer name is rarely that name. */
function lengthPenalty(wanted: string, name: string): number {
  return Math.abs(name.length - wanted.length) / (4 * Math.max(name.length, wanted.length));
}

function closest(hits: { index: number; score: number }[]): number[] {
  const sorted = hits.filter(({ score }) => score <= SLIP).sort((a, b) => a.score - b.score);
  const best = sorted[0]?.score ?? 0;
  return [...new Set(sorted.filter(({ score }) => score <= best + MARGIN).map((hit) => hit.index))];
}
