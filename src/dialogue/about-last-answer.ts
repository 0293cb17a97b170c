import type { Intent } from '../language/vocabulary.ts';
import {
  asksToObject,
  asksWhatIsMissing,
  asksWhatToDo,
} from '../understanding/request-questions.ts';
import type { Understanding } from '../understanding/understanding.ts';
import { type Sentence, say } from '../wording/sentence.ts';
import { answerWish } from './answer-wish.ts';
import { rows, wishButton } from './buttons.ts';
import type { Exchange } from './exchange.ts';
import { requestTalkedAbout } from './shown-request.ts';
import type { Reply } from './turn.ts';

/** What a short question that names nothing may still be read as. */
const OF_A_REQUEST: ReadonlySet<Intent> = new Set(['requirements', 'request-status', 'complaint']);
const CHARGES: ReadonlySet<Intent> = new Set(['debt', 'payment', 'clearance']);
const OBJECTED_TO: ReadonlySet<Intent> = new Set(['complaint', 'debt', 'payment']);

/**
 * «چه مدرکی کم دارم» and «میتونم اعتراض کنم؟» after an answer: about the request, the charges or the decision
 * that was just shown. Null when nothing was, or the message says something of its own.
 */
export async function aboutLastAnswer(
  exchange: Exchange,
  { text, entities, decision, intent, service }: Understanding,
): Promise<Reply[] | null> {
  if (service || entities.length > 0) return null;
  const mayBe = (intents: ReadonlySet<Intent>) => decision !== 'answer' || intents.has(intent);
  const requestNo = requestTalkedAbout(exchange);
  const asksNextStep = asksWhatIsMissing(text) || (requestNo !== null && asksWhatToDo(text));
  if (asksNextStep && mayBe(OF_A_REQUEST)) {
    const asked = { intent: 'request-status', missing: true } as const;
    return answerWish(exchange, { ...asked, ...(requestNo && { requestNo }) });
  }
  return asksToObject(text) && mayBe(OBJECTED_TO) ? objection(exchange, requestNo) : null;
}

async function objection(exchange: Exchange, requestNo: string | null): Promise<Reply[] | null> {
  const { last } = exchange.state;
  // Its answer says until when, and where.
  if (last?.intent === 'violations') return answerWish(exchange, last);
  if (last && CHARGES.has(last.intent)) return [ways(say('objection-charges'))];
  return requestNo ? [ways(say('objection-request'))] : null;
}

function ways(line: Sentence): Reply {
  return { lines: [line], buttons: rows([wishButton('complaint'), wishButton('offices')]) };
}
