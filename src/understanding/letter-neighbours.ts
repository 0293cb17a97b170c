/** The Persian keyboard of telephones. */
const ROWS = ['ضصثقفغعهخحجچ', 'شسیبلاتنمکگ', 'ظطزرذدپو'];
/** Letters that sound the same, or look so but for a stroke or a dot. */
const TWINS = ['سصث', 'زذضظ', 'تط', 'قغ', 'هح', 'اع', 'بپ', 'جچ', 'کگ', 'دذ', 'رز'];

const NEIGHBOURS: ReadonlySet<string> = new Set([...onKeyboard(), ...twins()]);

/** Whether one letter is easily taken for the other. */
export function areNeighbours(one: string, other: string): boolean {
  return NEIGHBOURS.has(one + other) || NEIGHBOURS.has(other + one);
}

function onKeyboard(): string[] {
  return ROWS.flatMap((row, r) =>
    [...row].flatMap((letter, i) => {
      const below = ROWS[r + 1]?.slice(Math.max(0, i - 1), i + 2) ?? '';
      return [...(row[i + 1] ?? ''), ...below].map((neighbour) => letter + neighbour);
    }),
  );
}

function twins(): string[] {
  return TWINS.flatMap((group) =>
    [...group].flatMap((one) => [...group].map((other) => one + other)),
  );
}
