import type { Logger } from 'pino';
import type { State } from '../dialogue/state.ts';
import { UpstreamError } from '../errors.ts';
import { conversationIn } from './database-sessions.ts';
import type { Place } from './line-queue.ts';
import { type Conversation, readState, type SessionStore } from './sessions.ts';

interface Tools {
  sessions: SessionStore;
  logger: Logger;
}

/**
 * What a turn goes on from. Where conversations are kept in Redis, what the last turn left with its line goes
 * before: Redis may not have it yet, or may have lost it.
 */
export async function conversationAt(
  place: Place,
  citizenId: string,
  { sessions, logger }: Tools,
): Promise<Conversation> {
  if (sessions.saves === 'in-transaction') return conversationIn(place.session, logger);
  const kept = readState(place.kept);
  try {
    const found = await sessions.load(citizenId);
    return { state: kept ?? found.state, version: found.version };
  } catch (error) {
    if (!(error instanceof UpstreamError)) throw error;
    logger.warn({ err: error }, 'a conversation goes on without Redis');
    return { state: kept, version: null };
  }
}

/**
 * Writes to Redis what a turn has left, while the turn still has its line. What was written there since it was
 * read is older: a write that had not been answered, or one of a worker that had lost its turn.
 */
export async function saveConversation(
  citizenId: string,
  { state, version }: { state: State } & Conversation,
  { sessions, logger }: Tools,
): Promise<'saved' | 'not-saved'> {
  try {
    const first = await sessions.save(citizenId, state, version);
    if (first.kind === 'saved') return 'saved';
    const found = await sessions.load(citizenId);
    const second = await sessions.save(citizenId, state, found.version);
    return second.kind === 'saved' ? 'saved' : 'not-saved';
  } catch (error) {
    logger.warn({ err: error }, 'a conversation stays with its line until Redis is back');
    return 'not-saved';
  }
}
