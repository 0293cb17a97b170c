import { tidy } from './text.ts';

/** What an address goes on with after the street. */
const NARROWER =
  /[،,؛;–—-]|(?<!\p{L})(?:کوچه|کوی|بن‌بست|بن بست|بنبست|پلاک|طبقه|واحد|مغازه|مجتمع|ساختمان|نبش|جنب|روبه‌روی|روبروی|بعد از|قبل از)(?!\p{L})/u;
const LONGEST_NAME = 60;

/** The street an address begins with, as written there; null when it begins with something else. */
export function streetOf(address: string): string | null {
  const text = tidy(address);
  const end = text.search(NARROWER);
  const street = (end < 0 ? text : text.slice(0, end)).trim();
  return street !== '' && street.length <= LONGEST_NAME ? street : null;
}
