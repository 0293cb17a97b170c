const LENGTH = 4096;
const fill = (piece: string) => piece.repeat(Math.ceil(LENGTH / piece.length)).slice(0, LENGTH);

/** Messages as long as Telegram allows, of whatever some part of the reading may stumble over. */
export const WORST_INPUTS: Readonly<Record<string, string>> = {
  emoji: fill('😂'),
  digits: fill('1234567890'),
  'numbers apart': fill('12 345 6 '),
  codes: fill('3-11-245-7 '),
  'digits and dashes': fill('1-'),
  words: fill('بدهی ملکم چقدر است و '),
  'number words': fill('سه یازده دویست و چهل و پنج '),
  places: fill('خیابان ارم '),
  days: fill('هفته بعد شنبه '),
  amounts: fill('یک میلیون و دویست تومن '),
  certificates: fill('گواهی شماره 12/3 ، '),
  Finglish: fill('salam bedehi melk '),
  'one letter': fill('ا'),
  'letters apart': fill('ا '),
};
