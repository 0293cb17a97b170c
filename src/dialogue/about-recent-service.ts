import { serviceQuestionIn } from '../understanding/service-questions.ts';
import type { Understanding } from '../understanding/understanding.ts';
import { answerWish } from './answer-wish.ts';
import type { Exchange } from './exchange.ts';
import { costOf, timeOf } from './intents/requirements.ts';
import { serviceTalkedAbout } from './recent-service.ts';
import type { Reply } from './turn.ts';

/**
 * «مدارکش چیه», «چقدر طول می‌کشه», «هزینه‌ش؟», «کجا برم؟» right after an answer: about the service of that answer.
 * Null when none was talked about, or the message says something of its own.
 */
export async function aboutRecentService(
  exchange: Exchange,
  { text, entities, decision, intent, service }: Understanding,
): Promise<Reply[] | null> {
  const question = serviceQuestionIn(text);
  const recent = serviceTalkedAbout(exchange);
  if (!question || !recent || service || entities.length > 0) return null;
  // A sure wish of another kind only sounds like it: «بدهیش چقدر میشه».
  if (decision === 'answer' && intent !== 'requirements' && intent !== 'offices') return null;
  switch (question) {
    case 'papers':
      return answerWish(exchange, { intent: 'requirements', service: recent, sameService: true });
    case 'time':
      return [timeOf(recent, exchange)];
    case 'cost':
      return [costOf(recent, exchange)];
    case 'where':
      return answerWish(exchange, { intent: 'offices', service: recent });
    default:
      return question satisfies never;
  }
}
