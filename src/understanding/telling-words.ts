import { matchKey } from '../language/text.ts';

/** Said to whoever asks, and not of what has happened: puzzlement, courtesies, a moment's patience, anger. */
const SAID_TO_THE_ASKER: ReadonlySet<string> = new Set(
  matchKey(`
    چی چیه چیو چیا چیست چه چرا یعنی کی کجا کدوم چطور چطوری چجوری چیکار چکار هان ها خب خوب آره اره بله نه خیر باشه باش چشم
    من تو شما ما این اینا اینها اون اونا که رو را از به با تا برای واسه و یا هم باید میشه میتونم الان حالا بعد دیگه اصلا دقیقا آخه بابا
    هست هستی هستم هستید هستین است بود کنم کنی کنید کنین میکنم میکنی میکنید بگم بگو بگی بگید بگین میگی میگید میگین میگم گفتی گفتم گفتید
    بنویسم مینویسم بنویس نوشتم ننوشتم بفرستم میفرستم منظورت منظورتون منظورتان هیچی چیزی متن ماجرا شکایت همون همین بلد نیستم نیست
    صبر کن وایسا لحظه یه یک دقیقه الو سلام درود خسته نباشید نباشی نباشین ممنون مرسی تشکر متشکرم لطفا ببخشید وقت وقتتون روز روزتون صبح عصر شب بخیر
    ربات روبات خفه شو شید برو گمشو خاک سرت سرتون بمیر همتون همه ربطی داره
    what why who where when how huh ok okay yes no hi hello hey thanks thank you please wait a an the is are am i me we it this that do don not mean can should write
    chi chie chera yani ke man to shoma in na are bale salam mersi khob bashe hala alan begi migi begam bot robot`).split(
    ' ',
  ),
);
/** The same with every ending. */
const STEMS =
  /^(?:نمیفهم|نفهم|متوجه|نشدم|نمیدون|نمیدان|احمق|عوضی|بیشعور|کثافت|لعنت|دزد|مزخرف|مسخره|nemifahm|nafahm|nemidun|understand|ahmagh|avazi|stupid|idiot)/u;

/** How many words of a text could tell what has happened. */
export function tellingWords(text: string): number {
  return matchKey(text).split(' ').filter(couldTell).length;
}

function couldTell(word: string): boolean {
  return /\p{L}{2}/u.test(word) && !SAID_TO_THE_ASKER.has(word) && !STEMS.test(word);
}
