import type { Booking } from '../../inspections/inspections.ts';
import { say } from '../../wording/sentence.ts';
import { button, rows } from '../buttons.ts';
import type { Exchange } from '../exchange.ts';
import type { GeneralHandler } from '../intents/handler.ts';
import { noVisits } from '../intents/visits.ts';
import type { Reply } from '../turn.ts';
import type { Wanted } from '../wanted.ts';
import type { Wish } from '../wish.ts';
import { advance } from './advance.ts';
import { newForm, release } from './form.ts';
import { gone, notMoved } from './not-moved.ts';
import { offerTimes } from './offer.ts';
import { visitsMeant, whereTo } from './which-visit.ts';

/** A wish to move a visit becomes the same form as a booking, filled with what the visit is for. */
export const rescheduleIntent: GeneralHandler = {
  needs: 'nothing',
  async answer(exchange, wish) {
    const { state, deps, citizenId, now } = exchange;
    const { upcoming } = await deps.inspections.bookingsOf(citizenId, now);
    if (upcoming.length === 0) return [noVisits()];
    const told = withWaiting(wish, state.pending);
    const visits = visitsMeant(upcoming, told);
    const [only] = visits;
    if (only && visits.length === 1) return beginMove(exchange, only, whereTo(only, told));
    state.pending = told;
    return [askWhich(exchange, visits)];
  },
};

/** A visit of the list was pressed; it is looked up anew, so an old or foreign button moves nothing. */
export async function chosenToMove(exchange: Exchange, trackingCode: string): Promise<Reply[]> {
  const { state, deps, citizenId, now } = exchange;
  const { upcoming } = await deps.inspections.bookingsOf(citizenId, now);
  const visit = upcoming.find((booking) => booking.trackingCode === trackingCode);
  if (!visit) return [gone()];
  const told = withWaiting({ intent: 'reschedule-inspection' }, state.pending);
  return beginMove(exchange, visit, whereTo(visit, told));
}

async function beginMove(exchange: Exchange, visit: Booking, wanted: Wanted): Promise<Reply[]> {
  const { state, deps, citizenId, now } = exchange;
  const { trackingCode, day, from, service, code, address, location, district } = visit;
  if (!trackingCode) return [gone()];
  delete state.pending;
  const may = await deps.inspections.mayMove({ citizenId, trackingCode, now });
  if (state.form) release(exchange, state.form);
  if (state.form?.moving) delete state.form;
  if (may.kind !== 'yes') return notMoved(may);
  const moving = { trackingCode, day, from };
  const subject = { service, code, address, location, district };
  const form = { ...newForm(exchange), ...subject, moving, wanted };
  state.form = form;
  exchange.outcome = 'booking';
  if (!(await exchange.proofs()).mobile) return advance(exchange, form);
  return offerTimes(exchange, form, [say('move-where', { day, from })]);
}

/** What was told before the question "which one?" is not asked again. */
function withWaiting(wish: Wish, pending: Wish | undefined): Wish {
  if (pending?.intent !== 'reschedule-inspection') return wish;
  const wanted = wish.wanted ?? pending.wanted;
  const alsoWanted = wish.wanted ? pending.wanted : pending.alsoWanted;
  return { ...wish, ...(wanted && { wanted }), ...(alsoWanted && { alsoWanted }) };
}

function askWhich(exchange: Exchange, visits: readonly Booking[]): Reply {
  exchange.outcome = 'asked';
  return {
    lines: [say('move-which')],
    buttons: rows(
      visits.map(({ day, from, trackingCode }) =>
        button(say('visit-choice', { day, time: from }), {
          kind: 'visit-move',
          trackingCode: trackingCode ?? '',
        }),
      ),
    ),
  };
}
