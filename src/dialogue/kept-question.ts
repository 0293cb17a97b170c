import { say } from '../wording/sentence.ts';
import { button, INTENT_LABELS, menu, rows } from './buttons.ts';
import type { Exchange, Outcome } from './exchange.ts';
import type { Reply } from './turn.ts';
import type { Wish } from './wish.ts';

/** A question that waits for the sources; it is answered by itself when they are back. */
export interface KeptQuestion {
  id: string;
  wish: Wish;
}

/** The answer has not come yet: the citizen was asked for something, or the sources failed again. */
const UNANSWERED: readonly Outcome[] = ['asked', 'needs-proof', 'cooling-down', 'upstream-down'];

/** The sources are down: that is never "no record". The question is stored in the turn that says so. */
export function keepForLater(exchange: Exchange, wish: Wish): Reply {
  const { state, deps, effects } = exchange;
  const earlier = state.kept;
  const isAgain = earlier !== undefined && isSameQuestion(earlier.wish, wish);
  const id = isAgain ? earlier.id : Buffer.from(deps.randomBytes(4)).toString('hex');
  exchange.outcome = 'upstream-down';
  state.pending = wish;
  state.kept = { id, wish };
  effects.push({ kind: 'keep-question', id, wish });
  return {
    lines: [say(earlier && !isAgain ? 'upstream-down-instead' : 'upstream-down')],
    buttons: [[button(say('button-drop-question'), { kind: 'drop-question', id })]],
  };
}

/** Whoever asked the same again and was answered needs no second answer. */
export function dropIfAnswered(exchange: Exchange, wish: Wish): void {
  const { kept } = exchange.state;
  if (!kept || UNANSWERED.includes(exchange.outcome) || !isSameQuestion(kept.wish, wish)) return;
  exchange.effects.push({ kind: 'drop-question', id: kept.id });
  delete exchange.state.kept;
}

/** The citizen wants no answer any more. An old button leaves a newer question alone. */
export function dropQuestion(exchange: Exchange, id: string): Reply[] {
  const { state } = exchange;
  if (state.kept?.id !== id) return [{ lines: [say('question-gone')], buttons: menu() }];
  exchange.effects.push({ kind: 'drop-question', id });
  exchange.outcome = 'cancelled';
  forgetQuestion(exchange, state.kept);
  return [{ lines: [say('question-dropped')], buttons: menu() }];
}

/** A day is enough to wait; the citizen is told, and can ask again with one press. */
export function endQuestion(exchange: Exchange, wish: Wish): Reply[] {
  exchange.outcome = 'later';
  exchange.state.pending = wish;
  return [
    {
      lines: [say('question-expired', { about: say(INTENT_LABELS[wish.intent]) })],
      buttons: rows([button(say('button-retry'), { kind: 'retry' })]),
    },
  ];
}

/** What waited with it does not wait any more either. */
function forgetQuestion({ state }: Exchange, { wish }: KeptQuestion): void {
  delete state.kept;
  if (state.pending && isSameQuestion(wish, state.pending)) {
    delete state.pending;
    delete state.second;
  }
}

/** All that was told in the first is told in the second too. */
export function isSameQuestion(first: Wish, second: Wish): boolean {
  return Object.entries(first).every(
    ([slot, told]) => JSON.stringify(second[slot as keyof Wish]) === JSON.stringify(told),
  );
}
