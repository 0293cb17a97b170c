/**
 * Given names, names of streets and of cities that are words too, or stand in examples: never let through,
 * whatever the vocabulary says. Spelled as `matchKey` spells them.
 */
const NAMES =
  'علی حسین رضا محمد مهدی حسن احمد سعید مجید حمید امیر کاظم اکبر جواد ابراهیم یوسف منصور بهروز فرهاد کوروش ناصر عباس داوود داود سیاوش پرویز ' +
  'اصغر قاسم محسن مسعود مرتضی مصطفی مجتبی هادی هاشم صادق باقر جعفر موسی عیسی اسماعیل سلیمان ایوب یعقوب نوح خلیل کریم رحیم رحمان حبیب عزیز ' +
  'بهرام بهمن بهزاد بیژن آرش آرمان آرین آریا اردلان ارسلان اشکان امید ایمان بابک پدرام پویا پیمان تورج جمشید حامد خسرو داریوش رامین رستم روزبه سامان ' +
  'سهراب شاهین شهرام شهاب شهریار فرامرز فرشاد فرشید فرید کامران کاوه کیان کیوان مازیار منوچهر مهران مهرداد میلاد نادر نوید هومن وحید یاسر یونس نیما ' +
  'مریم زهرا فاطمه نرگس سمیه الهام شیرین پروین مهناز نسرین لیلا ناهید طاهره اعظم ریحانه مینا سارا نگار هانیه معصومه پریسا شهناز فرزانه مهری سودابه ' +
  'آزاده آناهیتا افسانه اکرم الناز بهاره بهار بنفشه پانته پگاه پرستو ترانه ثریا ثنا حمیده خدیجه راضیه رقیه رویا زینب ژاله سپیده ستاره سحر سکینه سوسن ' +
  'شبنم شقایق شکوفه شهلا صدیقه صغری عاطفه فرشته فریبا فریده کبری کلثوم گلناز لادن لاله مائده محبوبه مرضیه مژگان منیژه مهسا مهشید مهتاب میترا نازنین ندا ' +
  'نسترن نغمه نوشین نیلوفر هما هنگامه یاس یاسمن یلدا کاکو صفری نوری زمانی بهشتی طالقانی مطهری شریعتی چمران همت باکری ارم مهدیه سعیدیه پردیس حافظ سعدی ' +
  'بوعلی فردوسی خیام مولوی رودکی الوند فرهنگ بهارستان باغستان آزادگان ولیعصر انقلاب امامزاده کارون گلستان بوستان صنوبر اقاقیا ارغوان سرو چنار مهر الهی ' +
  'تهران اصفهان شیراز مشهد تبریز قم کرج اهواز رشت همدان کرمان یزد اراک زنجان ' +
  'ali hossein hosein hasan hassan reza mohammad mohamad mehdi mahdi ahmad saeed saeid majid hamid amir kazem akbar javad ebrahim yousef mansour behrooz farhad ' +
  'naser abbas davood parviz mohsen masoud morteza mostafa hadi omid iman babak pouya peyman hamed daryoush ramin sina saman shahram farshid kamran kaveh ' +
  'mehran milad nader navid vahid yaser nima maryam zahra fatemeh fateme narges elham shirin parvin mahnaz nasrin leila leyla nahid azam mina sara negar ' +
  'parisa farzaneh mehri azadeh bahar bahareh pegah soraya sahar samira setareh shabnam shokoufe shokufe mahsa mitra nazanin neda nilufar niloofar homa yalda ' +
  'eram mahdieh mehdieh hafez saadi booali ferdosi tehran esfahan isfahan shiraz mashhad tabriz ghom karaj hamedan kerman yazd';

export const NEVER_SHOWN: ReadonlySet<string> = new Set(
  NAMES.split(' ').map((name) => name.replaceAll('آ', 'ا').replaceAll('ئ', 'ی')),
);

/** Endings that make a family name of most words: «…زاده», «…پور», «…نژاد», «…یان‌فر». */
export const FAMILY_NAME = /(?:زاده|پور|نژاد|نیا|فر|منش|وند|zade|zadeh|pour|poor|nejad|nezhad)$/u;
