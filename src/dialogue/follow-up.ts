import { propertiesOf } from '../identity/properties.ts';
import { jalaliOf } from '../language/jalali.ts';
import { yearNamed } from '../language/spoken-years.ts';
import type { Intent } from '../language/vocabulary.ts';
import { correctionIn, saysNext, saysSameProperty } from '../understanding/plain-words.ts';
import type { Understanding } from '../understanding/understanding.ts';
import { say } from '../wording/sentence.ts';
import { answerWish } from './answer-wish.ts';
import type { Exchange } from './exchange.ts';
import type { Reply } from './turn.ts';
import type { Wish } from './wish.ts';

/** More words than these say something of their own. */
const FEW_WORDS = 5;
/** After each of these a year asks what was owed in it. */
const ABOUT_MONEY: ReadonlySet<Intent> = new Set(['debt', 'payment', 'clearance']);

/** «نه، ۷ نه ۶» after a code: the code is corrected and the same wish tried again. Null: nothing to correct. */
export async function correctCode(exchange: Exchange, text: string): Promise<Reply[] | null> {
  const { last } = exchange.state;
  const correction = correctionIn(text);
  if (!correction || !last?.code) return null;
  const parts = last.code.split('-');
  // The part said last is the likelier slip: codes are read from the district down.
  const at = parts.lastIndexOf(String(correction.wrong));
  if (at < 0) return null;
  const code = parts.with(at, String(correction.right)).join('-');
  const [first, ...others] = await answerWish(exchange, { ...last, code });
  if (!first) return null;
  return [{ ...first, lines: [say('code-corrected', { code }), ...first.lines] }, ...others];
}

/** «بعدی», «پارسال چی», «همون ملک»: the last question again, with one thing changed. */
export async function continueLast(
  exchange: Exchange,
  { text, entities, decision, intent }: Understanding,
): Promise<Reply[] | null> {
  const { last } = exchange.state;
  if (!last || text.split(/\s+/).length > FEW_WORDS) return null;
  if (saysNext(text)) return nextProperty(exchange, last);
  if (decision === 'answer' && intent !== last.intent) return null;
  const year = entities.some(({ type }) => type === 'date')
    ? null
    : yearNamed(text, jalaliOf(exchange.today).year);
  if (year !== null && ABOUT_MONEY.has(last.intent)) {
    const { paidRials: _, ...wish } = last;
    return answerWish(exchange, { ...wish, intent: 'debt', year });
  }
  return saysSameProperty(text) ? answerWish(exchange, last) : null;
}

async function nextProperty(exchange: Exchange, last: Wish): Promise<Reply[] | null> {
  const known = propertiesOf(await exchange.standing(), exchange.today);
  if (known.kind !== 'several') return null;
  const at = known.properties.findIndex(({ code }) => code === last.code);
  const next = known.properties[(at + 1) % known.properties.length];
  if (!next) return null;
  const { requestNo: _, place: __, ...wish } = last;
  return answerWish(exchange, { ...wish, code: next.code });
}
