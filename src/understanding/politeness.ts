import { matchKey } from '../language/text.ts';

/**
 * Openings, tails and forms of address say nothing of the wish. Thanks and greetings leave a sign,
 * because a message may be nothing else; the rest goes without a trace.
 */
const PHRASES: Readonly<Record<string, string>> = {
  Xhello: `
    سلام علیکم | سلام و درود | سلام و احترام | سلام و ادب | سلام و عرض ادب | سلام و وقت بخیر | سلام و خسته نباشید | با سلام و احترام | با سلام و درود |
    با سلام و عرض ادب | با عرض سلام و ادب | با عرض سلام و احترام | با عرض سلام | با سلام | ضمن سلام | ضمن عرض سلام | سلام عرض میکنم | سلام عرض شد | عرض سلام | سلام |
    درود بر شما | درود فراوان | با درود | درود | وقت بخیر | وقتتون بخیر | وقتتان بخیر | وقت شما بخیر | روز بخیر | روزتون بخیر | روزتان بخیر | صبح بخیر | صبحتون بخیر | عصر بخیر | شب بخیر | شبتون بخیر | ظهر بخیر |
    خسته نباشید | خسته نباشی | خسته نباشین | خداقوت | خدا قوت | خوبید | خوب هستید | خوب هستین | خوبی | خوبین | حالتون خوبه | حالت چطوره | چطوری |
    salam alaykom | salam aleykom | salaam | salam | slm | slam | dorud bar shoma | dorud | dorood | vaght bekheyr | vaghtetun bekheyr | vaght bekhair | rooz bekheyr | ruz bekheyr | sobh bekheyr | shab bekheyr | khaste nabashid | khaste nabashin | khaste nabashi | khoda ghovat | khubid | khoobi | hello | hi | hey`,
  Xthanks: `
    با تشکر فراوان | با تشکر | با سپاس فراوان | با سپاس | سپاس فراوان | سپاسگزارم | سپاسگزار | سپاس | متشکرم | متشکر | تشکر | ممنون میشم | ممنون میشوم | ممنونم | ممنون از شما | ممنون | مرسی | دمت گرم | دمتون گرم | دستت درد نکنه | دستتون درد نکنه | دست شما درد نکنه |
    خدا خیرت بده | خدا خیرتون بده | خدا خیرتان بدهد | خدا خیرتان دهد | خیر ببینی | خیر ببینید | خیر ببینین | خدا عمرت بده | خدا عمرتون بده | اجرتون با خدا | لطف میکنید | لطف میکنی | پیشاپیش ممنون | قبلا ممنون | با احترام | ارادتمند | قدردانم |
    mamnun misham | mamnoon misham | mamnoonam | mamnunam | mamnoon | mamnun | merci | mersi | tashakor | moteshakeram | sepas | sepasgozaram | damet garm | dastet dard nakone | thanks | thank you | tnx | thx`,
  '': `
    خواهشمند است | خواهشمندم | خواهشمند | مستدعی است | مستدعیست | مستدعیم | استدعا دارم | استدعا میکنم | استدعا دارد | تقاضا دارد | تقاضا دارم | تقاضامندم | تقاضامند است | خواهش میکنم | خواهشا | لطفا | لطف کنید | لطف کنین | لطف کن | لطف فرمایید | لطف بفرمایید | بی زحمت | بیزحمت | اگه زحمتی نیست | اگر امکان دارد | اگه امکان داره | در صورت امکان |
    احتراما | احترامن | با احترام | با عرض ادب و احترام | با عرض ادب | ضمن عرض ادب و احترام | ضمن عرض ادب | ضمن احترام | بدینوسیله | بدین وسیله | به استحضار میرساند | به عرض میرساند | به اطلاع میرساند | محترما | امر بفرمایید | مرحمت فرمایید | عنایت فرمایید | بذل عنایت فرمایید | بذل محبت فرمایید | دستور فرمایید | مقرر فرمایید |
    ببخشید | ببخشین | ببخش | معذرت میخوام | عذر میخوام | شرمنده | ببخشید مزاحم شدم | ببخشید مزاحم میشم | ببخشید وقتتون رو میگیرم | مزاحم شدم | یه سوال | یه سوال داشتم | یک سوال داشتم | یه سوالی داشتم | سوال داشتم | سوالی داشتم | سوالم اینه | میخواستم بدونم | میخواستم بدانم | میخاستم بدونم | میخواستم ببینم | میخواستم بپرسم | خواستم بدونم | خواستم بپرسم | خواستم ببینم | میشه راهنمایی کنید | میشه راهنماییم کنید | راهنماییم کنید | راهنمایی کنید | راهنمایی بفرمایید | راهنمایی میفرمایید | میشه بگید | میشه بگین | میشه بگی | میشه لطفا بگید | مایلم بدانم | علاقه مندم بدانم | علاقهمندم بدانم |
    جناب | جناب عالی | جنابعالی | سرکار خانم | حضرتعالی | مهندس جان | اقای مهندس | خانم مهندس | داداش | داداشم | داش | اقا جان | ننه جان | ننه | مادر جان | پسر جان | دختر جان | پسرم جان | عزیزم | عزیز | عزیز دلم | قربونت | قربونت برم | قربونتون برم | قربانت | فدات شم | فدات | حاجی | حاج اقا | جون من | رفیق | دوست عزیز | دوستان | همکار محترم | همکار گرامی | مسیولین محترم | کارشناس محترم | اوستا | برادر | خواهشا |
    lotfan | lotfan begid | bi zahmat | bizahmat | bebakhshid | bebakhshin | khahesh mikonam | khaheshan | please | plz | pls | mikhastam bedunam | mikhastam bedoonam | mikhastam bebinam | mishe begid | mishe begin | mishe rahnamayi konid | mishe rahnamai konid | ye soal dashtam | ye soal | soal dashtam | dadash | haji | azizam | ghorbunet | ehteraman | khaheshmand ast`,
};

interface Phrase {
  words: string[];
  sign: string;
}

/** By first word, the longest first. */
const BY_FIRST_WORD = new Map<string, Phrase[]>();
for (const [sign, list] of Object.entries(PHRASES)) {
  for (const phrase of list.split('|')) {
    const words = matchKey(phrase).split(' ');
    const first = words[0]!;
    BY_FIRST_WORD.set(first, [...(BY_FIRST_WORD.get(first) ?? []), { words, sign }]);
  }
}
for (const phrases of BY_FIRST_WORD.values()) {
  phrases.sort((a, b) => b.words.length - a.words.length);
}

/** The words without politeness; all of them beside their signs when nothing else was said. */
export function withoutPoliteness(words: readonly string[]): string[] {
  const kept: string[] = [];
  const signs = new Set<string>();
  for (let i = 0; i < words.length; i++) {
    const phrase = BY_FIRST_WORD.get(words[i]!)?.find((candidate) =>
      candidate.words.every((word, j) => words[i + j] === word),
    );
    if (!phrase) {
      kept.push(words[i]!);
      continue;
    }
    if (phrase.sign) signs.add(phrase.sign);
    i += phrase.words.length - 1;
  }
  return [...signs, ...(kept.length === 0 ? words : kept)];
}
