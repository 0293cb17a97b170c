import type { Booking } from '../../inspections/inspections.ts';
import { type Sentence, say } from '../../wording/sentence.ts';
import type { Exchange } from '../exchange.ts';
import type { Moving } from '../state.ts';
import type { Reply } from '../turn.ts';
import { bookedReply } from './booked-reply.ts';
import { type FilledForm, release } from './form.ts';
import { keepPlace } from './keep-place.ts';
import { notMoved } from './not-moved.ts';
import { offerTimes } from './offer.ts';

/**
 * The last word on a move: the new place is taken and the old one freed in one effect, and until then the
 * visit stays where it is. Pressing again shows where it stands.
 */
export async function confirmMove(
  exchange: Exchange,
  form: FilledForm,
  { trackingCode }: Moving,
): Promise<Reply[]> {
  const { deps, citizenId, now, state } = exchange;
  const moved = await movedBefore(exchange, form.draftId);
  if (moved) {
    delete state.form;
    return moved;
  }
  if (!form.place) return offerTimes(exchange, form);
  const may = await deps.inspections.mayMove({ citizenId, trackingCode, now });
  if (may.kind !== 'yes') {
    release(exchange, form);
    delete state.form;
    return notMoved(may);
  }
  const place = await keepPlace(exchange, form, form.place);
  if (!place) return offerTimes(exchange, form, [say('booking-just-taken')]);
  const { day, from } = may.booking;
  const { draftId } = form;
  exchange.effects.push({ kind: 'move-booking', draftId, trackingCode, from: { day, from } });
  exchange.outcome = 'moved';
  delete state.form;
  const { changeUntil: time } = deps.city.booking;
  const after = may.left > 1 ? say('move-left', { time }) : say('move-last');
  return [movedReply(say('move-done'), { ...may.booking, ...place }, [after])];
}

/** Where the visit stands that this draft has moved; null when it moved none. */
export async function movedBefore(exchange: Exchange, draftId: string): Promise<Reply[] | null> {
  const visit = await exchange.deps.inspections.bookingMovedBy(exchange.citizenId, draftId);
  if (visit?.status !== 'booked') return null;
  return [movedReply(say('move-already'), visit, [])];
}

function movedReply(first: Sentence, visit: Booking, last: Sentence[]): Reply {
  const { day, from, to, address, trackingCode } = visit;
  const when = say('booking-done-when', { day, from, to, address });
  return bookedReply([first], trackingCode ?? '', [when, ...last]);
}
