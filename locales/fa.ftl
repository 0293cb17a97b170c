### Every sentence the bot can say in Persian. Money comes in rials and is shown in toman first.
### Gaps: CODE (identifiers), RAW (addresses), PHONE, TIME, JALALI (days), TOMAN, RIAL, COUNT, PLAIN (years).

## Words

month-1 = فروردین
month-2 = اردیبهشت
month-3 = خرداد
month-4 = تیر
month-5 = مرداد
month-6 = شهریور
month-7 = مهر
month-8 = آبان
month-9 = آذر
month-10 = دی
month-11 = بهمن
month-12 = اسفند

weekday-sat = شنبه
weekday-sun = یکشنبه
weekday-mon = دوشنبه
weekday-tue = سه‌شنبه
weekday-wed = چهارشنبه
weekday-thu = پنجشنبه
weekday-fri = جمعه

service-building-permit = پروانه ساخت
service-completion = پایان‌کار
service-no-violation = گواهی عدم خلاف
service-clearance = مفاصا حساب
service-transfer = نقل و انتقال
service-inquiry = پاسخ استعلام
service-excavation = مجوز حفاری
service-subdivision = تفکیک
service-change-use = تغییر کاربری

account-renovation = نوسازی
account-waste = پسماند
account-guild = کسب و پیشه
account-income = درآمد
account-commission = کمیسیون
account-excavation = حفاری

## Buttons

button-debt = بدهی ملک
button-status = پیگیری پرونده
button-book = نوبت بازدید
button-offices = دفترهای پیشخوان
button-visits = بازدیدهای من
button-help = راهنما
button-pay = پرداخت
button-clearance = مفاصا حساب
button-permit = پروانه ساخت
button-completion = پایان‌کار
button-requirements = مدارک و مراحل
button-steps = مراحل و شرایط
button-other-property = ملک دیگر
button-other-service = کار دیگر
button-other-code = کد دیگر
button-nearest-office = نزدیک‌ترین دفتر
button-debt-details = جزئیات بدهی
button-instalments = قسط و تخفیف
button-copy-bill = کپی شناسه قبض
button-copy-payment = کپی شناسه پرداخت
button-send-contact = ارسال شماره من
button-why-contact = چرا شماره؟
button-send-location = ارسال موقعیت
button-cancel-step = انصراف
button-cancel-booking = انصراف از نوبت
button-cancel-complaint = انصراف از شکایت
button-cancel-verify = انصراف از بررسی
button-cancel-access = انصراف از دسترسی
button-cancel-link = انصراف از پیوند
button-cancel-sms = انصراف از پیامک
button-other-days = روزهای دیگر
button-other-times = روز دیگر
button-confirm-booking = ثبت کن
button-change-booking = تغییر
button-confirm-move = جابه‌جا کن
button-resume-booking = ادامه نوبت
button-leave-booking = فعلاً نه
button-cancel-visit = لغو نوبت
button-yes-cancel = بله، لغو کن
button-keep-visit = نه، بماند
button-voice-agree = موافقم
button-voice-decline = نه
button-voice-right = درست است
button-voice-wrong = نه
button-end-talk = پایان گفت‌وگو
button-talk-again = ادامه با کارشناس
button-erase = حذف اطلاعات من
button-yes-erase = بله، پاک کن
button-keep-data = نه، پاک نکن
button-none-of-these = هیچ‌کدام
button-not-that = منظورم این نبود
button-retry = دوباره امتحان کن
button-other-address = نشانی دیگر
button-no-service = کار دیگر
button-persian = فارسی
button-english = English
button-day = { JALALI($day, style: "short") }
button-time = { TIME($time) }
button-district = منطقه { PLAIN($district) }
button-address = { $address }
button-violation = تخلف ساختمانی
button-transfer = نقل و انتقال
button-inquiry = پاسخ استعلام
button-excavation = مجوز حفاری
button-subdivision = تفکیک و تجمیع
button-change-use = تغییر کاربری
button-find-code = کد ندارم
button-reschedule = جابه‌جایی نوبت
button-verify = اصالت گواهی
button-notify = خبرم کن
button-stop-news = دیگر خبر نده
button-drop-question = لغو
button-complaint = ثبت شکایت
button-operator = صحبت با کارشناس
button-privacy = حریم خصوصی
button-language = زبان
button-open-matter = جزئیات با کد ملی
button-no-violation = گواهی عدم خلاف
button-resume-form = بله، برگردیم
button-leave-form = کنار بگذار
button-unknown = نمی‌دانم
button-bill-sample = نمونه قبض
button-complaint-neighbour = ساختمان همسایه
button-complaint-urban = مشکل شهری
button-complaint-official = رفتار کارکنان
button-complaint-delay = تأخیر در کار
button-complain-delay = شکایت از تأخیر
button-file-complaint = ثبت کن
button-change-text = تغییر متن
button-change-kind = تغییر موضوع

## First words

welcome = سلام، خوش آمدید. من «پاسخ» هستم، دستیار { $city }.
welcome-how = درباره بدهی، پروانه، پایان‌کار، مفاصا یا بازدید ملکتان هرچه می‌خواهید همین‌جا بنویسید؛ رسمی یا خودمانی فرقی نمی‌کند.
greeting = سلام. در خدمتم؛ درباره ملکتان هر سؤالی دارید بنویسید.
thanks = خواهش می‌کنم. هر وقت کاری بود همین‌جا بنویسید.
help =
    این کارها از من برمی‌آید:
    • بدهی ملک و شناسه‌های پرداخت
    • اینکه پرونده‌تان به کجا رسیده، و خبر دادن از تغییرش
    • پروانه، پایان‌کار، مفاصا، استعلام و نقل و انتقال
    • تخلف و رأی کمیسیون، با کد ملی
    • مدارک و مراحل هر کار
    • نوبت بازدید، دفترهای پیشخوان و شکایت
    کافی است به زبان خودتان بنویسید؛ مثلاً «بدهی ملکم چقدره؟».

## Proof

hello = سلام.
ask-contact = برای اینکه سوابق ملک را فقط به صاحبش نشان بدهم، شماره همراهتان را با دکمه پایین بفرستید.
ask-contact-booking = برای ثبت نوبت و خبر دادن روز بازدید، شماره همراهتان را با دکمه پایین بفرستید.
ask-contact-operator = برای گفت‌وگو با کارشناس، اول شماره همراهتان را با دکمه پایین بفرستید. کارشناس شماره را نمی‌بیند.
why-contact = شماره شما را با شماره‌ای که در پرونده ملک ثبت شده مقایسه می‌کنم تا سوابق ملک به دست کس دیگری نرسد. خود شماره ذخیره نمی‌شود؛ فقط اثر رمزشده آن می‌ماند.
contact-thanks = متشکرم، شماره‌تان تأیید شد.
contact-not-own = این شماره مال خود شما نیست یا با دکمه فرستاده نشده است. لطفاً دکمه «ارسال شماره من» را بزنید.
contact-by-button = شماره را ننویسید؛ برای اطمینان، دکمه «ارسال شماره من» را بزنید.
ask-national-id = این شماره همراه برای بیش از یک نفر ثبت شده است. برای اینکه مطمئن شوم، کد ملی خودتان را بنویسید.
ask-national-id-strong = برای نشان دادن این بخش از پرونده، کد ملی خودتان را هم بنویسید. آن را نگه نمی‌دارم؛ فقط با پرونده مقایسه می‌کنم.
national-id-format = کد ملی ده رقم است و این عدد با قالب آن جور نیست. لطفاً دوباره بنویسید.
national-id-tries = امروز دیگر نمی‌توانم کد ملی را امتحان کنم. فردا دوباره بنویسید یا به دفتر پیشخوان سر بزنید.
not-shown = با این مشخصات پرونده‌ای پیدا نکردم که بتوانم به شما نشان دهم. اگر ملک سابقه‌ای ندارد، می‌توانم نوبت بازدید بگیرم؛ اگر شماره همراهتان عوض شده، دفتر پیشخوان آن را اصلاح می‌کند.
cooling-down = تعداد کدهای نادرست زیاد شد. لطفاً { COUNT($minutes) } دقیقه دیگر دوباره امتحان کنید.
role-limited = بر اساس سوابق ثبت‌شده، این بخش از پرونده ملک <b>{ $address }</b> فقط به مالک، وکیل یا وارث او نشان داده می‌شود.
which-property-many = چند ملک به نام شما ثبت است. نام خیابان را بنویسید یا یکی را انتخاب کنید:
ask-code = کد نوسازی ملک را بنویسید؛ هفت عدد که بالای قبض نوسازی آمده است، مثل:
code-corrected = کد را به { CODE($code) } اصلاح کردم.
sample-code = { CODE($code) }

## Debt

debt-title = بدهی ملک <b>{ $address }</b> تا { JALALI($date) }:
debt-title-account = بدهی { $account } ملک <b>{ $address }</b> تا { JALALI($date) }:
debt-line = { $account } { PLAIN($year) }: { TOMAN($due) } تومان
debt-line-late = { $account } { PLAIN($year) }: { TOMAN($due) } تومان ({ TOMAN($late) } آن دیرکرد)
debt-line-discount = { $account } { PLAIN($year) }: { TOMAN($due) } تومان (با { TOMAN($discount) } تخفیف)
debt-line-years = { $account } { PLAIN($from) } تا { PLAIN($to) }: { TOMAN($due) } تومان
debt-total = <b>جمع: { TOMAN($total) } تومان</b> ({ RIAL($total) } ریال)
debt-none = خبر خوب: برای ملک <b>{ $address }</b> تا { JALALI($date) } بدهی ثبت نشده است.
debt-hidden = روی حساب‌های عادی ملک <b>{ $address }</b> تا { JALALI($date) } بدهی ثبت نشده است، ولی مبلغ دیگری در پرونده مانده است که با کد ملی نشان می‌دهم.
debt-none-year = بابت سال { PLAIN($year) } برای ملک <b>{ $address }</b> تا { JALALI($date) } بدهی ثبت نشده است.
debt-none-account = خبر خوب: برای ملک <b>{ $address }</b> تا { JALALI($date) } بدهی { $account } ثبت نشده است.

## Payment

payment-title = برای پرداخت بدهی ملک <b>{ $address }</b>، این شناسه‌ها را در همراه‌بانک، خودپرداز یا درگاه شهرداری وارد کنید:
payment-bill = <b>{ $account }: { TOMAN($amount) } تومان</b> ({ RIAL($amount) } ریال)
payment-by = مهلت: { JALALI($day) }
payment-overdue = مهلت این قبض { JALALI($day) } بوده است؛ اگر بانک نپذیرفت، دفتر پیشخوان قبض تازه می‌دهد.
payment-bill-id = شناسه قبض:
payment-payment-id = شناسه پرداخت:
payment-code = { CODE($code) }
payment-pending = پرداخت { TOMAN($amount) } تومانی شما بابت { $account } در { JALALI($day) } ثبت شده و هنوز در حساب ملک ننشسته است. دوباره پرداخت نکنید؛ معمولاً تا چند روز کاری اصلاح می‌شود.
payment-recorded = پرداخت { TOMAN($amount) } تومانی شما بابت { $account } در { JALALI($day) } در حساب ملک ثبت است.
payment-not-recorded = پرداختی به مبلغ { TOMAN($amount) } تومان هنوز در سوابق این ملک نیست. ثبت پرداخت چند روز کاری زمان می‌برد؛ رسیدتان را نگه دارید و دوباره پرداخت نکنید. اگر مبلغ دیگری بوده، همان را بنویسید.
payment-trace = شماره پیگیری: { CODE($code) }
payment-no-bill = برای { TOMAN($total) } تومان بدهی ملک <b>{ $address }</b> هنوز قبضی صادر نشده است. دفتر پیشخوان همان‌جا قبض می‌دهد.
payment-nothing = ملک <b>{ $address }</b> تا { JALALI($date) } چیزی بدهکار نیست؛ پرداختی لازم نیست.
payment-instalments = قسط‌بندی، چک و تخفیف خوش‌حسابی با واحد درآمد شهرداری است و من آن را حساب نمی‌کنم. با کارت ملی و سند به دفتر پیشخوان یا واحد درآمد بروید.
bill-due = این قبض ({ $account }) به مبلغ <b>{ TOMAN($amount) } تومان</b> ({ RIAL($amount) } ریال) پرداخت نشده است.
bill-paid = این قبض ({ $account }) به مبلغ { TOMAN($amount) } تومان پرداخت شده است.
bill-void = این قبض ({ $account }) باطل شده است؛ آن را پرداخت نکنید.
bill-unknown = قبضی با این دو شناسه پیدا نکردم. لطفاً هر دو شناسه را از روی قبض دوباره بنویسید.
as-of = بر اساس سوابق ثبت‌شده تا { JALALI($date) }.

## Request status

status-line = درخواست { $service } شما در مرحله <b>{ $stage }</b> نزد { $unit } است.
status-line-no-unit = درخواست { $service } شما در مرحله <b>{ $stage }</b> است.
status-no-stage = درخواست { $service } شما ثبت شده و هنوز وارد گردش کار نشده است.
status-elapsed = { COUNT($elapsed) } روز کاری گذشته؛ این مرحله معمولاً { COUNT($expected) } روز است.
status-elapsed-late = { COUNT($elapsed) } روز کاری گذشته؛ این مرحله معمولاً { COUNT($expected) } روز است، پس عقب افتاده.
status-elapsed-only = { COUNT($elapsed) } روز کاری از ورود به این مرحله گذشته است.
status-elapsed-today = همین امروز به این مرحله رسیده است.
status-missing = کارشناس منتظر این مدرک است: «{ $note }».
status-waiting-citizen = این مرحله منتظر شماست؛ فهرست کسری مدارک را دفتر پیشخوان می‌دهد.
status-nothing-missing = در سوابق این درخواست { $service }، کسری مدرکی ثبت نشده است.
status-waiting-payment = این مرحله منتظر پرداخت شماست.
status-stopped-clock = زمان این مرحله با شهرداری نیست و در مهلت حساب نمی‌شود.
status-due-on = موعد پاسخ: { JALALI($day) }
status-number = شماره درخواست: { CODE($code) }
status-completed = درخواست { $service } شما در { JALALI($day) } تمام شده است. جواب را دفتر پیشخوان تحویل می‌دهد.
status-completed-undated = درخواست { $service } شما تمام شده است. جواب را دفتر پیشخوان تحویل می‌دهد.
status-certificate = گواهی شماره { CODE($number) } به تاریخ { JALALI($day, style: "day") }
status-cancelled = درخواست { $service } شما لغو شده است.
status-archived = درخواست { $service } شما موقتاً بایگانی شده است؛ برای ادامه به دفتر پیشخوان بروید.
status-none = برای ملک <b>{ $address }</b> تا { JALALI($date) } درخواستی ثبت نشده است.
status-none-service = برای ملک <b>{ $address }</b> تا { JALALI($date) } درخواست { $service } ثبت نشده است.
status-several = برای ملک <b>{ $address }</b> چند درخواست هست. کدام؟
status-no-need = لازم نیست برای پیگیری بیایید؛ هر وقت بپرسید آخرین وضعیت را همین‌جا می‌گویم.
status-blocked = یک موضوع باز در پرونده ملک جلو این کار را گرفته است.
objection-request = بله. اگر از روند این درخواست یا رفتار کسی ناراضی هستید، همین‌جا شکایتتان را ثبت می‌کنم. برای اعتراض به خود پاسخ، به دفتر پیشخوان بروید.
objection-charges = بله. اگر مبلغی را درست نمی‌دانید، درخواست بررسی را به دفتر پیشخوان یا واحد درآمد بدهید؛ اختلاف درباره عوارض را کمیسیون ماده ۷۷ بررسی می‌کند.

## Certificates and services on record

permit-valid = پروانه ساخت ملک <b>{ $address }</b> صادر شده و معتبر است.
permit-expired = اعتبار پروانه ساخت ملک <b>{ $address }</b> تمام شده است. تمدید آن از دفتر پیشخوان شروع می‌شود.
permit-revoked = پروانه ساخت ملک <b>{ $address }</b> باطل شده است. برای دلیل آن باید حضوری مراجعه کنید.
completion-valid = پایان‌کار ملک <b>{ $address }</b> صادر شده است.
completion-expired = اعتبار پایان‌کار ملک <b>{ $address }</b> تمام شده است. تمدید آن از دفتر پیشخوان شروع می‌شود.
completion-revoked = پایان‌کار ملک <b>{ $address }</b> باطل شده است. برای دلیل آن باید حضوری مراجعه کنید.
no-violation-valid = گواهی عدم خلاف ملک <b>{ $address }</b> صادر شده و معتبر است.
no-violation-expired = اعتبار گواهی عدم خلاف ملک <b>{ $address }</b> تمام شده است.
no-violation-revoked = گواهی عدم خلاف ملک <b>{ $address }</b> باطل شده است. برای دلیل آن باید حضوری مراجعه کنید.
excavation-valid = مجوز حفاری ملک <b>{ $address }</b> صادر شده و معتبر است.
excavation-expired = اعتبار مجوز حفاری ملک <b>{ $address }</b> تمام شده است.
excavation-revoked = مجوز حفاری ملک <b>{ $address }</b> باطل شده است. برای دلیل آن باید حضوری مراجعه کنید.
subdivision-valid = صورت‌مجلس تفکیکی ملک <b>{ $address }</b> صادر شده است.
subdivision-expired = اعتبار صورت‌مجلس تفکیکی ملک <b>{ $address }</b> تمام شده است.
subdivision-revoked = صورت‌مجلس تفکیکی ملک <b>{ $address }</b> باطل شده است. برای دلیل آن باید حضوری مراجعه کنید.
certificate-number = شماره: { CODE($number) }
certificate-issued = تاریخ صدور: { JALALI($day, style: "day") }
certificate-until = اعتبار تا: { JALALI($day, style: "day") }
certificate-size = { $parts }
part-floors = { COUNT($count) } طبقه
part-units = { COUNT($count) } واحد
part-area = زیربنا { COUNT($count) } متر مربع
part-two = { $first }، { $second }
decision-hold = برای پرونده ملک <b>{ $address }</b> باید حضوری به شهرداری مراجعه کنید.
decision-debt = اول باید بدهی ملک <b>{ $address }</b> پرداخت شود: <b>{ TOMAN($total) } تومان</b> ({ RIAL($total) } ریال).
decision-debt-service = بعد از پرداخت، کار { $service } ادامه پیدا می‌کند.
decision-blocked = یک موضوع باز در پرونده ملک <b>{ $address }</b> جلو کار { $service } را گرفته است.
decision-visit-always = کار { $service } همیشه با بازدید کارشناس از ملک شروع می‌شود. برای ملک <b>{ $address }</b> نوبت بگیرم؟
decision-visit-no-record = برای ملک <b>{ $address }</b> سابقه تازه‌ای ندارم، پس اول کارشناس باید بازدید کند. نوبت بگیرم؟
decision-debt-hidden = اول باید مبلغی که در پرونده ملک <b>{ $address }</b> مانده پرداخت شود؛ جزئیات آن فقط با کد ملی نشان داده می‌شود.
debt-hidden-too = مبلغ دیگری هم مانده است که فقط با کد ملی نشان داده می‌شود.
decision-clear = مانعی برای { $service } ملک <b>{ $address }</b> دیده نمی‌شود و بازدید تازه لازم نیست. برای گرفتن آن با سند و کارت ملی به دفتر پیشخوان بروید.
decision-visit-later = کار { $service } همیشه با بازدید کارشناس شروع می‌شود؛ نوبتش را همین حالا هم می‌توانید بگیرید.
land-use = کاربری ثبت‌شده ملک <b>{ $address }</b>: <b>{ $use }</b>
land-use-none = برای ملک <b>{ $address }</b> کاربری ثبت نشده است.
clearance-clear = ملک <b>{ $address }</b> تا { JALALI($date) } هیچ بدهی ثبت‌شده‌ای ندارد و مانعی برای مفاصا حساب نیست.
clearance-next = برای گرفتن برگه، با سند و کارت ملی به دفتر پیشخوان بروید.
clearance-number = آخرین مفاصا حساب: شماره { CODE($number) } به تاریخ { JALALI($day, style: "day") }
clearance-owed = هنوز <b>{ TOMAN($total) } تومان</b> ({ RIAL($total) } ریال) مانده است، برای همین مفاصا حساب صادر نمی‌شود.
clearance-owed-hidden = هنوز مبلغی مانده است، برای همین مفاصا حساب صادر نمی‌شود. جزئیات آن فقط با کد ملی نشان داده می‌شود.

## What the municipality would answer today

checklist-clear = برای { $service } ملک <b>{ $address }</b>، بر اساس سوابق ثبت‌شده تا { JALALI($date) } مانعی دیده نمی‌شود:
checklist-blocked = برای { $service } ملک <b>{ $address }</b>، بر اساس سوابق ثبت‌شده تا { JALALI($date) } هنوز مانعی هست:
checklist-visit = برای { $service } ملک <b>{ $address }</b>، بر اساس سوابق ثبت‌شده تا { JALALI($date) } اول بازدید کارشناس لازم است:
checklist-rest = وضع ملک <b>{ $address }</b> بر اساس سوابق ثبت‌شده تا { JALALI($date) }:
checklist-next-transfer = نامه دفترخانه را به دفتر پیشخوان بدهید تا پاسخ آن صادر شود.
checklist-next-inquiry = نامه بانک یا اداره را به دفتر پیشخوان بدهید تا پاسخ آن صادر شود.
check-hold = ✗ برای این پرونده باید حضوری به شهرداری مراجعه کنید.
check-nothing-owed = ✓ بدهی ثبت‌شده‌ای ندارد.
check-owed = ✗ بدهی: <b>{ TOMAN($total) } تومان</b> ({ RIAL($total) } ریال)
check-owed-hidden = ✗ مبلغی مانده است که فقط با کد ملی نشان داده می‌شود.
check-open-matter = ✗ یک موضوع باز در پرونده هست.
check-no-open-matter = ✓ موضوع بازی در پرونده نیست.
check-certificate-fresh = ✓ { $name } شماره { CODE($number) }، { JALALI($day, style: "day") }
check-certificate-old = • { $name } شماره { CODE($number) }، { JALALI($day, style: "day") }؛ بیش از { COUNT($months) } ماه گذشته است.
check-certificate-expired = ✗ { $name } شماره { CODE($number) }، { JALALI($day, style: "day") }؛ اعتبارش تمام شده است.
check-certificate-revoked = ✗ { $name } شماره { CODE($number) }، { JALALI($day, style: "day") }؛ باطل شده است.
check-no-certificate = • پایان‌کار یا گواهی عدم خلاف ثبت نشده است.
check-request = • درخواست باز { $service }: مرحله { $stage }
check-request-no-stage = • درخواست باز { $service }: هنوز وارد گردش کار نشده است.
inquiry-valid = پاسخ استعلام ملک <b>{ $address }</b> صادر شده است.
inquiry-expired = اعتبار پاسخ استعلام ملک <b>{ $address }</b> تمام شده است؛ برای نامه تازه، پاسخ تازه لازم است.
inquiry-revoked = پاسخ استعلام ملک <b>{ $address }</b> باطل شده است. برای دلیل آن باید حضوری مراجعه کنید.
inquiry-letter-from = گیرنده: { $from }
inquiry-letter-number = شماره نامه: { CODE($number) }
inquiry-note = یادداشت کارشناس: «{ $note }»
inquiry-still-clear = امروز هم مانعی برای پاسخ تازه دیده نمی‌شود.

## Violations

violations-none = برای ملک <b>{ $address }</b>، بر اساس سوابق ثبت‌شده تا { JALALI($date) } تخلفی ثبت نشده است.
violations-none-open = برای ملک <b>{ $address }</b>، بر اساس سوابق ثبت‌شده تا { JALALI($date) } تخلف بازی نمانده است.
violations-title = تخلف‌های باز ملک <b>{ $address }</b>، بر اساس سوابق ثبت‌شده تا { JALALI($date) }:
violation-line = • { $parts }
violation-kind = <b>{ $kind }</b>
violation-floor = طبقه { $floor }
violation-area = { COUNT($area) } متر مربع
violation-year = سال { PLAIN($year) }
violation-undecided = هنوز در حال رسیدگی است و رأیی ثبت نشده است.
violation-in-commission = در کمیسیون ماده صد است و هنوز رأیی ثبت نشده است.
violation-decided-first = رأی بدوی کمیسیون ماده صد: { $outcome }
violation-decided-appeal = رأی تجدیدنظر کمیسیون ماده صد: { $outcome }
violation-decided = رأی کمیسیون ماده صد: { $outcome }
outcome-fine = جریمه <b>{ TOMAN($fine) } تومان</b> ({ RIAL($fine) } ریال)
outcome-fine-unstated = جریمه؛ مبلغ آن ثبت نشده است
outcome-demolish = برداشتن بخش خلاف (قلع بنا)
outcome-acquit = برائت؛ جریمه‌ای ندارد
outcome-restore-use = برگرداندن کاربری به حالت مجاز
violation-decision-number = شماره رأی: { CODE($number) }
violation-notified = ابلاغ: { JALALI($day) }
objection-open = مهلت اعتراض: تا { JALALI($until) } ({ COUNT($days) } روز مانده)
objection-today = مهلت اعتراض: تا پایان امروز، { JALALI($until) }
objection-passed = مهلت اعتراض در { JALALI($until) } تمام شده است.
objection-not-notified = تاریخ ابلاغ ثبت نشده است؛ مهلت اعتراض { COUNT($days) } روز پس از ابلاغ است.
violations-more = { COUNT($count) } تخلف باز دیگر هم ثبت است.
violations-closed = { COUNT($count) } مورد قدیمی‌تر تعیین تکلیف و بسته شده است.
violations-fine-due = مانده جریمه در حساب ملک: <b>{ TOMAN($due) } تومان</b> ({ RIAL($due) } ریال)
violations-fine-unpaid = این جریمه هنوز در حساب ملک مانده است.
violations-object = برای اعتراض، با رأی و کارت ملی به شهرداری بروید.

## Requirements

requirements-which = مدارک و مراحل کدام کار را می‌خواهید؟
requirements-title = <b>{ $service }</b>
requirements-documents = مدارک: { $list }
requirements-steps = مراحل: { $list }
requirements-time = زمان معمول: { COUNT($days) } روز کاری
requirements-time-unknown = زمان معمولش در دست من نیست؛ دفتر پیشخوان می‌داند.
requirements-time-note = زمان: { $note }
requirements-who = درخواست‌دهنده: { $who }
requirements-cost = هزینه: { $note }
requirements-validity = اعتبار: { $text }

## Offices

offices-ask = نام دفتر یا محله را بنویسید، یا موقعیتتان را بفرستید تا نزدیک‌ترین را بگویم.
offices-nearest = نزدیک‌ترین دفترهای پیشخوان به شما:
offices-found = دفترهایی که پیدا کردم:
offices-near = نزدیک‌ترین دفترهای پیشخوان به { $place }:
offices-of-district = { $place } در منطقه { PLAIN($district) } است. دفترهای آن‌جا:
offices-for = کار «{ $service }» در دفترهای پیشخوان انجام می‌شود.
pin-far = این نقطه از { $city } خیلی دور است؛ حدود { COUNT($kilometres) } کیلومتر.
offices-open-now = دفترهایی که الان بازند:
offices-none-open = الان هیچ دفتری باز نیست.
office-line = <b>{ $name }</b>: { $address }
office-line-district = <b>{ $name }</b> (منطقه { PLAIN($district) }): { $address }
office-distance-m = فاصله: حدود { COUNT($metres) } متر
office-distance-km = فاصله: حدود { COUNT($kilometres) } کیلومتر
office-phone = تلفن: { PHONE($phone) }
office-open = الان باز است؛ تا { TIME($until) }
office-opens = الان بسته است؛ باز می‌شود: { JALALI($day, style: "short") } ساعت { TIME($time) }
office-hours = ساعت کار: { $hours }
office-unknown = دفتری با نام «{ $name }» پیدا نکردم. نام محله را بنویسید یا موقعیتتان را بفرستید.
municipality-open = { $city } الان باز است؛ تا { TIME($until) }. تلفن: { PHONE($phone) }
municipality-opens = { $city } الان بسته است؛ باز می‌شود: { JALALI($day, style: "short") } ساعت { TIME($time) }. تلفن: { PHONE($phone) }
municipality-phone = تلفن { $city }: { PHONE($phone) }

## Booking a visit

booking-no-record = برای ملکی که سابقه ندارد، اول کارشناس باید از آن بازدید کند.
booking-service = بازدید برای کدام کار است؟
booking-for-which = بازدید کدام ملک؟
booking-address = نشانی ملک را بنویسید یا موقعیتش را بفرستید.
booking-address-short = لطفاً نشانی را کامل‌تر بنویسید؛ مثلاً خیابان، کوچه و پلاک.
booking-address-of-pin = نشانی این محل را هم در یک خط بنویسید؛ مثلاً خیابان، کوچه و پلاک.
booking-district = این نشانی در کدام منطقه است؟
booking-days = نزدیک‌ترین وقت‌های خالی منطقه { PLAIN($district) }:
booking-more-days = روزهای دیگر منطقه { PLAIN($district) }:
booking-no-days = در منطقه { PLAIN($district) } تا پایان دوره نوبت‌دهی جای خالی نمانده است. فردا وقت‌های تازه باز می‌شود.
booking-no-more-days = روز خالی دیگری تا پایان دوره نوبت‌دهی نیست. نزدیک‌ترین‌ها:
booking-times = { JALALI($day) } این ساعت‌ها جا دارد:
booking-day-past = { JALALI($day, style: "short") } گذشته است.
booking-day-too-soon = { JALALI($day, style: "short") } به مهلت { COUNT($lead) } روز کاری نمی‌رسد.
booking-day-closed = { JALALI($day, style: "short") } بازدید نداریم ({ $reason }).
booking-day-closed-weekly = { JALALI($day, style: "short") } بازدید نداریم.
booking-day-full = { JALALI($day, style: "short") } پر است.
booking-time-full = { JALALI($day, style: "short") } ساعت { TIME($time) } پر است.
booking-day-beyond = { JALALI($day, style: "short") } هنوز باز نشده است.
booking-just-taken = این وقت را همین حالا شخص دیگری گرفت. وقت‌های دیگر:
booking-check = { JALALI($day) }، ساعت { TIME($from) } تا { TIME($to) }، { $address }. درست است؟
booking-provisional = تعطیلی‌های آن روزها هنوز قطعی نیست؛ اگر تغییر کند خبر می‌دهم.
booking-done = ثبت شد. کد پیگیری:
booking-tracking = { CODE($code) }
booking-done-when = { JALALI($day) }، ساعت { TIME($from) } تا { TIME($to) }، { $address }
booking-done-bring = آن روز مالک یا وکیل با اصل سند و کارت ملی در محل باشد. شب قبل یادآوری می‌کنم؛ جواب نهایی را دفتر پیشخوان می‌دهد.
booking-already = این نوبت قبلاً ثبت شده است. کد پیگیری:
booking-limit = همین حالا { COUNT($limit) } نوبت باز دارید. برای نوبت تازه، اول یکی را لغو کنید.
booking-too-often = در ۳۰ روز گذشته { COUNT($limit) } نوبت گرفته‌اید و جای دیگران را هم باید نگه داریم. از { JALALI($day) } دوباره می‌توانید نوبت بگیرید؛ برای کار فوری با { PHONE($phone) } تماس بگیرید.
booking-duplicate = برای همین ملک و همین کار یک نوبت باز دارید:
booking-duplicate-other = برای همین ملک و همین کار یک نوبت باز ثبت شده است؛ تا پایان آن نوبت دیگری نمی‌توان گرفت.
booking-paused = برگردیم به نوبت بازدید؟
noted = بسیار خوب.
what-next = چه کاری برایتان انجام بدهم؟
cancelled-step = باشد، کنار گذاشتم.
cancel-which-form = کدام را کنار بگذارم؟
nothing-open = چیزی نیمه‌کاره نمانده است.
step-over = آنچه این دکمه کنار می‌گذاشت دیگر باز نیست.
booking-stopped = نوبت‌گیری را کنار گذاشتم. چیزی ثبت نشد.

## My visits

visits-none = نوبت بازدید بازی ندارید.
visits-title = بازدیدهای شما:
visit-line = • { JALALI($day) }، ساعت { TIME($from) } تا { TIME($to) }، { $address }
visit-service = بابت { $service }، کد پیگیری { CODE($code) }
visit-code = کد پیگیری { CODE($code) }
cancel-which = کدام نوبت را لغو کنم؟
cancel-check = نوبت { JALALI($day) } ساعت { TIME($from) }، { $address } لغو شود؟
cancel-done = نوبت { CODE($code) } لغو شد. هر وقت خواستید می‌توانید نوبت تازه بگیرید.
cancel-gone = این نوبت دیگر باز نیست.
cancel-kept = باشد، نوبت سر جایش می‌ماند.
move-which = کدام نوبت را جابه‌جا کنم؟
move-where = نوبت { JALALI($day, style: "short") } ساعت { TIME($from) } را به کِی ببرم؟ تا تأیید شما سر جایش می‌ماند.
move-check = نوبت از { JALALI($oldDay, style: "short") } ساعت { TIME($oldFrom) } برود به { JALALI($day) }، ساعت { TIME($from) } تا { TIME($to) }؟
move-same = نوبت همین حالا هم { JALALI($day, style: "short") } ساعت { TIME($time) } است.
move-done = جابه‌جا شد. کد پیگیری همان است:
move-already = این نوبت قبلاً جابه‌جا شده است. کد پیگیری:
move-left = تا ساعت { TIME($time) } روز کاری قبل از بازدید، باز هم می‌توانید جابه‌جایش کنید.
move-last = این نوبت دیگر جابه‌جا نمی‌شود؛ اگر نرسیدید، تا شروع بازدید می‌توانید لغوش کنید.
move-too-late = نوبت { JALALI($day, style: "short") } ساعت { TIME($from) } را تا { JALALI($lastDay, style: "short") } ساعت { TIME($time) } می‌شد جابه‌جا کرد؛ آن مهلت گذشته است.
move-too-often = نوبت { JALALI($day, style: "short") } ساعت { TIME($from) } به اندازه‌ای که می‌شود جابه‌جا شده است.
move-or-cancel = اگر نمی‌رسید، لغوش کنید تا وقت به دیگری برسد؛ بعد نوبت تازه می‌گیریم.
visit-reminder-tomorrow = یادآوری: فردا نوبت بازدید دارید.
visit-reminder-today = یادآوری: امروز نوبت بازدید دارید.
visit-reminder-bring = مالک یا وکیل با اصل سند و کارت ملی در محل باشد. اگر نمی‌رسید، همین‌جا لغو کنید تا وقت به دیگری برسد.
visit-choice = { JALALI($day, style: "short") } { TIME($time) }

## News of a property

topic-requests = درخواست‌ها
topic-bills = قبض‌ها
topic-certificates = گواهی‌ها
topics-two = { $first } و { $second }
topics-three = { $first }، { $second } و { $third }
news-on = باشد. برای ملک <b>{ $address }</b> هر تغییری در { $topics } ثبت شود، همین‌جا خبرتان می‌کنم.
news-not-offered = تغییرهای پرونده خودشان به من نمی‌رسند؛ پس نمی‌توانم قول بدهم که از ملک <b>{ $address }</b> خبر بفرستم. هر وقت بپرسید، وضع همان لحظه را می‌گویم.
news-until = این خبرها تا { JALALI($day) } می‌آید؛ برای ادامه، آن روز شماره‌تان را دوباره تأیید کنید.
news-off = باشد. دیگر خبری از ملک‌هایتان نمی‌فرستم.
news-off-one = باشد. دیگر خبری از این ملک نمی‌فرستم.
news-request = خبر تازه از ملک <b>{ $address }</b>:
news-bill = برای ملک <b>{ $address }</b> قبض تازه صادر شد:
news-bill-paid = پرداخت قبض { $account } ملک <b>{ $address }</b> به مبلغ { TOMAN($amount) } تومان ثبت شد.
news-bill-void = قبض { $account } ملک <b>{ $address }</b> به مبلغ { TOMAN($amount) } تومان باطل شد؛ آن را پرداخت نکنید.
news-certificate = { $certificate } ملک <b>{ $address }</b> صادر شد.
news-certificate-renewed = اعتبار { $certificate } ملک <b>{ $address }</b> تمدید شد.
news-certificate-expired = اعتبار { $certificate } ملک <b>{ $address }</b> تمام شد.
news-certificate-revoked = { $certificate } ملک <b>{ $address }</b> باطل شد. برای دلیل آن باید حضوری مراجعه کنید.

## A question kept while the records are down

question-resumed = سوابق دوباره در دسترس است؛ این هم جواب سؤالی که پیش‌تر پرسیدید:
question-dropped = باشد، آن سؤال را کنار گذاشتم.
question-gone = این سؤال دیگر در انتظار نیست. از این‌جا ادامه بدهیم:
question-expired = یک شبانه‌روز گذشت و به سوابق دسترسی پیدا نکردم؛ ببخشید که سؤالتان ({ $about }) بی‌جواب ماند. دیگر در انتظار نمی‌ماند.
step-kept = الان به سوابق دسترسی ندارم. پیامتان را نگه داشتم و همین که وصل شد از همین‌جا ادامه می‌دهم.
step-kept-instead = هنوز به سوابق دسترسی ندارم. این پیام را به جای قبلی نگه داشتم و همین که وصل شد از همین‌جا ادامه می‌دهم.
step-resumed = سوابق دوباره در دسترس است؛ از همان‌جا که ماندیم:
step-dropped = پیام قبلی‌تان را کنار گذاشتم.
step-expired = یک شبانه‌روز گذشت و به سوابق دسترسی پیدا نکردم؛ ببخشید. پیامتان دیگر در انتظار نمی‌ماند.

## Is this certificate genuine

verify-needs = برای سنجش اصالت، سه چیز روی برگه لازم است: شماره گواهی، کد نوسازی و تاریخ صدور. می‌توانید هر سه را در یک پیام بنویسید.
verify-ask-number = شماره گواهی چیست؟
verify-ask-code = کد نوسازی نوشته‌شده روی برگه چیست؟
verify-ask-day = تاریخ صدور گواهی چیست؟ با سال بنویسید؛ مثل ۱۰ خرداد ۱۴۰۵.
form-not-read = این را متوجه نشدم.
verify-not-by-photo = از روی عکس نمی‌خوانم؛ لطفاً بنویسید.
verify-valid = { $kind } شماره { CODE($number) } به تاریخ { JALALI($day, style: "day") } در سوابق شهرداری ثبت شده و <b>معتبر</b> است.
verify-expired = { $kind } شماره { CODE($number) } به تاریخ { JALALI($day, style: "day") } در سوابق شهرداری ثبت شده، ولی <b>اعتبارش تمام شده</b> است.
verify-revoked = { $kind } شماره { CODE($number) } به تاریخ { JALALI($day, style: "day") } در سوابق شهرداری ثبت شده، ولی <b>باطل شده</b> است.
verify-not-confirmed = با این مشخصات نتوانستم گواهی را تأیید کنم. شماره، کد و تاریخ را دوباره از روی برگه ببینید؛ اگر باز تأیید نشد، اصل برگه را به دفتر پیشخوان ببرید.
verify-paused = برگردیم به اصالت گواهی؟
verify-left = بررسی گواهی را کنار گذاشتم.

## Complaints

ask-contact-complaint = برای ثبت شکایت، شماره همراهتان را با دکمه پایین بفرستید تا بدانیم شکایت از خود شماست.
complaint-ask-about = شکایت درباره چیست؟
complaint-ask-text = ماجرا را در یک پیام بنویسید: چه شده، کجا و از کی.
complaint-ask-delay = ماجرا را در یک پیام بنویسید: کدام کار و از کی مانده است. اگر شماره درخواست را دارید، آن را هم بنویسید.
complaint-ask-delay-of = شکایت از تأخیر درخواست { CODE($code) }. در یک پیام بنویسید چه مانده و از کی.
complaint-ask-district = این در کدام منطقه است؟ نشانی را هم می‌توانید بنویسید.
complaint-too-short = کمی کامل‌تر بنویسید تا بشود رسیدگی کرد.
complaint-ask-again = ببخشید اگر روشن نپرسیدم. همان‌طور که برای کسی تعریف می‌کنید، در یکی دو جمله بنویسید.
complaint-too-long = این متن { COUNT($length) } نویسه می‌شود و تا { COUNT($limit) } نویسه جا دارد. لطفاً کوتاه‌ترش کنید و دوباره بنویسید.
complaint-check = <b>{ $kind }</b>
complaint-check-district = <b>{ $kind }</b>، منطقه { PLAIN($district) }
complaint-text = «{ $text }»
complaint-with-photo = یک عکس همراه شکایت است.
complaint-photo-welcome = اگر عکسی دارید، همین حالا بفرستید.
complaint-photo-kept = عکس را کنار شکایت گذاشتم.
complaint-photo-changed = عکس تازه را جای عکس قبلی گذاشتم.
complaint-place-kept = موقعیت را کنار شکایت گذاشتم.
complaint-text-added = این را هم به متن اضافه کردم:
complaint-text-kept = ماجرا را نوشتم.
complaint-more-kept = این را هم کنار متن گذاشتم.
complaint-readers = متن و عکس را کارشناسان شهرداری می‌خوانند. ثبت کنم؟
complaint-filed = شکایت شما ثبت شد. شماره شکایت:
complaint-number = { CODE($code) }
complaint-filed-next = این شماره را برای پیگیری نگه دارید. اگر خطر فوری است، همین حالا با { PHONE($phone) } تماس بگیرید.
complaint-filed-before = این شکایت قبلاً ثبت شده است. شماره شکایت:
complaint-limit = در ۲۴ ساعت گذشته { COUNT($limit) } شکایت از شما ثبت شده است. فردا دوباره بنویسید؛ برای کار فوری با { PHONE($phone) } تماس بگیرید.
complaint-paused = برگردیم به شکایت؟
complaint-left = شکایت را کنار گذاشتم. چیزی ثبت نشد.

## Where the renovation code is

find-code-where = کد نوسازی بالای قبض نوسازی است؛ هفت عدد که با خط تیره از هم جدا می‌شوند:
find-code-no-bill = قبض ندارید؟ دفتر پیشخوان با سند و کارت ملی کد را می‌گوید. از روی نشانی، کد پستی یا پلاک ثبتی، کد را این‌جا به کسی نمی‌گویم.
ask-contact-code = شاید اصلاً به کد نیاز نباشد: اگر شماره همراهتان در پرونده ملک است، آن را با دکمه پایین بفرستید تا کد را همین‌جا بنویسم.
find-code-none = با این شماره همراه ملکی پیدا نکردم که بتوانم کدش را بگویم. کد روی قبض هست و دفتر پیشخوان هم با سند و کارت ملی آن را می‌گوید؛ اگر شماره‌تان عوض شده، همان‌جا اصلاح می‌شود.
find-code-own = کد نوسازی ملک‌هایی که شماره شما در پرونده‌شان است:
find-code-property = <b>{ $address }</b>
find-code-more = و { COUNT($count) } ملک دیگر؛ برای هرکدام بنویسید «کد ملک» و نام خیابانش.
find-code-not-needed = برای پرسیدن از من کد لازم نیست؛ نام خیابان کافی است.

## Codes by SMS

button-other-mobile = با شماره دیگرم
button-own-contact = شماره خودم
button-sms-again = ارسال دوباره
sms-ask-mobile = شماره همراهی را که در پرونده ملک ثبت شده بنویسید تا کدی شش‌رقمی به آن پیامک شود.
sms-mobile-format = شماره همراه یازده رقم است و با صفر و نُه شروع می‌شود؛ لطفاً دوباره بنویسید.
sms-asked = اگر { PHONE($mobile) } در پرونده‌ای ثبت شده باشد، کدی شش‌رقمی به آن پیامک می‌شود. کد را تا { COUNT($minutes) } دقیقه همین‌جا بنویسید.
sms-ask-code = کد شش‌رقمی پیامک را بنویسید.
sms-not-come = اگر تا چند دقیقه پیامکی نیامد، شاید این شماره در پرونده نیست. شماره را دوباره بنویسید تا کد تازه‌ای خواسته شود، یا یکی از این راه‌ها را بروید:
sms-code-format = کد شش رقم است؛ لطفاً همان را بنویسید.
sms-wait = کد قبلی هنوز کار می‌کند؛ { COUNT($seconds) } ثانیه دیگر می‌توانید دوباره بخواهید.
sms-wrong = این کد درست نیست؛ { COUNT($tries) } بار دیگر می‌توانید بنویسید.
sms-over = این کد دیگر کار نمی‌کند؛ برای کد تازه شماره را دوباره بنویسید. اگر پیامکی نمی‌رسد، شماره خودتان را با دکمه بفرستید یا از دفتر پیشخوان بخواهید شماره پرونده را اصلاح کند.
sms-limit = فعلاً کد دیگری نمی‌فرستم؛ { COUNT($minutes) } دقیقه دیگر دوباره بخواهید.
sms-proven = متشکرم، شماره { PHONE($mobile) } تأیید شد.
sms-paused = برگردیم به تأیید شماره؟
sms-left = تأیید با پیامک را کنار گذاشتم.
sms-text = { $city }: کد تأیید شما { RAW($code) } است. آن را به هیچ‌کس ندهید.

## Letting others look

button-give-access = دادن دسترسی
button-representatives = نماینده‌های من
button-take-back = پس گرفتن { COUNT($number) }
button-a-day = یک روز
button-a-week = یک هفته
button-a-month = یک ماه
button-three-months = سه ماه
button-copy-link = کپی پیوند
access-which = کدام ملک را کس دیگری ببیند؟
access-how-long = <b>{ $address }</b> را تا چه مدت کس دیگری ببیند؟
access-what = او بدهی، قبض، مرحله درخواست‌ها و گواهی‌های همین ملک را می‌بیند؛ تخلف‌ها و مالکان دیگر را نه. هر وقت بخواهید پس می‌گیرید.
access-none = دسترسی را مالک، وارث یا وکیلی می‌دهد که شماره‌اش در پرونده ملک است. شماره پرونده را دفتر پیشخوان اصلاح می‌کند.
access-limit = هم‌زمان { COUNT($count) } دسترسی می‌توانید داده باشید؛ اول یکی را پس بگیرید.
access-link = این پیوند را به نماینده‌تان بدهید. هرکه اول بازش کند، با شماره خودش { COUNT($days) } روز <b>{ $address }</b> را می‌بیند. پیوند یک بار کار می‌کند و اگر تا { COUNT($hours) } ساعت باز نشود، باطل می‌شود.
access-link-address = { RAW($link) }
access-list = این‌ها به نمایندگی شما می‌بینند:
access-nobody = اکنون کسی به نمایندگی شما ملکی را نمی‌بیند.
access-active = { COUNT($number) }. شماره { PHONE($mobile) }، از { JALALI($since, style: "day") } تا { JALALI($until, style: "day") }
access-waiting = { COUNT($number) }. پیوندی که هنوز باز نشده؛ تا { JALALI($day, style: "short") } ساعت { TIME($time) } کار می‌کند.
access-of-property = ملک <b>{ $address }</b>
access-looks = { COUNT($looks) } بار دیده؛ آخرین بار { JALALI($day, style: "short") } ساعت { TIME($time) }
access-no-looks = هنوز چیزی ندیده است.
access-taken-back = پس گرفتم؛ از همین حالا نمی‌بیند.
access-own-link = این پیوند را خودتان ساخته‌اید؛ آن را به نماینده‌تان بدهید.
access-opened = از حالا <b>{ $address }</b> را به نمایندگی مالک می‌بینید، تا { JALALI($until) }.
access-link-not-valid = این پیوند کار نمی‌کند: شاید پیش‌تر باز شده، مهلتش گذشته یا پس گرفته شده است. از مالک پیوند تازه بخواهید.
access-paused = برگردیم به دادن دسترسی؟
access-link-paused = برگردیم به پیوندی که باز کردید؟
access-left = دادن دسترسی را کنار گذاشتم. پیوندی ساخته نشد.
access-link-left = پیوند را کنار گذاشتم.
as-representative = به نمایندگی مالک، تا { JALALI($until, style: "day") }:
ask-contact-link = تا مالک بداند چه کسی می‌بیند، شماره همراهتان را با دکمه پایین بفرستید.
privacy-access = • { COUNT($count) } دسترسی که داده یا گرفته‌اید
erase-trace = از شماره‌تان فقط این اثر رمزشده می‌ماند که یک بار تأیید شده است، بدون نام شما.

## What comes later, said honestly, with the nearest way on

operator-write = پیامتان را بنویسید؛ همان‌طور که هست به کارشناس می‌رسد و پاسخش همین‌جا می‌آید.
operator-told = برای کارشناس فرستادم.
operator-ended = گفت‌وگو با کارشناس تمام شد. اگر پاسخی مانده باشد، همین‌جا می‌آید.
operator-left = از این‌جا به بعد با من می‌نویسید؛ پاسخ کارشناس هم همین‌جا می‌آید.
operator-none = این‌جا کارشناسی پاسخ نمی‌دهد؛ تلفنی در خدمت‌اند.
privacy-title = آنچه این‌جا از شما نگه می‌دارم:
privacy-mobile = • شماره { PHONE($mobile) }، تأییدشده در { JALALI($day, style: "day") }
privacy-national-id = • اثر رمزشده کد ملی، { JALALI($day, style: "day") }
privacy-no-mobile = • هیچ شماره و کد ملی ندارم.
privacy-visits = • { COUNT($count) } نوبت بازدید باز
privacy-news = • خبررسانی برای { COUNT($count) } ملک
privacy-complaints = • { COUNT($count) } شکایت، با متنی که کارشناسان می‌خوانند
privacy-staff-messages = • آنچه به کارشناس نوشته‌اید
privacy-voice = • موافقتتان با شنیدن پیام صوتی، { JALALI($day, style: "day") }
privacy-misses = • شمار تلاش‌های ناموفق، تا ۲۴ ساعت
privacy-model-asked = • این‌که امروز برای فهمیدن نوشته شما چند بار از مدل زبانی کمک گرفته‌ام، تا پایان روز
privacy-talk = • یادداشت همین گفت‌وگو، تا ۳۰ روز
privacy-log = • فهرست مراجعه‌ها با نام مستعار
privacy-looks = در سه ماه گذشته این‌ها پرونده ملک شما را دیده‌اند:
privacy-looks-none = در سه ماه گذشته کسی این‌جا پرونده ملک شما را ندیده است.
privacy-looks-own = • خودتان، { COUNT($count) } بار
privacy-looks-other = • حساب دیگری با نقش { $role }، { COUNT($count) } بار؛ آخرین بار { JALALI($day, style: "day") }
privacy-looks-nobody = • کس دیگری ندیده است.
role-owner = مالک
role-heir = وارث
role-attorney = وکیل
role-tenant = مستأجر
role-guild-holder = دارنده پروانه کسب
role-applicant = متقاضی درخواست
role-representative = نماینده
privacy-how = شماره و کد ملی جز برای مقایسه با پرونده به کار نمی‌رود و خوانا نگه داشته نمی‌شود. سوابق هر ملک را این‌جا فقط کسانی می‌بینند که در پرونده آن هستند یا از آنان دسترسی گرفته‌اند.
privacy-unclear = جمله‌ای را که نفهمم، بدون نام و شماره و نشانی و بی هیچ پیوندی با شما، تا ۹۰ روز نگه می‌دارم تا زبان مردم را بهتر یاد بگیرم.
privacy-model = همان جمله‌های بی‌نام‌ونشان را شاید از یک مدل زبانی هم بپرسم.
erase-check = شماره، کد ملی، یادداشت گفت‌وگو، خبررسانی و دسترسی‌های شما پاک شود؟ برگشت ندارد.
erase-visits = { COUNT($count) } نوبت بازدید باز دارید؛ تا انجام بازدید می‌ماند، مگر اول لغوش کنید.
erase-complaints = شکایت‌ها رسیدگی می‌شود، ولی دیگر معلوم نیست از کیست.
erase-staff-messages = آنچه به کارشناس نوشته‌اید نزد او می‌ماند، بدون نام شما.
erase-done = پاک شد. فهرست مراجعه‌ها می‌ماند، ولی دیگر معلوم نیست از کیست. هر وقت برگردید، دوباره شماره می‌خواهم.
erase-done-visits = { COUNT($count) } نوبت بازدید باز سر جایش است.
erase-kept = باشد، چیزی پاک نشد.
language-choose = به چه زبانی بنویسم؟
language-set = از این پس فارسی می‌نویسم.

## Not understood, not ours

did-you-mean = منظورتان کدام است؟
missed-twice = باز هم متوجه نشدم؛ ببخشید. یکی از این‌ها را انتخاب کنید، یا با کارشناس صحبت کنید:
none-of-these = باشد. با چند کلمه دیگر بنویسید چه می‌خواهید، یا یکی را انتخاب کنید:
at-your-service = در خدمتم؛ هر کاری بود همین‌جا بنویسید.
not-ours = این را نمی‌دانم؛ کار من سوابق و کارهای ملک در شهرداری است.
not-ours-authority = این کار با { $authority } است، نه شهرداری. در کار ملک در خدمتم.
authority-police = پلیس
authority-registry = اداره ثبت اسناد
authority-tax = اداره مالیات
authority-electricity = اداره برق
authority-gas = اداره گاز
authority-water = اداره آب و فاضلاب
authority-telecom = مخابرات و اپراتور تلفن
authority-insurance = بیمه
authority-bank = بانک
authority-court = دادگستری
authority-post = اداره پست
authority-education = آموزش و پرورش یا دانشگاه
authority-health = مراکز درمانی
authority-military = نظام وظیفه
authority-guild-union = اتحادیه و اتاق اصناف
authority-welfare = سازمان‌های حمایتی
authority-agriculture = جهاد کشاورزی
authority-passport = اداره گذرنامه
authority-registry-civil = اداره ثبت احوال
authority-customs = گمرک
authority-other = دستگاه دیگری
car-fine = خلافی خودرو
military-service = پایان خدمت سربازی
business-licence = پروانه کسب
not-text = فعلاً فقط نوشته را می‌فهمم. خواسته‌تان را در چند کلمه بنویسید.
not-voice = فعلاً پیام صوتی را نمی‌شنوم. خواسته‌تان را در چند کلمه بنویسید.
relayed = پیام فرستاده‌شده از دیگران را پاسخ نمی‌دهم. خودتان بنویسید چه می‌خواهید.
old-button = این دکمه مال گفت‌وگوی قبلی است. از این‌جا ادامه بدهیم:
upstream-down = الان به سوابق دسترسی ندارم. سؤالتان را نگه داشتم و همین که وصل شد جواب را همین‌جا می‌فرستم.
upstream-down-instead = هنوز به سوابق دسترسی ندارم. این سؤال را به جای سؤال قبلی نگه داشتم و همین که وصل شد جواب را همین‌جا می‌فرستم.

## Voice notes

voice-consent = صدایتان به سرور گفتار شهرداری فرستاده و نوشته می‌شود؛ خود صدا نگه داشته نمی‌شود. پیش از هر کار، نوشته را نشانتان می‌دهم. موافقید؟
voice-agreed = متشکرم. از این پس می‌توانید پیام صوتی هم بفرستید.
voice-declined = باشد، پیام صوتی را به جایی نمی‌فرستم. خواسته‌تان را بنویسید.
voice-heard = شنیدم: «{ $text }»
voice-again = ببخشید که درست نشنیدم. دوباره بگویید یا همان را بنویسید.
voice-nothing = حرف روشنی نشنیدم. لطفاً آرام‌تر و دور از سروصدا بگویید، یا بنویسید.
voice-too-long = پیام صوتی را تا یک دقیقه می‌شنوم. کوتاه‌تر بگویید یا بنویسید.
voice-other-type = این گونه صدا را نمی‌شنوم. با دکمه میکروفون بگویید یا بنویسید.
voice-limit = امروز بیش از این نمی‌توانم پیام صوتی بشنوم. لطفاً بنویسید؛ نوشتن محدود نیست.
voice-down = الان نمی‌توانم پیام صوتی را بشنوم. کمی بعد دوباره بفرستید یا همین حالا بنویسید.
voice-write-number = کد ملی و شماره همراه را از روی صدا نمی‌پذیرم؛ لطفاً آن را بنویسید.

## Edge

edge-upstream-down = الان به سوابق دسترسی ندارم. گفت‌وگو را تا همین‌جا نگه داشته‌ام؛ چند دقیقه دیگر دوباره بنویسید.
edge-later = پاسخ این پیام بیش از اندازه طول کشید. گفت‌وگو را تا همین‌جا نگه داشته‌ام؛ کمی بعد دوباره بنویسید.
edge-bug =
    نتوانستم این پیام را پاسخ بدهم؛ ایراد از من است و ثبت شد. کمی بعد دوباره بنویسید. اگر تکرار شد، این شناسه را به شهرداری بگویید:
    { CODE($id) }
edge-operator-topic = شهروند { PLAIN($label) }
edge-operator-heading = <b>شهروند { PLAIN($label) }</b>
edge-operator-reply = <b>پاسخ کارشناس:</b>
edge-operators-away = الان نتوانستم پیامتان را به کارشناس برسانم. کمی بعد دوباره بفرستید.
edge-talk-ended = کارشناس گفت‌وگو را تمام کرد. از این‌جا به بعد با من می‌نویسید.
edge-talk-closed = گفت‌وگو بسته شد.
edge-only-text = فقط نوشته به شهروند می‌رسد.
edge-private-only = این‌جا دیگران هم پیام‌ها را می‌بینند. لطفاً خصوصی به من پیام بدهید.
bot-description =
    درباره ملکتان هرچه می‌خواهید به زبان خودتان بنویسید: بدهی و پرداخت، پروانه و پایان‌کار، مفاصا حساب، پیگیری پرونده، نوبت بازدید و دفترهای پیشخوان.
    سوابق هر ملک فقط به صاحبش نشان داده می‌شود.
bot-name = پاسخ
bot-short-description = پاسخ فوری شهرداری درباره بدهی، پرونده و بازدید ملک شما
command-start = شروع دوباره
command-debt = بدهی ملک و شناسه‌های پرداخت
command-status = پیگیری پرونده
command-book = نوبت بازدید ملک
command-visits = بازدیدهای من
command-offices = نزدیک‌ترین دفتر پیشخوان
command-help = چه کارهایی از من برمی‌آید
command-privacy = حریم خصوصی شما
command-language = زبان گفت‌وگو (English)
