import { randomBytes } from 'node:crypto';
import type { Logger } from 'pino';
import { NEW_STATE, type State } from '../dialogue/state.ts';
import type { Incoming, TakeTurn, Turn } from '../dialogue/turn.ts';
import { UpstreamError } from '../errors.ts';
import { type Sentence, say } from '../wording/sentence.ts';
import type { Wording } from '../wording/wording.ts';
import type { Decision } from './commit-turn.ts';
import type { OperatorDesk } from './operator-desk.ts';
import { renderReply } from './render-reply.ts';
import type { SessionStore } from './sessions.ts';

export interface DecisionTools {
  sessions: SessionStore;
  takeTurn: TakeTurn;
  wording: Wording;
  logger: Logger;
  /** Absent when no staff answer citizens here. */
  operators?: OperatorDesk;
  /** Citizens whose last turn failed by a bug of ours. */
  stumbled: Set<string>;
}

export type Decided = Decision & Pick<Turn, 'intent' | 'outcome'> & Pick<State, 'locale'>;

/** A turn did not come to its end in time. */
export class TooSlow extends Error {
  override readonly name = 'TooSlow';
}

/**
 * Takes the citizen's turn. Whatever goes wrong in it becomes a sentence for the citizen; only a failure
 * to read the conversation throws, for then nothing could be committed either.
 */
export async function decideTurn(
  incoming: Incoming,
  tools: DecisionTools,
  limit: AbortSignal,
): Promise<Decided> {
  const { state: stored, version } = await tools.sessions.load(incoming.citizenId);
  const state = stored ?? NEW_STATE;
  /** A state that fails twice in a row may be what fails: kept, it would fail this citizen for ever. */
  const freshAfterBugs = () => {
    if (tools.stumbled.delete(incoming.citizenId)) {
      return { state: { ...NEW_STATE, locale: state.locale }, version };
    }
    tools.stumbled.add(incoming.citizenId);
    return null;
  };
  try {
    const turn = await before(limit, tools.takeTurn(state, incoming));
    const messages = turn.replies.flatMap((reply) =>
      renderReply(reply, tools.wording, turn.state.locale),
    );
    tools.stumbled.delete(incoming.citizenId);
    const told = await tools.operators?.messagesFor(incoming.citizenId, turn.effects);
    if (told === null) return notTold(incoming, state.locale, tools);
    if (told) messages.push(...told);
    return {
      citizenId: incoming.citizenId,
      now: incoming.now,
      session: { state: turn.state, version },
      effects: turn.effects,
      messages,
      locale: turn.state.locale,
      intent: turn.intent,
      outcome: turn.outcome,
    };
  } catch (error) {
    const decided = apology(error, state.locale, incoming, tools);
    return decided.outcome === 'bug' ? { ...decided, session: freshAfterBugs() } : decided;
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
  error: unknown,
  locale: State['locale'],
  { citizenId, now }: Pick<Incoming, 'citizenId' | 'now'>,
  { wording, logger }: Pick<DecisionTools, 'wording' | 'logger'>,
): Decided {
  const { sentence, outcome } = explained(error, logger);
  const messages = renderReply({ lines: [sentence] }, wording, locale);
  return { citizenId, now, session: null, effects: [], messages, locale, intent: 'none', outcome };
}

function explained(error: unknown, logger: Logger): { sentence: Sentence; outcome: string } {
  if (error instanceof TooSlow) {
    logger.error({ err: error }, 'a turn was given up');
    return { sentence: say('edge-later'), outcome: 'too-slow' };
  }
  if (error instanceof UpstreamError) {
    logger.error({ err: error }, 'a turn found a system down');
    return { sentence: say('edge-upstream-down'), outcome: 'upstream-down' };
  }
  const id = randomBytes(3).toString('hex');
  logger.error({ err: error, bug: id }, 'a turn failed');
  return { sentence: say('edge-bug', { id }), outcome: 'bug' };
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
