import type { Update } from 'grammy/types';
import type { Committed } from './commit-turn.ts';
import { saveConversation } from './conversation.ts';
import type { Decided } from './decide-turn.ts';
import type { TurnTools } from './handle-citizen.ts';
import type { Ticket } from './ticket.ts';

/**
 * What follows a commit: the messages go to the sender, the state to where conversations are kept, and then the
 * line is free.
 *
 * @param about `update` is null where no update asked for the turn
 */
export function finish(
  about: { update: Update | null; began: number },
  decided: Decided,
  committed: Extract<Committed, { kind: 'done' | 'repeated' }>,
  ticket: Ticket,
  tools: Pick<TurnTools, 'sender' | 'sessions' | 'logger' | 'observer'>,
): void {
  const { sender, sessions, logger, observer } = tools;
  const ms = Math.round(performance.now() - about.began);
  const named = about.update ? { update: about.update } : {};
  if (committed.kind === 'repeated') {
    logger.info({ ...named, ms }, 'it was dealt with before');
    return;
  }
  const { intent, outcome, session, citizenId } = decided;
  sender.push(committed.rows);
  if (session && sessions.saves === 'after-commit') {
    ticket.leaveAfter(saveConversation(citizenId, session, tools));
  } else {
    ticket.hasLeft();
  }
  logger.info({ ...named, intent, outcome, ms }, 'turn');
  observer.turn({ ...decided, ms });
}
