import { consonantSkeleton } from '../language/skeleton.ts';
import { matchKey } from '../language/text.ts';
import { ENGLISH_WORDS } from './english-words.ts';
import { TURKISH_WORDS } from './turkish-words.ts';

/**
 * Words that mean much the same, as beginnings of words (`=` in front: the whole word). They let the
 * classifier carry what it learned from one person's wording over to another's. Finglish is matched by sound.
 */
const CONCEPTS: Readonly<Record<string, string>> = {
  home: 'خانه خونه منزل ملک زمین اپارتمان ساختمان ساختمون سرپناه بنا عمارت ویلا املاک کلنگی مستغلات',
  shop: 'مغازه دکان دکون تجاری =دفترم کسبه کاسب فروشگاه سوپرمارکت کارگاه انبار',
  part: 'طبقه حیاط پارکینگ پیلوت پشتبوم پشتبام انباری بالکن تراس واحد اتاق باغچه زیرزمین راهپله',
  city: 'شهرداری بلدیه شهرسازی شهردار',
  paper: 'گواهی برگه کاغذ نامه سند نوشته ورقه رونوشت نسخه المثنی مدرک تاییدیه',
  needed:
    'مدارک اسناد =مدرک چیا لازم لازمه کپی شناسنامه شرایط شرط مراحل نحوه چگونه چطور چطوری چجوری روال تشریفات قانون ضوابط هزینه خرج تعرفه',
  bring: 'بیارم بیاریم بیاورم بیاره بیارن همراه ببرم تحویل ضمیمه',
  long: 'طول میکشه میکشد =کشه چندروزه معمولا حدودا تقریبا زمان =مدت مدتی',
  money: 'پول مبلغ تومن تومان ریال وجه هزینه چقدر چقد چقدره چنده =چند رقم ارقام جمعا میزان',
  owed: 'بدهی بدهکار قرض معوق مدیون مانده مونده عقبافتاده دیرکرد بدهکاریم =بدم طلب',
  charge: 'عوارض نوسازی پسماند زباله اشغال صنفی =کسب مالیات سالانه',
  bill: 'قبض فیش شناسه قبوض',
  pay: 'پرداخت بپردازم واریز ریختم بریزم دادم =دادیم قسط اقساط نقد کارتبهکارت درگاه اینترنتی رسید تخفیف چک تسویه کسر',
  permit: 'پروانه جواز مجوز اجازه =بسازم =بسازیم احداث =ساخت تجدید تراکم',
  done: 'پایانکار پایان اتمام خاتمه تمام تموم خاتمه تکمیل',
  clear: 'مفاصا مفاسا تسویه صاف پاکحساب بیحساب',
  breach:
    'خلاف خلافی تخلف جریمه کمیسیون ماده 100 تخریب قلع اخطار اضافهبنا غیرمجاز رای بدوی تجدیدنظر',
  sell: 'فروش بفروشم فروختم فروختیم بفروشیم میفروشم خریدار مشتری انتقال منتقل معامله قولنامه مبایعه بهنام =نام =سند بنام خرید هبه صلح',
  inquiry: 'استعلام بانک وام ثبت محضر دفترخانه دارایی وثیقه رهن جوابیه پاسخ =جواب سردفتر',
  dig: 'حفاری کندن بکنم بکنیم انشعاب لوله فاضلاب اسفالت کنتور خط کندنکاری ترانشه',
  split: 'تفکیک افراز تجمیع جدا تقسیم سوا قطعه یکی دوتا مشاع سهم صورتمجلس ادغام',
  use: 'کاربری تبدیل مسکونی تجاری اداری اموزشی مطب تغییر',
  code: 'کد شماره رقم پلاک شناسه عدد کلاسه',
  unknown: 'نمیدونم نمیدانم ندارم گم پیدا یادم نمیتونم فراموش بلد کجاش کجای یادش نداریم',
  visit:
    'بازدید کارشناس مامور مهندس معاینه بیاد بیان بیاید بیایند بیاین متر کروکی اعزام سرکشی بازرس تشریف ببینه ببیند',
  slot: 'نوبت وقت قرار رزرو ساعت تاریخ روز',
  move: 'عوض جابجا جابهجا تغییر عقب جلو بنداز بندازید بندازین موکول انتقال دیگه دیگر منتقل =ببر زودتر دیرتر تعویق',
  stop: 'لغو کنسل باطل منصرف پشیمون پشیمان نیاید نیاین نیان نیاد بیخیال حذف بهم =نمیخوام =نمیخواد =نمیخواهم کانلمیکن',
  when: 'کی چه کدوم کدام زمانی =کیه',
  mine: 'نوبتم نوبتهای نوبتام بازدیدم بازدیدهای بازدیدام وقتم قرارم',
  status:
    'وضعیت نتیجه مرحله کجا رسید رسیده پیگیری پرونده درخواست اماده صادر جواب شد معطل گیر دست امضا کارتابل تقاضا عریضه',
  progress:
    'هنوز هنو بالاخره اخرش =اخر منتظر قبول تصویب تایید درومد =اومد =امد نیومد نیامد حاضر اماده امضا صادرشد تکون هنوزم hanuz hanooz akharesh belakhare',
  where: 'کجاست کجا کجاس ادرس نشانی نزدیکترین نزدیک اطراف لوکیشن مکان',
  office: 'پیشخوان پیشخان دفتر دفاتر کارگزاری اداره ادارات شعبه',
  open: 'باز بازه بسته تعطیل کاری ساعات پنجشنبه',
  phone: 'تلفن شماره تماس زنگ موبایل',
  genuine:
    'اصل اصالت اصله جعلی تقلبی قلابی واقعی معتبر صحت راست راسته درسته الکی فتوشاپ سنجی کلاهبردار',
  tell: 'خبر اطلاع مطلع پیام پیامک اس هشدار یاداوری خبرم گوشبهزنگ',
  complain:
    'شکایت گزارش اعتراض رشوه بیادب همسایه سدمعبر سروصدا چاله توهین معطلی سرگردون تاخیر رسیدگی',
  human: 'اپراتور ادم انسان پشتیبان مسیول کارمند حرف صحبت گفتگو مکالمه وصل زنده ربات رباط',
  data: 'اطلاعات اطلاعاتم داده حریم خصوصی ذخیره شخصی پاک حذف محرمانه دسترسی میبینه نگه',
  language: 'زبان فارسی انگلیسی ترکی کردی عربی ترجمه english انگلیش',
  ability:
    'بلدی بلدید میتونی میتوانی میتونید کمک راهنما راهنمایی امکانات خدمات کار چیکار چکار استفاده',
  heirs: 'ارث وراثت ورثه وارث مرحوم فوت پدر مادر برادر خواهر بابا',
  vehicle: 'ماشین خودرو موتور راننده پلاک گواهینامه طرح ترافیک سرعت',
  state:
    'بیمه سربازی یارانه پاسپورت گذرنامه دانشگاه دادگاه کلانتری پلیس سهام بازنشستگی کارتملی طلاق بیمارستان دکتر ویزا',
  medical:
    'پزشک دکتر بیمارستان درمانگاه دارو داروخانه قرص واکسن دندان جراحی سونوگرافی ازمایشم ازمایش ویزیت مریض بیمار زایمان اورژانس بهداشت سرماخورد doctor bimar daru vaksan',
  telecom:
    'سیمکارت سیم موبایل گوشی اینترنت وایفای مودم واتساپ تلگرام اینستا ایرانسل همراه مخابرات شارژ تلفن رایتل یوتیوب فیلترشکن اپلیکیشن instagram wifi internet',
  utility: 'برق گاز ابفا کنتور علمک خاموشی قطعی اب فشار bargh gaz kontor',
  travel:
    'بلیط بلیت پرواز قطار هتل ویزا سفارت مهاجرت گذرنامه پاسپورت فرودگاه مسافرت سفر تور زیارت حج کربلا اتوبوس ticket visa hotel safar',
  school:
    'مدرسه دانشگاه کنکور دانشجو معلم کلاس خوابگاه دانشکده مدرک شهریه درس ریاضی امتحان انتخاب مشق پایاننامه konkur daneshgah madrese',
  justice:
    'دادگاه طلاق مهریه وکیل قاضی دادسرا دادخواست شکایتنامه ابلاغیه کلانتری زندان اجراییه dadgah talagh vakil',
  employment:
    'حقوق استخدام کارفرما بازنشسته بازنشستگی مستمری سنوات بیمه بیکاری مرخصی کارگر رزومه estekhdam bime',
  finance:
    'سپرده عابر عابربانک رمز حساب سود بورس سکه طلا دلار ارز تسهیلات ضامن قرض dollar tala vam ramz',
  goods:
    'خرید قیمت گوشت لباس کفش یخچال لباسشویی تلویزیون دیجیکالا سفارش کالا تعمیر ارزون گرون gheymat kharid',
  car: 'پراید پژو سمند نیسان پیکان وانت تاکسی اسنپ ترافیک ازادراه اتوبان بنزین راهور گواهینامه موتورسیکلت خلافیخودرو mashin khodro motor snap',
  soldier: 'سرباز سربازی نظاموظیفه اعزام پادگان معاف معافیت معافی کفالت اموزشی sarbaz moaf',
  civil: 'شناسنامه ثبتاحوال کارتملی تولد فوت ازدواج shenasname',
  fun: 'فیلم اهنگ موزیک بازی فوتبال پرسپولیس استقلال شعر جوک فال سریال کنسرت قصه خواننده بازیکن ahang film juk',
  food: 'غذا کباب نان برنج پیتزا خورش اش کیک قورمه رستوران ناهار شام صبحانه kabab ghaza',
  weather: 'هوا باران بارون برف دما گرم سرد بارونی افتابی hava barun',
  feelings: 'دوست عاشق دل دلم عشق غم خوشحال ناراحت حوصله تنها بوس خواب گریه delam dust eshgh',
  abuse: 'خر احمق بیشعور کثافت گمشو خفه لعنت مزخرف دزد عوضی اشغالا khar ahmagh',
  farm: 'کشاورزی گندم باغ دام گاو گوسفند کود سم چاه زراعی',
  religion: 'نماز روزه مسجد دعا هیات قران',
};

interface Stem {
  concept: string;
  stem: string;
  whole: boolean;
}

type Stems = Map<string, Stem[]>;

const PERSIAN: Stems = new Map();
const SOUNDS: Stems = new Map();
const ENGLISH: Stems = new Map();
for (const [concept, written, whole] of writtenIn(CONCEPTS)) {
  const stem = matchKey(written);
  addStem(PERSIAN, { concept, stem, whole });
  const sound = consonantSkeleton(stem);
  if (sound.length >= 2) addStem(SOUNDS, { concept, stem: sound, whole });
}
for (const [concept, written, whole] of writtenIn(TURKISH_WORDS)) {
  addStem(PERSIAN, { concept, stem: matchKey(written), whole });
}
for (const [concept, stem, whole] of writtenIn(ENGLISH_WORDS)) {
  addStem(ENGLISH, { concept, stem, whole });
}

/** The concepts of a word. What is an English word is none of Persian in Latin letters. */
export function conceptsOf(word: string): string[] {
  if (!/^[a-z]/.test(word)) return matching(PERSIAN, word);
  const english = matching(ENGLISH, word);
  return english.length > 0 ? english : matching(SOUNDS, consonantSkeleton(word));
}

function matching(stems: Stems, word: string): string[] {
  const begun = stems.get(word.slice(0, 2)) ?? [];
  return begun
    .filter(({ stem, whole }) => (whole ? word === stem : word.startsWith(stem)))
    .map(({ concept }) => concept);
}

/** Concept, beginning, and whether it is the whole word. */
function* writtenIn(table: Readonly<Record<string, string>>): Generator<[string, string, boolean]> {
  for (const [concept, words] of Object.entries(table)) {
    for (const written of words.split(' ')) {
      const whole = written.startsWith('=');
      yield [concept, whole ? written.slice(1) : written, whole];
    }
  }
}

/** Stands for the name of any service. */
export const SERVICE_SIGN = '@service';
const FOREIGN_SIGN = '@foreign';
const SERVICES: ReadonlySet<string> = new Set(
  'permit done clear breach sell inquiry dig split use'.split(' '),
);
const FOREIGN: ReadonlySet<string> = new Set(
  'vehicle state medical telecom utility travel school justice employment finance goods car soldier civil fun food weather farm religion'.split(
    ' ',
  ),
);

/** What a word of these concepts is in the frame of a sentence: a service, a foreign matter or itself (null). */
export function signOf(concepts: readonly string[]): string | null {
  if (concepts.some((concept) => SERVICES.has(concept))) return SERVICE_SIGN;
  return concepts.some((concept) => FOREIGN.has(concept)) ? FOREIGN_SIGN : null;
}

/** Beginnings of two letters would fit too much: they stand for themselves. */
function addStem(stems: Stems, stem: Stem): void {
  const key = stem.stem.slice(0, 2);
  const whole = stem.whole || stem.stem.length < 3;
  stems.set(key, [...(stems.get(key) ?? []), { ...stem, whole }]);
}
