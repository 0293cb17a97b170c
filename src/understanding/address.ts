import { toLatinDigits } from '../language/digits.ts';
import { tidy } from '../language/text.ts';
import { placesNamed } from './entities/places.ts';

/** The district an address names: «منطقه ۲», «منطقه دو». */
export function districtNamed(address: string): number | null {
  const match = /(?<!\p{L})(?:منطقه|منطقهٔ|mantaghe|mantaqe)[ :‌]*(\d{1,2}|\p{L}+)/u.exec(
    toLatinDigits(tidy(address)),
  );
  if (!match?.[1]) return null;
  return /^\d/.test(match[1]) ? Number(match[1]) : (ORDINALS.get(match[1]) ?? null);
}

const ORDINALS = new Map([
  ['یک', 1],
  ['دو', 2],
  ['سه', 3],
  ['چهار', 4],
  ['پنج', 5],
  ['شش', 6],
]);

/** The streets, lanes and quarters an address names, in order, without the words for their kinds. */
export function placesOf(address: string): string[] {
  return placesNamed(tidy(address)).map(({ value }) => value);
}

/** Whether a message reads like an address: a place by its kind, or a house number. */
export function looksLikeAddress(text: string): boolean {
  return (
    placesNamed(tidy(text)).length > 0 || /(?<!\p{L})(?:پلاک|pelak|plak)(?!\p{L})/iu.test(text)
  );
}
