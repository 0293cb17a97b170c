import type { Logger } from 'pino';
import { NEW_STATE, type State } from '../dialogue/state.ts';
import type { Incoming, TakeTurn, Turn } from '../dialogue/turn.ts';
import { UpstreamError } from '../errors.ts';
import { say } from '../wording/sentence.ts';
import type { Wording } from '../wording/wording.ts';
import type { Decision } from './commit-turn.ts';
import type { OperatorDesk } from './operator-desk.ts';
import { renderReply } from './render-reply.ts';
import type { Conversation } from './sessions.ts';

export interface DecisionTools {
  takeTurn: TakeTurn;
  wording: Wording;
  logger: Logger;
  /** Absent when no staff answer citizens here. */
  operators?: OperatorDesk;
}

export type Decided = Decision &
  Pick<Turn, 'intent' | 'outcome' | 'requests'> &
  Pick<State, 'locale'>;

/** A turn did not come to its end in time. */
export class TooSlow extends Error {
  override readonly name = 'TooSlow';
}

/**
 * Takes the citizen's turn. A system that is down and a turn that takes too long become a sentence for the
 * citizen; what it throws is a bug of ours.
 */
export async function decideTurn(
  incoming: Incoming,
  { state: stored, version }: Conversation,
  tools: DecisionTools,
  limit: AbortSignal,
): Promise<Decided> {
  const { citizenId, now } = incoming;
  const state = stored ?? NEW_STATE;
  try {
    const turn = await before(limit, tools.takeTurn(state, incoming));
    const { effects, intent, outcome, requests } = turn;
    const { locale } = turn.state;
    const messages = turn.replies.flatMap((reply) => renderReply(reply, tools.wording, locale));
    const told = tools.operators?.messagesFor(citizenId, effects);
    if (told) {
      const toStaff = await before(limit, told);
      if (!toStaff) return notTold(incoming, state.locale, tools);
      messages.push(...toStaff);
    }
    const session = { state: turn.state, version };
    const about = { intent, outcome, ...(requests && { requests }) };
    return { citizenId, now, session, effects, messages, locale, ...about };
  } catch (error) {
    if (!(error instanceof TooSlow || error instanceof UpstreamError)) throw error;
    return apology(error, state.locale, incoming, tools);
  }
}

/** The citizen's words did not get to staff, so nothing else may be said or changed. */
function notTold(
  { citizenId, now }: Incoming,
  locale: State['locale'],
  { wording }: DecisionTools,
): Decided {
  const messages = renderReply({ lines: [say('edge-operators-away')] }, wording, locale);
  const nothing = { citizenId, now, session: null, effects: [] };
  return { ...nothing, messages, locale, intent: 'operator', outcome: 'upstream-down' };
}

/** An answer that changes nothing: the reason it went wrong, in the citizen's words. */
export function apology(
  error: TooSlow | UpstreamError,
  locale: State['locale'],
  { citizenId, now }: Pick<Incoming, 'citizenId' | 'now'>,
  { wording, logger }: Pick<DecisionTools, 'wording' | 'logger'>,
): Decided {
  const isSlow = error instanceof TooSlow;
  logger.error({ err: error }, isSlow ? 'a turn was given up' : 'a turn found a system down');
  const sentence = isSlow ? say('edge-later') : say('edge-upstream-down');
  const messages = renderReply({ lines: [sentence] }, wording, locale);
  const outcome = isSlow ? 'too-slow' : 'upstream-down';
  return { citizenId, now, session: null, effects: [], messages, locale, intent: 'none', outcome };
}

async function before<T>(limit: AbortSignal, work: Promise<T>): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  const tooSlow = () => reject(new TooSlow('the time for a turn is over'));
  if (limit.aborted) tooSlow();
  limit.addEventListener('abort', tooSlow);
  // A turn that fails after its time has nobody left to hear of it.
  work.catch(() => {});
  try {
    return await Promise.race([work, promise]);
  } finally {
    limit.removeEventListener('abort', tooSlow);
  }
}
