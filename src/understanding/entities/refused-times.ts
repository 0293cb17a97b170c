import type { Found } from './entity.ts';

/** Said right behind a day or a time, that it will not do: «شنبه نمی‌تونم», «فردا نه، پس‌فردا», «ظهر نیا». */
const REFUSAL =
  /^[\s،,\u200C]*(?:(?:رو|را|که|هم|ها|خونه|خانه|من) )*(?:نه(?!\s?(?:و|صبح|ونیم)(?!\p{L}))|نی(?:ا\p{L}*|ستم|ستیم)|نباش\p{L}*|نشه|نمی[\s\u200C]?\p{L}+|nist\p{L}*|nemi\p{L}*|na(?:ya\p{L}*|bash\p{L}*)?)(?!\p{L})/iu;

/**
 * Without the days and times that are named only to be refused, where the same message names others for them:
 * «شنبه ظهر نیا، یکشنبه صبح بیا» asks for Sunday morning.
 *
 * @param found in order of appearance
 */
export function withoutRefused(found: readonly Found[], text: string): readonly Found[] {
  const times = found.filter(isTime);
  if (times.length < 2) return found;
  return found.filter((one) => {
    if (!isTime(one)) return true;
    const isLast = !times.some((other) => other.type === one.type && other.start > one.start);
    return isLast || !REFUSAL.test(behind(one, times, text));
  });
}

/** The text behind it and whatever else of a time stands right beside it. */
function behind(one: Found, times: readonly Found[], text: string): string {
  let end = one.end;
  for (const { type, start, end: next } of times) {
    const isBeside =
      type !== one.type && start >= end && /^[\s\u200C]*$/.test(text.slice(end, start));
    if (isBeside) end = next;
  }
  return text.slice(end, end + 40);
}

function isTime({ type }: Found): boolean {
  return type === 'date' || type === 'time';
}
