import { toLatinDigits } from '../../language/digits.ts';
import type { Intent } from '../../language/vocabulary.ts';
import { districtNamed, looksLikeAddress } from '../../understanding/address.ts';
import { toldAnew } from '../../understanding/form-words.ts';
import { findPlaces } from '../../understanding/places.ts';
import { saysNo, saysYes } from '../../understanding/plain-words.ts';
import type { Understanding } from '../../understanding/understanding.ts';
import { say } from '../../wording/sentence.ts';
import { cancelFormRow } from '../cancel-button.ts';
import type { Exchange } from '../exchange.ts';
import type { BookingForm } from '../state.ts';
import type { Reply } from '../turn.ts';
import { isBareIdentifier, wantedTime } from '../understood.ts';
import { advance } from './advance.ts';
import { hourOfDay, yesOrNoMore } from './beside.ts';
import { confirmBooking } from './confirm.ts';
import { isFilled, release } from './form.ts';
import { offerDays, offerTimes } from './offer.ts';

/** Shorter than any address an inspector could find. */
const SHORTEST_ADDRESS = 8;
const LONGEST_ADDRESS = 200;
const LONGEST_STREET = 40;
/** «برای نقل و انتقال ملک»: more words ask or tell something. */
const MOST_WORDS_OF_SERVICE = 5;
const SURE_COMPLAINT = 0.9;
/** Below it a message about something else is less likely than an address badly said. */
const LIKELY_OTHER = 0.6;

/**
 * A message while a visit is being booked: the answer to what was asked, or null when it is about something
 * else; then the form is left as it is.
 */
export async function textInBooking(
  exchange: Exchange,
  form: BookingForm,
  understood: Understanding,
): Promise<Reply[] | null> {
  const { text } = understood;
  const settled = await yesOrNoMore(exchange, form, understood);
  if (settled) return settled;
  if (form.service === undefined) return serviceText(exchange, form, understood);
  if (form.address === null) return addressText(exchange, form, understood);
  if (!isFilled(form)) return districtText(exchange, form, text);
  if (form.place && saysYes(text)) return confirmBooking(exchange, form);
  const hour = hourOfDay(form, text);
  const wanted = { ...hour, ...wantedTime(understood.entities) };
  const isTimeNamed = Object.keys(wanted).length > 0;
  if (form.place && (saysNo(text) || (toldAnew(text) && !isTimeNamed))) {
    release(exchange, form);
    form.wanted = {};
    return offerDays(exchange, form);
  }
  // Said anew, with the visit's own day in it perhaps: that is read as a whole.
  if (form.moving && isSureOf(understood, 'reschedule-inspection')) return null;
  if (!isTimeNamed || (isOtherWish(understood) && !hour.time)) return null;
  if (!(await exchange.proofs()).mobile) return advance(exchange, form);
  release(exchange, form);
  form.wanted = wanted.day ? wanted : { ...form.wanted, ...wanted };
  return offerTimes(exchange, form);
}

/** «پایان کار» where the service was asked: no more than its name, so it is the answer and no wish of its own. */
async function serviceText(
  exchange: Exchange,
  form: BookingForm,
  { text, service }: Understanding,
): Promise<Reply[] | null> {
  if (!service || text.split(/\s+/).length > MOST_WORDS_OF_SERVICE) return null;
  form.service = service;
  return advance(exchange, form);
}

async function addressText(
  exchange: Exchange,
  form: BookingForm,
  understood: Understanding,
): Promise<Reply[] | null> {
  const { text } = understood;
  if (isComplaint(understood)) return null;
  if (!looksLikeAddress(text)) {
    if (isNoAddress(understood)) return null;
    const wanted = wantedTime(understood.entities);
    if (Object.keys(wanted).length > 0 && isBareIdentifier(understood)) {
      form.wanted = { ...form.wanted, ...wanted };
      return advance(exchange, form);
    }
    if (understood.decision === 'ask' && understood.confidence >= LIKELY_OTHER) return null;
    if (!(await couldBeFound(exchange, text))) {
      exchange.outcome = 'booking';
      return [
        {
          lines: [say('booking-address-short')],
          buttons: [cancelFormRow('booking', form.draftId)],
        },
      ];
    }
  }
  // By characters: half an emoji is refused by the database.
  form.address = [...text.replace(/\s+/g, ' ')].slice(0, LONGEST_ADDRESS).join('');
  return advance(exchange, form);
}

/** A question, a code, or a sure wish, a visit's included: an inspector could not find it. */
function isNoAddress({ text, decision, entities }: Understanding): boolean {
  return (
    /[?؟]/.test(text) || decision === 'answer' || entities.some(({ type }) => type === 'nosazi')
  );
}

/** Without a word for a street it takes a number, a comma, or a street on record for an inspector to find it. */
async function couldBeFound({ deps }: Exchange, text: string): Promise<boolean> {
  if (text.length < SHORTEST_ADDRESS) return false;
  if (/[\d،,]/.test(toLatinDigits(text))) return true;
  if (text.length > LONGEST_STREET) return false;
  return findPlaces(text, await deps.records.streets(), ({ name }) => name).length > 0;
}

/** A complaint names its street too, and a neighbour may stand in an address: only a very sure one counts. */
function isComplaint({ decision, intent, confidence }: Understanding): boolean {
  return decision === 'answer' && intent === 'complaint' && confidence >= SURE_COMPLAINT;
}

/** «منطقه ۲» or «۲» where the district was asked. */
async function districtText(
  exchange: Exchange,
  form: BookingForm,
  text: string,
): Promise<Reply[] | null> {
  const bare = /^\d{1,3}$/.exec(toLatinDigits(text));
  const named = districtNamed(text) ?? (bare ? Number(bare[0]) : null);
  const known = await exchange.deps.records.districts();
  if (!known.some(({ district }) => district === named)) return null;
  form.district = named;
  return advance(exchange, form);
}

/** A sure wish of another kind is no answer to the booking's question. */
function isOtherWish(understood: Understanding): boolean {
  return (
    understood.decision === 'answer' &&
    !isSureOf(understood, 'book-inspection') &&
    !isSureOf(understood, 'reschedule-inspection')
  );
}

function isSureOf({ decision, intent }: Understanding, asked: Intent): boolean {
  return decision === 'answer' && intent === asked;
}
