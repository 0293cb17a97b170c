import type { Input } from '../dialogue/turn.ts';
import { commitTurn, type Origin } from './commit-turn.ts';
import { conversationAt } from './conversation.ts';
import { decideTurn } from './decide-turn.ts';
import { finish } from './finish-turn.ts';
import { TURN_MS, type TurnTools } from './handle-citizen.ts';
import type { Ticket } from './ticket.ts';

/** A turn the bot takes by itself: no update of Telegram's asks for it. */
export interface OwnTurn extends Origin {
  citizenId: string;
  input: Input;
}

const ATTEMPTS = 3;

/**
 * Takes the turn once, however many processes try: its claim decides. `not-yet`: a system it needs is down,
 * nothing was said or changed, and it may be tried again.
 */
export async function takeOwnTurn(
  turn: OwnTurn,
  ticket: Ticket,
  tools: TurnTools,
): Promise<'done' | 'not-yet'> {
  const limit = AbortSignal.timeout(TURN_MS);
  const began = performance.now();
  const incoming = { citizenId: turn.citizenId, input: turn.input, now: tools.now() };
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const place = await ticket.turn();
    if (!place) return 'not-yet';
    const conversation = await conversationAt(place, turn.citizenId, tools);
    const decided = await decideTurn(incoming, conversation, tools, limit);
    if (decided.outcome === 'upstream-down' || decided.outcome === 'too-slow') return 'not-yet';
    const committed = await commitTurn(tools.db, turn, place, decided, tools);
    if (committed.kind === 'conflict' || committed.kind === 'fenced') continue;
    finish({ update: null, began }, decided, committed, ticket, tools);
    return 'done';
  }
  return 'not-yet';
}
