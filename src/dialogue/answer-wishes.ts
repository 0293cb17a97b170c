import { answerWish } from './answer-wish.ts';
import type { Exchange } from './exchange.ts';
import type { Reply } from './turn.ts';
import type { Wish } from './wish.ts';

/** Two wishes in one message are both answered; while the first waits for a proof, so does the second. */
export async function answerWishes(
  exchange: Exchange,
  wish: Wish,
  second: Wish | null,
): Promise<Reply[]> {
  const replies = await answerWish(exchange, wish);
  if (!second) return replies;
  if (exchange.state.pending) {
    exchange.state.second = second;
    return replies;
  }
  return [...replies, ...(await answerWish(exchange, second))];
}

/** The waiting wish, now that what it waited for is there; and the one behind it. */
export async function answerWaiting(exchange: Exchange, waiting: Wish): Promise<Reply[]> {
  const { second } = exchange.state;
  delete exchange.state.second;
  return answerWishes(exchange, waiting, second ?? null);
}
