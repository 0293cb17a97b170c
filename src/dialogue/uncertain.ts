import type { Intent } from '../language/vocabulary.ts';
import { IMPLIED_SERVICE } from '../understanding/classifier.ts';
import type { ModelReading } from '../understanding/model.ts';
import type { Understanding } from '../understanding/understanding.ts';
import { say } from '../wording/sentence.ts';
import { answerWish } from './answer-wish.ts';
import { button, menu } from './buttons.ts';
import { didYouMean, missed } from './clarify.ts';
import { type Doubt, doubtOf, note } from './doubt.ts';
import type { Exchange } from './exchange.ts';
import { deservesSecondOpinion, mayBeTold, secondOpinion } from './second-opinion.ts';
import type { Button, Reply } from './turn.ts';
import { wishOf } from './understood.ts';
import type { Wish } from './wish.ts';

/** From here on an answer is as good as certain, and goes without a way back. */
const CERTAIN = 0.93;
/** Courtesies need none, and these keep one of their own. */
const WITHOUT_WAY_BACK: ReadonlySet<Intent> = new Set(['greeting', 'thanks', 'help']);
const ANSWERS: ReadonlySet<Exchange['outcome']> = new Set(['answered', 'not-shown', 'needs-visit']);
const MOST_ROWS = 3;
const MOST_CHOICES = 3;

/** A message that the classifier would ask about or decline: perhaps a model knows better. */
export async function unsure(
  exchange: Exchange,
  understood: Understanding,
  wish: Wish,
): Promise<Reply[]> {
  const doubt = doubtOf(exchange, understood, wish);
  exchange.state.doubt = doubt;
  const declined = understood.decision === 'none';
  const reading = deservesSecondOpinion(understood) ? await secondOpinion(exchange, doubt) : null;
  if (declined && !understood.authority) {
    const guessed = reading?.intent ?? understood.intent;
    note(exchange, doubt, 'not-understood', guessed);
  }
  if (reading) return byReading(exchange, understood, doubt, reading);
  if (declined) return [missed(exchange, understood.authority)];
  return [didYouMean(exchange, understood, wish)];
}

/** A model's word is never more than a guess: it is said with a way back, or asked. */
async function byReading(
  exchange: Exchange,
  understood: Understanding,
  doubt: Doubt,
  { intent, service = understood.service, account = understood.account }: ModelReading,
): Promise<Reply[]> {
  const { service: _, account: __, ...told } = understood;
  const slots = { ...(service && { service }), ...(account && { account }) };
  const wish = wishOf({ ...told, ...slots, intent }, exchange.today);
  doubt.choices = [intent, ...doubt.choices.filter((choice) => choice !== intent)].slice(
    0,
    MOST_CHOICES,
  );
  if (service) doubt.service = service;
  if (!mayBeTold({ intent })) return [didYouMean(exchange, { choices: doubt.choices }, wish)];
  doubt.answered = intent;
  return withNotThat(exchange, intent, await answerWish(exchange, wish));
}

/** An answer that rests on a match below certainty gets «منظورم این نبود», where there is room for it. */
export function withWayBack(
  exchange: Exchange,
  understood: Understanding,
  wish: Wish,
  replies: Reply[],
): Reply[] {
  const { intent } = wish;
  if (understood.confidence >= CERTAIN || WITHOUT_WAY_BACK.has(intent)) return replies;
  const doubt = doubtOf(exchange, understood, wish);
  const offered = withNotThat(exchange, intent, replies);
  if (offered !== replies) exchange.state.doubt = { ...doubt, answered: intent };
  return offered;
}

function withNotThat(exchange: Exchange, intent: Intent, replies: Reply[]): Reply[] {
  if (!ANSWERS.has(exchange.outcome)) return replies;
  const way = button(say('button-not-that'), { kind: 'not-that', intent });
  const at = replies.findLastIndex(({ buttons }) => hasRoom(buttons));
  const reply = replies[at];
  if (!reply?.buttons) return replies;
  return replies.with(at, { ...reply, buttons: withRow(reply.buttons, way) });
}

function hasRoom(buttons: readonly Button[][] = []): boolean {
  return buttons.length > 0 && (buttons.length < MOST_ROWS || buttons.at(-1)!.length === 1);
}

function withRow(buttons: Button[][], added: Button): Button[][] {
  if (buttons.length < MOST_ROWS) return [...buttons, [added]];
  return buttons.with(-1, [...buttons.at(-1)!, added]);
}

/** «منظورم این نبود»: the likeliest of the rest, without what it was not. */
export function notThat(exchange: Exchange, refused: Intent): Reply[] {
  const { doubt } = exchange.state;
  // The button of an older answer: what it was about is not known any more.
  if (doubt?.answered !== refused) return nothingOfThese(exchange);
  note(exchange, doubt, 'not-that', refused);
  doubt.answered = null;
  doubt.choices = doubt.choices.filter((choice) => choice !== refused);
  // Nobody named that service: it came with the guess.
  if (IMPLIED_SERVICE[refused]) delete doubt.service;
  if (doubt.choices.length === 0) return nothingOfThese(exchange);
  return [didYouMean(exchange, doubt, wishFor(doubt))];
}

/** «هیچ‌کدام»: a model may know what else was meant; if not, the ways on from anywhere. */
export async function noneOfThese(exchange: Exchange): Promise<Reply[]> {
  const { doubt } = exchange.state;
  if (!doubt || doubt.answered) return nothingOfThese(exchange);
  const refused = doubt.choices;
  if (refused.length === 0) return nothingOfThese(exchange);
  if (!doubt.noteId) note(exchange, doubt, 'none-of-these', refused[0]!);
  doubt.choices = [];
  const reading = await secondOpinion(exchange, doubt);
  if (!reading || refused.includes(reading.intent)) return nothingOfThese(exchange);
  doubt.choices = [reading.intent];
  if (reading.service) doubt.service = reading.service;
  return [didYouMean(exchange, doubt, wishFor(doubt))];
}

function wishFor({ choices, service, code }: Doubt): Wish {
  return { intent: choices[0] ?? 'none', ...(service && { service }), ...(code && { code }) };
}

function nothingOfThese(exchange: Exchange): Reply[] {
  exchange.outcome = 'not-understood';
  return [{ lines: [say('none-of-these')], buttons: menu() }];
}
