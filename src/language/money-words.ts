import type { Word } from './words.ts';

export const TOMAN = set(
  'تومن تومان تمن تومنی تومانی تومنه تومانه تومنش تومنو تومنم تمنه ت toman tomen tooman tuman tomane tomani',
);
export const RIAL = set('ریال ریالی ریاله rial riyal riyali rials');
/** The words with which sums of money are counted. */
export const MONEY_SCALES: ReadonlyMap<string, number> = new Map([
  ...scale(1e3, 'هزار هزارتا hezar hezaar'),
  ...scale(1e6, 'میلیون ملیون میلیونی milion million milyon milyun melyon meliun milioon'),
  ...scale(1e9, 'میلیارد ملیارد میلیاردی miliard milyard billion'),
]);
/** What else is counted in millions. */
export const COUNTED = set(
  'نفر متر مترمربع سال بار تا جمعیت خانوار واحد درصد دلار یورو لیر دینار درهم nafar metr sal bar ta dollar euro',
);
/** What is done with money: behind a number of thousands it says that they are tomans. */
const PAID =
  /^(?:ریخت|ریز|داد|دادم|دادیم|میدم|بدم|بدیم|زد|واریز|پرداخت|بدهکار|بدهی|کشید|کم|گرفت|حواله|rikht|dad|vari|pardakht|zad|bedeh|gereft)/;
const NEAR = 2;

/** Whether the next words speak of paying. */
export function isPaidFor(following: readonly Word[]): boolean {
  return following.slice(0, NEAR).some(({ key }) => PAID.test(key));
}

function scale(value: number, spellings: string): (readonly [string, number])[] {
  return spellings.split(' ').map((spelling) => [spelling, value]);
}

function set(spellings: string): ReadonlySet<string> {
  return new Set(spellings.split(' '));
}
