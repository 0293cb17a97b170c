import { LONGEST_COMPLAINT } from '../../../complaints/complaint.ts';
import { matchKey } from '../../../language/text.ts';
import { looksLikeAddress } from '../../../understanding/address.ts';
import { complaintNamed, tellsWhatHappened } from '../../../understanding/complaint-words.ts';
import { saysDontKnow, toldAnew } from '../../../understanding/form-words.ts';
import { saysNo, saysYes } from '../../../understanding/plain-words.ts';
import type { Understanding } from '../../../understanding/understanding.ts';
import { type Sentence, say } from '../../../wording/sentence.ts';
import { districtOf } from '../../booking/district.ts';
import { cancelFormRow } from '../../cancel-button.ts';
import type { Exchange } from '../../exchange.ts';
import type { Reply } from '../../turn.ts';
import { isOtherWish } from '../other-wish.ts';
import { advanceComplaint } from './advance.ts';
import { type ComplaintForm, complaintOf } from './complaint-form.ts';
import { fileTheComplaint } from './file.ts';
import { useRequest } from './own-request.ts';
import { addsToStory, isStory } from './story.ts';

/** A story is long; only a short and very sure sentence is another wish where the story was asked for. */
const SHORT_WISH = 60;
const VERY_SURE = 0.9;

/** A message while a complaint is being told: the answer to what was asked, or null. */
export async function textInComplaint(
  exchange: Exchange,
  form: ComplaintForm,
  understood: Understanding,
): Promise<Reply[] | null> {
  const request = understood.entities.find(({ type }) => type === 'request');
  if (request) await useRequest(exchange, form, request.value);
  if (form.about === null) return aboutText(exchange, form, understood);
  if (form.text === null) return storyText(exchange, form, understood);
  if (form.district === undefined) return districtText(exchange, form, understood);
  if (complaintOf(form) && (await exchange.proofs()).mobile) {
    return lastWord(exchange, form, understood);
  }
  return isOtherWish(understood, form) ? null : advanceComplaint(exchange, form);
}

async function aboutText(
  exchange: Exchange,
  form: ComplaintForm,
  understood: Understanding,
): Promise<Reply[] | null> {
  const { text } = understood;
  const about = complaintNamed(text);
  if (!about && isOtherWish(understood, form)) return null;
  form.about = about;
  const isTold = tellsWhatHappened(text) && isStory(understood) && addText(form, text);
  return advanceComplaint(exchange, form, isTold && !about ? [say('complaint-text-kept')] : []);
}

async function storyText(
  exchange: Exchange,
  form: ComplaintForm,
  understood: Understanding,
): Promise<Reply[] | null> {
  const { text, confidence } = understood;
  const isShort = text.length <= SHORT_WISH;
  if (isShort && confidence >= VERY_SURE && isOtherWish(understood, form)) return null;
  if (!isStory(understood)) {
    const again = addsToStory(understood) ? say('complaint-too-short') : say('complaint-ask-again');
    return advanceComplaint(exchange, form, [again]);
  }
  if (!addText(form, text)) return [tooLong(exchange, form, text.length)];
  return advanceComplaint(exchange, form);
}

/** A district, or an address that lies in one; the address helps staff, so it joins the text. */
async function districtText(
  exchange: Exchange,
  form: ComplaintForm,
  understood: Understanding,
): Promise<Reply[] | null> {
  const { text } = understood;
  const districts = await exchange.deps.records.districts();
  const asked = exchange.deps.labels('button-unknown').map(matchKey);
  const key = matchKey(text);
  if (asked.includes(key) || saysDontKnow(text)) form.district = null;
  else if (districts.some(({ district }) => String(district) === key)) form.district = Number(key);
  else {
    const found = await districtOf(exchange, { address: text, location: null });
    if (found === null && !looksLikeAddress(text) && isOtherWish(understood, form)) return null;
    const isAddress = looksLikeAddress(text);
    if (isAddress) addText(form, text);
    if (found !== null) form.district = found;
    else if (!isAddress) return advanceComplaint(exchange, form, [moreOfStory(form, understood)]);
  }
  return advanceComplaint(exchange, form);
}

/** No district, but perhaps more of what has happened. */
function moreOfStory(form: ComplaintForm, understood: Understanding): Sentence {
  const { text } = understood;
  const isMore = tellsWhatHappened(text) && isStory(understood) && addText(form, text);
  return isMore ? say('complaint-more-kept') : say('form-not-read');
}

async function lastWord(
  exchange: Exchange,
  form: ComplaintForm,
  understood: Understanding,
): Promise<Reply[] | null> {
  const { text } = understood;
  const isLabel = exchange.deps.labels('button-file-complaint').includes(text);
  if (isLabel || saysYes(text)) return fileTheComplaint(exchange, form);
  const anew = saysNo(text) ? 'text' : toldAnew(text);
  if (anew) {
    form[anew === 'kind' ? 'about' : 'text'] = null;
    return advanceComplaint(exchange, form);
  }
  if (isOtherWish(understood, form)) return null;
  if (!addsToStory(understood)) return advanceComplaint(exchange, form, [say('form-not-read')]);
  if (!addText(form, text))
    return [tooLong(exchange, form, (form.text?.length ?? 0) + text.length)];
  return advanceComplaint(exchange, form, [say('complaint-text-added')]);
}

/** What is told later is added to what was told before. False: it would be too long. */
export function addText(form: ComplaintForm, text: string): boolean {
  const whole = form.text === null ? text : `${form.text}\n${text}`;
  if (whole.length > LONGEST_COMPLAINT) return false;
  form.text = whole;
  return true;
}

function tooLong(exchange: Exchange, form: ComplaintForm, length: number): Reply {
  exchange.outcome = 'form';
  const lines = [say('complaint-too-long', { length, limit: LONGEST_COMPLAINT })];
  return { lines, buttons: [cancelFormRow('complaint', form.draftId)] };
}
