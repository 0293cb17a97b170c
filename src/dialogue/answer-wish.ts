import { UpstreamError } from '../errors.ts';
import { say } from '../wording/sentence.ts';
import { button, rows } from './buttons.ts';
import type { Exchange } from './exchange.ts';
import { HANDLERS } from './intents/handlers.ts';
import { billByIds } from './intents/payment.ts';
import { askNationalId } from './proof.ts';
import { findProperty } from './property.ts';
import type { Reply } from './turn.ts';
import type { Wish } from './wish.ts';

/** Answers one wish: finds its property where it needs one, and hands it to the intent's own file. */
export async function answerWish(exchange: Exchange, wish: Wish): Promise<Reply[]> {
  try {
    return await answer(exchange, wish);
  } catch (error) {
    if (!(error instanceof UpstreamError)) throw error;
    return [keptForLater(exchange, wish)];
  }
}

async function answer(exchange: Exchange, wish: Wish): Promise<Reply[]> {
  if (wish.bill) return billByIds(exchange, wish.bill);
  const direct = noRecordWish(wish);
  const handler = HANDLERS[direct.intent];
  if (handler.needs === 'nothing') return handler.answer(exchange, direct);

  const found = await findProperty(exchange, direct);
  if (found.kind === 'replies') return found.replies;
  const { file, access, requestNo, others } = found;
  if (handler.level === 3 && access.roles.length > 0 && access.level < 3) {
    exchange.state.pending = { ...direct, code: file.code };
    return [askNationalId(exchange, 'strong')];
  }
  const replies = await handler.answer({ exchange, wish: direct, file, access, requestNo, others });
  exchange.effects.push({
    kind: 'audit',
    entry: {
      intent: direct.intent,
      outcome: exchange.outcome,
      objectHash: exchange.deps.keyedHash('code', file.code),
      facts: [...access.facts],
    },
  });
  return replies;
}

/** Who says that a property has no file and wants a service for it needs a visit, not a look-up. */
function noRecordWish(wish: Wish): Wish {
  if (!wish.noRecord || HANDLERS[wish.intent].needs === 'nothing') return wish;
  const { service } = wish;
  return { ...wish, intent: 'book-inspection', ...(service && { service }) };
}

/** The sources are down: that is never "no record". The wish is kept and one press asks it again. */
function keptForLater(exchange: Exchange, wish: Wish): Reply {
  exchange.outcome = 'upstream-down';
  exchange.state.pending = wish;
  // What was collected before the failure belongs to an answer that was not given.
  exchange.effects.length = 0;
  return {
    lines: [say('upstream-down')],
    buttons: rows([button(say('button-retry'), { kind: 'retry' })]),
  };
}
