import { say } from '../wording/sentence.ts';
import { answerWish } from './answer-wish.ts';
import { answerWaiting } from './answer-wishes.ts';
import type { Exchange } from './exchange.ts';
import { endQuestion, isSameQuestion } from './kept-question.ts';
import type { Input, Reply } from './turn.ts';

/** The answer to a question from before, which nobody has to ask again. */
export async function resume(
  exchange: Exchange,
  { id, wish, expired }: Extract<Input, { kind: 'resume' }>,
): Promise<Reply[]> {
  const { state } = exchange;
  if (state.kept?.id === id) delete state.kept;
  if (expired) return endQuestion(exchange, wish);
  const waits = state.pending !== undefined && isSameQuestion(wish, state.pending);
  if (waits) delete state.pending;
  const replies = await (waits ? answerWaiting : answerWish)(exchange, wish);
  const [first, ...others] = replies;
  return first ? [{ ...first, lines: [say('question-resumed'), ...first.lines] }, ...others] : [];
}
