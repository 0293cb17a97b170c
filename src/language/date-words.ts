/** Spellings as `matchKey` leaves them, of what days are named with. */
export const WEEK = set('هفته هفتهی hafte hafteh hafteye haftey week');
export const MONTH = set('ماه برج mah mahe borj');
export const DAY = set('روز روزه rooz ruz roz');
export const NEXT = set(
  'بعد بعدی بعدیش بعدش دیگه دیه دگه دیگر دیگهای آینده اینده آتی اتی badi bad baadi ayande dige digeh',
);
export const THIS = set('این همین جاری in hamin this');
export const FIRST = set('اول اوله ابتدای aval avval avale');
export const LAST = set('آخر اخر آخره اخره پایان انتهای akhar akhare');
export const LATER = set('دیگه دیه دگه دیگر بعد آینده اینده dige digeh bad');

/** A table from spelling to its place in the list. */
export function indexOfSpellings(lists: readonly string[]): Record<string, number> {
  return own(
    Object.fromEntries(
      lists.flatMap((list, index) => list.split(' ').map((spelling) => [spelling, index])),
    ),
  );
}

/** A table that knows its own entries alone, whatever words are looked up. */
export function own(table: Record<string, number>): Record<string, number> {
  return Object.assign(Object.create(null), table);
}

function set(spellings: string): ReadonlySet<string> {
  return new Set(spellings.split(' '));
}
