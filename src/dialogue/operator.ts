import { matchKey } from '../language/text.ts';
import { say } from '../wording/sentence.ts';
import { button, menu } from './buttons.ts';
import type { Exchange } from './exchange.ts';
import type { Input, Reply } from './turn.ts';

/** More than this is no message but a file pasted in. */
const LONGEST_WORDS = 4096;

/**
 * What a citizen writes while talking with staff goes to them as it is. Null: it is meant for the bot, because
 * nobody talks with staff, or staff have ended it, or a national id was asked for, which is none of theirs.
 */
export async function toOperator(exchange: Exchange, input: Input): Promise<Reply[] | null> {
  const { state, deps, citizenId } = exchange;
  if (!state.withOperator || !deps.operators) return null;
  if (input.kind !== 'text' && input.kind !== 'edited') return null;
  if (state.expecting === 'national-id') return null;
  if (!(await deps.operators.isOpen(citizenId))) {
    delete state.withOperator;
    return null;
  }
  const isEnd = deps
    .labels('button-end-talk')
    .some((one) => matchKey(one) === matchKey(input.text));
  if (isEnd) return endTalk(exchange);
  exchange.effects.push({ kind: 'tell-operators', words: input.text.slice(0, LONGEST_WORDS) });
  exchange.outcome = 'told';
  return [{ lines: [say('operator-told')], buttons: [[endButton()]] }];
}

/** The citizen ends it; what staff still answer is passed on all the same. */
export function endTalk(exchange: Exchange): Reply[] {
  leave(exchange);
  return [{ lines: [say('operator-ended')], buttons: menu() }];
}

/**
 * A command or a press on anything else leads back to the bot: what is written from then on is no longer
 * staff's, and the citizen is told so.
 */
export function withTalkLeft(exchange: Exchange, input: Input, replies: Reply[]): Reply[] {
  const { state, outcome } = exchange;
  const isElsewhere = input.kind === 'press' || input.kind === 'command';
  // Who says that a voice note was misheard is still about to say it.
  const isSpeaking = outcome === 'with-operator' || outcome === 'not-heard';
  if (!state.withOperator || !isElsewhere || isSpeaking) return replies;
  leave(exchange);
  const again = button(say('button-talk-again'), { kind: 'wish', intent: 'operator' });
  return [...replies, { lines: [say('operator-left')], buttons: [[again]] }];
}

export function endButton() {
  return button(say('button-end-talk'), { kind: 'end-talk' });
}

function leave({ state, effects }: Exchange): void {
  delete state.withOperator;
  effects.push({ kind: 'end-talk' });
}
