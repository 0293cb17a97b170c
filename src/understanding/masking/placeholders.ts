import type { EntityType } from '../entities/entity.ts';

/** What stands in a masked text for something that was taken out. */
export type Placeholder = EntityType | 'number' | 'name' | 'word';

const MARKED = /‹([a-z-]+)›/g;

export function placeholder(kind: Placeholder): string {
  return `‹${kind}›`;
}

/** Values that anybody may see and that are read as what they stand for; for the rest only a person can fill in. */
const SAMPLES: ReadonlyMap<string, string> = new Map([
  ['nosazi', '3-11-245-7'],
  ['request', 'شماره درخواست 4050001'],
  ['national-id', '9990000018'],
  ['mobile', '09990000000'],
  ['postal-code', 'کد پستی 6513700001'],
  ['certificate', '3-1405-221'],
  ['amount', 'یک میلیون تومان'],
  ['place', 'خیابان مهدیه'],
  ['date', 'فردا'],
  ['time', 'ساعت ده'],
  ['number', '7'],
]);

/** The text with invented values in place of what was taken out, as far as that can be done without a person. */
export function withSamples(masked: string): string {
  return masked.replace(MARKED, (whole, kind: string) => SAMPLES.get(kind) ?? whole);
}

export function hasPlaceholder(text: string): boolean {
  return /[‹›]/.test(text);
}
