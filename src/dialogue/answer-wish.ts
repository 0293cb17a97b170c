import { UpstreamError } from '../errors.ts';
import type { Access } from '../identity/authorisation.ts';
import { allowed } from '../identity/rules.ts';
import { tehranDate } from '../language/jalali.ts';
import { say } from '../wording/sentence.ts';
import type { Exchange } from './exchange.ts';
import type { PropertyHandler } from './intents/handler.ts';
import { HANDLERS } from './intents/handlers.ts';
import { billByIds } from './intents/payment.ts';
import { dropIfAnswered, keepForLater } from './kept-question.ts';
import { stopNews } from './news/stop-news.ts';
import { askNationalId } from './proof.ts';
import { findProperty } from './property.ts';
import { noteAnswer } from './recent-answer.ts';
import { noteServiceOf } from './recent-service.ts';
import { resultOf } from './request-result.ts';
import type { Reply } from './turn.ts';
import type { Wish } from './wish.ts';

/** Answers one wish: finds its property where it needs one, and hands it to the intent's own file. */
export async function answerWish(exchange: Exchange, wish: Wish): Promise<Reply[]> {
  const { effects } = exchange;
  const before = effects.length;
  exchange.outcome = 'answered';
  try {
    const replies = await answer(exchange, wish);
    dropIfAnswered(exchange, wish);
    noteServiceOf(exchange, wish);
    noteAnswer(exchange, wish.intent);
    countRequest(exchange, wish);
    return replies;
  } catch (error) {
    if (!(error instanceof UpstreamError)) throw error;
    // They belong to an answer that was not given; what was done before it (a number proven) stays.
    effects.length = before;
    const kept = keepForLater(exchange, wish);
    countRequest(exchange, wish);
    return [kept];
  }
}

function countRequest({ outcome, requests }: Exchange, { intent }: Wish): void {
  const result = HANDLERS[intent].needs === 'property' && resultOf(outcome);
  if (result) requests.push({ intent, result });
}

async function answer(exchange: Exchange, wish: Wish): Promise<Reply[]> {
  if (wish.bill) return billByIds(exchange, wish.bill);
  if (wish.stop) return stopNews(exchange, wish);
  const direct = noRecordWish(wish);
  const handler = HANDLERS[direct.intent];
  if (handler.needs === 'nothing') return handler.answer(exchange, direct);

  const found = await findProperty(exchange, direct);
  if (found.kind === 'replies') return found.replies;
  const { file, access, requestNo, others } = found;
  if (levelOf(handler, direct) === 3 && wouldOpenMore(access)) {
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
      roles: rolesShown(access),
    },
  });
  return access.representsUntil ? saidForAnother(replies, access.representsUntil) : replies;
}

/** Who looks by an owner's leave is told so with every answer. */
function saidForAnother([first, ...others]: Reply[], until: Date): Reply[] {
  if (!first) return [];
  const line = say('as-representative', { until: tehranDate(until) });
  return [{ ...first, lines: [line, ...first.lines] }, ...others];
}

function rolesShown({ roles, applicantOf, representsUntil }: Access): string[] {
  const applicant = applicantOf.size > 0 ? ['applicant'] : [];
  return [...roles, ...applicant, ...(representsUntil ? ['representative'] : [])];
}

function levelOf({ level }: PropertyHandler, wish: Wish): 2 | 3 {
  return typeof level === 'function' ? level(wish) : (level ?? 2);
}

/** A tenant's national id, say, opens nothing: then it isn't asked for. */
function wouldOpenMore({ roles, level }: Access): boolean {
  return level < 3 && allowed(roles, 3).facts.size > allowed(roles, 2).facts.size;
}

/** Who says that a property has no file and wants a service for it needs a visit, not a look-up. */
function noRecordWish(wish: Wish): Wish {
  if (!wish.noRecord || HANDLERS[wish.intent].needs === 'nothing') return wish;
  const { service } = wish;
  return { ...wish, intent: 'book-inspection', ...(service && { service }) };
}
