### Every sentence the bot can say in English. Keys and gaps are those of fa.ftl.

## Words

month-1 = Farvardin
month-2 = Ordibehesht
month-3 = Khordad
month-4 = Tir
month-5 = Mordad
month-6 = Shahrivar
month-7 = Mehr
month-8 = Aban
month-9 = Azar
month-10 = Dey
month-11 = Bahman
month-12 = Esfand

weekday-sat = Saturday
weekday-sun = Sunday
weekday-mon = Monday
weekday-tue = Tuesday
weekday-wed = Wednesday
weekday-thu = Thursday
weekday-fri = Friday

service-building-permit = building permit
service-completion = completion certificate
service-no-violation = no-violation certificate
service-clearance = clearance certificate
service-transfer = transfer
service-inquiry = inquiry answer
service-excavation = excavation permit
service-subdivision = subdivision
service-change-use = change of use

account-renovation = Renovation
account-waste = Waste
account-guild = Guild
account-income = Revenue
account-commission = Commission
account-excavation = Excavation

## Buttons

button-debt = Debt
button-status = Track a request
button-book = Book a visit
button-offices = Service offices
button-visits = My visits
button-help = Help
button-pay = Pay
button-clearance = Clearance
button-permit = Building permit
button-completion = Completion
button-requirements = Papers and steps
button-steps = Steps and terms
button-other-property = Other property
button-other-service = Another service
button-other-code = Another code
button-nearest-office = Nearest office
button-debt-details = Debt details
button-instalments = Instalments
button-copy-bill = Copy bill id
button-copy-payment = Copy payment id
button-send-contact = Send my number
button-why-contact = Why my number?
button-send-location = Send location
button-cancel-step = Stop
button-cancel-booking = Stop booking
button-cancel-complaint = Stop the complaint
button-cancel-verify = Stop checking
button-cancel-access = Stop giving access
button-cancel-link = Leave the link
button-cancel-sms = Stop the code
button-other-days = Other days
button-other-times = Another day
button-confirm-booking = Book it
button-change-booking = Change
button-confirm-move = Move it
button-resume-booking = Go on
button-leave-booking = Not now
button-cancel-visit = Cancel visit
button-yes-cancel = Yes, cancel
button-keep-visit = No, keep it
button-voice-agree = I agree
button-voice-decline = No
button-voice-right = That's right
button-voice-wrong = No
button-end-talk = End the talk
button-talk-again = Talk on with staff
button-erase = Erase my data
button-yes-erase = Yes, erase
button-keep-data = No, keep it
button-none-of-these = None of these
button-not-that = Not what I meant
button-retry = Try again
button-other-address = Another address
button-no-service = Something else
button-persian = فارسی
button-english = English
button-day = { JALALI($day, style: "short") }
button-time = { TIME($time) }
button-district = District { PLAIN($district) }
button-address = { $address }
button-violation = Violation
button-transfer = Transfer
button-inquiry = Inquiry answer
button-excavation = Excavation
button-subdivision = Subdivision
button-change-use = Change of use
button-find-code = I have no code
button-reschedule = Move a visit
button-verify = Check a paper
button-notify = Notify me
button-stop-news = No more news
button-drop-question = Never mind
button-complaint = Complaint
button-operator = Talk to staff
button-privacy = Privacy
button-language = Language
button-open-matter = By national id
button-no-violation = No violation
button-resume-form = Yes, go on
button-leave-form = Drop it
button-unknown = I can't tell
button-bill-sample = A sample bill
button-complaint-neighbour = A neighbour
button-complaint-urban = The street
button-complaint-official = A staff member
button-complaint-delay = A delay
button-complain-delay = Complain of delay
button-file-complaint = File it
button-change-text = Change the text
button-change-kind = Change the kind

## First words

welcome = Hello and welcome. I am Pasokh, the assistant of { $city }.
welcome-how = Write what you need about your property in your own words: debt, permit, completion, clearance or a visit.
greeting = Hello. Write any question about your property.
thanks = You're welcome. Write whenever you need something.
help =
    What I can do:
    • your property's debt and payment ids
    • where your request has got to, and news of it
    • permit, completion, clearance, inquiry and transfer
    • violations and decisions, with your national id
    • papers and steps of each service
    • visits, service offices and complaints
    Just write it in your own words, for example “how much do I owe?”.

## Proof

hello = Hello.
ask-contact = To show a property's records to its owner only, please send your number with the button below.
ask-contact-booking = To book the visit, please send your number with the button below.
ask-contact-operator = To talk with staff, please share your number with the button below first. Staff do not see the number.
why-contact = I compare your number with the one on the property's file, so that nobody else sees it. The number itself is not stored, only its keyed hash.
contact-thanks = Thank you, your number is confirmed.
contact-not-own = This is not your own number, or it was not sent with the button. Please press “Send my number”.
contact-by-button = Please don't type the number; press “Send my number”.
ask-national-id = This mobile stands on file for more than one person. Please write your own national id.
ask-national-id-strong = To show this part of the file, please also write your own national id. I don't keep it; I only compare it with the file.
national-id-format = A national id has ten digits and this number does not fit. Please write it again.
national-id-tries = I can't try a national id any more today. Write tomorrow, or visit a service office.
not-shown = I found no file with these details that I could show you. If the property has no record, I can book a visit; if your mobile has changed, a service office corrects it.
cooling-down = Too many wrong codes. Please try again in { COUNT($minutes) } minutes.
role-limited = By the records, this part of the file of <b>{ $address }</b> is shown to its owner, attorney or heir only.
which-property-many = Several properties are on file for you. Write the street or choose one:
ask-code = Write the renovation code, the seven numbers at the top of the renovation bill, like:
code-corrected = I corrected the code to { CODE($code) }.
sample-code = { CODE($code) }

## Debt

debt-title = Debt of <b>{ $address }</b> as of { JALALI($date) }:
debt-title-account = { $account } debt of <b>{ $address }</b> as of { JALALI($date) }:
debt-line = { $account } { PLAIN($year) }: { TOMAN($due) } toman
debt-line-late = { $account } { PLAIN($year) }: { TOMAN($due) } toman ({ TOMAN($late) } of it late fee)
debt-line-discount = { $account } { PLAIN($year) }: { TOMAN($due) } toman (after { TOMAN($discount) } discount)
debt-line-years = { $account } { PLAIN($from) } to { PLAIN($to) }: { TOMAN($due) } toman
debt-total = <b>Total: { TOMAN($total) } toman</b> ({ RIAL($total) } rials)
debt-none = Good news: no debt is recorded for <b>{ $address }</b> as of { JALALI($date) }.
debt-hidden = Nothing is owed on the usual accounts of <b>{ $address }</b> as of { JALALI($date) }, but another amount is left on the file, which I show with the national id.
debt-none-year = No debt of { PLAIN($year) } is recorded for <b>{ $address }</b> as of { JALALI($date) }.
debt-none-account = Good news: no { $account } debt is recorded for <b>{ $address }</b> as of { JALALI($date) }.

## Payment

payment-title = To pay the debt of <b>{ $address }</b>, enter these ids in your bank's app, an ATM or the municipality's page:
payment-bill = <b>{ $account }: { TOMAN($amount) } toman</b> ({ RIAL($amount) } rials)
payment-by = Pay by { JALALI($day) }
payment-overdue = This bill was due on { JALALI($day) }; if the bank refuses it, a service office issues a new one.
payment-bill-id = Bill id:
payment-payment-id = Payment id:
payment-code = { CODE($code) }
payment-pending = Your payment of { TOMAN($amount) } toman for { $account } on { JALALI($day) } is recorded and not yet booked on the property. Don't pay again; it is usually corrected within a few working days.
payment-recorded = Your payment of { TOMAN($amount) } toman for { $account } on { JALALI($day) } is booked on the property.
payment-not-recorded = No payment of { TOMAN($amount) } toman is on record for this property yet. Booking takes a few working days; please keep your receipt and do not pay again. If it was another amount, write that one.
payment-trace = Trace number: { CODE($code) }
payment-no-bill = No bill has been issued yet for the { TOMAN($total) } toman owed on <b>{ $address }</b>. A service office gives one on the spot.
payment-nothing = Nothing is owed on <b>{ $address }</b> as of { JALALI($date) }; there is nothing to pay.
payment-instalments = Instalments, cheques and prompt-payment discounts are with the revenue unit; I don't compute them. Go to a service office or the revenue unit with your id card and deed.
bill-due = This bill ({ $account }) of <b>{ TOMAN($amount) } toman</b> ({ RIAL($amount) } rials) is not paid.
bill-paid = This bill ({ $account }) of { TOMAN($amount) } toman is paid.
bill-void = This bill ({ $account }) is void; don't pay it.
bill-unknown = I found no bill with these two ids. Please write both again from the bill.
as-of = By the records as of { JALALI($date) }.

## Request status

status-line = Your { $service } request is at the stage <b>{ $stage }</b> with { $unit }.
status-line-no-unit = Your { $service } request is at the stage <b>{ $stage }</b>.
status-no-stage = Your { $service } request is registered and has not entered the workflow yet.
status-elapsed = { COUNT($elapsed) } working days so far; this stage usually takes { COUNT($expected) }.
status-elapsed-late = { COUNT($elapsed) } working days so far; this stage usually takes { COUNT($expected) }, so it is late.
status-elapsed-only = { COUNT($elapsed) } working days since it entered this stage.
status-elapsed-today = It reached this stage today.
status-missing = The officer is waiting for: “{ $note }”.
status-waiting-citizen = This stage waits for you; a service office gives the list of missing papers.
status-nothing-missing = No missing paper is recorded for this { $service } request.
status-waiting-payment = This stage waits for your payment.
status-stopped-clock = This stage is not in the municipality's hands and does not count against its time.
status-due-on = Answer due on { JALALI($day) }
status-number = Request number: { CODE($code) }
status-completed = Your { $service } request was completed on { JALALI($day) }. A service office hands over the answer.
status-completed-undated = Your { $service } request is completed. A service office hands over the answer.
status-certificate = Certificate number { CODE($number) } of { JALALI($day, style: "day") }
status-cancelled = Your { $service } request was cancelled.
status-archived = Your { $service } request is archived for the time being; go to a service office to continue.
status-none = No request is recorded for <b>{ $address }</b> as of { JALALI($date) }.
status-none-service = No { $service } request is recorded for <b>{ $address }</b> as of { JALALI($date) }.
status-several = There are several requests for <b>{ $address }</b>. Which one?
status-no-need = There is no need to come for this; ask here any time for the latest state.
status-blocked = An open matter on the property's file blocks this.
objection-request = You can. If you are not content with how this request goes, or with somebody's conduct, I file your complaint right here. To object to the answer itself, go to a service office.
objection-charges = You can. If you think an amount is wrong, ask a service office or the revenue unit to check it; disputes about charges go before the Article 77 commission.

## Certificates and services on record

permit-valid = The building permit of <b>{ $address }</b> is issued and valid.
permit-expired = The building permit of <b>{ $address }</b> has expired. Its extension starts at a service office.
permit-revoked = The building permit of <b>{ $address }</b> has been revoked. For the reason you have to come in person.
completion-valid = The completion certificate of <b>{ $address }</b> is issued.
completion-expired = The completion certificate of <b>{ $address }</b> has expired. Its extension starts at a service office.
completion-revoked = The completion certificate of <b>{ $address }</b> has been revoked. For the reason you have to come in person.
no-violation-valid = The no-violation certificate of <b>{ $address }</b> is issued and valid.
no-violation-expired = The no-violation certificate of <b>{ $address }</b> has expired.
no-violation-revoked = The no-violation certificate of <b>{ $address }</b> has been revoked. For the reason you have to come in person.
excavation-valid = The excavation permit of <b>{ $address }</b> is issued and valid.
excavation-expired = The excavation permit of <b>{ $address }</b> has expired.
excavation-revoked = The excavation permit of <b>{ $address }</b> has been revoked. For the reason you have to come in person.
subdivision-valid = The subdivision minutes of <b>{ $address }</b> are issued.
subdivision-expired = The subdivision minutes of <b>{ $address }</b> have expired.
subdivision-revoked = The subdivision minutes of <b>{ $address }</b> have been revoked. For the reason you have to come in person.
certificate-number = Number: { CODE($number) }
certificate-issued = Issued: { JALALI($day, style: "day") }
certificate-until = Valid until: { JALALI($day, style: "day") }
certificate-size = { $parts }
part-floors = { COUNT($count) } floors
part-units = { COUNT($count) } units
part-area = { COUNT($count) } m² built
part-two = { $first }, { $second }
decision-hold = For the file of <b>{ $address }</b> you have to come to the municipality in person.
decision-debt = First the debt of <b>{ $address }</b> has to be paid: <b>{ TOMAN($total) } toman</b> ({ RIAL($total) } rials).
decision-debt-service = After payment, the { $service } goes on.
decision-blocked = An open matter on the file of <b>{ $address }</b> blocks the { $service }.
decision-visit-always = A { $service } always begins with a visit to the property. Shall I book one for <b>{ $address }</b>?
decision-visit-no-record = I have no recent record of <b>{ $address }</b>, so an inspector has to visit first. Shall I book a visit?
decision-debt-hidden = First an amount on the file of <b>{ $address }</b> has to be paid; its details are shown with the national id only.
debt-hidden-too = Another amount is owed, which is shown with the national id only.
decision-clear = Nothing blocks the { $service } of <b>{ $address }</b>, and no new visit is needed. To get it, go to a service office with the deed and your id card.
decision-visit-later = The { $service } always begins with a visit; you can book it right now too.
land-use = Registered land use of <b>{ $address }</b>: <b>{ $use }</b>
land-use-none = No land use is recorded for <b>{ $address }</b>.
clearance-clear = <b>{ $address }</b> has no recorded debt as of { JALALI($date) }, and nothing blocks a clearance.
clearance-next = For the paper, go to a service office with the deed and your id card.
clearance-number = Latest clearance: number { CODE($number) } of { JALALI($day, style: "day") }
clearance-owed = <b>{ TOMAN($total) } toman</b> ({ RIAL($total) } rials) is still owed, so no clearance is issued.
clearance-owed-hidden = An amount is still owed, so no clearance is issued. Its details are shown with the national id only.

## What the municipality would answer today

checklist-clear = For the { $service } of <b>{ $address }</b>, nothing blocks by the records as of { JALALI($date) }:
checklist-blocked = For the { $service } of <b>{ $address }</b>, something still blocks by the records as of { JALALI($date) }:
checklist-visit = For the { $service } of <b>{ $address }</b>, a visit comes first by the records as of { JALALI($date) }:
checklist-rest = The state of <b>{ $address }</b> by the records as of { JALALI($date) }:
checklist-next-transfer = Hand the notary's letter to a service office to have it answered.
checklist-next-inquiry = Hand the letter of the bank or authority to a service office to have it answered.
check-hold = ✗ For this file you have to come to the municipality in person.
check-nothing-owed = ✓ No debt is recorded.
check-owed = ✗ Debt: <b>{ TOMAN($total) } toman</b> ({ RIAL($total) } rials)
check-owed-hidden = ✗ An amount is owed that is shown with the national id only.
check-open-matter = ✗ There is an open matter on the file.
check-no-open-matter = ✓ There is no open matter on the file.
check-certificate-fresh = ✓ { $name } number { CODE($number) }, { JALALI($day, style: "day") }
check-certificate-old = • { $name } number { CODE($number) }, { JALALI($day, style: "day") }; more than { COUNT($months) } months ago.
check-certificate-expired = ✗ { $name } number { CODE($number) }, { JALALI($day, style: "day") }; it has expired.
check-certificate-revoked = ✗ { $name } number { CODE($number) }, { JALALI($day, style: "day") }; it has been revoked.
check-no-certificate = • No completion or no-violation certificate is recorded.
check-request = • Open request for { $service }: stage { $stage }
check-request-no-stage = • Open request for { $service }: it has not entered the workflow yet.
inquiry-valid = The answer to the inquiry about <b>{ $address }</b> is issued.
inquiry-expired = The answer to the inquiry about <b>{ $address }</b> has expired; a new letter needs a new answer.
inquiry-revoked = The answer to the inquiry about <b>{ $address }</b> has been revoked. For the reason you have to come in person.
inquiry-letter-from = To: { $from }
inquiry-letter-number = Letter number: { CODE($number) }
inquiry-note = The officer's note: “{ $note }”
inquiry-still-clear = Today, too, nothing blocks a new answer.

## Violations

violations-none = No violation is recorded for <b>{ $address }</b> by the records as of { JALALI($date) }.
violations-none-open = No violation of <b>{ $address }</b> is still open by the records as of { JALALI($date) }.
violations-title = Open violations of <b>{ $address }</b> by the records as of { JALALI($date) }:
violation-line = • { $parts }
violation-kind = <b>{ $kind }</b>
violation-floor = floor { $floor }
violation-area = { COUNT($area) } m²
violation-year = year { PLAIN($year) }
violation-undecided = It is being examined and no decision is recorded yet.
violation-in-commission = It is with the Article 100 commission and no decision is recorded yet.
violation-decided-first = First decision of the Article 100 commission: { $outcome }
violation-decided-appeal = Appeal decision of the Article 100 commission: { $outcome }
violation-decided = Decision of the Article 100 commission: { $outcome }
outcome-fine = a fine of <b>{ TOMAN($fine) } toman</b> ({ RIAL($fine) } rials)
outcome-fine-unstated = a fine; its amount is not recorded
outcome-demolish = removal of the part in question
outcome-acquit = acquittal; no fine
outcome-restore-use = return to the permitted use
violation-decision-number = Decision number: { CODE($number) }
violation-notified = Notified: { JALALI($day) }
objection-open = Objection possible until { JALALI($until) } ({ $days ->
        [one] 1 day left
       *[other] { COUNT($days) } days left
    })
objection-today = Objection possible until the end of today, { JALALI($until) }
objection-passed = The time for objection ended on { JALALI($until) }.
objection-not-notified = No day of notice is recorded; objection is possible for { COUNT($days) } days from the notice.
violations-more =
    { $count ->
        [one] One more open violation is recorded.
       *[other] { COUNT($count) } more open violations are recorded.
    }
violations-closed =
    { $count ->
        [one] One older case is settled and closed.
       *[other] { COUNT($count) } older cases are settled and closed.
    }
violations-fine-due = Fine still due on the property: <b>{ TOMAN($due) } toman</b> ({ RIAL($due) } rials)
violations-fine-unpaid = The fine is still due on the property.
violations-object = To object, go to the municipality with the decision and your id card.

## Requirements

requirements-which = Papers and steps of which service?
requirements-title = <b>{ $service }</b>
requirements-documents = Papers: { $list }
requirements-steps = Steps: { $list }
requirements-time = Usual time: { COUNT($days) } working days
requirements-time-unknown = I don't know how long it usually takes; a service office does.
requirements-time-note = Time: { $note }
requirements-who = Who may apply: { $who }
requirements-cost = Cost: { $note }
requirements-validity = Validity: { $text }

## Offices

offices-ask = Write the name of an office or quarter, or send your location for the nearest one.
offices-nearest = The nearest service offices:
offices-found = Offices I found:
offices-near = The service offices nearest to { $place }:
offices-of-district = { $place } is in district { PLAIN($district) }. Its offices:
offices-for = “{ $service }” is done at the service offices.
pin-far = This place is very far from { $city }: some { COUNT($kilometres) } kilometres.
offices-open-now = Offices open now:
offices-none-open = No office is open now.
office-line = <b>{ $name }</b>: { $address }
office-line-district = <b>{ $name }</b> (district { PLAIN($district) }): { $address }
office-distance-m = About { COUNT($metres) } metres away
office-distance-km = About { COUNT($kilometres) } km away
office-phone = Phone: { PHONE($phone) }
office-open = Open now, until { TIME($until) }
office-opens = Closed now; opens { JALALI($day, style: "short") } at { TIME($time) }
office-hours = Hours: { $hours }
office-unknown = I found no office called “{ $name }”. Write a quarter or send your location.
municipality-open = Open until { TIME($until) }: { $city }. Phone: { PHONE($phone) }
municipality-opens = Closed now: { $city }. It opens { JALALI($day, style: "short") } at { TIME($time) }. Phone: { PHONE($phone) }
municipality-phone = Phone of { $city }: { PHONE($phone) }

## Booking a visit

booking-no-record = A property without a record has to be visited by an inspector first.
booking-service = What is the visit for?
booking-for-which = Which property is to be visited?
booking-address = Write the address of the property or send its location.
booking-address-short = Please write the full address, such as street, lane and number.
booking-address-of-pin = Please also write the address of this place in one line, such as street, lane and number.
booking-district = Which district is this address in?
booking-days = The nearest free days in district { PLAIN($district) }:
booking-more-days = More days in district { PLAIN($district) }:
booking-no-days = District { PLAIN($district) } has no place left until the end of the booking period. New days open tomorrow.
booking-no-more-days = There is no later free day in the booking period. The nearest ones:
booking-times = Free times on { JALALI($day) }:
booking-day-past = { JALALI($day, style: "short") } is over.
booking-day-too-soon = { JALALI($day, style: "short") } is sooner than { COUNT($lead) } working days.
booking-day-closed = There are no visits on { JALALI($day, style: "short") } ({ $reason }).
booking-day-closed-weekly = There are no visits on { JALALI($day, style: "short") }.
booking-day-full = { JALALI($day, style: "short") } is full.
booking-time-full = { JALALI($day, style: "short") } at { TIME($time) } is full.
booking-day-beyond = { JALALI($day, style: "short") } is not open for booking yet.
booking-just-taken = Somebody else has just taken this time. Other times:
booking-check = { JALALI($day) }, { TIME($from) } to { TIME($to) }, { $address }. Is that right?
booking-provisional = The holidays of those days are not official yet; you will hear of a change.
booking-done = Booked. Tracking code:
booking-tracking = { CODE($code) }
booking-done-when = { JALALI($day) }, { TIME($from) } to { TIME($to) }, { $address }
booking-done-bring = On that day the owner or attorney should be there with the deed and the national id card. I will remind you the evening before; a service office gives the final answer.
booking-already = This visit is booked already. Tracking code:
booking-limit = You have { COUNT($limit) } open visits. To book another, first cancel one.
booking-too-often = You have booked { COUNT($limit) } visits in the last 30 days, and others need a place too. From { JALALI($day) } you can book again; if it is urgent, call { PHONE($phone) }.
booking-duplicate = You already have an open visit for this property and service:
booking-duplicate-other = A visit for this property and service is already booked; until then no other can be.
booking-paused = Back to booking the visit?
noted = All right.
what-next = What can I do for you?
cancelled-step = All right, left it.
cancel-which-form = Which of them shall I stop?
nothing-open = Nothing is left unfinished.
step-over = What this button would stop is not open any more.
booking-stopped = I stopped booking. Nothing was booked.

## My visits

visits-none = You have no open visit.
visits-title = Your visits:
visit-line = • { JALALI($day) }, { TIME($from) } to { TIME($to) }, { $address }
visit-service = For the { $service }, tracking code { CODE($code) }
visit-code = Tracking code { CODE($code) }
cancel-which = Which visit shall I cancel?
cancel-check = Cancel the visit of { JALALI($day) } at { TIME($from) }, { $address }?
cancel-done = Visit { CODE($code) } is cancelled. You can book a new one whenever you like.
cancel-gone = This visit is no longer open.
cancel-kept = All right, the visit stays.
move-which = Which visit shall I move?
move-where = When would you like the visit of { JALALI($day, style: "short") } at { TIME($from) } instead? It stays where it is until you confirm.
move-check = Move the visit from { JALALI($oldDay, style: "short") } at { TIME($oldFrom) } to { JALALI($day) }, { TIME($from) } to { TIME($to) }?
move-same = The visit is on { JALALI($day, style: "short") } at { TIME($time) } already.
move-done = Moved. The tracking code is the same:
move-already = This visit has been moved before. Tracking code:
move-left = Until { TIME($time) } on the working day before the visit you can move it again.
move-last = This visit cannot be moved again; if you can't make it, you can cancel it until it begins.
move-too-late = The visit of { JALALI($day, style: "short") } at { TIME($from) } could be moved until { JALALI($lastDay, style: "short") } at { TIME($time) }; that time has passed.
move-too-often = The visit of { JALALI($day, style: "short") } at { TIME($from) } has been moved as often as possible.
move-or-cancel = If you can't make it, please cancel it so that somebody else gets the time; then we book a new one.
visit-reminder-tomorrow = A reminder: you have a visit tomorrow.
visit-reminder-today = A reminder: you have a visit today.
visit-reminder-bring = The owner or attorney should be there with the deed and the national id card. If you can't make it, cancel here so that somebody else gets the time.
visit-choice = { JALALI($day, style: "short") } { TIME($time) }

## News of a property

topic-requests = requests
topic-bills = bills
topic-certificates = certificates
topics-two = { $first } and { $second }
topics-three = { $first }, { $second } and { $third }
news-on = Very well. I tell you here of every change in { $topics } of the property <b>{ $address }</b>.
news-not-offered = Changes do not reach me by themselves here, so I cannot promise you news of the property <b>{ $address }</b>. Whenever you ask, I tell you how it stands at that moment.
news-until = This news comes until { JALALI($day) }; confirm your number again that day to go on.
news-off = Very well. I send no more news of your properties.
news-off-one = Very well. I send no more news of this property.
news-request = News of the property <b>{ $address }</b>:
news-bill = There is a new bill for the property <b>{ $address }</b>:
news-bill-paid = The payment of { TOMAN($amount) } toman for the { $account } bill of the property <b>{ $address }</b> is recorded.
news-bill-void = The { $account } bill of { TOMAN($amount) } toman for the property <b>{ $address }</b> was cancelled; don't pay it.
news-certificate = { $certificate } of the property <b>{ $address }</b> was issued.
news-certificate-renewed = { $certificate } of the property <b>{ $address }</b> was renewed.
news-certificate-expired = { $certificate } of the property <b>{ $address }</b> is no longer valid.
news-certificate-revoked = { $certificate } of the property <b>{ $address }</b> was revoked. Come in person to learn why.

## A question kept while the records are down

question-resumed = The records are back; here is the answer to what you asked before:
question-dropped = Very well, I let that question go.
question-gone = That question is not waiting any more. Let's go on from here:
question-expired = A whole day has passed and I could not reach the records; I am sorry that your question ({ $about }) has no answer. It is not waiting any more.
step-kept = I can't reach the records now. I kept your message and go on from here as soon as I can.
step-kept-instead = I still can't reach the records. I kept this message in place of the one before and go on from here as soon as I can.
step-resumed = The records are back; from where we were:
step-dropped = I put your earlier message aside.
step-expired = A whole day has passed and I could not reach the records; I am sorry. Your message is not waiting any more.

## Is this certificate genuine

verify-needs = To check a certificate I need three things printed on it: its number, the renovation code and the day of issue. You may write all three in one message.
verify-ask-number = What is the number of the certificate?
verify-ask-code = Which renovation code is printed on it?
verify-ask-day = When was it issued? Write the year too, like 10 Khordad 1405.
form-not-read = I did not understand that.
verify-not-by-photo = I don't read photos; please write it.
verify-valid = The { $kind } number { CODE($number) } of { JALALI($day, style: "day") } is on the municipality's record and <b>valid</b>.
verify-expired = The { $kind } number { CODE($number) } of { JALALI($day, style: "day") } is on the municipality's record, but <b>no longer valid</b>.
verify-revoked = The { $kind } number { CODE($number) } of { JALALI($day, style: "day") } is on the municipality's record, but <b>was revoked</b>.
verify-not-confirmed = I could not confirm a certificate with these details. Please compare number, code and day with the paper once more; if it still can't be confirmed, take the original to a service office.
verify-paused = Shall we go back to the certificate?
verify-left = I stopped checking the certificate.

## Complaints

ask-contact-complaint = To file a complaint, please send your mobile number with the button below, so that we know it is yours.
complaint-ask-about = What is the complaint about?
complaint-ask-text = Please tell it in one message: what has happened, where and since when.
complaint-ask-delay = Please tell it in one message: which request, and since when it has been waiting. Add the request number if you have it.
complaint-ask-delay-of = A complaint about the delay of request { CODE($code) }. Please tell in one message what is waiting, and since when.
complaint-ask-district = In which district is that? You may write the address as well.
complaint-too-short = Please tell a little more, so that something can be done.
complaint-ask-again = Sorry if that was not clear. Just tell it in a sentence or two, as you would tell anybody.
complaint-too-long = That makes { COUNT($length) } characters, and there is room for { COUNT($limit) }. Please write it shorter.
complaint-check = <b>{ $kind }</b>
complaint-check-district = <b>{ $kind }</b>, district { PLAIN($district) }
complaint-text = "{ $text }"
complaint-with-photo = One photo goes with the complaint.
complaint-photo-welcome = If you have a photo, send it now.
complaint-photo-kept = I have put the photo with the complaint.
complaint-photo-changed = The new photo takes the place of the earlier one.
complaint-place-kept = I have put the place with the complaint.
complaint-text-added = I have added this:
complaint-text-kept = I have kept what you told.
complaint-more-kept = I have put this with the text.
complaint-readers = The municipality's staff read text and photo. Shall I file it?
complaint-filed = Your complaint is filed. Its number:
complaint-number = { CODE($code) }
complaint-filed-next = Keep this number to ask about it. If there is danger right now, call { PHONE($phone) }.
complaint-filed-before = This complaint was filed before. Its number:
complaint-limit = You have filed { COUNT($limit) } complaints in the last 24 hours. Please write again tomorrow; if it is urgent, call { PHONE($phone) }.
complaint-paused = Shall we go back to the complaint?
complaint-left = I stopped the complaint. Nothing was filed.

## Where the renovation code is

find-code-where = The renovation code stands at the top of the renovation bill: seven numbers parted by dashes:
find-code-no-bill = No bill? A service office tells you the code on showing the deed and your national card. I tell nobody a code by address, postal code or plate.
ask-contact-code = You may not need the code at all: if your mobile is on the property's file, send it with the button below and I'll write the code here.
find-code-none = I found no property whose code I could tell with this mobile. The code is on the bill, and a service office tells it on showing the deed and your national card; if your number has changed, it is put right there.
find-code-own = The codes of the properties whose file has your mobile:
find-code-property = <b>{ $address }</b>
find-code-more = And { COUNT($count) } more; write "code" and the street to see one.
find-code-not-needed = You don't need a code to ask me; the street is enough.

## Codes by SMS

button-other-mobile = Another number
button-own-contact = My own number
button-sms-again = Send again
sms-ask-mobile = Write the mobile that stands in the property's file, and a code of six digits is sent to it.
sms-mobile-format = A mobile has eleven digits and begins with zero nine; please write it again.
sms-asked = If { PHONE($mobile) } stands in a file, a code of six digits is sent to it. Write the code here within { COUNT($minutes) } minutes.
sms-ask-code = Write the six digits of the message.
sms-not-come = If no message comes within minutes, the number may not be on file. Write it again to ask for a new code, or take one of these ways:
sms-code-format = The code has six digits; please write just those.
sms-wait = The last code still works; you can ask for another in { COUNT($seconds) } seconds.
sms-wrong = This code is not right; you have { COUNT($tries) } more tries.
sms-over = This code works no more; write the number again for a new one. If no message comes, send your own number with the button, or have a service office put the file's number right.
sms-limit = I send no more codes for now; ask again in { COUNT($minutes) } minutes.
sms-proven = Thank you, { PHONE($mobile) } is confirmed.
sms-paused = Shall we go back to confirming your number?
sms-left = I stopped proving the number by SMS.
sms-text = { $city }: your code is { RAW($code) }. Give it to nobody.

## Letting others look

button-give-access = Give access
button-representatives = Who looks for me
button-take-back = Take back { COUNT($number) }
button-a-day = A day
button-a-week = A week
button-a-month = A month
button-three-months = Three months
button-copy-link = Copy link
access-which = Which property shall somebody else see?
access-how-long = For how long shall somebody else see <b>{ $address }</b>?
access-what = They see debts, bills, stages of requests and certificates of this property; no violations and no other owners. You can take it back at any time.
access-none = Access is given by an owner, heir or attorney whose mobile stands in the property's file. A service office puts the file's number right.
access-limit = You can have given { COUNT($count) } accesses at a time; take one back first.
access-link = Give this link to your representative. Whoever opens it first sees <b>{ $address }</b> for { COUNT($days) } days, with a number of their own. It works once, and not after { COUNT($hours) } hours.
access-link-address = { RAW($link) }
access-list = These look for you:
access-nobody = Nobody looks at a property for you now.
access-active = { COUNT($number) }. { PHONE($mobile) }, from { JALALI($since, style: "day") } to { JALALI($until, style: "day") }
access-waiting = { COUNT($number) }. A link nobody has opened; it works until { JALALI($day, style: "short") } at { TIME($time) }.
access-of-property = Property <b>{ $address }</b>
access-looks = Looked { COUNT($looks) } times, last on { JALALI($day, style: "short") } at { TIME($time) }
access-no-looks = Has not looked yet.
access-taken-back = Taken back; they see nothing from now on.
access-own-link = You made this link yourself; give it to your representative.
access-opened = From now on you see <b>{ $address }</b> for its owner, until { JALALI($until) }.
access-link-not-valid = This link does not work: it may have been opened before, be too old or have been taken back. Ask the owner for a new one.
access-paused = Shall we go back to giving access?
access-link-paused = Shall we go back to the link you opened?
access-left = I stopped giving access. No link was made.
access-link-left = I left the link aside.
as-representative = For the owner, until { JALALI($until, style: "day") }:
ask-contact-link = So that the owner knows who looks, please send your number with the button below.
privacy-access = • { COUNT($count) } accesses given or received
erase-trace = Of your number only an encrypted trace stays: that it was confirmed once, without your name.

## What comes later, said honestly, with the nearest way on

operator-write = Write your message; it reaches a member of staff as it is, and the answer comes here.
operator-told = Sent to staff.
operator-ended = The talk with staff has ended. If an answer is still to come, it comes here.
operator-left = From here on you are writing to me; the answer of staff comes here as well.
operator-none = No staff answer here; they can be reached by telephone.
privacy-title = What I keep of you here:
privacy-mobile = • the number { PHONE($mobile) }, confirmed on { JALALI($day, style: "day") }
privacy-national-id = • an encrypted trace of your national id, { JALALI($day, style: "day") }
privacy-no-mobile = • no number and no national id
privacy-visits = • open visits: { COUNT($count) }
privacy-news = • properties you are told news of: { COUNT($count) }
privacy-complaints = • complaints, with a text that staff read: { COUNT($count) }
privacy-staff-messages = • what you have written to staff
privacy-voice = • your consent to listening to voice messages, { JALALI($day, style: "day") }
privacy-misses = • how often an attempt failed, for 24 hours
privacy-model-asked = • how often I had a language model help me understand you today, until the day ends
privacy-talk = • notes on this conversation, for 30 days
privacy-log = • a log of what was asked, under a pseudonym
privacy-looks = In the last three months your property’s file was seen by:
privacy-looks-none = In the last three months nobody has looked at your property’s file here.
privacy-looks-own = • yourself ({ COUNT($count) }×)
privacy-looks-other = • another account, as { $role } ({ COUNT($count) }×); last on { JALALI($day, style: "day") }
privacy-looks-nobody = • nobody else
role-owner = the owner
role-heir = an heir
role-attorney = the attorney
role-tenant = the tenant
role-guild-holder = the holder of the business licence
role-applicant = the applicant of a request
role-representative = a representative
privacy-how = Numbers and national ids are only compared with the file and never kept readable. Each property's records are shown here to those who stand in its file, and to whom one of them has given access.
privacy-unclear = A sentence I don't understand is kept for 90 days without names, numbers or places, and with nothing that leads to you, so that I learn how people speak.
privacy-model = I may also ask a language model about such a sentence, masked in the same way.
erase-check = Shall I erase your number, national id, the notes on this conversation, your news and accesses? This can't be undone.
erase-visits = Open visits: { COUNT($count) }. They are kept until they are made, unless you cancel them first.
erase-complaints = Complaints are dealt with all the same, but nobody can tell any more whose they are.
erase-staff-messages = What you have written to staff stays with them, without your name.
erase-done = Erased. The log of what was asked remains, but nobody can tell any more by whom. When you come back I will ask for your number again.
erase-done-visits = Open visits that stay: { COUNT($count) }.
erase-kept = All right, nothing was erased.
language-choose = Which language shall I write?
language-set = From now on I write in English.

## Not understood, not ours

did-you-mean = Which one do you mean?
missed-twice = I am sorry, I still don't understand. Choose one of these, or talk to staff:
none-of-these = All right. Say it in a few other words, or choose one:
at-your-service = I am here; write whatever you need.
not-ours = I don't know that; my work is the records and services of property at the municipality.
not-ours-authority = That is a matter for { $authority }, not the municipality. For property I am at your service.
authority-police = the police
authority-registry = the land registry
authority-tax = the tax office
authority-electricity = the electricity company
authority-gas = the gas company
authority-water = the water company
authority-telecom = the telephone company
authority-insurance = the insurance
authority-bank = the bank
authority-court = the court
authority-post = the post office
authority-education = the school or university
authority-health = the health services
authority-military = the military service office
authority-guild-union = the guild unions
authority-welfare = the welfare organisations
authority-agriculture = the agriculture office
authority-passport = the passport office
authority-registry-civil = the civil registry
authority-customs = the customs
authority-other = another authority
car-fine = Car fine
military-service = Military service
business-licence = Business licence
not-text = For now I understand writing only. Say what you need in a few words.
not-voice = For now I can't hear voice messages. Write what you need in a few words.
relayed = I don't answer forwarded messages. Write yourself what you need.
old-button = This button belongs to an earlier talk. Let's go on from here:
upstream-down = I can't reach the records now. I kept your question and send the answer here as soon as I can.
upstream-down-instead = I still can't reach the records. I kept this question in place of the one before and send the answer here as soon as I can.

## Voice notes

voice-consent = Your voice goes to the municipality's speech server and is written down; the sound is not kept. I show you the words before anything is done with them. Do you agree?
voice-agreed = Thank you. From now on you can send voice messages too.
voice-declined = All right, your voice message goes nowhere. Write what you need.
voice-heard = I heard: “{ $text }”
voice-again = Sorry that I misheard. Say it again, or write it.
voice-nothing = I heard no clear words. Please speak slowly and away from noise, or write.
voice-too-long = I listen to voice messages of up to a minute. Say it shorter, or write.
voice-other-type = I can't hear this kind of sound. Use the microphone button, or write.
voice-limit = I can't listen to more voice messages today. Please write; writing has no limit.
voice-down = I can't listen to voice messages now. Send it again later, or write now.
voice-write-number = I take no national id or mobile number from a voice message; please write it.

## Edge

edge-upstream-down = I can't reach the records now. I kept our talk as it stands; write again in a few minutes.
edge-later = Answering this message took too long. I kept our talk as it stands; write again a little later.
edge-bug =
    I couldn't answer this message; the fault is mine and is recorded. Write again a little later. If it repeats, tell the municipality this id:
    { CODE($id) }
edge-operator-topic = Citizen { PLAIN($label) }
edge-operator-heading = <b>Citizen { PLAIN($label) }</b>
edge-operator-reply = <b>Answer of staff:</b>
edge-operators-away = I could not bring your message to staff just now. Please send it again in a while.
edge-talk-ended = Staff have ended the talk. From here on you are writing to me.
edge-talk-closed = The talk is closed.
edge-only-text = Only text reaches the citizen.
edge-private-only = Others can read along here. Please write to me in private.
bot-description =
    Write what you need about your property in your own words: debt and payment, permit and completion, clearance, tracking, visits and service offices.
    Records of a property are shown to its owner only.
bot-name = Pasokh
bot-short-description = The municipality's instant answers on your property's debt, files and visits
command-start = Start again
command-debt = Debt and payment ids
command-status = Track a request
command-book = Book a visit
command-visits = My visits
command-offices = Nearest service office
command-help = What I can do
command-privacy = Your privacy
command-language = Language (فارسی)
