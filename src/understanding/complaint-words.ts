import { matchKey } from '../language/text.ts';

/** What a complaint may be about, by the words people use for it; on text as `matchKey` gives it. */
const WORDS = {
  neighbour:
    /همسای|بغلی|بقلی|بغل ?دستی|مجاور|ساختمان کناری|ساختمونن? کناری|گود ?برداری|بدون مجوز|بی ?مجوز|غیر ?مجاز|شبونه|شبانه|طبقه اضافه|خلاف می ?ساز|حیاط ما|زمین ما|hamsay|baghal|godbardari|bedune mojavez/u,
  urban:
    /اسفالت|چال[هع]|زباله|اشغال(?!ین|ید)|نخاله|چراغ|لامپ|روشنایی|پیاده ?رو|سد معبر|دستفروش|سطل|جوی|لجن|درخت|سگ|گربه|(?<!خا)موش(?!ک)|سر ?و ?صدا|جوشکاری|اب ?گرفت|asfalt|chale|ashghal|noxale|nokhale|cheragh|piadero|\bsag|sar o seda|saroseda/u,
  official:
    /کارمند|کارشناس|مامور|رشوه|پول خواست|درخواست وجه|بدرفتار|بد رفتار|بد حرف|برخورد|توهین|داد زد|پشت میز|پشت باجه|پیشخوان ازم|karmand|mamur|mamoor|reshve|bad raftar/u,
  delay:
    /تاخیر|معطل|کش دادین|کش دادید|می ?دوونین|می ?دوانید|می ?کشونید|ارجاع|رو میزتونه|روی میزتان|ta ?khir|moattal/u,
} as const;
export type ComplaintWords = keyof typeof WORDS;

/** The one kind of complaint a text speaks of; null when it names none, or more than one. */
export function complaintNamed(text: string): ComplaintWords | null {
  const key = matchKey(text);
  const named = (Object.keys(WORDS) as ComplaintWords[]).filter((kind) => WORDS[kind].test(key));
  return named.length === 1 ? named[0]! : null;
}

/** Fewer words only announce a complaint («از همسایه شکایت دارم»). */
const FEWEST_WORDS = 7;

/** Whether a text tells what has happened, and doesn't only announce a complaint. */
export function tellsWhatHappened(text: string): boolean {
  return matchKey(text).split(' ').filter(Boolean).length >= FEWEST_WORDS;
}
