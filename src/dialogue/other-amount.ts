import type { Understanding } from '../understanding/understanding.ts';
import { answerWish } from './answer-wish.ts';
import type { Exchange } from './exchange.ts';
import type { Reply } from './turn.ts';

/** More words than these say something of their own. */
const FEW_WORDS = 10;

/** «نه، یک میلیون و پونصد بود»: after one amount was looked for among the payments, the other one is. Null: none is told. */
export async function otherAmount(
  exchange: Exchange,
  { text, entities, decision, intent }: Understanding,
): Promise<Reply[] | null> {
  const { last } = exchange.state;
  if (last?.paidRials === undefined || text.split(/\s+/).length > FEW_WORDS) return null;
  if (decision === 'answer' && intent !== last.intent) return null;
  const amount = entities.find(({ type }) => type === 'amount');
  return amount ? answerWish(exchange, { ...last, paidRials: Number(amount.value) }) : null;
}
