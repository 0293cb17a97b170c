import { jalaliOf } from '../language/jalali.ts';
import { yearNamed } from '../language/spoken-years.ts';
import type { Intent, IsoDate } from '../language/vocabulary.ts';
import type { Entity, EntityType } from '../understanding/entities/entity.ts';
import {
  namesWeekday,
  saysErase,
  saysGiveAccess,
  saysNoRecord,
  saysPaid,
  saysSameProperty,
} from '../understanding/plain-words.ts';
import { asksForInstalments, asksWhatIsMissing } from '../understanding/request-questions.ts';
import { saysNoMoreNews } from '../understanding/stop-news.ts';
import type { Understanding } from '../understanding/understanding.ts';
import type { Wanted } from './wanted.ts';
import type { Wish } from './wish.ts';

/** Their forms take more from the message than its slots. */
const FORMS: ReadonlySet<Intent> = new Set(['complaint', 'verify-certificate']);

/** What was understood as a wish: the intent with every slot that was told. */
export function wishOf(understood: Understanding, today: IsoDate): Wish {
  const { intent, service, account, entities, text } = understood;
  const value = (type: EntityType) => entities.find((entity) => entity.type === type)?.value;
  const code = value('nosazi');
  const requestNo = value('request');
  const billId = value('bill-id');
  const paymentId = value('payment-id');
  const amount = value('amount');
  const place = value('place');
  const trackingCode = value('certificate');
  const wanted = wantedTime(entities);
  const alsoWanted = intent === 'reschedule-inspection' ? otherTime(entities, wanted) : {};
  const year = wanted.day ? null : yearNamed(text, jalaliOf(today).year);
  return {
    intent,
    ...(service && { service }),
    ...(account && { account }),
    ...(code && { code }),
    ...(requestNo && { requestNo }),
    ...(amount && saysPaid(text) && { paidRials: Number(amount) }),
    ...(billId && paymentId && { bill: { billId, paymentId } }),
    ...(place && { place }),
    ...(trackingCode && { trackingCode }),
    ...(year !== null && { year }),
    ...(saysSameProperty(text) && { sameProperty: true }),
    ...(intent === 'request-status' && asksWhatIsMissing(text) && { missing: true }),
    ...(intent === 'payment' && asksForInstalments(text) && { instalments: true }),
    ...(intent === 'notify' && saysNoMoreNews(text) && { stop: true }),
    ...(intent === 'privacy' && saysErase(text) && { erase: true }),
    ...(intent === 'privacy' && saysGiveAccess(text) && { giveAccess: true }),
    ...(FORMS.has(intent) && { said: text }),
    ...(saysNoRecord(text) && { noRecord: true }),
    ...(Object.keys(wanted).length > 0 && { wanted }),
    ...(Object.keys(alsoWanted).length > 0 && { alsoWanted }),
  };
}

/** The day and time a message names beside the first ones, as in "from Saturday to Monday". */
function otherTime(entities: readonly Entity[], { day, time }: Wanted): Wanted {
  return wantedTime(entities.filter(({ value }) => value !== day && value !== time));
}

/** A second wish of the same message; it is about the same property. */
export function secondWish(understood: Understanding, first: Wish): Wish | null {
  const { second, secondService, secondAccount } = understood;
  if (!second || second === first.intent) return null;
  // «کدش …» after another wish gives the code, and doesn't ask for it.
  if (second === 'find-code' && first.code) return null;
  const { code, requestNo, place } = first;
  return {
    intent: second,
    ...(secondService && { service: secondService }),
    ...(secondAccount && { account: secondAccount }),
    ...(code && { code }),
    ...(requestNo && { requestNo }),
    ...(place && { place }),
  };
}

/** The day and time a message names, as far as it does. */
export function wantedTime(entities: readonly Entity[]): Wanted {
  const date = entities.find(({ type }) => type === 'date');
  const times = entities.filter(({ type }) => type === 'time').map(({ value }) => value);
  const time = times.find((value) => value.includes(':'));
  const part = times.find((value) => !value.includes(':'));
  return {
    ...(date && { day: date.value, byWeekday: namesWeekday(date.text) }),
    ...(time && { time }),
    ...(part && { part: partOfDay(part) }),
  };
}

/** Visits end in the afternoon, so an evening asked for is the latest part there is. */
function partOfDay(value: string): 'morning' | 'noon' | 'afternoon' {
  return value === 'morning' || value === 'noon' ? value : 'afternoon';
}

/** The message is nothing but identifiers: a code typed on its own says no wish. */
export function isBareIdentifier({ text, entities }: Understanding): boolean {
  const rest = entities.reduce((left, entity) => left.replace(entity.text, ' '), text);
  return entities.length > 0 && !/\p{L}{2}/u.test(rest);
}
